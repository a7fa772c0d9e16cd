/**
 * Ratings lie on their declared scales.
 * In: an appraisal. Out: an issue for each scale without extent and each score off its scale.
 */
import { compare, toText } from '../../values/exact.ts';
import { inputIssue } from '../input-error.ts';
import type { AppraisalCheck } from './check.ts';

export const scale: AppraisalCheck = ({ ratings }, issues) => {
  ratings?.items?.forEach((rating, index) => {
    const { min, max } = rating?.scale ?? {};
    if (!rating || !min || !max) return;
    const path = ['ratings', 'items', index];
    if (compare(min, max) >= 0) {
      issues.push(inputIssue('rating/scale', [...path, 'scale'], `A scale from ${toText(min)} to ${toText(max)} has no extent.`, 'Give a max above the min.'));
    } else if (rating.score && (compare(rating.score, min) < 0 || compare(rating.score, max) > 0)) {
      issues.push(
        inputIssue(
          'rating/off-scale',
          [...path, 'score'],
          `The score ${toText(rating.score)} lies off its scale of ${toText(min)} to ${toText(max)}.`,
          'Correct the score, or the scale on which it was given.',
        ),
      );
    }
  });
};
