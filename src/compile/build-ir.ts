/**
 * Makes nodes of the intermediate form: folds constants, aligns scales, proves bounds, and keeps missing values out of operations.
 * In: nodes. Out: nodes with their {@link Info}. What cannot be trusted to floating point is carried as an exact ratio from there on.
 */
import { type Exact, compare, decimalPlaces, multiply, numerator, ratio } from '../values/exact.ts';
import { Fault, NONE, Unknown } from '../values/result.ts';
import { type RoundingMode, round as roundExact } from '../values/rounding.ts';
import type { Comparator } from '../formula/tree.ts';
import { callExact } from './call-exact.ts';
import { type ExactCall, type Info, type Ir, type Local, MAY_FAULT, MAY_NONE, MAY_UNKNOWN, type Margin, type Rep } from './ir.ts';
import { weightedMeanBounds } from './weighted-mean.ts';
import {
  type NumberBounds,
  SAFE,
  UNIT,
  absoluteBounds,
  addBounds,
  constantBounds,
  divideBounds,
  eitherBounds,
  errorOf,
  extremeBounds,
  isConstant,
  isRelative,
  isUsable,
  multiplyBounds,
  negateBounds,
  rescaleBounds,
  sizeOf,
  wholeBounds,
} from './number-bounds.ts';

/** Something that this back end does not do; the caller hands the node to the exact evaluator. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

export const sure = (rep: Rep): Info => ({ rep, may: 0 });
export const TRUTH: Info = sure({ kind: 'truth' });
export const EXACT: Info = sure({ kind: 'exact' });
export const numberInfo = (bounds: NumberBounds): Info => sure({ kind: 'number', bounds });
const nothing = (may: number): Info => ({ rep: { kind: 'nothing' }, may });

export const boundsOf = (ir: Ir): NumberBounds | undefined => (ir.info.rep.kind === 'number' ? ir.info.rep.bounds : undefined);
const isNumeric = (ir: Ir): boolean => ir.info.rep.kind === 'number' || ir.info.rep.kind === 'exact';

let lastLocal = 0;
/** @param source what it names; none for the variable of a loop. */
export const newLocal = (info: Info, source?: Ir): Local => ({ id: ++lastLocal, info, source });
export const readLocal = (local: Local): Ir => ({ op: 'local', local, info: local.info });

const TEN_TO = (places: number): Exact => ratio(10n ** BigInt(places));

export function constantNumber(value: Exact): Ir {
  const places = decimalPlaces(value);
  if (places !== undefined && places <= 15) {
    const scaled = numerator(multiply(value, TEN_TO(places)));
    if (scaled <= BigInt(SAFE) && scaled >= -BigInt(SAFE))
      return { op: 'constant', value: Number(scaled), exact: value, info: numberInfo(constantBounds(Number(scaled), places)) };
  }
  return { op: 'constant', value, exact: value, info: EXACT };
}
export const constantTruth = (value: boolean): Ir => ({ op: 'constant', value, info: TRUTH });
export const constantWord = (value: string): Ir => ({ op: 'constant', value, info: sure({ kind: 'word' }) });
export const constantDay = (value: number): Ir => ({ op: 'constant', value, info: sure({ kind: 'date' }) });
export const noneConstant: Ir = { op: 'constant', value: NONE, info: nothing(MAY_NONE) };
export const faultConstant = (code: string): Ir => ({ op: 'constant', value: new Fault(code, ''), info: nothing(MAY_FAULT) });
export const unknownConstant = (...facts: string[]): Ir => ({
  op: 'constant',
  value: new Unknown(Object.freeze([...new Set(facts)].sort())),
  info: nothing(MAY_UNKNOWN),
});

const isTrue = (ir: Ir): boolean => ir.op === 'constant' && ir.value === true;
const isFalse = (ir: Ir): boolean => ir.op === 'constant' && ir.value === false;

/** A missing argument of an operation: none is a fault there. */
const afterNeed = (may: number): number => (may & ~MAY_NONE) | (may & MAY_NONE ? MAY_FAULT : 0);

/**
 * Hands values to an operation that needs all of them: what is missing is answered before.
 * `name` those that the operation reads more than once.
 */
