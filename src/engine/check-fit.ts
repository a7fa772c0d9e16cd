/**
 * Checks that an appraisal's periods fit the ruleset: its cycle, and the days on which the resolved law holds.
 * In: a ruleset, an appraisal. Out: input issues.
 */
import type { Appraisal } from '../model/appraisal.ts';
import { type InputIssue, inputIssue } from '../model/input-error.ts';
import type { Ruleset, Validity } from '../ruleset/resolve.ts';
import { type Period, type PeriodLength, isCalendarPeriod, nextPeriod, periodText } from '../values/period.ts';

const LENGTH_WORDS: Readonly<Record<PeriodLength, string>> = {
  month: 'a calendar month',
  quarter: 'a quarter',
  halfYear: 'a half year',
  year: 'a calendar year',
};

export function checkFit(ruleset: Ruleset, appraisal: Appraisal): readonly InputIssue[] {
  const issues: InputIssue[] = [];
  const { assessed, paid } = appraisal;
  checkValidity('assessed', assessed, ruleset.validity.assessed, ruleset.id, issues);
  if (paid) {
    if (ruleset.validity.paid) checkValidity('paid', paid.period, ruleset.validity.paid, ruleset.id, issues);
    else
      issues.push(
        inputIssue(
          'period/no-payment',
          ['paid'],
          'The appraisal pays, but the ruleset was resolved without a paid period.',
          'Resolve it with { assessed, paid }.',
        ),
      );
  } else if (ruleset.validity.paid) {
    issues.push(
      inputIssue(
        'period/no-payment',
        ['paid'],
        'The ruleset was resolved for a payment, but the appraisal has no paid period.',
        'Add "paid", or resolve the ruleset for the assessed period alone.',
      ),
    );
  }
  const { cycle } = ruleset;
  if (!cycle) return issues;
  if (!isCalendarPeriod(assessed, cycle.assesses))
    issues.push(
      inputIssue(
        'period/cycle',
        ['assessed'],
        `The assessed period ${periodText(assessed)} is not ${LENGTH_WORDS[cycle.assesses]}, as "${ruleset.id}" assesses.`,
        `Give ${LENGTH_WORDS[cycle.assesses]}.`,
      ),
    );
  if (!paid) return issues;
  if (paid.kind === 'regular' && !isCalendarPeriod(paid.period, cycle.pays))
    issues.push(
      inputIssue(
        'period/cycle',
        ['paid', 'period'],
        `The paid period ${periodText(paid.period)} is not ${LENGTH_WORDS[cycle.pays]}, as "${ruleset.id}" pays.`,
        `Give ${LENGTH_WORDS[cycle.pays]}.`,
      ),
    );
  const wanted = cycle.ratingActs === 'samePeriod' ? assessed : cycle.ratingActs === 'nextPeriod' ? nextPeriod(assessed, cycle.assesses) : undefined;
  if (wanted && !within(paid.period, wanted)) {
    issues.push(
      inputIssue(
        'period/acts',
        ['paid', 'period'],
        `The paid period ${periodText(paid.period)} lies outside ${periodText(wanted)}, on which this assessment acts.`,
        'Give the assessment that decides this payment.',
      ),
    );
  } else if (paid.period.to.epochDay < assessed.from.epochDay) {
    issues.push(inputIssue('period/acts', ['paid', 'period'], `The paid period ${periodText(paid.period)} lies before the assessed period.`, 'Exchange them.'));
  }
  return issues;
}

const within = (inner: Period, outer: Period): boolean => inner.from.epochDay >= outer.from.epochDay && inner.to.epochDay <= outer.to.epochDay;

function checkValidity(name: 'assessed' | 'paid', period: Period, validity: Validity, id: string, issues: InputIssue[]): void {
  const { from, to } = validity;
  if (period.to.epochDay >= from.epochDay && (!to || period.to.epochDay <= to.epochDay)) return;
  issues.push(
    inputIssue(
      'period/outside-ruleset',
      name === 'assessed' ? ['assessed'] : ['paid', 'period'],
      `The ${name} period ends on ${period.to}, and "${id}" was resolved for the law of ${from} to ${to ? String(to) : 'now'}.`,
      'Resolve the ruleset for the periods of the appraisal.',
    ),
  );
}
