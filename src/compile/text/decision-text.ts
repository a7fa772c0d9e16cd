/**
 * Text of comparisons, roundings and tables: decided by floating point where its bounds allow, else settled exactly.
 * In: nodes. Out: expressions, and the lines before them.
 */
import { holds } from '../build-ir.ts';
import { findPiece } from '../find-piece.ts';
import type { Ir, IrOf, Margin } from '../ir.ts';
import { isHalf, roundBoundary, roundOff, roundWhole } from '../round-carried.ts';
import { type Runs, answerPlace, runsOf, wholeColumn } from '../runs.ts';
import { pieceNear } from '../text-helpers.ts';
import { type Apart, isApart, together } from './apart.ts';
import { RatioText } from './ratio-text.ts';

/** A table of one column with more pieces than this is no longer compared one after another. */
const LONGEST_LADDER = 33;

export abstract class DecisionText extends RatioText {
  private readonly numbers = new Map<Int32Array, Float64Array>();
  private readonly runs = new Map<Int32Array, Runs>();

  protected band(margin: Extract<Margin, { how: 'band' }>, sizes: readonly string[], lines: string[]): string {
    if (margin.rel === 0) return String(margin.abs);
    const size = sizes.map((each) => `Math.abs(${each})`).join(' + ');
    return this.atom(`${margin.abs === 0 ? '' : `${margin.abs} + `}${margin.rel} * (${size})`, lines);
  }

  protected compare(ir: IrOf<'compare'>, lines: string[]): string {
    const { comparator, margin } = ir;
    const operator = comparator === '=' ? '===' : comparator === '!=' ? '!==' : comparator;
    const left = this.value(ir.a, lines);
    const right = this.value(ir.b, lines);
    if (margin.how === 'plain') return `(${left} ${operator} ${right})`;
    if (margin.how === 'gap') {
      const { half } = margin;
      const apart = right === '0' ? left : `${left} - ${right}`;
      switch (comparator) {
        case '>':
          return `(${apart} > ${half})`;
        case '>=':
          return `(${apart} > -${half})`;
        case '<':
          return `(${apart} < -${half})`;
        case '<=':
          return `(${apart} < ${half})`;
        case '=':
          return `(Math.abs(${apart}) < ${half})`;
        case '!=':
          return `(Math.abs(${apart}) >= ${half})`;
      }
    }
    const [a, b] = margin.rel === 0 ? [left, right] : [this.atom(left, lines), this.atom(right, lines)];
    const apart = this.atom(`${a} - ${b}`, lines);
    const band = this.band(margin, [a, b], lines);
    // Nearer than unequal values can be, by the denominators that they really have: they are equal.
    const same = `5 * ${band} * ${this.denominator(ir.a, ir.b)} < 1 ? ${holds(comparator, 0)} : ${this.settled(ir, (own) => this.orderHolds(ir, own))}`;
    return `(${apart} > ${band} ? ${holds(comparator, 1)} : ${apart} < -${band} ? ${holds(comparator, -1)} : ${same})`;
  }

  protected round(ir: IrOf<'round'>, lines: string[]): string {
    const { step, unit, mode, margin } = ir;
    const a = this.value(ir.a, lines);
    const times = unit === 1 ? '' : ` * ${unit}`;
    if (margin.how === 'plain') {
      const { rep } = ir.a.info;
      const low = rep.kind === 'number' ? rep.bounds.low : -1;
      const high = rep.kind === 'number' ? rep.bounds.high : Infinity;
      if (low >= 0 && (mode === 'floor' || mode === 'down')) return `(Math.floor(${a} / ${step})${times})`;
      if (mode === 'floor') return `(Math.floor(${a} / ${step})${times})`;
      if (low >= 0 && mode === 'half-up' && step % 2 === 0 && high + step <= 2 ** 53) return `(Math.floor((${a} + ${step / 2}) / ${step})${times})`;
      return `(${this.constant(roundWhole)}(${a}, ${step}, ${this.constant(mode)})${times})`;
    }
    const steps = this.atom(step === 1 ? a : `${a} / ${step}`, lines);
    const half = isHalf(mode);
    const boundary = this.atom(half ? `Math.floor(${steps}) + 0.5` : `Math.round(${steps})`, lines);
    const off = half ? `Math.round(${steps})` : mode === 'floor' ? `Math.floor(${steps})` : `${this.constant(roundOff)}(${steps}, ${this.constant(mode)})`;
    if (margin.how === 'gap') {
      return `((Math.abs(${steps} - ${boundary}) < ${margin.half} ? ${this.constant(roundBoundary)}(${boundary}, ${this.constant(mode)}) : ${off})${times})`;
    }
    const band = this.band(margin, [steps], lines);
    const on = `10 * ${band} * ${step} * ${this.denominator(ir.a)} < 1 ? ${this.constant(roundBoundary)}(${boundary}, ${this.constant(mode)})${times} : ${this.settled(ir, (own) => this.roundedRatio(ir, own))}`;
    return `(Math.abs(${steps} - ${boundary}) > ${band} ? ${off}${times} : ${on})`;
  }