export function need(values: readonly Ir[], then: (...values: readonly Ir[]) => Ir, options: { readonly name?: boolean; readonly pass?: boolean } = {}): Ir {
  const bound = values.map((value) =>
    value.info.may !== 0 || (options.name && !isCheap(value)) ? newLocal({ rep: value.info.rep, may: 0 }, value) : undefined,
  );
  if (values.some((value) => value.info.rep.kind === 'nothing')) {
    // Never a value: the operation is never reached.
    const may = values.reduce((all, value) => all | value.info.may, 0);
    return bind(
      values,
      values.map((value) => newLocal(value.info, value)),
      faultConstant('value/none'),
      options.pass ? may : afterNeed(may),
      options.pass === true,
    );
  }
  const body = then(...values.map((value, at) => (bound[at] ? readLocal(bound[at]) : value)));
  if (bound.every((local) => local === undefined)) return body;
  const may = values.reduce((all, value) => all | value.info.may, 0);
  const used = values.flatMap((value, at) => (bound[at] ? [value] : []));
  return bind(
    used,
    bound.filter((local) => local !== undefined),
    body,
    options.pass ? may : afterNeed(may),
    options.pass === true,
  );
}

function bind(values: readonly Ir[], locals: readonly Local[], body: Ir, may: number, pass: boolean): Ir {
  return { op: 'bind', locals, values, body, pass, info: { rep: body.info.rep, may: may | body.info.may } };
}

const isCheap = (ir: Ir): boolean => ir.op === 'constant' || ir.op === 'local' || ir.op === 'slot' || ir.op === 'fact';

/** The number as an exact ratio. */
export function toExact(a: Ir): Ir {
  if (a.info.rep.kind === 'exact') return a;
  if (a.op === 'constant' && a.exact) return { op: 'constant', value: a.exact, exact: a.exact, info: { rep: { kind: 'exact' }, may: 0 } };
  return { op: 'toExact', a, info: EXACT };
}

const exactCall = (name: ExactCall, args: readonly Ir[], more: { readonly step?: Exact; readonly mode?: RoundingMode; readonly may?: number } = {}): Ir => {
  const { may = 0, ...rest } = more;
  return { op: 'exactCall', name, args: args.map(toExact), ...rest, info: { rep: { kind: 'exact' }, may } };
};

/** The same value at `places`; more places only. */
export function atPlaces(a: Ir, places: number): Ir {
  const bounds = boundsOf(a)!;
  if (bounds.places === places) return a;
  const by = places - bounds.places;
  if (a.op === 'constant' && bounds.whole && sizeOf(bounds) * 10 ** by <= SAFE) {
    const value = (a.value as number) * 10 ** by;
    return { op: 'constant', value, exact: a.exact, info: numberInfo(constantBounds(value, places)) };
  }
  return { op: 'rescale', a, factor: 10 ** by, info: numberInfo(rescaleBounds(bounds, by)) };
}

function aligned(a: Ir, b: Ir): readonly [Ir, Ir] {
  const places = Math.max(boundsOf(a)!.places, boundsOf(b)!.places);
  return [atPlaces(a, places), atPlaces(b, places)];
}

const MOST_PLACES = 60;
const trusted = (bounds: NumberBounds): boolean => isUsable(bounds) && bounds.places <= MOST_PLACES;

type Arithmetic = 'add' | 'subtract' | 'multiply' | 'divide';

/** Both are values. */
export function arithmetic(op: Arithmetic, a: Ir, b: Ir): Ir {
  if (!isNumeric(a) || !isNumeric(b)) throw new NotCompiled(`${op} of what is no number`);
  const [x, y] = [constantOf(a), constantOf(b)];
  if (op === 'divide' && y && y.n === 0n) return faultConstant('formula/division-by-zero');
  if (x && y) return constantNumber(callExact(op, [x, y]) as Exact);
  const inFloats = boundsOf(a) && boundsOf(b) ? floatArithmetic(op, a, b) : undefined;
  if (inFloats) return inFloats;
  return exactCall(op, [a, b], { may: op === 'divide' && !y ? MAY_FAULT : 0 });
}

const constantOf = (ir: Ir): Exact | undefined => (ir.op === 'constant' ? ir.exact : undefined);

function floatArithmetic(op: Arithmetic, a: Ir, b: Ir): Ir | undefined {
  switch (op) {
    case 'add':
    case 'subtract': {
      const [left, right] = aligned(a, b);
      const other = boundsOf(right)!;
      return float({ op, a: left, b: right }, addBounds(boundsOf(left)!, op === 'add' ? other : negateBounds(other)));
    }
    case 'multiply': {
      const [left, right] = [lessPlaces(a), lessPlaces(b)];
      return float({ op, a: left, b: right }, multiplyBounds(boundsOf(left)!, boundsOf(right)!));
    }
    case 'divide':
      return divideByConstant(a, b) ?? divide(a, b);
  }
}

