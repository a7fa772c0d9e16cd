/**
 * The fast ingest as closures: no generated code, so it works under a strict content security policy.
 * In: an {@link IngestPlan}. Out: a function that fills facts and head from plain JSON, or declines.
 */
import { NONE } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import { type Context, newContext } from './context.ts';
import {
  type FittingPeriod,
  firstDayOf,
  fittingPeriod,
  isPlainText,
  keysDiffer,
  keysKnown,
  monthOf,
  periodsMatch,
  readDay,
  readDecimal,
  readMonth,
  readPeriodDays,
  rowsDiffer,
} from './helpers.ts';
import type { Head, IngestPlan } from './ingest-plan.ts';
import type { FieldReader, Reader, RecordReader } from './readers.ts';
import { PANGKAT_BY_GOLONGAN, countOf, effectsInForce, resetCounts } from './record-checks.ts';

/** Fills `facts` and `head`; false where the exact path must read the record, and both then hold nothing of use. */
export type Ingest = (input: unknown, facts: (Lowered | undefined)[], head: Head) => boolean;

/** Reads one value; undefined declines the record. `at` is its place in a list. */
type Read = (written: unknown, at: number) => Lowered | undefined;

const PLAIN = Object.prototype;
const LIST = Array.prototype;
const prototypeOf = Object.getPrototypeOf as (value: object) => unknown;
const MOST_PERIODS = 500;
const EMPTY: Lowered = Object.freeze({});

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
    if (context.activities > 0 && context.indicators >= 0 && !referencesKnown(plan, context)) return false;
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

/** Whether each activity names an indicator that is there. */
export function referencesKnown(plan: IngestPlan, context: Context): boolean {
  const { indicators, activities } = referenceKeys(plan);
  return keysKnown(context.keys[activities]!, context.activities, context.keys[indicators]!, context.indicators);
}

/** The numbers of the keys of indicators, and of the indicator that an activity names. */
export function referenceKeys(plan: IngestPlan): { readonly indicators: number; readonly activities: number } {
  const keyOf = (list: string, name: string): number => {
    const reader = plan.record.fields.find((field) => field.name === list)!.reader;
    const of = reader.kind === 'list' && reader.of.kind === 'record' ? reader.of : undefined;
    return of?.fields.find((field) => field.name === name)?.key ?? -1;
  };
  return { indicators: keyOf('indicators', 'id'), activities: keyOf('activities', 'indicator') };
}

function readerOf(reader: Reader, context: Context, places: (Lowered | undefined)[]): Read {
  switch (reader.kind) {
    case 'number':
      return numberOf(reader);
    case 'text': {
      const { longest } = reader;
      return (written) => (isPlainText(written, longest) ? (written as string) : undefined);
    }
    case 'anyText':
      return (written) => (typeof written === 'string' ? written : undefined);
    case 'choice': {
      const members = new Map<unknown, string>(reader.members.map((member) => [member, member]));
      return (written) => members.get(written);
    }
    case 'boolean':
      return (written) => (typeof written === 'boolean' ? written : undefined);
    case 'date':
      return (written) => {
        const day = readDay(written);
        return day === day ? day : undefined;
      };
    case 'month': {
      const later = reader.edge === 'last' ? 1 : 0;
      return (written) => {
        const month = readMonth(written);
        return month === month ? firstDayOf(month + later) - later : undefined;
      };
    }
    case 'period':
      return readPeriodDays as Read;
    case 'exactly':
      return reader.read;
    case 'orNone': {
      const of = readerOf(reader.of, context, places);
      return (written, at) => (written === 'none' ? NONE : of(written, at));
    }
    case 'list':
      return listOf(reader, context, places);
    case 'record':
      return recordOf(reader, context, places);
    case 'unknown':
      return () => undefined;
  }
}

/** Up to here every multiple of a step is the only one that its double is nearest to, so that its shortest text is the multiple itself. */
export const SURE = 2 ** 51;

