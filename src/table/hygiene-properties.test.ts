/**
 * Hygiene and lookup against brute force: on random tables over small stepped domains both must say the same.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Exact, ratio } from '../values/exact.ts';
import { Fault, type Result } from '../values/result.ts';
import { type Type, enumType } from '../values/type.ts';
import { admits, keyOf } from './admits.ts';
import { findGaps } from './find-gaps.ts';
import { findOverlaps } from './find-overlaps.ts';
import { findUnreachableRows } from './find-unreachable-rows.ts';
import { hygiene } from './hygiene.ts';
import { buildLookup, lookup } from './lookup.ts';
import { readTable } from './read-table.ts';
import type { HitPolicy, Table, TableData } from './table.ts';

const KINDS = ['a', 'b', 'c'];
const NAMED = new Map<string, Type>([['kind', enumType('kind', KINDS)]]);
const LAST = 9;

/** A cell over the whole numbers 0..9 that admits something. */
const numberCell = fc.oneof(
  { weight: 1, arbitrary: fc.constant('-') },
  { weight: 3, arbitrary: fc.tuple(fc.nat(LAST), fc.nat(LAST)).map(([a, b]) => `${Math.min(a, b)}..${Math.max(a, b)}`) },
  { weight: 2, arbitrary: fc.tuple(fc.nat(LAST - 1), fc.nat(LAST - 1)).map(([a, b]) => `[${Math.min(a, b)}..${Math.max(a, b) + 1})`) },
  { weight: 1, arbitrary: fc.nat(LAST).map((n) => `>= ${n}`) },
  { weight: 1, arbitrary: fc.nat(LAST - 1).map((n) => `< ${n + 1}`) },
  { weight: 1, arbitrary: fc.nat(LAST - 1).map((n) => `> ${n}`) },
  { weight: 1, arbitrary: fc.tuple(fc.nat(LAST), fc.nat(LAST)).map(([a, b]) => `${a}, ${b}`) },
);
const kindCell = fc.oneof(
  fc.constant('-'),
  fc.subarray(KINDS, { minLength: 1 }).map((words) => words.join(', ')),
  fc.constantFrom(...KINDS).map((word) => `not(${word})`),
);

/** A partition of 0..9 into bands, sometimes spoilt: clean tables are rare among random ones. */
const bands = fc
  .subarray(Array.from({ length: LAST }, (_, at) => at + 1))
  .map((starts) => [0, ...starts].map((from, at, all) => `${from}..${(all[at + 1] ?? LAST + 1) - 1}`));
const rowsOfBands = bands.chain((cells) => fc.shuffledSubarray(cells, { minLength: Math.max(1, cells.length - 1) }));

const oneColumn = fc.oneof(rowsOfBands, fc.array(numberCell, { minLength: 1, maxLength: 6 })).map((cells) => cells.map((days) => ({ days })));
const twoColumns = fc.oneof(
  fc.array(fc.record({ days: numberCell, kind: kindCell }), { minLength: 1, maxLength: 8 }),
  fc.tuple(rowsOfBands, rowsOfBands, rowsOfBands).map((parts) => parts.flatMap((cells, at) => cells.map((days) => ({ days, kind: KINDS[at]! })))),
);
const twoNumbers = fc.oneof(
  fc.array(fc.record({ days: numberCell, hours: numberCell }), { minLength: 1, maxLength: 8 }),
  fc.tuple(bands, bands).chain(([days, hours]) =>
    fc.shuffledSubarray(
      days.flatMap((day) => hours.map((hour) => ({ days: day, hours: hour }))),
      { minLength: 1 },
    ),
  ),
);

const WHOLE = { unit: 'day', step: 1, min: 0, max: LAST };
const TYPES: Record<string, TableData['inputs'][string]> = { days: WHOLE, hours: WHOLE, kind: 'kind' };

function tableOf(rows: readonly Record<string, string>[], hit: HitPolicy): Table {
  const inputs = Object.fromEntries(Object.keys(rows[0]!).map((name) => [name, TYPES[name]!]));
  const read = readTable({ inputs, outputs: { gives: 'count' }, hit, rows: rows.map((row, at) => ({ ...row, gives: at })) }, NAMED);
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.table;
}

const numbers = Array.from({ length: LAST + 1 }, (_, at): Exact => ratio(BigInt(at)));
const domainOf = (table: Table): Result[][] =>
  table.inputs.reduce<Result[][]>(
    (points, { type }) => points.flatMap((point) => (type.kind === 'enum' ? KINDS : numbers).map((value) => [...point, value])),
    [[]],
  );

/** The rows that match, found by looking at every row. */
const matching = (table: Table, point: readonly Result[]): readonly number[] =>
  table.rows.filter(({ when }) => when.every((cell, at) => admits(cell, keyOf(point[at]!)!))).map(({ index }) => index);

const anyRows = fc.oneof(oneColumn, twoColumns, twoNumbers);
const RUNS = { numRuns: 600 };

