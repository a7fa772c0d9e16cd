/**
 * Effects say since when and until when they hold.
 * In: an appraisal. Out: issues for imposed effects without start, ends before starts, months that do not fit, and effects that cover a paid period only in part.
 */
import { type CalendarDate, addDays, addMonths, compareDates } from '../../values/calendar-date.ts';
import { numerator, toText } from '../../values/exact.ts';
import { coverage, lastDayOf } from '../effect-span.ts';
import { inputIssue } from '../input-error.ts';
import type { AppraisalCheck } from './check.ts';

const monthText = (date: CalendarDate): string => date.toString().slice(0, 7);

export const effects: AppraisalCheck = ({ effects: list, paid }, issues, faulty) => {
  list?.forEach((effect, index) => {
    if (!effect) return;
    const { status, starts, ends, months } = effect;
    const add = (code: string, field: string, message: string, mend: string): void =>
      void issues.push(inputIssue(code, ['effects', index, field], message, mend));
    if (status === 'imposed' && !starts && !faulty(['effects', index, 'starts']))
      add('effect/no-start', 'starts', 'This effect is imposed, but the month in which it starts is missing.', 'Give starts, such as "2024-07".');
    if (starts && ends && compareDates(ends, starts) < 0) {
      add(
        'effect/reversed',
        'ends',
        `This effect ends in ${monthText(ends)}, before it starts in ${monthText(starts)}.`,
        'Exchange the two months, or correct one of them.',
      );
      return;
    }
    if (starts && ends && months && status === 'imposed' && compareDates(ends, addDays(addMonths(starts, Number(numerator(months))), -1)) !== 0) {
      add(
        'effect/months',
        'months',
        `${toText(months)} months are given, but from ${monthText(starts)} to ${monthText(ends)} there are ${monthsBetween(starts, ends)}.`,
        'Leave one of months and ends out, or correct it.',
      );
      return;
    }
    if (paid?.period && status === 'imposed' && coverage(effect, paid.period) === 'part') {
      const last = lastDayOf(effect);
      add(
        'effect/part',
        'starts',
        `This effect holds from ${monthText(starts!)}${last ? ` to ${monthText(last)}` : ''} and so for a part of the paid period only.`,
        'Pay month by month, so that each month is cut or not.',
      );
    }
  });
};

const monthsBetween = (starts: CalendarDate, ends: CalendarDate): number => (ends.year - starts.year) * 12 + ends.month - starts.month + 1;
