/**
 * Decision tables and dated parameters as grids: each input finds its piece, and the grid gives the answer of those pieces.
 * In: a callable of the plan, its arguments as values. Out: a `lookup` node. The answers are asked of the exact lookup, once for each combination of pieces.
 */
import type { Cell, Column } from '../table/table.ts';
import { lookup } from '../table/lookup.ts';
import type { DatedCallable, TableCallable } from '../ruleset/plan.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, ONE, add, compare, decimalPlaces, divide, floorInteger, isMultiple, multiply, numerator, ratio, subtract } from '../values/exact.ts';
import { type Datum, Fault, type None, type Result, unknown } from '../values/result.ts';
import { NotCompiled, atPlaces, boundsOf, choose, compareNumbers, constantNumber, faultConstant, marginOf, modulo, numberInfo, round } from './build-ir.ts';
import { type Ir, MAY_FAULT, MAY_NONE, MAY_UNKNOWN } from './ir.ts';
import { uniteAnswers } from './lower-datum.ts';
import { SAFE, constantBounds, isRelative, sizeOf, wholeBounds } from './number-bounds.ts';

/** More combinations than this are left to the exact lookup. */
const LARGEST_GRID = 1 << 22;

/** One input: the node that finds the piece, and a value that lies in each piece (undefined: no value does). */
interface Axis {
  readonly piece: Ir;
  readonly samples: readonly (Result | undefined)[];
  /** What must hold before the piece is right: the value is a multiple of the column's step. */
  readonly fits?: Ir | undefined;
}

export function lowerTable(callable: TableCallable, args: readonly Ir[]): Ir {
  const { table } = callable;
  if (table.hit === 'linear') throw new NotCompiled('a linear table');
  const axes = table.inputs.map((column, at) =>
    axisOf(column, args[at]!, [...table.rows.map((row) => row.when[at]!), ...table.gaps.map((gap) => gap.when[at]!)]),
  );
  const answer = (keys: readonly Result[]): Answer => {
    const found = lookup(callable.lookup, keys);
    if (found instanceof Fault) return { missing: new Fault(found.code, '') };
    if ('gap' in found) return { missing: unknown(callable.id) };
    return { outputs: found.outputs };
  };
  const names = table.outputs.map((column) => column.name);
  return axes.reduceRight(
    (then, axis) => (axis.fits ? choose(axis.fits, then, faultConstant('table/outside-domain')) : then),
    grid(axes, answer, names, table.outputs),
  );
}

type Answer = { readonly outputs: readonly (Datum | None)[] } | { readonly missing: Result };

/** A parameter read for a day. */
export function lowerDated(callable: DatedCallable, day: Ir): Ir {
  const cuts = [...new Set(callable.versions.flatMap(({ from, to }) => [from, ...(to === undefined ? [] : [to + 1])]))].sort((a, b) => a - b);
  const samples = samplesOf(
    cuts.map((cut) => ratio(BigInt(cut))),
    ONE,
  ).map((sample) => sample && CalendarDate.fromEpochDay(Number(numerator(sample))));
  const answer = ([key]: readonly Result[]): Answer => {
    const { epochDay } = key as CalendarDate;
    const version = [...callable.versions].reverse().find(({ from, to }) => from <= epochDay && (to === undefined || to >= epochDay));
    return version ? { outputs: [version.value] } : { missing: new Fault('version/not-in-force', '') };
  };
  return grid([{ piece: dayPiece(day, cuts), samples }], answer, ['value'], [{ name: 'value', type: callable.type }]);
}

