/**
 * Intervals run forwards, and the days of a leave are those between its dates.
 * In: an appraisal. Out: issues for assignments and leaves that end before they begin, for activities and ratings out of order.
 */
import { type CalendarDate, compareDates, daysBetween } from '../../values/calendar-date.ts';
import { compare, equals, ratio, toText } from '../../values/exact.ts';
import { inputIssue } from '../input-error.ts';
import type { AppraisalCheck } from './check.ts';

const reversed = (from: CalendarDate | undefined, to: CalendarDate | undefined): boolean =>
  from !== undefined && to !== undefined && compareDates(from, to) > 0;

export const intervals: AppraisalCheck = ({ assignments, leaves, activities }, issues) => {
  assignments?.forEach((assignment, index) => {
    if (!assignment || !reversed(assignment.from, assignment.to)) return;
    issues.push(
      inputIssue(
        'interval/reversed',
        ['assignments', index],
        `This assignment begins on ${assignment.from!}, after its end on ${assignment.to!}.`,
        'Exchange the two dates, or correct one of them.',
      ),
    );
  });
  leaves?.forEach((leave, index) => {
    if (!leave) return;
    const { from, to, days, workdays } = leave;
    if (reversed(from, to)) {
      issues.push(
        inputIssue(
          'interval/reversed',
          ['leaves', index],
          `This leave begins on ${from!}, after its end on ${to!}.`,
          'Exchange the two dates, or correct one of them.',
        ),
      );
      return;
    }
    const length = from && to && ratio(BigInt(daysBetween(from, to) + 1));
    if (length && days && !equals(length, days)) {
      issues.push(
        inputIssue(
          'leave/days',
          ['leaves', index, 'days'],
          `${toText(days)} days are given, but from ${from} to ${to} there are ${toText(length)}.`,
          'Leave days out: they are worked out from the dates.',
        ),
      );
    }
    if (length && workdays && compare(workdays, length) > 0) {
      issues.push(
        inputIssue(
          'leave/days',
          ['leaves', index, 'workdays'],
          `${toText(workdays)} working days are given, but from ${from} to ${to} there are only ${toText(length)} days.`,
          'Correct the working days or the dates.',
        ),
      );
    }
  });
  activities?.forEach((activity, index) => {
    if (!activity) return;
    const { done, submitted, approved, rejected } = activity;
    if (reversed(done, submitted))
      issues.push(
        inputIssue(
          'activity/order',
          ['activities', index, 'submitted'],
          `This activity was submitted on ${submitted!}, before it was done on ${done!}.`,
          'Correct one of the two dates.',
        ),
      );
    if (reversed(submitted, approved))
      issues.push(
        inputIssue(
          'activity/order',
          ['activities', index, 'approved'],
          `This activity was approved on ${approved!}, before it was submitted on ${submitted!}.`,
          'Correct one of the two dates.',
        ),
      );
    if (approved && rejected)
      issues.push(
        inputIssue('activity/both', ['activities', index, 'rejected'], 'This activity is both approved and rejected.', 'Keep what was decided last.'),
      );
  });
};
