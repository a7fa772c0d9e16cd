/**
 * The finished run, put together again from its trace, so that parts of formulas can be evaluated once more.
 * In: a ruleset, a trace, and values to put in place of its own. Out: a {@link Run} that holds every value.
 */
import { Run } from '../engine/run.ts';
import type { Trace } from '../engine/trace.ts';
import type { Ruleset } from '../ruleset/resolve.ts';

export function replay(ruleset: Ruleset, trace: Trace): Run {
  const run = new Run(ruleset.plan);
  for (const [key, result] of trace.values) run.values.set(key, result);
  return run;
}
