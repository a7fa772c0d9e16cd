/**
 * The cells of one CSV record, and a record made of cells (RFC 4180).
 * In: the text of a record without its end of line, whose quotes close well. Out: its cells; and back.
 */
import type { Cell } from '../selection.ts';

export function cellsOfCsv(text: string, separator: string): readonly string[] {
  if (!text.includes('"')) return text.split(separator);
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (text[close + 1] === '"') close = text.indexOf('"', close + 2);
      cells.push(text.slice(at + 1, close).replaceAll('""', '"'));
      at = close + 1;
    } else {
      const end = text.indexOf(separator, at);
      cells.push(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
  }
}

/** One line, without its end; nothing is an empty cell. */
export const csvLine = (cells: readonly Cell[]): string => cells.map(csvCell).join(',');

const csvCell = (cell: Cell): string => (cell === null ? '' : /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const SEPARATORS = [',', ';', '\t', '|'];

/** The separator that the first line of a file holds most often outside quotes. */
export function likelySeparator(header: string): string {
  const bare = header.replaceAll(/"(?:[^"]|"")*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}