function numberOf({ places, low, high, multiple }: Extract<Reader, { kind: 'number' }>): Read {
  const scale = 10 ** places;
  return (written) => {
    let scaled: number;
    if (typeof written === 'number') {
      scaled = Math.round(written * scale) + 0;
      if (scaled / scale !== written || ((scaled > SURE || scaled < -SURE) && !Number.isInteger(written))) return undefined;
    } else scaled = readDecimal(written, places, scale);
    return scaled >= low && scaled <= high && (multiple === 1 || scaled % multiple === 0) ? scaled : undefined;
  };
}

function listOf(reader: Extract<Reader, { kind: 'list' }>, context: Context, places: (Lowered | undefined)[]): Read {
  const { most, count, inForce } = reader;
  const of = readerOf(reader.of, context, places);
  const single = reader.keys.filter((group) => group.length === 1).map(([key]) => context.keys[key!]!);
  const several = reader.keys.filter((group) => group.length > 1).map((group) => group.map((key) => context.keys[key]!));
  return (written) => {
    if (!Array.isArray(written) || prototypeOf(written) !== LIST || written.constructor !== Array) return undefined;
    const length = written.length;
    if (length > most) return undefined;
    const members: Lowered[] = [];
    if (count === 'days') resetCounts(context);
    if (count === 'effects') context.effects = 0;
    for (let at = 0; at < length; at++) {
      const member = of(written[at], at);
      if (member === undefined) return undefined;
      members.push(member);
    }
    if (length > 1) {
      for (const keys of single) if (!keysDiffer(keys, length)) return undefined;
      for (const columns of several) if (!rowsDiffer(columns, length)) return undefined;
    }
    if (count) context[count] = length;
    if (inForce) {
      context.effectsWritten = written;
      return effectsInForce(context, members, inForce[0], inForce[1], inForce[2]);
    }
    return members;
  };
}

/** A field of a record as the loop below reads it: the usual kinds are told apart by a number, the others read by a closure. */
class Field {
  readonly name: string;
  readonly required: number;
  readonly bit: number;
  readonly kind: number;
  readonly read: Read;
  readonly scale: number = 1;
  readonly places: number = 0;
  readonly low: number = 0;
  readonly high: number = 0;
  readonly multiple: number = 1;
  readonly longest: number = 0;
  readonly members: readonly string[] = [];
  /** The text that stood here in the record before: it has been looked over. */
  known: unknown = NONE;

  constructor(
    field: FieldReader,
    readonly at: number,
    context: Context,
    places: (Lowered | undefined)[],
  ) {
    const { reader } = field;
    this.name = field.name;
    this.bit = at < 31 ? 1 << at : 0;
    this.required = field.optional ? 0 : 1;
    this.read = readerOf(reader, context, places);
    this.kind = OTHER;
    if (reader.kind === 'number') {
      this.kind = NUMBER;
      this.places = reader.places;
      this.scale = 10 ** reader.places;
      this.low = reader.low;
      this.high = reader.high;
      this.multiple = reader.multiple;
    } else if (reader.kind === 'text') {
      this.kind = TEXT;
      this.longest = reader.longest;
    } else if (reader.kind === 'choice' && reader.members.length <= 10) {
      this.kind = CHOICE;
      this.members = reader.members;
    } else if (reader.kind === 'boolean') this.kind = BOOLEAN;
  }
}

const NUMBER = 0;
const TEXT = 1;
const CHOICE = 2;
const BOOLEAN = 3;
const OTHER = 4;
/** No set of present fields: they have no bit for it. */
const NOT_KNOWN = -1;

type Values = (Lowered | undefined)[];

