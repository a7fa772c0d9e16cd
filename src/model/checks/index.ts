/**
 * All cross-field checks of an appraisal, in the order in which their faults are reported.
 * In: nothing. Out: the list.
 */
import { attendance } from './attendance.ts';
import type { AppraisalCheck } from './check.ts';
import { duplicates } from './duplicates.ts';
import { effects } from './effects.ts';
import { grade } from './grade.ts';
import { intervals } from './intervals.ts';
import { references } from './references.ts';
import { scale } from './scale.ts';
import { target } from './target.ts';

export const APPRAISAL_CHECKS: readonly AppraisalCheck[] = Object.freeze([grade, target, scale, intervals, attendance, effects, references, duplicates]);
