/**
 * Days of attendance fit themselves, the periods and the counts.
 * In: an appraisal. Out: issues for days outside both periods, wrong weeks and weekdays, minutes on days not worked, and counts that contradict the days.
 */
import { equals, isZero, ratio, toText } from '../../values/exact.ts';
import { includesDay, periodText } from '../../values/period.ts';
import { countDays } from '../attendance-counts.ts';
import { type InputIssue, inputIssue } from '../input-error.ts';
import { isoWeek } from '../iso-week.ts';
import type { AppraisalCheck, SoundAppraisal } from './check.ts';

type Day = NonNullable<NonNullable<NonNullable<SoundAppraisal['attendance']>['days']>[number]>;

/** From how many days outside on one finding speaks for all: the periods are wrong then, not the days. */
const MANY = 4;

export const attendance: AppraisalCheck = ({ attendance: given, assessed, paid }, issues) => {
  if (!given?.days) return;
  const outside: number[] = [];
  given.days.forEach((day, index) => {
    if (!day?.date) return;
    if (assessed && !includesDay(assessed, day.date) && !(paid?.period && includesDay(paid.period, day.date))) outside.push(index);
    checkDay(day, ['attendance', 'days', index], issues);
  });
  if (assessed && outside.length > 0) {
    const periods = `the period assessed (${periodText(assessed)})${paid?.period ? ` and the period paid (${periodText(paid.period)})` : ''}`;
    const told = outside.length < MANY ? outside : outside.slice(0, 1);
    for (const index of told) {
      const day = given.days[index]!.date!;
      const who = told.length < outside.length ? `${day} and ${outside.length - 1} more days lie` : `${day} lies`;
      issues.push(
        inputIssue('attendance/outside', ['attendance', 'days', index, 'date'], `${who} outside ${periods}.`, 'Leave such days out, or correct the period.'),
      );
    }
  }
  checkCounts(given, issues);
};

function checkDay(day: Day, path: readonly (string | number)[], issues: InputIssue[]): void {
  const add = (code: string, field: string, message: string, mend: string): void => void issues.push(inputIssue(code, [...path, field], message, mend));
  const { date, week, weekday, status, half, lateMinutes, earlyMinutes, workday, leaveKind } = day;
  if (week && !equals(week, ratio(BigInt(isoWeek(date!)))))
    add('attendance/week', 'week', `${date!} lies in week ${isoWeek(date!)}, not ${toText(week)}.`, 'Leave week out: it is worked out from the date.');
  if (weekday && !equals(weekday, ratio(BigInt(date!.weekday))))
    add(
      'attendance/weekday',
      'weekday',
      `${date!} is day ${date!.weekday} of its week, not ${toText(weekday)}.`,
      'Leave weekday out: it is worked out from the date.',
    );
  if (status === 'off' && workday === true)
    add('attendance/off', 'status', 'A working day cannot have the status off.', 'Give what the employee did that day, or workday false.');
  if (status && status !== 'present' && !half) {
    for (const [field, minutes] of [
      ['lateMinutes', lateMinutes],
      ['earlyMinutes', earlyMinutes],
    ] as const) {
      if (minutes && !isZero(minutes))
        add(
          'attendance/minutes',
          field,
          `${toText(minutes)} minutes are given for a day with the status ${status}.`,
          'Give 0, or the status present, or say which half of the day the status is about.',
        );
    }
  }
  if (leaveKind && status && status !== 'leave')
    add('attendance/leave', 'leaveKind', `A kind of leave is given for a day with the status ${status}.`, 'Leave leaveKind out, or give the status leave.');
}

function checkCounts({ days, counts }: NonNullable<SoundAppraisal['attendance']>, issues: InputIssue[]): void {
  if (!counts || !days || days.some((day) => !day?.status || day.workday === undefined || !day.lateMinutes || !day.earlyMinutes)) return;
  const counted = countDays(days as Parameters<typeof countDays>[0]);
  for (const [name, count] of counted) {
    const given = counts[name];
    if (given && !equals(given, count)) {
      issues.push(
        inputIssue(
          'attendance/counts',
          ['attendance', 'counts', name],
          `${toText(given)} is given, but the days add up to ${toText(count)}.`,
          'Leave the counts out: they are worked out from the days.',
        ),
      );
    }
  }
}
