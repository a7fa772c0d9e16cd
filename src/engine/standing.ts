/**
 * How sure an outcome is: which nodes its derivation used, and with which standing.
 * In: a trace, the keys that the outcome rests on. Out: counts by standing, the placeholders by name, and the worst standing of each root.
 */
import type { Standing } from '../ruleset/schema.ts';
import type { Trace, TraceStep } from './trace.ts';

export interface UsedNode {
  readonly id: string;
  readonly standing: Standing;
}

/** From the surest to the least sure. */
const RANK: Readonly<Record<Standing, number>> = { confirmed: 0, derived: 1, reported: 2, placeholder: 3 };

export const worseStanding = (a: Standing, b: Standing): Standing => (RANK[b] > RANK[a] ? b : a);

/** Every node in the derivation of `roots`, each once. A fact that was given is the appraiser's word, not law, and does not count. */
export function usedNodes(trace: Trace, roots: readonly string[]): readonly UsedNode[] {
  const used = new Map<string, UsedNode>();
  const seen = new Set<string>();
  const stack = [...roots];
  while (stack.length > 0) {
    const key = stack.pop()!;
    if (seen.has(key)) continue;
    seen.add(key);
    const step = trace.byKey.get(key) ?? trace.byKey.get(schemeOf(key, trace));
    if (!step) continue;
    for (const node of ownNodes(step)) used.set(`${node.id} ${node.standing}`, node);
    stack.push(...step.inputs);
  }
  return [...used.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** `conduct.peer.score` is an output of the scheme `conduct`. */
function schemeOf(key: string, trace: Trace): string {
  const segments = key.split('.');
  for (let length = segments.length - 1; length > 0; length--) {
    const prefix = segments.slice(0, length).join('.');
    if (trace.byKey.get(prefix)?.kind === 'raters') return prefix;
  }
  return key;
}

function ownNodes(step: TraceStep): readonly UsedNode[] {
  const nodes: UsedNode[] = [];
  const counts = step.kind === 'fact' ? step.source === 'default' : step.kind !== 'fired';
  if (counts) nodes.push({ id: step.id, standing: (step.kind === 'raters' && step.weights.standing) || step.origin.standing });
  for (const call of step.calls) {
    nodes.push({ id: call.id, standing: call.row?.standing ?? call.origin.standing });
    if (call.rounding?.plan.standing) nodes.push({ id: `${call.id} (rounding)`, standing: call.rounding.plan.standing });
  }
  if (step.kind === 'term')
    for (const rounding of step.rounding ?? []) if (rounding.plan.standing) nodes.push({ id: `${step.id} (rounding)`, standing: rounding.plan.standing });
  return nodes;
}
