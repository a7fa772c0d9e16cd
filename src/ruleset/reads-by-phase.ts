/**
 * Which keys are read under the law of the assessed period, and which under that of the paid one.
 * In: the steps and callables of a plan. Out: two sets of keys, with what callables read on behalf of their callers.
 */
import type { Callable, PlanStep } from './plan.ts';
import { type Phase, phaseOf } from './stage.ts';

export function readsByPhase(steps: Iterable<PlanStep>, callables: ReadonlyMap<string, Callable>, pays: boolean): Readonly<Record<Phase, ReadonlySet<string>>> {
  const found: Record<Phase, Set<string>> = { assessed: new Set(), paid: new Set() };
  for (const step of steps) {
    const reads = found[phaseOfStep(step, pays)];
    const open = [...step.reads];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (reads.has(key)) continue;
      reads.add(key);
      const callable = callables.get(key);
      if (callable?.kind === 'function') open.push(...callable.reads);
    }
  }
  return found;
}

function phaseOfStep(step: PlanStep, pays: boolean): Phase {
  if ('stage' in step) return phaseOf(step.stage);
  return pays && (step.kind === 'payment' || step.kind === 'carry') ? 'paid' : 'assessed';
}