const MANY_PLACES = 12;
const FEW_PLACES = 6;

/** An inexact number of many places, carried at few: the scale of products would grow without end. */
function lessPlaces(a: Ir): Ir {
  const bounds = boundsOf(a)!;
  if (bounds.whole || bounds.places <= MANY_PLACES) return a;
  const by = bounds.places - FEW_PLACES;
  const one: Ir = { op: 'constant', value: 10 ** by, exact: ratio(1n), info: numberInfo(constantBounds(10 ** by, by)) };
  return float({ op: 'divide', a, b: one }, divideBounds(bounds, boundsOf(one)!)) ?? a;
}

/** Division by a constant whose reciprocal is a decimal is multiplication: nothing inexact comes in. */
function divideByConstant(a: Ir, b: Ir): Ir | undefined {
  const by = constantOf(b);
  if (!by) return undefined;
  const reciprocal = callExact('divide', [ratio(1n), by]) as Exact;
  if (decimalPlaces(reciprocal) !== undefined) {
    const factor = constantNumber(reciprocal);
    if (boundsOf(factor)) {
      const { places } = boundsOf(factor)!;
      // A power of ten only moves the point.
      if (factor.op === 'constant' && factor.value === 1) return shift(a, places);
      const product = float({ op: 'multiply', a, b: factor }, multiplyBounds(boundsOf(a)!, boundsOf(factor)!));
      if (product && boundsOf(product)!.whole) return product;
    }
  }
  return undefined;
}

/** The same carried number, read at more places. */
function shift(a: Ir, places: number): Ir | undefined {
  const bounds = boundsOf(a)!;
  if (places === 0) return a;
  if (bounds.places + places > MOST_PLACES) return undefined;
  return { op: 'rescale', a, factor: 1, info: numberInfo({ ...bounds, places: bounds.places + places }) };
}

function divide(a: Ir, b: Ir): Ir | undefined {
  const [up, under] = boundsOf(a)!.places < boundsOf(b)!.places ? [atPlaces(a, boundsOf(b)!.places), b] : [a, b];
  const mean = up === a ? weightedMeanBounds(a, b) : undefined;
  const bounds = mean ?? divideBounds(boundsOf(up)!, boundsOf(under)!);
  const { low, high } = boundsOf(under)!;
  if (low > 0 || high < 0) return float({ op: 'divide', a: up, b: under }, bounds);
  // Whether the divisor is zero must show in the carried number itself.
  if (!isRelative(boundsOf(under)!)) return undefined;
  const node = float({ op: 'checkedDivide', a: up, b: under }, bounds);
  return node && { ...node, info: { ...node.info, may: MAY_FAULT } };
}

type Bare<Op extends string> = Ir extends infer Each ? (Each extends { readonly op: Op } ? Omit<Each, 'info'> : never) : never;
const float = (
  node: Bare<'add' | 'subtract' | 'multiply' | 'divide' | 'checkedDivide' | 'negate' | 'absolute' | 'least' | 'greatest'>,
  bounds: NumberBounds,
): Ir | undefined => (trusted(bounds) ? ({ ...node, info: numberInfo(bounds) } as Ir) : undefined);

export function negate(a: Ir): Ir {
  const value = constantOf(a);
  if (value) return constantNumber(value.neg());
  const bounds = boundsOf(a);
  return bounds ? { op: 'negate', a, info: numberInfo(negateBounds(bounds)) } : exactCall('negate', [a]);
}

export function absolute(a: Ir): Ir {
  const bounds = boundsOf(a);
  if (bounds && bounds.low >= 0 && bounds.whole) return a;
  return bounds ? { op: 'absolute', a, info: numberInfo(absoluteBounds(bounds)) } : exactCall('absolute', [a]);
}

/** The lesser or greater of two numbers. */
export function extreme(which: 'least' | 'greatest', a: Ir, b: Ir): Ir {
  if (!boundsOf(a) || !boundsOf(b)) return exactCall(which, [a, b]);
  const [left, right] = aligned(a, b);
  const [x, y] = [boundsOf(left)!, boundsOf(right)!];
  return float({ op: which, a: left, b: right }, extremeBounds(x, y, which === 'least' ? 'min' : 'max')) ?? exactCall(which, [a, b]);
}