function recordOf(reader: RecordReader, context: Context, places: (Lowered | undefined)[]): Read {
  const { fields, byId } = reader;
  const byName = new Map<string, Field>(fields.map((field, at) => [field.name, new Field(field, at, context, places)]));
  const wanted = fields.filter((field) => !field.optional).length;
  const values: Values = fields.map(() => undefined);
  const size = values.length;
  /** Few enough fields for a bit each. */
  const small = size <= 31;
  let mask = NOT_KNOWN;
  const workedOut = reader.derived.map(({ field }) => fields.findIndex(({ name }) => name === field));
  /** The fields in the order in which the last record had them: the next one most often has them so, too. */
  const order: Field[] = [];
  const finish = finisher(reader, values, context, places);
  return (written, at) => {
    if (typeof written !== 'object' || written === null || prototypeOf(written) !== PLAIN) return undefined;
    if (byId && Object.getOwnPropertySymbols(written).length > 0) return undefined;
    // Where this record has the fields of the one before, each value is written over; elsewhere those left over are taken away.
    const before = mask;
    mask = NOT_KNOWN;
    if (before === NOT_KNOWN) values.fill(undefined);
    let position = 0;
    let present = 0;
    let met = 0;
    for (const name in written) {
      let field: Field | undefined = position < order.length ? order[position] : undefined;
      if (field === undefined || field.name !== name) {
        field = byName.get(name);
        if (field === undefined) return undefined;
        order[position] = field;
      }
      position++;
      const part = (written as Record<string, unknown>)[name];
      let value: Lowered | undefined;
      switch (field.kind) {
        case NUMBER: {
          let scaled: number;
          if (typeof part === 'number') {
            scaled = Math.round(part * field.scale) + 0;
            if (scaled / field.scale !== part || ((scaled > SURE || scaled < -SURE) && !Number.isInteger(part))) return undefined;
          } else scaled = readDecimal(part, field.places, field.scale);
          if (!(scaled >= field.low && scaled <= field.high) || (field.multiple !== 1 && scaled % field.multiple !== 0)) return undefined;
          value = scaled;
          break;
        }
        case TEXT:
          if (part !== field.known) {
            if (!isPlainText(part, field.longest)) return undefined;
            field.known = part;
          }
          value = part as string;
          break;
        case CHOICE: {
          if (typeof part !== 'string') return undefined;
          const { members } = field;
          const length = part.length;
          for (let index = 0; index < members.length; index++) {
            const member = members[index]!;
            if (member.length === length && member === part) {
              value = member;
              break;
            }
          }
          if (value === undefined) return undefined;
          break;
        }
        case BOOLEAN:
          if (typeof part !== 'boolean') return undefined;
          value = part;
          break;
        default:
          value = field.read(part, 0);
          if (value === undefined) return undefined;
      }
      values[field.at] = value;
      present |= field.bit;
      met += field.required;
    }
    if (met !== wanted) return undefined;
    if (present !== before && before !== NOT_KNOWN) {
      for (let index = 0; index < size; index++) if ((before & ~present & (1 << index)) !== 0) values[index] = undefined;
    }
    for (let each = 0; each < workedOut.length; each++) if ((present & (1 << workedOut[each]!)) === 0) values[workedOut[each]!] = undefined;
    // The model reads a field that is not enumerable, though it is no JSON: the exact path does so.
    const names = Object.getOwnPropertyNames(written);
    if (names.length !== position && names.filter((name) => byName.has(name)).length !== position) return undefined;
    if (small) mask = present;
    return finish(at);
  };
}

