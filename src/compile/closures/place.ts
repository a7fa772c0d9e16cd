/**
 * Where the value of a local stands while code is written for the machine.
 * In: nodes. Out: types, whether a number needs no code, and answers as the machine holds them.
 */
import { NONE } from '../../values/result.ts';
import type { Ir, IrOf } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import { isNumeric } from './registers.ts';

/** What a local stands for while code is written. */
export type Place =
  | {
      readonly is: 'number' | 'object';
      readonly at: number;
      /** Where it is missing, its object says how. */ readonly told?: boolean;
    }
  /** A cell of a table whose answers are records. */
  | { readonly is: 'cell'; readonly at: number; readonly answers: readonly Lowered[] }
  | { readonly is: 'row'; readonly list: number; readonly at: number }
  /** Worked out where it is gone through, or asked for. */
  | { readonly is: 'list' | 'condition'; readonly ir: Ir };

/** A number that needs no code. */
export const stands = (ir: Ir): boolean => isNumeric(ir) && (ir.op === 'local' || ir.op === 'slot' || (ir.op === 'constant' && !isMissing(ir.value)));

/** The answers of a table, cell by cell. */
export const cellsOf = ({ grid, answers }: IrOf<'lookup'>): readonly Lowered[] => Array.from(grid, (answer) => answers[answer] ?? NONE);

/** A lowered number or truth as the machine holds it. */
export const numberOf = (value: Lowered): number => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN);
