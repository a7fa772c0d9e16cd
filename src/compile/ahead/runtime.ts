/**
 * Everything that a module made ahead of time runs with: bundled into one text without imports, which each module holds.
 * In: nothing. Out: what generated code calls and the constants it is compared with, by name, and what makes an evaluator of them.
 * A function or constant that the printers use and that is not exported here makes `compileModule` fail.
 */
export { callDate } from '../call-date.ts';
export { callExact } from '../call-exact.ts';
export { commonDenominator, lowestDenominator, productDenominator, quotientDenominator, quotientOver, reducedDenominator } from '../denominator.ts';
export { effectAnswer } from '../effect-answer.ts';
export { exactOf } from '../exact-of.ts';
export { findPiece } from '../find-piece.ts';
export { foldList } from '../fold-list.ts';
export { NOBODY, NO_MEMBERS, gather } from '../gather.ts';
export { BY_ZERO, EMPTY, NONE_MET, NO_MEMBER, isMissing, joinTruths, missingOf, worstOf } from '../missing.ts';
export {
  exactOfRatio,
  greaterRatio,
  knownRatio,
  lesserRatio,
  minusRatio,
  orderOfRatios,
  overRatio,
  pieceOfRatio,
  plusRatio,
  quickRatio,
  roundRatio,
  sizeOfRatio,
  timesRatio,
} from '../quick-ratio.ts';
export { readersOf } from '../rating-fields.ts';
export { roundBoundary, roundOff, roundWhole } from '../round-carried.ts';
export { answerPlace } from '../runs.ts';
export { firedList, memberAt, openOf, pieceExact, pieceNear, presence, quotientOf, rankIn, settledBy } from '../text-helpers.ts';
export { NONE, isFault } from '../../values/result.ts';

export { activityFits, daysOfLeave, forwards, gradeFits, isEarlier, leaveFits, onScale, pangkatOf, targetFits } from '../ingest/between-fields.ts';
export { newContext } from '../ingest/context.ts';
export { countDay, countOf, dayFits, effectFits, effectsInForce, resetCounts, weekOfDay, weekdayOfDay } from '../ingest/days-and-effects.ts';
export { ownNumberReader, readCarriedNumber } from '../ingest/exact-readers.ts';
export { keyOf } from '../ingest/finish-record.ts';
export { fittingPeriod, periodsMatch } from '../ingest/fitting-period.ts';
export { keysDiffer, keysKnown, rowsDiffer } from '../ingest/list-keys.ts';
export { firstDayOf, isPlainText, monthOf, readDay, readDecimal, readMonth, readPeriodDays } from '../ingest/written-values.ts';

export { AppraisalDeclined, evaluatorOf } from './evaluator.ts';
export { readData } from './read-data.ts';

/** In the stead of a reader that only the library has: records that need it are declined. */
export const readsNothing = (): undefined => undefined;
