/**
 * How sure an outcome is: which nodes its derivation used, and with which standing.
 * Frozen lists are gone through by index, which V8 does several times faster than by iterator.
 * In: a trace, the keys that the outcome rests on, the places of the plan's steps. Out: the nodes by standing, and the worst standing behind one key.
 */
import type { Standing } from '../ruleset/schema.ts';
import { type PlanShape, roundingOf } from './plan-shape.ts';
import type { Trace, TraceStep } from './trace.ts';

/** From the surest to the least sure. */
const RANK: Readonly<Record<Standing, number>> = { confirmed: 0, derived: 1, reported: 2, placeholder: 3 };

const worse = (a: Standing, b: Standing): Standing => (RANK[b] > RANK[a] ? b : a);

/** The ids of the nodes in the derivation of `roots`, by standing. */
export function usedNodes(trace: Trace, roots: readonly string[], places: PlanShape['places']): Readonly<Record<Standing, ReadonlySet<string>>> {
  const ids = { confirmed: new Set<string>(), reported: new Set<string>(), derived: new Set<string>(), placeholder: new Set<string>() };
  forEachBelow(trace, roots, places, (step) => forEachNode(step, (id, standing) => ids[standing].add(id)));
  return ids;
}

/** The worst standing in the derivation of one key. */
export function worstStanding(trace: Trace, key: string, places: PlanShape['places']): Standing {
  let worst: Standing = 'confirmed';
  forEachBelow(trace, [key], places, (step) => forEachNode(step, (_, standing) => (worst = worse(worst, standing))));
  return worst;
}

/** The steps in the derivation of `roots`. A step reads only what came before it, so one way back along the trace meets them all. */
function forEachBelow({ steps }: Trace, roots: readonly string[], places: PlanShape['places'], visit: (step: TraceStep) => void): void {
  const wanted = new Uint8Array(places.size);
  const want = (keys: readonly string[]): void => {
    for (let at = 0; at < keys.length; at++) {
      const place = places.get(keys[at]!);
      if (place !== undefined) wanted[place] = 1;
    }
  };
  want(roots);
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at]!;
    if (wanted[places.get(step.key)!] === 0) continue;
    visit(step);
    want(step.inputs);
  }
}

/** The nodes of the law that a step used. A fact that was given is the appraiser's word, not law, and does not count. */
function forEachNode(step: TraceStep, use: (id: string, standing: Standing) => void): void {
  const counts = step.kind === 'fact' ? step.source === 'default' : step.kind !== 'fired';
  if (counts) use(step.id, (step.kind === 'raters' && step.weights.standing) || step.origin.standing);
  for (let at = 0; at < step.calls.length; at++) {
    const call = step.calls[at]!;
    use(call.id, call.row?.standing ?? call.origin.standing);
    if (call.rounding?.plan.standing) use(roundingOf(call.id), call.rounding.plan.standing);
  }
  if (step.kind !== 'term' || !step.rounding) return;
  for (const { plan } of step.rounding) if (plan.standing) use(roundingOf(step.id), plan.standing);
}
