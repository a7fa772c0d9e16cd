/**
 * Random decision tables: every hit policy, ranges open and closed, words, gaps, holes and overlaps.
 * In: chance. Out: a table as data, and how it is called.
 */
import type { Chance } from './chance.fixture.ts';
import { COLOURS, type Called, GRADES, type Sort } from './vocabulary.fixture.ts';

type Cell = string | number | boolean;

interface InputColumn {
  readonly sort: Sort;
  readonly type: unknown;
  /** Points that part the domain, from its least to its greatest. */
  readonly points?: readonly string[];
  /** Whether the column has a step of 1, so that `1..3` and `4..6` meet. */
  readonly whole?: boolean;
  readonly words?: readonly Cell[];
}

const NUMBERS: readonly InputColumn[] = [
  { sort: 'points', type: { unit: 'points', min: 0, max: 120 }, points: ['0', '50', '70', '70.5', '90', '120'] },
  { sort: 'percent', type: { unit: 'percent', min: 0, max: 100, step: '0.01' }, points: ['0', '25', '33.33', '66.67', '100'] },
  { sort: 'day', type: { unit: 'day', min: 0, max: 366, step: 1 }, points: ['0', '3', '11', '28', '366'], whole: true },
  { sort: 'IDR', type: 'IDR', points: ['-1000000', '0', '0.5', '5000000', '1000000000'] },
  { sort: 'ratio', type: { unit: 'ratio', min: -1000, max: 1000 }, points: ['-1000', '-1', '0', '0.333333333333', '1', '1000'] },
];
const WORDS: readonly InputColumn[] = [
  { sort: 'grade', type: 'grade', words: GRADES },
  { sort: 'colour', type: 'colour', words: COLOURS },
  { sort: 'boolean', type: 'boolean', words: [true, false] },
];
const GIVEN: Readonly<Record<Sort, readonly Cell[]>> = {
  percent: ['0', '2.5', '25', '33.333333333333', '100'],
  IDR: ['0', '1250000', '-3', '999999999999999', '0.01'],
  ratio: ['0', '1', '0.5', '-0.25', '0.000000000001', '3'],
  grade: GRADES,
  colour: ['red', 'green'],
};
const POLICIES = ['unique', 'unique', 'unique', 'first', 'first', 'collect sum', 'collect min', 'collect max', 'collect count', 'atOrBelow', 'linear'];

/** @param isCalm whether every input finds one answer, but for those outside the domain. */
export function randomTable(id: string, chance: Chance, version: object, isCalm: boolean): { readonly data: Record<string, unknown>; readonly called: Called } {
  const hit = chance.one(POLICIES);
  const onPoints = hit === 'atOrBelow' || hit === 'linear';
  const isNumeric = hit === 'linear' || hit.startsWith('collect');
  const inputs = [...(onPoints || chance.yes(0.85) ? [chance.one(NUMBERS)] : []), ...(hit !== 'linear' && chance.yes(0.5) ? [chance.one(WORDS)] : [])];
  if (inputs.length === 0) inputs.push(chance.one(WORDS));
  const sorts = isNumeric ? ['percent', 'IDR', 'ratio'] : Object.keys(GIVEN);
  const outputs = Array.from({ length: chance.yes(0.7) || hit === 'collect count' ? 1 : 2 }, () => (hit === 'collect count' ? 'count' : chance.one(sorts)));
  const give = (): Record<string, Cell> =>
    Object.fromEntries(
      outputs.map((sort, at) => [`o${at}`, !isNumeric && chance.yes(isCalm ? 0 : 0.08) ? 'none' : sort === 'count' ? 1 : chance.one(GIVEN[sort]!)] as const),
    );
  const cells = inputs.map((column) => cellsOf(column, onPoints, chance));
  const hole = isCalm || chance.yes(0.5) ? 0 : 0.15;
  const rows = product(cells)
    .filter(() => !chance.yes(hole))
    .map((when) => ({ ...named(when), ...give() }));
  // Rows that lie over others: a fault under unique, and the point of first and collect.
  if (hit === 'first' || hit.startsWith('collect') || (!isCalm && chance.yes(0.3)))
    for (let more = chance.whole(1, 2); more > 0 && !onPoints; more--)
      rows.push({ ...named(inputs.map((_, at) => (chance.yes(0.5) ? '-' : chance.one(cells[at]!)))), ...give() });
  const gap = chance.one(rows);
  const gaps =
    gap && !onPoints && chance.yes(0.25) ? [{ range: Object.fromEntries(inputs.map((_, at) => [`i${at}`, gap[`i${at}`]!])), gives: 'unknown' }] : undefined;
  const left = gaps ? rows.filter((row) => row !== gap) : rows;
  const data = {
    inputs: Object.fromEntries(inputs.map(({ type }, at) => [`i${at}`, type])),
    outputs: Object.fromEntries(outputs.map((sort, at) => [`o${at}`, sort])),
    hit,
    ...version,
    rows: left.length > 0 ? left : rows,
    ...((isCalm || chance.yes(0.3)) && { otherwise: give() }),
    ...(gaps && { gaps }),
  };
  const called = {
    id,
    inputs: inputs.map(({ sort }) => sort),
    outputs: outputs.map((sort, at) => ({ sort, ...(outputs.length > 1 && { field: `o${at}` }) })),
  };
  return { data, called };
}

const named = (when: readonly Cell[]): Record<string, Cell> => Object.fromEntries(when.map((cell, at) => [`i${at}`, cell]));

function cellsOf(column: InputColumn, onPoints: boolean, chance: Chance): readonly Cell[] {
  if (column.words) return chance.yes(0.2) ? ['-'] : chance.yes(0.2) ? [column.words[0]!, negated(column.words[0]!)] : column.words;
  const points = column.points!;
  if (onPoints) return points;
  const cells = points.slice(1).map((high, at) => {
    const low = points[at]!;
    const isLast = at === points.length - 2;
    if (column.whole) return isLast ? `${low}..${high}` : `${low}..${Number(high) - 1}`;
    return `[${low}..${high}${isLast ? ']' : ')'}`;
  });
  if (chance.yes(0.3)) cells[0] = `< ${points[1]!}`;
  if (chance.yes(0.3)) cells[cells.length - 1] = `>= ${points.at(-2)!}`;
  return cells;
}

const negated = (word: Cell): Cell => (typeof word === 'boolean' ? !word : `not(${word})`);

const product = (lists: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
  lists.reduce<readonly (readonly Cell[])[]>((so, list) => so.flatMap((row) => list.map((cell) => [...row, cell])), [[]]);
