/**
 * Which payments rest on which versions: what each payment reads, and what that reads, at every date.
 * In: a checked ruleset. Out: for each version, the payments that rest on it and how many steps away the nearest is.
 */
import type { Callable, Origin, Plan, PlanStep } from '../ruleset/plan.ts';
import type { CheckedInterval } from './check-ruleset.ts';

export interface Reach {
  /** `ruleset payment`, each once. */
  readonly payments: ReadonlySet<string>;
  /** Steps between the nearest payment and the version; 0 is the payment itself. */
  readonly distance: number;
}

/** The name under which {@link paymentReach} keeps a version. */
export const versionName = (ruleset: string, id: string, from: string | undefined): string => JSON.stringify([ruleset, id, from ?? '']);

export function paymentReach(id: string, intervals: readonly CheckedInterval[]): ReadonlyMap<string, Reach> {
  const found = new Map<string, { payments: Set<string>; distance: number }>();
  for (const { ruleset } of intervals) {
    if (!ruleset) continue;
    const { plan } = ruleset;
    for (const payment of plan.steps.filter((step) => step.kind === 'payment')) {
      for (const [name, distance] of reachedFrom(plan, payment)) {
        const known = found.get(name) ?? { payments: new Set<string>(), distance };
        known.payments.add(`${id} ${payment.id}`);
        known.distance = Math.min(known.distance, distance);
        found.set(name, known);
      }
    }
  }
  return found;
}

/** Breadth first, so that the first visit is the nearest. A rule that excludes a payment is read by it. */
function reachedFrom(plan: Plan, payment: PlanStep): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  const seen = new Set<PlanStep | Callable>([payment]);
  let edge: readonly (PlanStep | Callable)[] = [payment, ...plan.steps.filter((step) => step.kind === 'rule' && step.event.payment === payment.id)];
  for (let distance = 0; edge.length > 0; distance++) {
    const next: (PlanStep | Callable)[] = [];
    for (const each of edge) {
      for (const origin of originsOf(each)) {
        const name = versionName(origin.ruleset, each.id, origin.from);
        if (!names.has(name)) names.set(name, distance);
      }
      for (const key of 'reads' in each ? each.reads : []) {
        const read = plan.callables.get(key) ?? plan.byKey.get(key) ?? schemeOf(plan, key);
        if (!read || seen.has(read)) continue;
        seen.add(read);
        next.push(read);
      }
    }
    edge = next;
  }
  return names;
}

const originsOf = (each: PlanStep | Callable): readonly Origin[] => (each.kind === 'dated' ? each.versions.map(({ origin }) => origin) : [each.origin]);

/** `conduct.peer.score` is an output of the scheme `conduct`. */
function schemeOf(plan: Plan, key: string): PlanStep | undefined {
  const segments = key.split('.');
  for (let length = segments.length - 1; length > 0; length--) {
    const step = plan.byKey.get(segments.slice(0, length).join('.'));
    if (step?.kind === 'raters') return step;
  }
  return undefined;
}
