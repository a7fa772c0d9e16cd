/**
 * A table in plain text: columns as wide as their widest cell, two spaces between them, numbers to the right.
 * In: a heading and rows. Out: lines without trailing blanks.
 */
import type { Style } from '../style.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right' | undefined;
}

export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], style: Style): string {
  const widths = columns.map((column, index) => Math.max(column.title.length, ...rows.map((row) => row[index]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (columns[index]!.align === 'right' ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd();
  return [style.bold(line(columns.map((column) => column.title))), ...rows.map(line)].map((text) => `${text}\n`).join('');
}