function grid(axes: readonly Axis[], answer: (keys: readonly Result[]) => Answer, names: readonly string[], outputs: readonly Column[]): Ir {
  const sizes = axes.map((axis) => axis.samples.length);
  const size = sizes.reduce((product, each) => product * each, 1);
  if (size > LARGEST_GRID) throw new NotCompiled('a table of too many combinations');
  const cells = new Int32Array(size);
  const found: { readonly answer: Answer; readonly id: number }[] = [];
  const ids = new Map<unknown, number>();
  const keys: Result[] = [];
  const fill = (at: number, base: number): void => {
    if (at === axes.length) {
      const given = answer(keys);
      const identity = 'outputs' in given ? given.outputs : given.missing instanceof Fault ? given.missing.code : 'gap';
      let id = ids.get(identity);
      if (id === undefined) {
        id = found.length;
        ids.set(identity, id);
        found.push({ answer: given, id });
      }
      cells[base] = id;
      return;
    }
    const { samples } = axes[at]!;
    for (const [piece, sample] of samples.entries()) {
      const next = base * samples.length + piece;
      if (sample === undefined) {
        // No value of the column lies there, so nothing is ever looked up: it may go with what stands before it.
        if (at === axes.length - 1 && piece > 0) cells[next] = cells[next - 1]!;
        continue;
      }
      keys[at] = sample;
      fill(at + 1, next);
    }
  };
  fill(0, 0);
  const values = found.flatMap(({ answer: each }) => ('outputs' in each ? [each.outputs] : []));
  const united = uniteAnswers(values, names, outputs);
  const missing = found.flatMap(({ answer: each }) => ('missing' in each ? [each.missing] : []));
  const may =
    (united.mayNone ? MAY_NONE : 0) |
    (missing.some((each) => each instanceof Fault) ? MAY_FAULT : 0) |
    (missing.some((each) => !(each instanceof Fault)) ? MAY_UNKNOWN : 0);
  const answers = found.map(({ answer: each }) => ('outputs' in each ? united.lower(each.outputs) : (each.missing as Fault)));
  return { op: 'lookup', pieces: axes.map((axis) => axis.piece), sizes, grid: cells, answers, info: { rep: united.rep, may } };
}

function axisOf({ type }: Column, arg: Ir, cells: readonly Cell[]): Axis {
  switch (type.kind) {
    case 'number': {
      const cuts = cutsOf(cells, [type.min, type.max]);
      const samples = samplesOf(cuts, type.step);
      const found = numberPiece(arg, cuts);
      return { ...found, samples: samples.map((sample, piece) => (found.reaches(piece) ? sample : undefined)), ...fitting(arg, type.step) };
    }
    case 'date': {
      if (arg.info.rep.kind !== 'date') throw new NotCompiled('a date column');
      const cuts = cutsOf(cells, []);
      return {
        piece: dayPiece(
          arg,
          cuts.map((cut) => Number(numerator(cut))),
        ),
        samples: samplesOf(cuts, ONE).map((sample) => sample && CalendarDate.fromEpochDay(Number(numerator(sample)))),
      };
    }
    case 'boolean':
      return { piece: { op: 'pieceTruth', a: arg, info: numberInfo(wholeBounds(0, 1, 0)) }, samples: [false, true] };
    case 'enum':
    case 'text': {
      if (arg.info.rep.kind !== 'word') throw new NotCompiled('a column of words');
      const words =
        type.kind === 'enum' ? type.members : [...new Set(cells.flatMap((cell) => (cell.kind === 'words' || cell.kind === 'except' ? [...cell.words] : [])))];
      return {
        piece: { op: 'pieceWord', a: arg, words, info: numberInfo(wholeBounds(0, words.length, 0)) },
        samples: [...words, type.kind === 'enum' ? undefined : strangerTo(words)],
      };
    }
    default:
      throw new NotCompiled(`a column of ${type.kind}`);
  }
}

/** A word that is none of these. */
function strangerTo(words: readonly string[]): string {
  let word = '-';
  while (words.includes(word)) word += '-';
  return word;
}

function cutsOf(cells: readonly Cell[], ends: readonly (Exact | undefined)[]): readonly Exact[] {
  const all = [...ends, ...cells.flatMap((cell) => (cell.kind === 'intervals' ? cell.intervals.flatMap(({ low, high }) => [low, high]) : []))];
  const sorted = all.filter((cut) => cut !== undefined).sort(compare);
  return sorted.filter((cut, at) => at === 0 || compare(sorted[at - 1]!, cut) !== 0);
}

