/**
 * The appraisal: everything about one employee, the period assessed and the period paid.
 * In: nothing. Out: {@link appraisalSchema} and its types; `readAppraisal` reads one, the fact catalogue is derived from it.
 */
import * as z from 'zod';
import { activitySchema } from './activity.ts';
import { assignmentSchema } from './assignment.ts';
import { attendanceSchema } from './attendance.ts';
import { carrySchema } from './carry.ts';
import { documentSchema } from './document.ts';
import { effectSchema } from './effect.ts';
import { employeeSchema } from './employee.ts';
import { choiceField } from './fields/choice-field.ts';
import { periodField } from './fields/date-field.ts';
import { noted } from './fields/field-note.ts';
import { ID_KEY, isIdKey } from './fields/id-key.ts';
import { listField, recordField } from './fields/list-field.ts';
import { idField } from './fields/text-field.ts';
import { indicatorSchema } from './indicator.ts';
import { type JsonValue, frozenJson } from './json-value.ts';
import { leaveSchema } from './leave.ts';
import { organisationSchema } from './organisation.ts';
import { PAYMENT_KIND } from './payment-kind.ts';
import { previousRatingSchema } from './previous-rating.ts';
import { UNSOUND, isPlainRecord, readsQuickly } from './quick-read.ts';
import { ratingsSchema } from './rating.ts';

const paidSchema = recordField(
  {
    /** Period that is paid: a month, unless the ruleset pays otherwise. */
    period: periodField({ id: 'Periode pembayaran', en: 'Period paid', about: 'The period that is paid.' }),
    /** Regular, THR or thirteenth salary. */
    kind: choiceField(PAYMENT_KIND, { id: 'Jenis pembayaran', en: 'Kind of payment', about: 'Which payment it is.' }),
  },
  { name: 'paid', id: 'Pembayaran', en: 'Payment', about: 'What is paid, when something is.', fact: null },
);

const ownFactsSchema = noted(
  z.record(ID_KEY, z.unknown() as unknown as z.ZodType<JsonValue, JsonValue>).transform((facts): ReadonlyMap<string, JsonValue> => ownFacts(facts)),
  { id: 'Fakta khusus', en: 'Own facts', about: 'Facts that the ruleset itself declares, by id.', fact: null },
);
const ownFacts = (facts: Readonly<Record<string, JsonValue>>): Map<string, JsonValue> =>
  new Map(Object.entries(facts).map(([id, value]) => [id, frozenJson(value)]));
readsQuickly(ownFactsSchema, (written) =>
  isPlainRecord(written) && Reflect.ownKeys(written).every(isIdKey) ? ownFacts(written as Readonly<Record<string, JsonValue>>) : UNSOUND,
);

export const appraisalSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: 'Kode penilaian', en: 'Appraisal id', about: 'What tells this appraisal from others.', fact: null }).optional(),
    employee: employeeSchema,
    /** Period that is assessed. */
    assessed: periodField({ id: 'Periode penilaian', en: 'Period assessed', about: 'The period that is assessed.', fact: null }),
    paid: paidSchema.optional(),
    assignments: listField(assignmentSchema, {
      id: 'Penugasan',
      en: 'Assignments',
      about: 'Posts held, Plt and Plh among them.',
      maxItems: 50,
      key: 'id',
    }).optional(),
    leaves: listField(leaveSchema, { id: 'Cuti', en: 'Leaves', about: 'Leaves that touch the periods.', maxItems: 100 }).optional(),
    documents: listField(documentSchema, { id: 'Dokumen', en: 'Documents', about: 'Documents handed in.', maxItems: 200 }).optional(),
    indicators: listField(indicatorSchema, { id: 'Indikator', en: 'Indicators', about: 'Agreed targets and indicators.', maxItems: 100, key: 'id' }).optional(),
    activities: listField(activitySchema, { id: 'Aktivitas', en: 'Activities', about: 'Activities of the period.', maxItems: 5_000, key: 'id' }).optional(),
    ratings: ratingsSchema.optional(),
    attendance: attendanceSchema.optional(),
    organisation: organisationSchema.optional(),
    previous: listField(previousRatingSchema, {
      id: 'Penilaian terdahulu',
      en: 'Earlier ratings',
      about: 'Ratings of earlier periods, oldest first.',
      maxItems: 100,
    }).optional(),
    effects: listField(effectSchema, {
      id: 'Akibat',
      en: 'Effects',
      about: 'Sanctions, holds and blocks; as a fact, only those in force for the period.',
      maxItems: 200,
      key: 'key',
      fact: 'effects.active',
    }).optional(),
    carry: carrySchema.optional(),
    /** Facts that the ruleset itself declares, by id, as plain JSON; the ruleset reads them by their types. */
    facts: ownFactsSchema.optional(),
  },
  { name: 'appraisal', id: 'Penilaian', en: 'Appraisal', about: 'All that is known about one employee for one period.' },
);

/** An appraisal as a developer writes it: plain JSON. */
export type AppraisalInput = z.input<typeof appraisalSchema>;
/** An appraisal as read: exact numbers, dates, periods. Frozen. */
export type Appraisal = z.output<typeof appraisalSchema>;