/** What is left of a after whole steps of b, which is not zero; its sign follows b. */
export function modulo(a: Ir, b: Ir): Ir {
  if (boundsOf(a) && boundsOf(b)) {
    const [left, right] = aligned(a, b);
    const [x, y] = [boundsOf(left)!, boundsOf(right)!];
    if (x.whole && y.whole) {
      const size = sizeOf(y);
      const may = y.low <= 0 && y.high >= 0 ? MAY_FAULT : 0;
      return {
        op: 'modulo',
        a: left,
        b: right,
        info: { rep: { kind: 'number', bounds: wholeBounds(y.low < 0 ? -size : 0, y.high > 0 ? size : 0, x.places) }, may },
      };
    }
  }
  return exactCall('modulo', [a, b], { may: MAY_FAULT });
}

const MARGIN_PLAIN: Margin = { how: 'plain' };

/** How far two carried numbers must lie apart to be told from each other. */
export function marginOf(a: NumberBounds, b: NumberBounds): Margin {
  if (a.whole && b.whole) return MARGIN_PLAIN;
  const most = (errorOf(a) + errorOf(b) + UNIT * (sizeOf(a) + sizeOf(b))) * 1.01;
  const gap = 1 / (a.den * b.den);
  if (4 * most < gap) return { how: 'gap', half: gap / 2 };
  const constant = isConstant(a) ? Math.abs(a.low) : isConstant(b) ? Math.abs(b.low) : undefined;
  if (constant === 0 && isRelative(a) && isRelative(b)) return MARGIN_PLAIN;
  const [abs, rel] = [1.1 * (a.abs + b.abs), Math.max(a.rel, b.rel)];
  // Against a constant the band is as wide as the constant is large.
  if (constant !== undefined) return { how: 'band', abs: Math.min(abs + 2.5 * rel * constant, 2 * most), rel: 0, gap };
  return { how: 'band', abs, rel: 1.1 * rel + UNIT, gap };
}

/** Both are values: numbers, dates, or ranks in an order. */
export function compareNumbers(comparator: Comparator, a: Ir, b: Ir): Ir {
  const [x, y] = [constantOf(a), constantOf(b)];
  if (x && y) return constantTruth(holds(comparator, compare(x, y)));
  if (!boundsOf(a) || !boundsOf(b)) {
    const sign: Ir = { ...exactCall('compare', [a, b]), info: numberInfo(wholeBounds(-1, 1, 0)) };
    return compareNumbers(comparator, sign, constantNumber(ratio(0n)));
  }
  const [left, right] = aligned(a, b);
  return { op: 'compare', comparator, a: left, b: right, margin: marginOf(boundsOf(left)!, boundsOf(right)!), info: TRUTH };
}

export const compareDays = (comparator: Comparator, a: Ir, b: Ir): Ir => ({ op: 'compare', comparator, a, b, margin: MARGIN_PLAIN, info: TRUTH });