/** For the pieces 0, 1, 2, …: before the first cut, on it, after it, … a value that lies there and fits the step. */
function samplesOf(cuts: readonly Exact[], step: Exact | undefined): readonly (Exact | undefined)[] {
  const fitting = (value: Exact): Exact | undefined => (step === undefined || isMultiple(value, step) ? value : undefined);
  const [first, last] = [cuts[0], cuts.at(-1)];
  if (first === undefined || last === undefined) return [step ?? ONE];
  const below = (value: Exact): Exact => (step ? multiply(subtract(ratio(ceilingOf(divide(value, step))), ONE), step) : subtract(value, ONE));
  const samples: (Exact | undefined)[] = [below(first)];
  for (const [at, cut] of cuts.entries()) {
    samples.push(fitting(cut));
    const next = cuts[at + 1];
    if (next === undefined) samples.push(step ? multiply(add(ratio(floorInteger(divide(cut, step))), ONE), step) : add(cut, ONE));
    else if (!step) samples.push(divide(add(cut, next), ratio(2n)));
    else {
      const above = multiply(add(ratio(floorInteger(divide(cut, step))), ONE), step);
      samples.push(compare(above, next) < 0 ? above : undefined);
    }
  }
  return samples;
}

const ceilingOf = (value: Exact): bigint => -floorInteger(value.neg());

/** The node, and whether the bounds of the number let it reach a piece at all. */
function numberPiece(arg: Ir, cuts: readonly Exact[]): { readonly piece: Ir; readonly reaches: (piece: number) => boolean } {
  const info = numberInfo(wholeBounds(0, 2 * cuts.length, 0));
  const bounds = boundsOf(arg);
  const places = cuts.reduce((most, cut) => Math.max(most, decimalPlaces(cut) ?? Infinity), 0);
  if (bounds && places < Infinity) {
    const fine = bounds.places < places ? atPlaces(arg, places) : arg;
    const at = boundsOf(fine)!;
    const scaled = cuts.map((cut) => Number(numerator(multiply(cut, ratio(10n ** BigInt(at.places))))));
    if (scaled.every((cut) => Math.abs(cut) <= SAFE) && sizeOf(at) < 1e300) {
      const reaches = (piece: number): boolean => {
        const [below, above] = [scaled[(piece - 1) >> 1] ?? -Infinity, scaled[piece >> 1] ?? Infinity];
        return piece % 2 === 1 ? at.low <= below && below <= at.high : at.low < above && below < at.high;
      };
      return { piece: { op: 'piece', a: fine, cuts: scaled, margin: pieceMargin(fine, scaled), info }, reaches };
    }
  }
  if (arg.info.rep.kind !== 'number' && arg.info.rep.kind !== 'exact') throw new NotCompiled('a column of numbers');
  return {
    piece: { op: 'pieceExact', a: arg.info.rep.kind === 'exact' ? arg : { op: 'toExact', a: arg, info: { rep: { kind: 'exact' }, may: 0 } }, cuts, info },
    reaches: () => true,
  };
}

/** The margin against the cut that is hardest to tell. */
function pieceMargin(a: Ir, cuts: readonly number[]): ReturnType<typeof marginOf> {
  const bounds = boundsOf(a)!;
  const largest = cuts.reduce((most, cut) => Math.max(most, Math.abs(cut)), 0);
  if (largest === 0 && isRelative(bounds)) return { how: 'plain' };
  const margin = marginOf(bounds, { ...constantBounds(largest, bounds.places), low: -largest, high: largest });
  return margin.how === 'band' && margin.rel > 0 ? { ...margin, abs: margin.abs + 2.5 * margin.rel * largest, rel: 0 } : margin;
}

const dayPiece = (day: Ir, cuts: readonly number[]): Ir => ({
  op: 'piece',
  a: day,
  cuts,
  margin: { how: 'plain' },
  info: numberInfo(wholeBounds(0, 2 * cuts.length, 0)),
});

/** A column with a step refuses what is no multiple of it. */
function fitting(arg: Ir, step: Exact | undefined): { readonly fits?: Ir } {
  if (step === undefined) return {};
  const bounds = boundsOf(arg);
  if (bounds?.whole && isMultiple(ratio(1n, 10n ** BigInt(bounds.places)), step)) return {};
  if (!bounds?.whole) return { fits: compareNumbers('=', arg, round(arg, step, 'floor')) };
  return { fits: compareNumbers('=', modulo(arg, constantNumber(step)), constantNumber(ratio(0n))) };
}
