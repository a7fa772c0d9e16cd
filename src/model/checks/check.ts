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

/** Up to so many members are compared one with another, which costs less than a key for each. */
const FEW = 16;

/**
 * An issue for each member whose key an earlier member already has.
 * @param alike whether two members may have the same key; asked first, where there are few of them.
 */
export function repeatedKeys<T>(
  members: readonly (T | undefined)[] | undefined,
  path: readonly (string | number)[],
  alike: (one: T, other: T) => boolean,
  keyOf: (member: T) => string | undefined,
  say: (key: string, first: number) => readonly [code: string, message: string, mend: string],
  issues: InputIssue[],
): void {
  if (!members || members.length < 2 || (members.length <= FEW && !someAlike(members, alike))) return;
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

function someAlike<T>(members: readonly (T | undefined)[], alike: (one: T, other: T) => boolean): boolean {
  for (let at = 1; at < members.length; at++) {
    const other = members[at];
    for (let before = 0; other !== undefined && before < at; before++) {
      const one = members[before];
      if (one !== undefined && alike(one, other)) return true;
    }
  }
  return false;
}
