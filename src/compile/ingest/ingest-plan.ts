/**
 * The plan of a fast ingest: what is read where, which facts it is, and what must hold.
 * In: nothing. Out: the shapes that the planner fills and the closures and the text are made from.
 */
import type { CarryFactStep, FactStep } from '../../ruleset/plan.ts';
import type { Type } from '../../values/type.ts';
import type { Lowered } from '../lowered.ts';
import type { FitRules, FittingPeriod } from './fitting-period.ts';
import type { RecordReader } from './readers.ts';

/** A fact that compiled code wants in its place among the facts. */
export interface FactSlot {
  readonly key: string;
  readonly kind: 'fact' | 'carryFact';
  readonly step?: FactStep | CarryFactStep | undefined;
  readonly id: string;
  readonly type: Type;
  /** Fields of the record, or of the list's records, that are read; all when left out. The others are only looked over. */
  readonly fields?: ReadonlySet<string> | undefined;
  /** What stands there when the fact is absent; `required` where the record is declined then. */
  readonly absent: Lowered | 'required';
}

/** What an outcome says of the appraisal itself. Used again for each record. */
export interface Head {
  employee: string;
  id: string | undefined;
  /** Day numbers. */
  assessedFrom: number;
  assessedTo: number;
  paidFrom: number;
  paidTo: number;
  /** Undefined when nothing is paid; the paid period is then without meaning. */
  paidKind: string | undefined;
  /** Days as an outcome prints them. */
  assessedFromText: string;
  assessedToText: string;
  paidFromText: string;
  paidToText: string;
  /** The effects as written, looked over; undefined when none is given. Only where the plan takes effects. */
  effects: readonly unknown[] | undefined;
}

/** A carried value and the facts that it is. */
export interface CarryRule {
  readonly slots: readonly number[];
  /** Where the value given is put first; undefined when the record may not give one. */
  readonly hidden: number | undefined;
  /** Months after which it begins anew; 0 for never. */
  readonly resets: number;
  readonly opening: Lowered;
  readonly missing: Lowered;
}

/** A count of attendance. */
export interface CountRule {
  readonly at: number;
  readonly slots: readonly number[];
  readonly given: number;
  readonly scale: number;
  readonly high: number;
}

export interface IngestOptions {
  /** Take records with effects; the caller then reads `head.effects`. Without it such records are declined. */
  readonly effects?: boolean | undefined;
}

export interface IngestPlan {
  /** True when nothing can be read fast; every record is declined. */
  readonly declines: boolean;
  /** How many facts there are; numbers from here on are hidden, for the ingest's own use. */
  readonly facts: number;
  readonly hidden: number;
  /** What stands in each fact before anything is read; undefined where a value is required. */
  readonly absent: readonly (Lowered | undefined)[];
  readonly required: readonly number[];
  /** How many keys of list members are kept. */
  readonly keys: number;
  /** The record without the periods, which are read first. */
  readonly record: RecordReader;
  readonly fit: FitRules;
  readonly paidKinds: readonly string[];
  readonly periods: readonly { readonly slot: number; readonly of: 'assessed' | 'paid'; readonly value: keyof FittingPeriod | 'kind' }[];
  readonly carries: readonly CarryRule[];
  /** Counts of attendance that the days add up to: their place among `COUNTS`, where a given one stands, and the facts that they are. */
  readonly counts: readonly CountRule[];
  /** Hidden places: the ids for the head, and the last day of the carry. */
  readonly places: { readonly id: number; readonly employee: number; readonly through: number };
}
