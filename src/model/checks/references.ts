/**
 * What points at something else points at something that is there, and earlier things are earlier.
 * In: an appraisal. Out: issues for activities of unknown indicators, earlier ratings that are not earlier, a carry from the future.
 */
import { compareDates } from '../../values/calendar-date.ts';
import { periodText } from '../../values/period.ts';
import { didYouMean } from '../../values/suggest.ts';
import { quoted } from '../fields/refusal.ts';
import { inputIssue } from '../input-error.ts';
import type { AppraisalCheck } from './check.ts';

export const references: AppraisalCheck = ({ activities, indicators, previous, assessed, carry }, issues, faulty) => {
  if (indicators && activities && !faulty(['indicators'])) {
    const known = new Set(indicators.map((indicator) => indicator?.id));
    activities.forEach((activity, index) => {
      if (activity?.indicator === undefined || known.has(activity.indicator) || known.has(undefined)) return;
      const mend = didYouMean(activity.indicator, [...known] as string[], 'Give the id of an indicator of this appraisal, or leave it out.')!;
      issues.push(inputIssue('activity/indicator', ['activities', index, 'indicator'], `No indicator has the id ${quoted(activity.indicator)}.`, mend));
    });
  }
  if (!assessed) return;
  previous?.forEach((earlier, index) => {
    if (!earlier?.period || compareDates(earlier.period.to, assessed.to) < 0) return;
    issues.push(
      inputIssue(
        'previous/later',
        ['previous', index, 'period'],
        `The period ${periodText(earlier.period)} does not end before the assessed one (${periodText(assessed)}).`,
        'List only ratings of earlier periods here.',
      ),
    );
  });
  if (carry?.through && compareDates(carry.through, assessed.to) >= 0) {
    issues.push(
      inputIssue(
        'carry/later',
        ['carry', 'through'],
        `The carry reaches to ${carry.through}, not to a day before the end of the assessed period on ${assessed.to}.`,
        'Give the carry that the outcome of the period before returned.',
      ),
    );
  }
};