  protected piece(ir: IrOf<'piece'>, lines: string[]): string {
    const a = this.atom(this.value(ir.a, lines), lines);
    const { margin } = ir;
    const cuts = this.constant(Float64Array.from(ir.cuts));
    if (margin.how === 'plain') return `${this.constant(findPiece)}(${cuts}, ${a})`;
    const [abs, rel] = margin.how === 'gap' ? [margin.half, 0] : [margin.abs, margin.rel];
    const reach = this.atom(rel === 0 ? String(abs) : `${abs} + ${rel} * Math.abs(${a})`, lines);
    const near = this.atom(`${this.constant(pieceNear)}(${cuts}, ${a}, ${reach}, ${margin.how === 'gap'})`, lines);
    if (margin.how === 'gap') return near;
    const on = `5 * ${reach} * ${this.denominator(ir.a)} < 1 ? ${this.constant(pieceNear)}(${cuts}, ${a}, ${reach}, true) : ${this.settled(ir, (own) => this.pieceOfRatio(ir, cuts, own))}`;
    return `(${near} >= 0 ? ${near} : ${on})`;
  }

  protected lookup(ir: IrOf<'lookup'>, lines: string[]): string {
    const [only] = ir.pieces;
    if (ir.pieces.length === 1 && only!.op === 'piece' && only!.margin.how === 'plain' && ir.grid.length <= LONGEST_LADDER)
      return this.ladder(ir, only!, lines);
    const column = wholeColumn(ir);
    if (column) return isApart(ir) ? together(this.runApart(ir, column, lines)) : this.run(ir, column, lines);
    const index = ir.pieces
      .map((piece, column) => ({ value: this.value(piece, lines), size: ir.sizes[column]! }))
      .reduce((at, { value, size }) => (at === '' ? value : `(${at} * ${size} + ${value})`), '');
    const numbers = this.numbersOf(ir);
    return numbers ? `${this.constant(numbers)}[${index}]` : `${this.constant(ir.answers)}[${this.constant(ir.grid)}[${index}]]`;
  }

  protected override apart(ir: Ir, lines: string[]): Apart {
    const column = ir.op === 'lookup' && isApart(ir) && ir.grid.length > LONGEST_LADDER ? wholeColumn(ir) : undefined;
    return column ? this.runApart(ir as IrOf<'lookup'>, column, lines) : super.apart(ir, lines);
  }

  /** Many whole numbers: their runs hold the answers where those are numbers, else the answers' places. */
  private run(ir: IrOf<'lookup'>, { a, cuts }: IrOf<'piece'>, lines: string[]): string {
    const numeric = ir.info.rep.kind === 'number';
    const runs = this.runsOf(ir, cuts, numeric);
    const found = `${this.constant(runs.pairs)}[${this.constant(answerPlace)}(${this.constant(runs)}, ${this.value(a, lines)})]`;
    return numeric ? found : `${this.constant(ir.answers)}[${found}]`;
  }

  private runApart(ir: IrOf<'lookup'>, { a, cuts }: IrOf<'piece'>, lines: string[]): Apart {
    const runs = this.runsOf(ir, cuts, true);
    const place = this.atom(`${this.constant(answerPlace)}(${this.constant(runs)}, ${this.value(a, lines)})`, lines);
    const found = this.atom(`${this.constant(runs.pairs)}[${place}]`, lines);
    const made = this.newApart(lines);
    lines.push(`if (${found} === ${found}) ${made.value} = ${found}; else ${made.missing} = ${this.constant(runs.missing)}.get(${place});`);
    return made;
  }

  private runsOf({ grid, answers }: IrOf<'lookup'>, cuts: readonly number[], numeric: boolean): Runs {
    const known = this.runs.get(grid);
    if (known) return known;
    const made = runsOf(cuts, numeric ? (piece) => answers[grid[piece]!]! : (piece) => grid[piece]!);
    this.runs.set(grid, made);
    return made;
  }

  /** The answers cell by cell, where all are numbers: one place in memory to read instead of two. */
  private numbersOf({ grid, answers }: IrOf<'lookup'>): Float64Array | undefined {
    const known = this.numbers.get(grid);
    if (known || !grid.every((at) => typeof answers[at] === 'number')) return known;
    const made = Float64Array.from(grid, (at) => answers[at] as number);
    this.numbers.set(grid, made);
    return made;
  }

  /** Few cuts of a whole number: comparisons one after another, from the top, with equal neighbours taken together. */
  protected ladder(ir: IrOf<'lookup'>, { a, cuts }: IrOf<'piece'>, lines: string[]): string {
    const value = this.atom(this.value(a, lines), lines);
    const answer = (piece: number): string => this.literal(ir.answers[ir.grid[piece]!]!);
    let text = answer(0);
    for (let piece = 1; piece < ir.grid.length; piece++) {
      if (answer(piece) === answer(piece - 1)) continue;
      const cut = cuts[(piece - 1) >> 1]!;
      text = `(${value} ${piece % 2 === 1 ? '>=' : '>'} ${cut} ? ${answer(piece)} : ${text})`;
    }
    return text;
  }
}
