/**
 * What a cross-field check of an appraisal is.
 * In: nothing. Out: the {@link AppraisalCheck} type and a helper for repeated keys.
 */
import type { Appraisal } from '../appraisal.ts';
import { type InputIssue, inputIssue } from '../input-error.ts';
import type { Check } from '../read-input.ts';
import type { Sound } from '../sound.ts';

export type AppraisalCheck = Check<Appraisal>;
export type SoundAppraisal = Sound<Appraisal>;

/** An issue for each member whose key an earlier member already has. */
export function repeatedKeys<T>(
  members: readonly (T | undefined)[] | undefined,
  path: readonly (string | number)[],
  keyOf: (member: T) => string | undefined,
  say: (key: string, first: number) => readonly [code: string, message: string, mend: string],
  issues: InputIssue[],
): void {
  if (!members || members.length < 2) return;
  const first = new Map<string, number>();
  members.forEach((member, index) => {
    const key = member && keyOf(member);
    if (key === undefined) return;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, index);
    else {
      const [code, message, mend] = say(key, earlier);
      issues.push(inputIssue(code, [...path, index], message, mend));
    }
  });
}
