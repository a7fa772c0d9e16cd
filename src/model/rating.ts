/**
 * Ratings by any number of raters per source, each on its declared scale.
 * In: nothing. Out: the zod schema of the ratings; their items are the fact `ratings`, the expected raters `raters.expected.<source>`.
 */
import { choiceField, enumeration } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { listField, recordField } from './fields/list-field.ts';
import { type NumberField, decimalField } from './fields/number-field.ts';
import { idField } from './fields/text-field.ts';

export const RATER_SOURCE = enumeration('raterSource', [
  ['supervisor', 'Atasan', 'Supervisor'],
  ['peer', 'Rekan kerja', 'Peer'],
  ['subordinate', 'Bawahan', 'Subordinate'],
  ['self', 'Diri sendiri', 'Self'],
  ['public', 'Masyarakat', 'Public'],
  ['stakeholder', 'Pemangku kepentingan', 'Stakeholder'],
]);

const scoreField = (id: string, en: string, about: string): NumberField =>
  decimalField({ id, en, about, unit: 'points', min: '-1000', max: '1000', step: '0.001' });

export const scaleSchema = recordField(
  {
    /** Lowest score that can be given: points, -1000 to 1000, step 0.001. */
    min: scoreField('Nilai terendah', 'Lowest', 'The lowest score that can be given.'),
    /** Highest score that can be given: points, -1000 to 1000, step 0.001. */
    max: scoreField('Nilai tertinggi', 'Highest', 'The highest score that can be given.'),
  },
  { name: 'scale', id: 'Skala', en: 'Scale', about: 'The scale on which a score was given.' },
);

export const ratingSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: 'Kode penilaian', en: 'Rating id', about: 'What tells this rating from others.' }).optional(),
    /** Supervisor, peer, subordinate, self, public or stakeholder. */
    source: choiceField(RATER_SOURCE, { id: 'Sumber penilaian', en: 'Source', about: 'In which role the rater rated.' }),
    /** Who rated; a made-up id where raters stay unknown. */
    rater: idField({ id: 'Penilai', en: 'Rater', about: 'Who rated; any distinct id where raters stay anonymous.' }),
    /** Criterion that was rated, as the ruleset writes it. */
    criterion: idField({ id: 'Kriteria', en: 'Criterion', about: 'The criterion that was rated, as the ruleset writes it.' }).optional(),
    /** Aspect that was rated, as the ruleset writes it. */
    aspect: idField({ id: 'Aspek', en: 'Aspect', about: 'The aspect that was rated, as the ruleset writes it.' }).optional(),
    /** Score: points, -1000 to 1000, step 0.001, and on its scale. */
    score: scoreField('Nilai', 'Score', 'The score given; it lies on its scale.'),
    scale: scaleSchema,
    /** Day of the rating. */
    on: dateField({ id: 'Tanggal penilaian', en: 'Rated on', about: 'The day of the rating.' }).optional(),
  },
  { name: 'rating', id: 'Penilaian', en: 'Rating', about: 'One score by one rater.' },
);

const expectedField = (id: string, en: string): NumberField =>
  decimalField({ id, en, about: 'How many raters of this source were asked.', unit: 'person', min: '0', max: '1000', step: '1' });

const expectedSchema = recordField(
  {
    /** Supervisors asked: person, 0 to 1000, step 1. */
    supervisor: expectedField('Jumlah atasan penilai', 'Supervisors asked').optional(),
    /** Peers asked: person, 0 to 1000, step 1. */
    peer: expectedField('Jumlah rekan kerja penilai', 'Peers asked').optional(),
    /** Subordinates asked: person, 0 to 1000, step 1. */
    subordinate: expectedField('Jumlah bawahan penilai', 'Subordinates asked').optional(),
    /** Whether the employee was asked: person, 0 to 1000, step 1. */
    self: expectedField('Penilaian diri', 'Self asked').optional(),
    /** Members of the public asked: person, 0 to 1000, step 1. */
    public: expectedField('Jumlah masyarakat penilai', 'Members of the public asked').optional(),
    /** Stakeholders asked: person, 0 to 1000, step 1. */
    stakeholder: expectedField('Jumlah pemangku kepentingan penilai', 'Stakeholders asked').optional(),
  },
  { name: 'expectedRaters', id: 'Penilai yang diminta', en: 'Raters asked', about: 'How many raters of each source were asked.', fact: 'raters.expected' },
);

export const ratingsSchema = recordField(
  {
    items: listField(ratingSchema, { id: 'Penilaian', en: 'Ratings', about: 'All ratings given.', maxItems: 5_000, fact: 'ratings' }),
    expected: expectedSchema.optional(),
  },
  { name: 'ratings', id: 'Penilaian', en: 'Ratings', about: 'Ratings given, and how many were asked for.' },
);
