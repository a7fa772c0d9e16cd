/**
 * The fast ingest as closures: no generated code, so it works under a strict content security policy.
 * In: an {@link IngestPlan}. Out: a function that fills facts and head from plain JSON, or declines.
 */
import type { Lowered } from '../lowered.ts';
import { newContext } from './context.ts';
import { type FittingPeriod, fittingPeriod, periodsMatch } from './fitting-period.ts';
import { keysKnown } from './list-keys.ts';
import { referenceKeys } from './reference-keys.ts';
import { firstDayOf, monthOf } from './written-values.ts';
import { PLAIN, prototypeOf, recordOf } from './closure-readers.ts';
import { countOf } from './days-and-effects.ts';
import type { Head, IngestPlan } from './ingest-plan.ts';
import type { FieldReader } from './readers.ts';
import { PANGKAT_BY_GOLONGAN } from './record-checks.ts';

/** Fills `facts` and `head`; false where the exact path must read the record, and both then hold nothing of use. */
export type Ingest = (input: unknown, facts: (Lowered | undefined)[], head: Head) => boolean;

const MOST_PERIODS = 500;

/** Makes the function; it keeps scratch space, so it is not to be entered again from a getter of the record it reads (it declines then). */
export function closureIngest(plan: IngestPlan): Ingest {
  if (plan.declines) return () => false;
  const context = newContext(plan.keys, PANGKAT_BY_GOLONGAN);
  const places: (Lowered | undefined)[] = [...plan.absent, ...Array<undefined>(plan.hidden)];
  const fresh = [...places];
  const top = recordOf({ ...plan.record, fields: plan.record.fields.map(skipPeriods) }, context, places);
  const assessedCache = new Map<string, FittingPeriod>();
  const paidCache = new Map<string, FittingPeriod>();
  const { facts: count, fit, required, periods, carries, counts } = plan;
  const references = referenceKeys(plan);
  const [named, known] = [context.keys[references.activities]!, context.keys[references.indicators]!];
  let busy = false;

  function period(written: unknown, cache: Map<string, FittingPeriod>, paid: boolean): FittingPeriod | undefined {
    if (typeof written !== 'string') return fittingPeriod(written, fit, paid);
    const met = cache.get(written);
    if (met) return met;
    const read = fittingPeriod(written, fit, paid);
    if (read) {
      if (cache.size >= MOST_PERIODS) cache.clear();
      cache.set(written, read);
    }
    return read;
  }

  function readAll(input: unknown, facts: (Lowered | undefined)[], head: Head): boolean {
    for (const _ in PLAIN) return false;
    if (typeof input !== 'object' || input === null) return false;
    const { assessed: assessedWritten, paid: paidWritten } = input as { assessed?: unknown; paid?: unknown };
    const assessed = period(assessedWritten, assessedCache, false);
    if (!assessed) return false;
    let paid: FittingPeriod | undefined;
    let kind: string | undefined;
    if (paidWritten !== undefined) {
      if (!fit.pays || typeof paidWritten !== 'object' || paidWritten === null || prototypeOf(paidWritten) !== PLAIN) return false;
      let keys = 0;
      for (const _ in paidWritten) keys++;
      const { period: written, kind: word } = paidWritten as { period?: unknown; kind?: unknown };
      if (keys !== 2 || !plan.paidKinds.includes(word as string)) return false;
      kind = word as string;
      paid = period(written, paidCache, true);
      if (!paid || !periodsMatch(assessed, paid, kind, fit)) return false;
    } else if (fit.pays) return false;
    context.from = assessed.from;
    context.to = assessed.to;
    context.paidFrom = paid ? paid.from : 0;
    context.paidTo = paid ? paid.to : -1;
    context.indicators = -1;
    context.activities = -1;
    context.days = -1;
    context.effectsWritten = undefined;
    context.forceFrom = paid ? paid.from : firstDayOf(monthOf(assessed.to));
    context.forceTo = paid ? paid.to : firstDayOf(monthOf(assessed.to) + 1) - 1;
    for (let at = 0; at < fresh.length; at++) places[at] = fresh[at];
    if (top(input, 0) === undefined) return false;
    if (context.days >= 0) {
      for (const { at, slots, given, scale, high } of counts) {
        const value = countOf(context, at, places[given], scale, high);
        if (value === undefined) continue;
        if (value !== value) return false;
        for (const slot of slots) places[slot] = value;
      }
    }
    for (const { slot, of, value } of periods) {
      const from = of === 'assessed' ? assessed : paid;
      if (from) places[slot] = value === 'kind' ? kind : (from[value] as Lowered);
    }
    for (const slot of required) if (places[slot] === undefined) return false;
    if (context.activities > 0 && context.indicators >= 0 && !keysKnown(named, context.activities, known, context.indicators)) return false;
    const through = places[plan.places.through] as number | undefined;
    if (through !== undefined && through >= assessed.to) return false;
    for (const { slots, hidden, resets, opening, missing } of carries) {
      const opened = resets > 0 && assessed.start >= 0 && assessed.start % resets === 0;
      const given = hidden === undefined ? undefined : places[hidden];
      // A gap is an issue in some spans and an unknown in others: the exact path tells them apart.
      if (!opened && given !== undefined && through !== assessed.from - 1) return false;
      for (const slot of slots) places[slot] = opened ? opening : (given ?? missing);
    }
    for (let at = 0; at < count; at++) facts[at] = places[at];
    head.employee = places[plan.places.employee] as string;
    head.id = places[plan.places.id] as string | undefined;
    head.assessedFrom = assessed.from;
    head.assessedTo = assessed.to;
    head.assessedFromText = assessed.fromText;
    head.assessedToText = assessed.toText;
    head.paidKind = kind;
    head.effects = context.effectsWritten as readonly unknown[] | undefined;
    if (paid) {
      head.paidFrom = paid.from;
      head.paidTo = paid.to;
      head.paidFromText = paid.fromText;
      head.paidToText = paid.toText;
    }
    return true;
  }

  return (input, facts, head) => {
    if (busy) return false;
    busy = true;
    try {
      return readAll(input, facts, head);
    } catch {
      // A getter of the record may throw; so does the exact path then, and says why.
      return false;
    } finally {
      busy = false;
    }
  };
}

/** The periods have been read before the rest: their fields are only counted. */
function skipPeriods(field: FieldReader): FieldReader {
  return field.name === 'assessed' || field.name === 'paid'
    ? { ...field, reader: { kind: 'exactly', read: (written) => written !== undefined || undefined }, slots: [] }
    : field;
}
