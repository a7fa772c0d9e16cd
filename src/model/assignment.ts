/**
 * Assignments: posts held beside or instead of the employee's own, such as Plt and Plh, as intervals.
 * In: nothing. Out: the zod schema of one assignment; the list is the fact `assignments`.
 */
import { choiceField, enumeration } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';
import { POST_KIND } from './employee.ts';

export const ASSIGNMENT_KIND = enumeration('assignmentKind', [
  ['definitive', 'Definitif', 'Holder of the post'],
  ['plt', 'Pelaksana tugas (Plt)', 'Acting while the post is vacant (Plt)'],
  ['plh', 'Pelaksana harian (Plh)', 'Acting while the holder is away (Plh)'],
  ['pj', 'Penjabat (Pj)', 'Appointed to the post for a time (Pj)'],
  ['additional', 'Tugas tambahan', 'Additional duty'],
]);

export const assignmentSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: 'Kode penugasan', en: 'Assignment id', about: 'What tells this assignment from others.' }),
    /** Holder, Plt, Plh, Pj or additional duty. */
    kind: choiceField(ASSIGNMENT_KIND, { id: 'Jenis penugasan', en: 'Kind of assignment', about: 'In which capacity the post is held.' }),
    /** Name of the post. */
    post: textField({ id: 'Nama jabatan', en: 'Post', about: 'The name of the post, as the tables of the ruleset write it.' }).optional(),
    /** Kind of the post. */
    postKind: choiceField(POST_KIND, { id: 'Jenis jabatan', en: 'Kind of post', about: 'The kind of the post.' }).optional(),
    /** Kelas jabatan: count, 1 to 17, step 1. */
    class: decimalField({
      id: 'Kelas jabatan',
      en: 'Job class',
      about: 'Kelas jabatan of the post.',
      unit: 'count',
      min: '1',
      max: '17',
      step: '1',
    }).optional(),
    /** Nilai jabatan: points, 0 to 10000, step 1. */
    jobValue: decimalField({
      id: 'Nilai jabatan',
      en: 'Job value',
      about: 'Nilai jabatan from the job evaluation.',
      unit: 'points',
      min: '0',
      max: '10000',
      step: '1',
    }).optional(),
    /** Office of the post. */
    unit: textField({ id: 'Unit kerja', en: 'Unit', about: 'The office of the post.' }).optional(),
    /** First day. */
    from: dateField({ id: 'Mulai', en: 'From', about: 'The first day of the assignment.' }),
    /** Last day; left out while it goes on. */
    to: dateField({ id: 'Sampai', en: 'To', about: 'The last day of the assignment; left out while it goes on.' }).optional(),
    /** Number of the decree. */
    decree: textField({ id: 'Nomor surat keputusan', en: 'Decree', about: 'The number of the decree.' }).optional(),
  },
  { name: 'assignment', id: 'Penugasan', en: 'Assignment', about: 'A post held for some time.' },
);