export function holds(comparator: Comparator, order: number): boolean {
  switch (comparator) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

/** Rounds a number to a multiple of `step`. */
export function round(a: Ir, step: Exact, mode: RoundingMode): Ir {
  const value = constantOf(a);
  if (value) return constantNumber(roundExact(value, step, mode));
  const stepPlaces = decimalPlaces(step);
  if (!boundsOf(a) || stepPlaces === undefined) return exactCall('round', [a], { step, mode });
  const fine = boundsOf(a)!.places < stepPlaces ? atPlaces(a, stepPlaces) : a;
  const bounds = boundsOf(fine)!;
  const exactStep = numerator(multiply(step, TEN_TO(bounds.places)));
  const scaledStep = Number(exactStep);
  const unit = Number(numerator(multiply(step, TEN_TO(stepPlaces))));
  const perUnit = scaledStep / unit;
  const limit = (sizeOf(bounds) / scaledStep + 2) * unit;
  if (BigInt(scaledStep) !== exactStep || limit > SAFE || (bounds.whole && scaledStep > SAFE)) return exactCall('round', [a], { step, mode });
  if (bounds.whole && scaledStep === 1) return fine;
  const result = wholeBounds(boundAt(bounds.low / perUnit - unit), boundAt(bounds.high / perUnit + unit), stepPlaces);
  const tight = { ...result, low: bounds.low >= 0 ? Math.max(0, result.low) : result.low, high: bounds.high <= 0 ? Math.min(0, result.high) : result.high };
  return { op: 'round', a: fine, step: scaledStep, unit, mode, margin: roundingMargin(bounds, scaledStep), info: numberInfo(tight) };
}

const boundAt = (value: number): number => (value < 0 ? Math.floor(value) : Math.ceil(value));

/** The margin of a rounding, in steps: how near a boundary the carried quotient may lie and still be told from it. */
function roundingMargin(a: NumberBounds, step: number): Margin {
  if (a.whole) return MARGIN_PLAIN;
  const most = (errorOf(a) / step + UNIT * (sizeOf(a) / step)) * 1.01;
  const gap = 1 / (2 * a.den * step);
  if (4 * most < gap) return { how: 'gap', half: gap / 2 };
  return { how: 'band', abs: (1.1 * a.abs) / step, rel: (a.rel + UNIT) * 1.1, gap };
}

export const not = (a: Ir): Ir => (isTrue(a) ? constantTruth(false) : isFalse(a) ? constantTruth(true) : { op: 'not', a, info: TRUTH });

/** `and`, `or`: none among the operands is a fault; the decisive value decides whatever the others are. */
export function join(decisive: boolean, operands: readonly Ir[]): Ir {
  const parts: Ir[] = [];
  for (const operand of operands) {
    if (operand.op === 'constant' && operand.value === !decisive) continue;
    const part = operand.info.may & MAY_NONE ? need([operand], (value) => value!) : operand;
    parts.push(part);
    if (operand.op === 'constant' && operand.value === decisive) break;
  }
  if (parts.length === 0) return constantTruth(!decisive);
  if (parts.length === 1) return parts[0]!;
  return { op: 'join', decisive, operands: parts, info: { rep: { kind: 'truth' }, may: parts.reduce((may, part) => may | part.info.may, 0) } };
}

/** One of two; the condition needs to be known. */
export function choose(condition: Ir, then: Ir, otherwise: Ir): Ir {
  if (isTrue(condition)) return then;
  if (isFalse(condition)) return otherwise;
  return need([condition], (known) => {
    const [left, right] = alike(then, otherwise);
    return { op: 'if', condition: known!, then: left, else: right, info: eitherInfo(left.info, right.info) };
  });
}

/** Two nodes carried in the same way. */
export function alike(a: Ir, b: Ir): readonly [Ir, Ir] {
  if (a.info.rep.kind === 'number' && b.info.rep.kind === 'number') {
    if (a.info.rep.bounds.places === b.info.rep.bounds.places) return [a, b];
    const places = Math.max(a.info.rep.bounds.places, b.info.rep.bounds.places);
    const [left, right] = [mapped(a, (value) => atPlaces(value, places)), mapped(b, (value) => atPlaces(value, places))];
    return trusted(boundsOf(left)!) && trusted(boundsOf(right)!) ? [left, right] : [mapped(a, toExact), mapped(b, toExact)];
  }
  if (a.info.rep.kind === 'exact' && b.info.rep.kind === 'number') return [a, mapped(b, toExact)];
  if (a.info.rep.kind === 'number' && b.info.rep.kind === 'exact') return [mapped(a, toExact), b];
  return [a, b];
}

/** Applies to the value, if it is one; what is missing stays as it is. */
export const mapped = (a: Ir, change: (value: Ir) => Ir): Ir => need([a], (value) => change(value!), { pass: true });

export function eitherInfo(a: Info, b: Info): Info {
  return { rep: eitherRep(a.rep, b.rep), may: a.may | b.may };
}

function eitherRep(a: Rep, b: Rep): Rep {
  if (a.kind === 'nothing') return b;
  if (b.kind === 'nothing') return a;
  if (a.kind === 'number' && b.kind === 'number' && a.bounds.places === b.bounds.places) return { kind: 'number', bounds: eitherBounds(a.bounds, b.bounds) };
  if (a.kind === 'list' && b.kind === 'list') {
    const most = a.most === undefined || b.most === undefined ? undefined : Math.max(a.most, b.most);
    return { kind: 'list', of: eitherInfo(a.of, b.of), most };
  }
  if (a.kind === 'record' && b.kind === 'record') {
    const fields = new Map(
      [...a.fields].map(([name, field]) => [name, { index: field.index, info: eitherInfo(field.info, b.fields.get(name)!.info) }] as const),
    );
    return { kind: 'record', fields };
  }
  if (a.kind !== b.kind || a.kind === 'number') throw new NotCompiled(`either ${a.kind} or ${b.kind}`);
  return a;
}
