/**
 * A table in plain text: columns as wide as they need, narrowed and wrapped where the page is narrower.
 * In: a {@link TableBlock} and a width. Out: rows of fragments, each no wider than the width.
 */
import type { Line, TableBlock } from './page.ts';
import { type Fragment, type Row, rowWidth, wrapLine } from './wrap-line.ts';

const GAP = 2;
const NARROWEST = 6;

export function textTable({ head, rows, right }: TableBlock, width: number): readonly Row[] {
  const all: readonly (readonly Line[])[] = [head.map((text): Line => [{ text, tone: 'dim' }]), ...rows.map(({ cells }) => cells)];
  const widths = fitted(
    head.map((_, column) => Math.max(...all.map((cells) => natural(cells[column] ?? [])))),
    all,
    width,
  );
  const drawn = all.map((cells) =>
    drawRow(
      head.map((_, column) => wrapLine(cells[column] ?? [], widths[column]!)),
      widths,
      right,
    ),
  );
  const rule: Row = [{ text: '─'.repeat(widths.reduce((sum, each) => sum + each, 0) + GAP * (widths.length - 1)), tone: 'dim' }];
  return [...drawn[0]!, rule, ...drawn.slice(1).flat()];
}

const natural = (line: Line): number => rowWidth(wrapLine(line, 10_000)[0]!);

/** Takes from the widest column until the table fits; no column loses its longest word before others lose theirs. */
function fitted(natural: readonly number[], cells: readonly (readonly Line[])[], width: number): readonly number[] {
  const widths = [...natural];
  const least = natural.map((_, column) => Math.min(24, Math.max(NARROWEST, ...cells.map((row) => longestWord(row[column] ?? [])))));
  const room = width - GAP * (widths.length - 1);
  for (let excess = widths.reduce((sum, each) => sum + each, 0) - room; excess > 0; excess--) {
    const wide = widths.map((each, column) => ({ column, spare: each - least[column]! })).filter(({ spare }) => spare > 0);
    const from =
      wide.length > 0 ? wide.reduce((most, each) => (widths[each.column]! > widths[most.column]! ? each : most)).column : widths.indexOf(Math.max(...widths));
    widths[from] = widths[from]! - 1;
  }
  return widths;
}

const longestWord = (line: Line): number =>
  Math.max(
    0,
    ...line
      .map(({ text }) => text)
      .join('')
      .split(' ')
      .map((word) => [...word].length),
  );

function drawRow(cells: readonly (readonly Row[])[], widths: readonly number[], right: readonly number[]): readonly Row[] {
  const height = Math.max(...cells.map((rows) => rows.length));
  return Array.from({ length: height }, (_, at) => {
    const drawn: Fragment[] = [];
    for (const [column, rows] of cells.entries()) {
      const row = rows[at] ?? [];
      const space: Fragment = { text: ' '.repeat(Math.max(0, widths[column]! - rowWidth(row))) };
      const gap: Fragment = { text: column === cells.length - 1 ? '' : ' '.repeat(GAP) };
      drawn.push(...(right.includes(column) ? [space, ...row] : [...row, space]), gap);
    }
    return drawn;
  });
}
