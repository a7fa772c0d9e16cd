/**
 * The intermediate form between a plan and its compiled code: typed nodes of which everything is known that can be known beforehand.
 * In: nothing. Out: {@link Ir} and {@link Info}. One lowering makes it; the printers and the always-exact evaluator read it.
 * Only `let`, `bind`, `join`, `present`, `settle` and what goes through members ever meet a value that is missing; all others take values.
 */
import type { Exact } from '../values/exact.ts';
import type { RoundingMode } from '../values/rounding.ts';
import type { EventKind } from '../ruleset/event.ts';
import type { Comparator } from '../formula/tree.ts';
import type { CarryFactStep, FactStep } from '../ruleset/plan.ts';
import type { Type } from '../values/type.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';
import type { NumberBounds } from './number-bounds.ts';

/** What a node may give instead of a value: bits. */
export const MAY_NONE = 1;
export const MAY_UNKNOWN = 2;
export const MAY_FAULT = 4;

export type Rep =
  | { readonly kind: 'number'; readonly bounds: NumberBounds }
  | { readonly kind: 'exact' }
  | { readonly kind: 'truth' | 'word' | 'date' | 'calendar' }
  /** Never a value. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly of: Info; readonly most: number | undefined }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, { readonly index: number; readonly info: Info }> };

export interface Info {
  readonly rep: Rep;
  readonly may: number;
}

/** The variable of a loop, or a value that is used more than once. */
export interface Local {
  readonly id: number;
  readonly info: Info;
  /** What it names; absent for the variable of a loop, whose members are never inexact numbers. */
  readonly source?: Ir | undefined;
}

/** A value that is computed once a record, in the order of the plan. */
export interface Slot {
  readonly key: string;
  readonly ir: Ir;
}

/** A fact that compiled code reads. */
export interface FactSlot {
  readonly key: string;
  readonly kind: 'fact' | 'carryFact';
  readonly step?: FactStep | CarryFactStep | undefined;
  /** The fact's id: `employee.class`; for a carry `carry.<id>`. */
  readonly id: string;
  readonly type: Type;
  /** What stands there when the fact is absent; `required`: the record is refused. */
  readonly absent: Lowered | 'required';
}

interface Node {
  readonly info: Info;
}

/** How a comparison of inexact numbers is decided: `gap`: unequal values are proved to lie farther apart than twice the margin; `band`: near values are compared exactly. */
export type Margin =
  | { readonly how: 'plain' }
  | { readonly how: 'gap'; readonly half: number }
  | { readonly how: 'band'; readonly abs: number; readonly rel: number; /** Unequal values lie at least this far apart. */ readonly gap: number };

