/**
 * Strictness: an outcome whose derivation used a placeholder is refused, and the placeholder named.
 * In: an outcome. Out: nothing, or a {@link PlaceholderError}.
 */
import type { AppraisalOutcome } from './appraise.ts';

/** The outcome rests on numbers that no text of law was found for. */
export class PlaceholderError extends Error {
  override readonly name = 'PlaceholderError';
  readonly code = 'standing/placeholder';
  constructor(readonly placeholders: readonly string[]) {
    super(
      `The outcome rests on ${placeholders.length === 1 ? 'a placeholder' : `${placeholders.length} placeholders`}: ${placeholders.join(', ')}. Find the text and raise their standing, or appraise without strictness.`,
    );
  }
}

/**
 * @throws PlaceholderError when the derivation of the outcome used a placeholder.
 * @example refusePlaceholders(appraise(ruleset, appraisal));
 */
export function refusePlaceholders(outcome: AppraisalOutcome): void {
  if (outcome.standing.placeholders.length > 0) throw new PlaceholderError(outcome.standing.placeholders);
}