describe('over a stepped domain', () => {
  test('a unique table is clean exactly when each input has one row', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = tableOf(rows, 'unique');
        const counts = domainOf(table).map((point) => matching(table, point).length);
        expect(findGaps(table).length > 0).toBe(counts.includes(0));
        expect(findOverlaps(table).length > 0).toBe(counts.some((count) => count > 1));
        expect(hygiene(table).length === 0).toBe(counts.every((count) => count === 1));
      }),
      RUNS,
    );
  });

  test('the generated tables are clean often enough for that to mean something', () => {
    const clean = fc.sample(anyRows, 400).filter((rows) => hygiene(tableOf(rows, 'unique')).length === 0).length;
    expect(clean).toBeGreaterThan(20);
    expect(clean).toBeLessThan(380);
  });

  test('the example of a gap has no row, and the example of an overlap has both', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = tableOf(rows, 'unique');
        const pointOf = (example: Readonly<Record<string, string>> | undefined): Result[] =>
          table.inputs.map(({ name, type }) => (type.kind === 'enum' ? example![name]! : ratio(BigInt(example![name]!))));
        for (const { example } of findGaps(table)) expect(matching(table, pointOf(example))).toEqual([]);
        for (const { example, rows: both } of findOverlaps(table)) expect(matching(table, pointOf(example))).toEqual(expect.arrayContaining([...both]));
      }),
      RUNS,
    );
  });

  test('a row is unreachable exactly when no input has it first', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const table = tableOf(rows, 'first');
        const winners = new Set(domainOf(table).map((point) => matching(table, point)[0]));
        const lost = table.rows.map(({ index }) => index).filter((index) => !winners.has(index));
        expect(findUnreachableRows(table).flatMap((finding) => finding.rows)).toEqual(lost);
      }),
      RUNS,
    );
  });

  test('a lookup finds what looking at every row finds', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom<HitPolicy>('unique', 'first', 'collect count'), (rows, hit) => {
        const table = tableOf(rows, hit);
        const prepared = buildLookup(table);
        for (const point of domainOf(table)) {
          const wanted = matching(table, point);
          const found = lookup(prepared, point);
          if (found instanceof Fault) {
            expect(hit === 'collect count').toBe(false);
            expect(found.code).toBe(wanted.length === 0 ? 'table/no-row' : 'table/two-rows');
            expect(hit === 'unique' || wanted.length === 0).toBe(true);
          } else {
            expect(found.kind).toBe('found');
            if (found.kind === 'found') expect(found.rows.map(({ index }) => index)).toEqual(hit === 'collect count' ? wanted : wanted.slice(0, 1));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('over a domain without a step', () => {
  // All edges are whole numbers, so the halves between them stand for all that lies between.
  const halves = Array.from({ length: 2 * LAST + 1 }, (_, at): Exact => ratio(BigInt(at), 2n));
  const closed = rowsOfBands.map((cells) =>
    cells.map((cell, at) =>
      at % 2 === 0
        ? cell
        : cell.replace(/(\d+)\.\.(\d+)/, (_, from, to) => `[${from}..${Number(to) < LAST ? Number(to) + 1 : to}${Number(to) < LAST ? ')' : ']'}`),
    ),
  );
  const touching = bands.map((cells) =>
    cells.map((cell) => cell.replace(/(\d+)\.\.(\d+)/, (_, from, to) => (Number(to) < LAST ? `[${from}..${Number(to) + 1})` : `>= ${from}`))),
  );
  const cells = fc.oneof(closed, touching, fc.array(numberCell, { minLength: 1, maxLength: 6 }));

  test('gaps and overlaps are found exactly where there are any', () => {
    fc.assert(
      fc.property(cells, (column) => {
        const read = readTable(
          { inputs: { days: { unit: 'day', min: 0, max: LAST } }, outputs: { gives: 'count' }, rows: column.map((days, at) => ({ days, gives: at })) },
          NAMED,
        );
        if ('findings' in read) throw new Error(read.findings[0]!.message);
        const counts = halves.map((at) => matching(read.table, [at]).length);
        expect(findGaps(read.table).length > 0).toBe(counts.includes(0));
        expect(findOverlaps(read.table).length > 0).toBe(counts.some((count) => count > 1));
      }),
      RUNS,
    );
  });
});

describe('a table with many rows', () => {
  const manyRows = fc.array(fc.record({ days: numberCell, hours: numberCell, kind: kindCell }), { minLength: 20, maxLength: 60 });
  test('is searched through its index as it is searched row by row', () => {
    fc.assert(
      fc.property(manyRows, fc.constantFrom<HitPolicy>('first', 'collect count'), (rows, hit) => {
        const table = tableOf(rows, hit);
        const prepared = buildLookup(table);
        for (const point of domainOf(table)) {
          const wanted = matching(table, point);
          const found = lookup(prepared, point);
          const indexes = found.kind === 'found' ? found.rows.map(({ index }) => index) : [];
          expect(indexes).toEqual(hit === 'first' ? wanted.slice(0, 1) : wanted);
        }
      }),
      { numRuns: 60 },
    );
  });
});
