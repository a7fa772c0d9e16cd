/**
 * All values that a run computed, by the names that rules read them under.
 * In: the trace of an appraisal. Out: results by key; the scores and presences of rater schemes under their own ids.
 */
import type { Trace } from '../engine/trace.ts';
import type { Result } from '../values/result.ts';

/**
 * The facts, parameters, terms, scores and fired lists of an appraisal.
 * @example
 * const verdicts = await toEngine(ruleset).run(factsOfTrace(appraise(ruleset, appraisal).trace));
 */
export function factsOfTrace(trace: Trace): ReadonlyMap<string, Result> {
  const facts = new Map<string, Result>();
  for (const step of trace.byKey.values()) {
    if (step.kind === 'rule' || step.kind === 'payment' || step.kind === 'carry') continue;
    if (step.kind !== 'raters') {
      facts.set(step.key, step.result);
      continue;
    }
    facts.set(`${step.id}.score`, step.result);
    for (const { source, score, present } of step.sources) {
      const open = typeof score === 'object' && 'kind' in score && (score.kind === 'unknown' || score.kind === 'fault');
      facts.set(`${step.id}.${source}.score`, score).set(`${step.id}.${source}.present`, open ? score : present);
    }
    for (const [criterion, score] of step.criteria) facts.set(`${step.id}.criterion.${criterion}`, score);
  }
  return facts;
}
