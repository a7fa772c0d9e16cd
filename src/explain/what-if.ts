/**
 * What follows when one quantity alone is another: the terms that rest on it are evaluated again.
 * In: a ruleset, a trace, a key and its other value. Out: the values that change; what would need rules to be decided again is left out.
 */
import { evaluateBody } from '../engine/evaluate-body.ts';
import { roundResult } from '../engine/round-result.ts';
import type { Run } from '../engine/run.ts';
import type { Trace } from '../engine/trace.ts';
import type { TermStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Result, isList } from '../values/result.ts';
import { replay } from './replay.ts';

/** The values of all terms that would change, by key; a key that cannot be told is absent. */
export function whatIf(ruleset: Ruleset, trace: Trace, key: string, value: Result): ReadonlyMap<string, Result> {
  const run = replay(ruleset, trace);
  run.values.set(key, value);
  const changed = new Map<string, Result>([[key, value]]);
  /** What rests on rules or on what cannot be told. */
  const untold = new Set<string>();
  for (const step of ruleset.plan.steps) {
    if (changed.has(step.key)) continue;
    if (step.reads.some((read) => untold.has(read))) untold.add(step.key);
    else if (step.reads.some((read) => changed.has(read))) {
      if (step.kind === 'term') {
        const result = evaluateTerm(step, run);
        run.values.set(step.key, result);
        changed.set(step.key, result);
      } else if (step.kind !== 'payment') untold.add(step.key);
    }
  }
  return changed;
}

function evaluateTerm(step: TermStep, run: Run): Result {
  const { body, each, round } = step;
  const list = each && run.evaluate(each.list);
  const exact: Result = !each
    ? evaluateBody(body, run).result
    : isList(list!)
      ? list.map((member) => evaluateBody(body, run, new Map([[each.local, member]])).result)
      : list!;
  return round ? roundResult(exact, round).result : exact;
}
