/**
 * A number that may be missing, as two expressions of generated code.
 * In: a node. Out: whether it is printed so, and the one expression that the two come to.
 */
import type { Ir } from '../ir.ts';

/** Two expressions: a number, and what is missing in its stead; `undefined` where nothing is. */
export interface Apart {
  readonly value: string;
  readonly missing: string;
}

/** Whether a number may be missing. */
export const isApart = ({ info }: Ir): boolean => info.may !== 0 && info.rep.kind === 'number';
/** What is printed in two variables from the ground up. */
export const IN_TWO: ReadonlySet<Ir['op']> = new Set(['local', 'slot', 'checkedDivide', 'if', 'let', 'bind']);
export const together = ({ value, missing }: Apart): string => (missing === 'undefined' ? value : `(${missing} === undefined ? ${value} : ${missing})`);
