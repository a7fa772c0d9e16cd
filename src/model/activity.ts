/**
 * Activities: the daily work, with the days it was done, submitted and approved.
 * In: nothing. Out: the zod schema of one activity; the list is the fact `activities`.
 */
import { choiceField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';
import { WORK_KIND } from './indicator.ts';

export const activitySchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: 'Kode aktivitas', en: 'Activity id', about: 'What tells this activity from others.' }),
    /** What was done. */
    label: textField({ id: 'Aktivitas', en: 'Activity', about: 'What was done.', length: 500 }).optional(),
    /** Main or additional work. */
    work: choiceField(WORK_KIND, {
      id: 'Jenis aktivitas',
      en: 'Main or additional',
      about: 'Whether it belongs to the main or to additional work.',
    }).optional(),
    /** Id of the indicator that it serves. */
    indicator: idField({ id: 'Indikator', en: 'Indicator', about: 'The id of the indicator that it serves.' }).optional(),
    /** Time it took: minute, 0 to 1440, step 1. */
    minutes: decimalField({
      id: 'Waktu kerja',
      en: 'Minutes',
      about: 'The time it took, or its standard time.',
      unit: 'minute',
      min: '0',
      max: '1440',
      step: '1',
    }).optional(),
    /** Points of the activity: points, 0 to 100000, step 0.001. */
    points: decimalField({ id: 'Poin', en: 'Points', about: 'Points of the activity.', unit: 'points', min: '0', max: '100000', step: '0.001' }).optional(),
    /** Role in it, such as chair or participant, as the ruleset writes it. */
    role: idField({ id: 'Peran', en: 'Role', about: 'The role in it, such as chair, speaker or participant, as the ruleset writes it.' }).optional(),
    /** How many were done: count, 0 to 1000000, step 0.001. */
    volume: decimalField({ id: 'Volume', en: 'Volume', about: 'How many were done.', unit: 'count', min: '0', max: '1000000', step: '0.001' }).optional(),
    /** Day it was done. */
    done: dateField({ id: 'Tanggal pelaksanaan', en: 'Done', about: 'The day on which it was done.' }),
    /** Day it was submitted. */
    submitted: dateField({ id: 'Tanggal diajukan', en: 'Submitted', about: 'The day on which it was submitted.' }).optional(),
    /** Day the superior approved it. */
    approved: dateField({ id: 'Tanggal disetujui', en: 'Approved', about: 'The day on which the superior approved it.' }).optional(),
    /** Day the superior rejected it. */
    rejected: dateField({ id: 'Tanggal ditolak', en: 'Rejected', about: 'The day on which the superior rejected it.' }).optional(),
  },
  { name: 'activity', id: 'Aktivitas', en: 'Activity', about: 'One activity of the daily work.' },
);
