/**
 * Ratings of earlier periods, for rules such as "good in two years running".
 * In: nothing. Out: the zod schema of one earlier rating; the list is the fact `previous`.
 */
import { periodField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField } from './fields/text-field.ts';

export const previousRatingSchema = recordField(
  {
    /** Period that was rated. */
    period: periodField({ id: 'Periode', en: 'Period', about: 'The period that was rated.' }),
    /** Rating, as the ruleset writes it. */
    rating: idField({ id: 'Predikat', en: 'Rating', about: 'The rating, as the ruleset writes it.' }),
    /** Score: points, 0 to 1000, step 0.001. */
    score: decimalField({ id: 'Nilai', en: 'Score', about: 'The score.', unit: 'points', min: '0', max: '1000', step: '0.001' }).optional(),
  },
  { name: 'previousRating', id: 'Penilaian terdahulu', en: 'Earlier rating', about: 'The rating of an earlier period.' },
);
