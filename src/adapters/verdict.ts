/**
 * What two opinions on a rule come to.
 * In: whether the rule fired when what is unknown was taken for false, and when it was taken for true. Out: a {@link Verdict}.
 */

/** Fired and not fired are certain; unknown means that it depends on facts which are not known, or on a fault. */
export type Verdict = 'fired' | 'notFired' | 'unknown';

export function verdictOf(surely: boolean, possibly: boolean): Verdict {
  if (surely !== possibly) return 'unknown';
  return surely ? 'fired' : 'notFired';
}
