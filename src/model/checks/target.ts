/**
 * Targets and realisations of indicators belong together.
 * In: an appraisal. Out: issues for a realisation without target, a target of zero, a reversed or half target range.
 */
import { compare, isNegative, isZero, toText } from '../../values/exact.ts';
import { type InputIssue, inputIssue } from '../input-error.ts';
import type { AppraisalCheck, SoundAppraisal } from './check.ts';

type Indicator = NonNullable<NonNullable<SoundAppraisal['indicators']>[number]>;

export const target: AppraisalCheck = ({ indicators }, issues, faulty) => {
  indicators?.forEach((indicator, index) => {
    if (!indicator) return;
    const add = (code: string, field: string, message: string, mend: string): void =>
      void issues.push(inputIssue(code, ['indicators', index, field], message, mend));
    const lacks: Lacks = (field) => !indicator[field] && !faulty(['indicators', index, field]);
    if (faulty(['indicators', index, 'polarity'])) return;
    if (indicator.polarity === 'range') checkRange(indicator, lacks, add);
    else checkTarget(indicator, lacks, add);
    if (indicator.tolerance && isNegative(indicator.tolerance))
      add('indicator/tolerance', 'tolerance', `A tolerance of ${toText(indicator.tolerance)} is negative.`, 'A tolerance is a distance: give 0 or more.');
  });
};

type Lacks = (field: 'target' | 'targetLow' | 'targetHigh' | 'tolerance' | 'previousTarget') => boolean;
type Add = (code: InputIssue['code'], field: string, message: string, mend: string) => void;

const ZERO_MEND: Readonly<Record<string, string>> = {
  higher: 'Agree on a target above zero, or leave the indicator out.',
  lower: 'Agree on a range (polarity range, with targetLow and targetHigh), or count what went well and use polarity higher.',
  near: 'Give a tolerance, or agree on a range (polarity range, with targetLow and targetHigh).',
};

function checkTarget(indicator: Indicator, lacks: Lacks, add: Add): void {
  const { polarity = 'higher', realisation, target: agreed } = indicator;
  if (realisation && lacks('target'))
    add(
      'indicator/no-target',
      'realisation',
      `A realisation of ${toText(realisation)} stands without a target.`,
      'Give the target that was agreed, or leave the realisation out.',
    );
  if (agreed && isZero(agreed) && (polarity !== 'near' || lacks('tolerance'))) {
    add(
      'indicator/target-zero',
      'target',
      `A target of 0 with polarity ${polarity} cannot be compared with: the realisation would be divided by zero.`,
      ZERO_MEND[polarity]!,
    );
  }
  if (indicator.previousRealisation && lacks('previousTarget') && lacks('target')) {
    add(
      'indicator/no-target',
      'previousRealisation',
      `A previous realisation of ${toText(indicator.previousRealisation)} stands without any target.`,
      'Give previousTarget or target, or leave the previous realisation out.',
    );
  }
}

function checkRange(indicator: Indicator, lacks: Lacks, add: Add): void {
  const { targetLow, targetHigh, realisation } = indicator;
  if (targetLow && targetHigh && compare(targetLow, targetHigh) > 0) {
    add(
      'indicator/target-range',
      'targetLow',
      `The target range begins at ${toText(targetLow)}, above its end at ${toText(targetHigh)}.`,
      'Exchange targetLow and targetHigh, or correct one of them.',
    );
  }
  if (realisation && (lacks('targetLow') || lacks('targetHigh'))) {
    add(
      'indicator/no-target',
      'realisation',
      `A realisation of ${toText(realisation)} stands without a whole target range.`,
      'Give targetLow and targetHigh, or leave the realisation out.',
    );
  }
}
