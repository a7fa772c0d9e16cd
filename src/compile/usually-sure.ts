/**
 * Two programs for the same outputs: one for the usual record, one for all.
 * In: a program that may give a record up, and one that never does. Out: an evaluator.
 */
import type { Evaluator } from './closures-back-end.ts';
import { unfolded } from './list-columns.ts';
import type { Lowered } from './lowered.ts';

/** Records after which a program that gives up more than half of them is not asked again. */
const TRIED = 256;

/** @param general made when the first record needs it. */
export function usuallySure(sure: (facts: readonly Lowered[]) => readonly Lowered[] | undefined, general: () => Evaluator): Evaluator {
  let all: Evaluator | undefined;
  let tried = 0;
  let gone = 0;
  return (facts) => {
    if (gone < TRIED || 2 * gone < tried) {
      tried++;
      const out = answer(sure, facts);
      if (out !== undefined) return out;
      gone++;
    }
    all ??= general();
    return all(unfolded(facts));
  };
}

/** Whatever a program meets after it has given up may make it fail. */
function answer(sure: (facts: readonly Lowered[]) => readonly Lowered[] | undefined, facts: readonly Lowered[]): readonly Lowered[] | undefined {
  try {
    return sure(facts);
  } catch {
    return undefined;
  }
}