export type Ir = Node &
  (
    | { readonly op: 'constant'; readonly value: Lowered; readonly exact?: Exact | undefined }
    | { readonly op: 'fact'; readonly fact: FactSlot }
    | { readonly op: 'slot'; readonly slot: Slot }
    | { readonly op: 'local'; readonly local: Local }
    | { readonly op: 'field'; readonly of: Ir; readonly index: number }
    | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly a: Ir; readonly b: Ir }
    /** A division whose divisor may be zero. */
    | { readonly op: 'checkedDivide'; readonly a: Ir; readonly b: Ir }
    | { readonly op: 'negate' | 'absolute'; readonly a: Ir }
    /** The same value at more places: times `factor`, a power of ten. */
    | { readonly op: 'rescale'; readonly a: Ir; readonly factor: number }
    | { readonly op: 'least' | 'greatest'; readonly a: Ir; readonly b: Ir }
    /** To a multiple of `step` (in the scale of `a`); the result counts times `unit` for each step. */
    | { readonly op: 'round'; readonly a: Ir; readonly step: number; readonly unit: number; readonly mode: RoundingMode; readonly margin: Margin }
    | { readonly op: 'modulo'; readonly a: Ir; readonly b: Ir }
    | { readonly op: 'toExact'; readonly a: Ir }
    | {
        readonly op: 'exactCall';
        readonly name: ExactCall;
        readonly args: readonly Ir[];
        readonly step?: Exact | undefined;
        readonly mode?: RoundingMode | undefined;
      }
    | { readonly op: 'compare'; readonly comparator: Comparator; readonly a: Ir; readonly b: Ir; readonly margin: Margin }
    | { readonly op: 'same'; readonly a: Ir; readonly b: Ir; readonly negated: boolean }
    /** The place of a word in its order. */
    | { readonly op: 'rank'; readonly a: Ir; readonly order: readonly string[] }
    | { readonly op: 'not'; readonly a: Ir }
    | { readonly op: 'join'; readonly decisive: boolean; readonly operands: readonly Ir[] }
    | { readonly op: 'if'; readonly condition: Ir; readonly then: Ir; readonly else: Ir }
    /** Gives the locals their values; where one of them is missing, the whole is, unless `pass` hands a missing single one on as it is. */
    | { readonly op: 'bind'; readonly locals: readonly Local[]; readonly values: readonly Ir[]; readonly body: Ir; readonly pass: boolean }
    /** Names a value as it is, missing or not. */
    | { readonly op: 'let'; readonly local: Local; readonly value: Ir; readonly body: Ir }
    | { readonly op: 'present'; readonly a: Ir }
    /** Whether a verdict, which may be missing, is true. */
    | { readonly op: 'isTrue'; readonly a: Ir }
    /** `verdict` where it is not true, else what is wrong with the values, else true. */
    | { readonly op: 'settle'; readonly verdict: Ir; readonly values: readonly Ir[] }
    | {
        readonly op: 'fired';
        readonly rules: readonly { readonly settled: Ir; readonly code: Ir; readonly id: Ir }[];
        readonly fields: readonly ('rule' | 'code')[];
      }
    | { readonly op: 'list'; readonly items: readonly Ir[] }
    | {
        readonly op: 'map';
        readonly list: Ir;
        readonly local: Local;
        readonly body: Ir;
        /** A member that is unknown or a fault stays as it is. */ readonly keepMissing: boolean;
      }
    | { readonly op: 'filter'; readonly list: Ir; readonly local: Local; readonly condition: Ir }
    | { readonly op: 'quantify'; readonly list: Ir; readonly local: Local; readonly condition: Ir; readonly decisive: boolean }
    /** The list, or the worst that its members are: a fault, unknown, none. */
    | { readonly op: 'members'; readonly list: Ir }
    | {
        readonly op: 'fold';
        readonly fold: Fold;
        readonly list: Ir;
        /** Multiplies the total of a mean or median before it is divided. */ readonly order?: readonly string[] | undefined;
      }
    | { readonly op: 'at'; readonly list: Ir; readonly at: number }
    | {
        readonly op: 'dateCall';
        readonly name: DateCall;
        readonly args: readonly Ir[];
        readonly closed?: Closed | undefined;
        readonly scale?: number | undefined;
      }
    /** Between which cuts a number lies: 2i + 1 on cut i, 2i before it. */
    | { readonly op: 'piece'; readonly a: Ir; readonly cuts: readonly number[]; readonly margin: Margin }
    | { readonly op: 'pieceExact'; readonly a: Ir; readonly cuts: readonly Exact[] }
    | { readonly op: 'pieceWord'; readonly a: Ir; readonly words: readonly string[] }
    | { readonly op: 'pieceTruth'; readonly a: Ir }
    | {
        readonly op: 'lookup';
        readonly pieces: readonly Ir[];
        readonly sizes: readonly number[];
        readonly grid: Int32Array;
        readonly answers: readonly Lowered[];
      }
    /** A record of what the ratings of one scheme come to; `gathered` reads from it. */
    | { readonly op: 'gather'; readonly scheme: GatherScheme; readonly ratings: Ir }
    | {
        readonly op: 'gathered';
        readonly from: Slot;
        readonly what: 'raters' | 'score' | 'criterion' | 'fits';
        readonly source: number;
        readonly member: number;
      }
    /** A node that compiled code does not know: the exact evaluator answers it. */
    | {
        readonly op: 'foreign';
        readonly args: readonly Ir[];
        readonly answer: (args: readonly Lowered[]) => Lowered;
        /** What `answer` is made of, where that is data. */ readonly effect?: EffectQuestion | undefined;
      }
  );

export type IrOf<Op extends Ir['op']> = Extract<Ir, { readonly op: Op }>;
export type Fold = 'sum' | 'count' | 'least' | 'greatest' | 'mean' | 'median' | 'distinct' | 'last' | 'longestRun';
export type ExactCall =
  'add' | 'subtract' | 'multiply' | 'divide' | 'negate' | 'absolute' | 'floor' | 'ceiling' | 'modulo' | 'round' | 'least' | 'greatest' | 'compare';
export type DateCall = 'daysBetween' | 'wholeMonths' | 'wholeYears' | 'addMonths' | 'workingDays';

/** The days on which nobody works. */
export interface Closed {
  readonly weekend: ReadonlySet<number>;
  readonly holidays: ReadonlySet<number>;
}

/** How the ratings of one scheme are gathered: which fields of a rating are read, and how scores become comparable. */
export interface GatherScheme {
  readonly sources: readonly GatherSource[];
  readonly members: readonly string[] | undefined;
  /** Whether a rater's criteria are averaged before the raters are. */
  readonly criteriaFirst: boolean;
  readonly holdIncomplete: boolean;
  /** Fields of a rating by their places. */
  readonly fields: Readonly<Record<RatingField, number>>;
  readonly read: Readonly<Record<RatingField, (record: LoweredRecord) => Lowered>>;
}
export type RatingField = 'source' | 'rater' | 'criterion' | 'score' | 'scale' | 'min' | 'max';
export interface GatherSource {
  readonly source: string;
  /** The scale that the scheme reads, in thousandths. */
  readonly low: number;
  readonly high: number;
  /** (score − offset) · times ÷ by, in thousandths. */
  readonly offset: number;
  readonly times: number;
  readonly by: number;
  readonly within: 'mean' | 'median';
}

/** What is asked of the exact engine about the effect of a rule: data, so that a module made ahead of time can hold it. */
export interface EffectQuestion {
  readonly rule: { readonly id: string };
  readonly kind: EventKind;
  /** The parameters, which come first among the arguments; the parts of the key follow. */
  readonly names: readonly string[];
  readonly hasKey: boolean;
  /** How each argument is carried. */
  readonly reps: readonly Rep[];
}
