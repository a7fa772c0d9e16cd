/**
 * Leaves, as intervals.
 * In: nothing. Out: the zod schema of one leave; the list is the fact `leaves`.
 */
import { choiceField, enumeration, yesNoField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';

export const LEAVE_KIND = enumeration('leaveKind', [
  ['annual', 'Cuti tahunan', 'Annual leave'],
  ['sick', 'Cuti sakit', 'Sick leave'],
  ['long', 'Cuti besar', 'Long leave'],
  ['maternity', 'Cuti melahirkan', 'Maternity leave'],
  ['importantReason', 'Cuti karena alasan penting', 'Leave for an important reason'],
  ['collective', 'Cuti bersama', 'Collective leave'],
  ['unpaid', 'Cuti di luar tanggungan negara (CLTN)', 'Unpaid leave'],
]);

export const leaveSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: 'Kode cuti', en: 'Leave id', about: 'What tells this leave from others.' }).optional(),
    /** Annual, sick, long, maternity, important reason, collective or unpaid. */
    kind: choiceField(LEAVE_KIND, { id: 'Jenis cuti', en: 'Kind of leave', about: 'The kind of leave.' }),
    /** First day. */
    from: dateField({ id: 'Mulai', en: 'From', about: 'The first day of the leave.' }),
    /** Last day. */
    to: dateField({ id: 'Sampai', en: 'To', about: 'The last day of the leave.' }),
    /** Calendar days, both ends included: day, 1 to 5000, step 1; worked out when left out. */
    days: decimalField({
      id: 'Lama cuti',
      en: 'Calendar days',
      about: 'Calendar days from the first to the last, both included; worked out when left out.',
      unit: 'day',
      min: '1',
      max: '5000',
      step: '1',
    }).optional(),
    /** Working days among them: day, 0 to 5000, step 0.5. */
    workdays: decimalField({
      id: 'Hari kerja cuti',
      en: 'Working days',
      about: 'The working days among them.',
      unit: 'day',
      min: '0',
      max: '5000',
      step: '0.5',
    }).optional(),
    /** Reason as the ruleset writes it, such as a death in the family. */
    reason: textField({ id: 'Alasan', en: 'Reason', about: 'The reason, as the ruleset writes it.' }).optional(),
    /** Whether a doctor's letter (or other proof) was handed in. */
    letter: yesNoField({ id: 'Surat keterangan', en: 'Letter handed in', about: 'Whether a letter of a doctor, or other proof, was handed in.' }).optional(),
    /** Whether in hospital. */
    hospital: yesNoField({ id: 'Rawat inap', en: 'In hospital', about: 'Whether the employee was in hospital.' }).optional(),
    /** Which birth it is, for maternity leave: count, 1 to 20, step 1. */
    birth: decimalField({
      id: 'Kelahiran ke-',
      en: 'Birth number',
      about: 'Which birth it is, for maternity leave.',
      unit: 'count',
      min: '1',
      max: '20',
      step: '1',
    }).optional(),
    /** Number of the decree. */
    decree: textField({ id: 'Nomor surat keputusan', en: 'Decree', about: 'The number of the decree.' }).optional(),
  },
  { name: 'leave', id: 'Cuti', en: 'Leave', about: 'A leave from its first to its last day.' },
);