/** What is done when all fields are read: fields that follow from others, checks, keys, facts, and the lowered record. */
function finisher(reader: RecordReader, values: Values, context: Context, places: (Lowered | undefined)[]): (at: number) => Lowered | undefined {
  const at = new Map(reader.fields.map((field, index) => [field.name, index]));
  const calls = <C extends { of: readonly string[] }>(of: readonly C[]) => of.map((each) => ({ ...each, from: each.of.map((name) => at.get(name)!) }));
  const derived = calls(reader.derived.filter(({ field }) => isRead(reader.fields[at.get(field)!]!))).map((each) => {
    const index = at.get(each.field)!;
    const type = reader.fields[index]!.reader;
    return { ...each, index, low: type.kind === 'number' ? type.low : -Infinity, high: type.kind === 'number' ? type.high : Infinity };
  });
  const checks = reader.checks.map(({ run, of }) =>
    checkOf(
      run,
      of.map((name) => at.get(name)!),
      context,
    ),
  );
  const keys = reader.fields.flatMap((field, index) => (field.key === undefined ? [] : [{ index, into: context.keys[field.key]! }]));
  const sinks = reader.fields.flatMap((field, index) => field.slots.map((slot) => ({ index, slot })));
  const kept = reader.spread ? [] : reader.fields.flatMap((field, index) => (field.keep ? [{ index, place: field.index }] : []));
  const template = Object.fromEntries(reader.spread ? [] : reader.fields.filter(({ keep }) => keep).map((field) => [`f${field.index}`, NONE]));
  return (place) => {
    for (let each = 0; each < derived.length; each++) {
      const { run, from, index, low, high } = derived[each]!;
      if (values[index] !== undefined) continue;
      const value = run(context, values[from[0]!], values[from[1]!]) as Lowered | undefined;
      if (typeof value === 'number' && !(value >= low && value <= high)) return undefined;
      values[index] = value;
    }
    for (let each = 0; each < checks.length; each++) if (!checks[each]!(values)) return undefined;
    for (let each = 0; each < keys.length; each++) {
      const { index, into } = keys[each]!;
      into[place] = keyOf(values[index]);
    }
    for (let each = 0; each < sinks.length; each++) {
      const { index, slot } = sinks[each]!;
      const value = values[index];
      if (value !== undefined) places[slot] = value;
    }
    if (kept.length === 0) return EMPTY;
    const record = { ...template };
    for (let each = 0; each < kept.length; each++) {
      const { index, place: into } = kept[each]!;
      const value = values[index];
      if (value !== undefined) store(record, into, value);
    }
    return record as Lowered;
  };
}

type Run = (context: Context, ...values: unknown[]) => boolean;

/** A check of a record on its values by place; most ask for few. */
function checkOf(run: Run, at: readonly number[], context: Context): (values: Values) => boolean {
  const [a, b, c, d, e, f, g, h, i] = at;
  if (at.length === 2) return (values) => run(context, values[a!], values[b!]);
  if (at.length <= 4) return (values) => run(context, values[a!], values[b!], values[c!], values[d!]);
  return (values) => run(context, values[a!], values[b!], values[c!], values[d!], values[e!], values[f!], values[g!], values[h!], values[i!]);
}

/** Whether a field is put anywhere; one that is only looked over is not worked out. */
export const isRead = ({ keep, slots }: FieldReader): boolean => keep || slots.length > 0;

/** A key of a list member: texts and days as they are, a period as one number of its two days. */
export function keyOf(value: Lowered | undefined): string | number | undefined {
  return typeof value === 'object' ? (value as { f0: number }).f0 * 400_000 + (value as { f1: number }).f1 : (value as string | number | undefined);
}

/** A store under a name that is written in the code is fast; there are as many as most records have fields. */
function store(record: Record<string, Lowered>, index: number, value: Lowered): void {
  switch (index) {
    case 0:
      record['f0'] = value;
      return;
    case 1:
      record['f1'] = value;
      return;
    case 2:
      record['f2'] = value;
      return;
    case 3:
      record['f3'] = value;
      return;
    case 4:
      record['f4'] = value;
      return;
    case 5:
      record['f5'] = value;
      return;
    case 6:
      record['f6'] = value;
      return;
    case 7:
      record['f7'] = value;
      return;
    case 8:
      record['f8'] = value;
      return;
    case 9:
      record['f9'] = value;
      return;
    case 10:
      record['f10'] = value;
      return;
    case 11:
      record['f11'] = value;
      return;
    case 12:
      record['f12'] = value;
      return;
    case 13:
      record['f13'] = value;
      return;
    case 14:
      record['f14'] = value;
      return;
    case 15:
      record['f15'] = value;
      return;
    case 16:
      record['f16'] = value;
      return;
    case 17:
      record['f17'] = value;
      return;
    case 18:
      record['f18'] = value;
      return;
    case 19:
      record['f19'] = value;
      return;
    case 20:
      record['f20'] = value;
      return;
    case 21:
      record['f21'] = value;
      return;
    case 22:
      record['f22'] = value;
      return;
    case 23:
      record['f23'] = value;
      return;
    default:
      record[`f${index}`] = value;
  }
}
