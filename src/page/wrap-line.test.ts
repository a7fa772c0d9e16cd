import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_BREAK } from './numbers.ts';
import type { Line } from './page.ts';
import { textTable } from './text-table.ts';
import { rowWidth, wrapLine } from './wrap-line.ts';

const text = (rows: ReturnType<typeof wrapLine>): readonly string[] => rows.map((row) => row.map((fragment) => fragment.text).join(''));
const lines = fc.array(
  fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', ',', NO_BREAK, '%'), maxLength: 30 }),
    tone: fc.constantFrom('strong' as const, undefined),
  }),
  { maxLength: 6 },
);

describe('wrapping', () => {
  it('keeps every letter, in its order, and every row within the width', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 5, max: 40 }), (line, width) => {
        const rows = wrapLine(line, width);
        const letters = (all: string): string => all.replaceAll(/[ \u00a0]/g, '');
        expect(letters(text(rows).join(''))).toBe(letters(line.map((span) => span.text).join('')));
        expect(rows.every((row) => rowWidth(row) <= width)).toBe(true);
      }),
    );
  });

  it('holds a number and its unit together', () => {
    expect(text(wrapLine([{ text: `nilai 87,5${NO_BREAK}poin` }], 12))).toEqual(['nilai', '87,5 poin']);
  });

  it('joins spans that touch, and cuts only a word that no row can hold', () => {
    expect(text(wrapLine([{ text: 'TPP' }, { text: ':', tone: 'dim' }, { text: ' abcdefgh' }], 5))).toEqual(['TPP:', 'abcde', 'fgh']);
  });
});

describe('tables of text', () => {
  const cell = (said: string): Line => [{ text: said }];

  it('are no wider than the page, and lose no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 60 }), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 40, max: 100 }),
        (rows, width) => {
          const drawn = textTable({ kind: 'table', head: ['x', 'y', 'z'], rows: rows.map((cells) => ({ cells: cells.map(cell) })), right: [1] }, width);
          expect(drawn.every((row) => rowWidth(row) <= width)).toBe(true);
          const letters = (all: string): number => all.replaceAll(/[^ab]/g, '').length;
          expect(letters(text(drawn).join(''))).toBe(letters(rows.flat().join('')));
        },
      ),
    );
  });

  it('put numbers at the right and leave the first column whole', () => {
    const drawn = textTable(
      { kind: 'table', head: ['Kelompok', 'Bobot'], rows: [{ cells: [cell('Atasan'), cell('60 %')] }, { cells: [cell('Rekan'), cell('5 %')] }], right: [1] },
      40,
    );
    expect(text(drawn)).toEqual(['Kelompok  Bobot', '───────────────', 'Atasan     60 %', 'Rekan       5 %']);
  });
});
