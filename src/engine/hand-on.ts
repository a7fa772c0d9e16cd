/**
 * What a carry hands on: a value that the next appraisal takes.
 * In: what its formula came to. Out: the same, or a {@link Fault} where its exact text is too long to be given back.
 */
import { LONGEST_CARRY } from '../model/carry.ts';
import { isExact, toText } from '../values/exact.ts';
import { Fault, type Result } from '../values/result.ts';

export function handOn(id: string, result: Result): Result {
  const length = isExact(result) ? toText(result).length : 0;
  if (length <= LONGEST_CARRY) return result;
  return new Fault(
    'carry/too-long',
    `What "${id}" hands on has ${length} characters when written exactly, and a carry holds at most ${LONGEST_CARRY}: let it name a term that rounds.`,
  );
}
