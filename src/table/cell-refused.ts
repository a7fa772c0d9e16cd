/**
 * What is thrown inside the readers of cells and caught at their edge.
 * In: code, sentence, mend. Out: {@link CellRefused}, and the finding made of it.
 */
import type { TableFinding } from './table.ts';

/** Where a cell stands: the words for the message, and the row (from 0) when it stands in one. */
export interface Place {
  readonly label: string;
  readonly rows: readonly number[];
}

/** The place of a row; people count from 1. */
export const rowPlace = (index: number): Place => ({ label: `Row ${index + 1}`, rows: [index] });

export class CellRefused extends Error {
  override readonly name = 'CellRefused';
  constructor(
    readonly code: string,
    message: string,
    readonly mend?: string,
  ) {
    super(message);
  }
}

export function refusalAt(place: Place, column: string, refused: CellRefused): TableFinding {
  return { code: refused.code, message: `${place.label}, ${column}: ${refused.message}`, mend: refused.mend, rows: place.rows, column };
}

/** A text as a message quotes it: cut when it is long. */
export const quote = (text: string): string => `"${text.length > 60 ? `${text.slice(0, 60)}...` : text}"`;
