/**
 * The readers of the closures: one function for each reader of a plan, records by a loop over their keys.
 * In: a {@link Reader}, the context, the places of the facts. Out: a function from a written value to the lowered one; undefined declines.
 */
import { NONE } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import type { Context } from './context.ts';
import { effectsInForce, resetCounts } from './days-and-effects.ts';
import { type Values, finisher } from './finish-record.ts';
import { keysDiffer, rowsDiffer } from './list-keys.ts';
import { type FieldReader, type Reader, type RecordReader, SURE } from './readers.ts';
import { firstDayOf, isPlainText, readDay, readDecimal, readMonth, readPeriodDays } from './written-values.ts';

/** Reads one value; undefined declines the record. `at` is its place in a list. */
export type Read = (written: unknown, at: number) => Lowered | undefined;

/** What plain records and lists inherit from; anything else is declined. */
export const PLAIN = Object.prototype;
const LIST = Array.prototype;
export const prototypeOf = Object.getPrototypeOf as (value: object) => unknown;

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
  /** The texts that stood here before, by the place of the member in its list: they have been looked over. */
  readonly known: unknown[] = new Array<unknown>(KNOWN_PLACES).fill(NONE);

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
/** Texts are remembered for so many members of a list; a power of two. */
const KNOWN_PLACES = 16;
/** No set of present fields: they have no bit for it. */
const NOT_KNOWN = -1;

export function recordOf(reader: RecordReader, context: Context, places: (Lowered | undefined)[]): Read {
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
          if (part !== field.known[at & (KNOWN_PLACES - 1)]) {
            if (!isPlainText(part, field.longest)) return undefined;
            field.known[at & (KNOWN_PLACES - 1)] = part;
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
