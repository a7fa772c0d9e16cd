/**
 * Every lint, in the order in which they speak; diagnostics are sorted by place afterwards.
 * In: nothing. Out: {@link LINTS}.
 */
import type { Lint } from '../lint.ts';
import { changeInsidePeriod } from './change-inside-period.ts';
import { tableGap } from './table-gap.ts';
import { tableOverlap } from './table-overlap.ts';
import { unreachableRow } from './unreachable-row.ts';
import { unroundedPayment } from './unrounded-payment.ts';
import { unusedNode } from './unused-node.ts';
import { unusedType } from './unused-type.ts';

export const LINTS: readonly Lint[] = [tableGap, tableOverlap, unreachableRow, unroundedPayment, changeInsidePeriod, unusedNode, unusedType];
