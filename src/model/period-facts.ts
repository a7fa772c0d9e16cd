/**
 * Facts about the periods themselves, worked out from an appraisal: ids begin with `period.`.
 * In: the period assessed and the period paid. Out: the schema that the catalogue reads, and the values.
 */
import type * as z from 'zod';
import { daysBetween } from '../values/calendar-date.ts';
import { whole } from '../values/exact.ts';
import type { Appraisal } from './appraisal.ts';
import { choiceField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { PAYMENT_KIND } from './payment-kind.ts';

const ends = (idName: string, enName: string) => ({
  /** First day. */
  from: dateField({ id: `Awal ${idName}`, en: `First day of the ${enName}`, about: `The first day of the ${enName}.` }),
  /** Last day. */
  to: dateField({ id: `Akhir ${idName}`, en: `Last day of the ${enName}`, about: `The last day of the ${enName}.` }),
});

export const periodFactsSchema = recordField(
  {
    assessed: recordField(ends('periode penilaian', 'period assessed'), {
      name: 'assessedPeriod',
      id: 'Periode penilaian',
      en: 'Period assessed',
      about: 'The period that is assessed.',
    }),
    paid: recordField(
      {
        ...ends('periode pembayaran', 'period paid'),
        /** Regular, THR or thirteenth salary. */
        kind: choiceField(PAYMENT_KIND, { id: 'Jenis pembayaran', en: 'Kind of payment', about: 'Which payment it is.' }),
      },
      { name: 'paidPeriod', id: 'Periode pembayaran', en: 'Period paid', about: 'The period that is paid, when something is.' },
    ).optional(),
    /** Year in which the assessed period ends: year, 1900 to 2200, step 1. */
    year: decimalField({ id: 'Tahun', en: 'Year', about: 'The year in which the assessed period ends.', unit: 'year', min: '1900', max: '2200', step: '1' }),
    /** Quarter in which the assessed period ends: count, 1 to 4, step 1. */
    quarter: decimalField({
      id: 'Triwulan',
      en: 'Quarter',
      about: 'The quarter in which the assessed period ends.',
      unit: 'count',
      min: '1',
      max: '4',
      step: '1',
    }),
    /** Month in which the assessed period ends: count, 1 to 12, step 1. */
    month: decimalField({ id: 'Bulan', en: 'Month', about: 'The month in which the assessed period ends.', unit: 'count', min: '1', max: '12', step: '1' }),
    /** Calendar days of the assessed period: day, 1 to 110000, step 1. */
    days: decimalField({ id: 'Jumlah hari', en: 'Days', about: 'The calendar days of the assessed period.', unit: 'day', min: '1', max: '110000', step: '1' }),
  },
  { name: 'periodFacts', id: 'Periode', en: 'Periods', about: 'The periods of the appraisal.' },
);

/** The values of the `period.` facts. */
export function periodFacts({ assessed, paid }: Pick<Appraisal, 'assessed' | 'paid'>): z.output<typeof periodFactsSchema> {
  const { to } = assessed;
  return {
    assessed: { from: assessed.from, to },
    paid: paid && { from: paid.period.from, to: paid.period.to, kind: paid.kind },
    year: whole(to.year),
    quarter: whole(Math.ceil(to.month / 3)),
    month: whole(to.month),
    days: whole(daysBetween(assessed.from, to) + 1),
  };
}
