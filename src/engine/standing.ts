/**
 * How sure an outcome is: which nodes its derivation used, and with which standing.
 * In: a trace, the keys that the outcome rests on. Out: the nodes by standing, and the worst standing behind one key.
 */
import type { Standing } from '../ruleset/schema.ts';
import type { Trace, TraceStep } from './trace.ts';

/** From the surest to the least sure. */
const RANK: Readonly<Record<Standing, number>> = { confirmed: 0, derived: 1, reported: 2, placeholder: 3 };

const worse = (a: Standing, b: Standing): Standing => (RANK[b] > RANK[a] ? b : a);

/** The ids of the nodes in the derivation of `roots`, by standing. */
export function usedNodes(trace: Trace, roots: readonly string[]): Readonly<Record<Standing, ReadonlySet<string>>> {
  const ids = { confirmed: new Set<string>(), reported: new Set<string>(), derived: new Set<string>(), placeholder: new Set<string>() };
  for (const step of derivationOf(trace, roots)) forEachNode(step, (id, standing) => ids[standing].add(id));
  return ids;
}

/** The worst standing in the derivation of one key. */
export function worstStanding(trace: Trace, key: string): Standing {
  let worst: Standing = 'confirmed';
  for (const step of derivationOf(trace, [key])) forEachNode(step, (_, standing) => (worst = worse(worst, standing)));
  return worst;
}

/** The steps in the derivation of `roots`, each once. */
function derivationOf(trace: Trace, roots: readonly string[]): ReadonlySet<TraceStep> {
  const wanted = new Set<TraceStep>();
  const want = (key: string): void => {
    const step = trace.byKey.get(key) ?? schemeOf(key, trace);
    if (step) wanted.add(step);
  };
  roots.forEach(want);
  // Going through a set also reaches what is added to it on the way.
  for (const step of wanted) step.inputs.forEach(want);
  return wanted;
}

/** `conduct.peer.score` is an output of the scheme `conduct`. */
function schemeOf(key: string, trace: Trace): TraceStep | undefined {
  for (let end = key.lastIndexOf('.'); end > 0; end = key.lastIndexOf('.', end - 1)) {
    const step = trace.byKey.get(key.slice(0, end));
    if (step?.kind === 'raters') return step;
  }
  return undefined;
}

/** The nodes of the law that a step used. A fact that was given is the appraiser's word, not law, and does not count. */
function forEachNode(step: TraceStep, use: (id: string, standing: Standing) => void): void {
  const counts = step.kind === 'fact' ? step.source === 'default' : step.kind !== 'fired';
  if (counts) use(step.id, (step.kind === 'raters' && step.weights.standing) || step.origin.standing);
  for (const call of step.calls) {
    use(call.id, call.row?.standing ?? call.origin.standing);
    if (call.rounding?.plan.standing) use(`${call.id} (rounding)`, call.rounding.plan.standing);
  }
  if (step.kind !== 'term' || !step.rounding) return;
  for (const { plan } of step.rounding) if (plan.standing) use(`${step.id} (rounding)`, plan.standing);
}
