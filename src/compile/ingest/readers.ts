/**
 * How each part of a record is read into its lowered form: a tree of readers, from which the closures and the text are both made.
 * In: the schemas of the model with their notes; types of a ruleset's own facts. Out: {@link Reader}s.
 * What is met in a schema and not known here becomes `unknown`: a record that holds it is declined.
 */
import * as z from 'zod';
import { enumerationOf } from '../../model/fields/choice-field.ts';
import { type ReadingLeaf, leafOf } from '../../model/fields/field-note.ts';
import { Refusal } from '../../model/fields/refusal.ts';
import { fieldsOf, isOptional, memberOf, noteUnder } from '../../model/schema-walk.ts';
import { type Exact, denominator, floorInteger, multiply, negate, numerator, ratio } from '../../values/exact.ts';
import { readDatum } from '../../values/read-datum.ts';
import type { Result } from '../../values/result.ts';
import { CalendarDate } from '../../values/calendar-date.ts';
import type { NumberType, Type } from '../../values/type.ts';
import { type Lowered, lower, shapeOf } from '../lowered.ts';
import { type Derived, RECORD_NOTES, type RecordCheck } from './record-checks.ts';

/** Lists that are looked at again when the record has been read. */
export type ListCount = 'indicators' | 'activities' | 'days' | 'effects';

export type Reader =
  /** A scaled integer from `low` to `high`, a multiple of `multiple`. */
  | { readonly kind: 'number'; readonly places: number; readonly low: number; readonly high: number; readonly multiple: number }
  | { readonly kind: 'text'; readonly longest: number }
  /** Any text at all: own facts. */
  | { readonly kind: 'anyText' }
  | { readonly kind: 'choice'; readonly members: readonly string[] }
  | { readonly kind: 'boolean' | 'date' | 'period' }
  | { readonly kind: 'month'; readonly edge: 'first' | 'last' }
  /** A value that the exact reader reads: undefined where it refuses. */
  | { readonly kind: 'exactly'; readonly read: (written: unknown) => Lowered | undefined }
  /** The word `none`, or a value: own facts. */
  | { readonly kind: 'orNone'; readonly of: Reader }
  | {
      readonly kind: 'list';
      readonly of: Reader;
      readonly most: number;
      readonly keys: readonly (readonly number[])[];
      readonly count?: ListCount;
      /** Effects: the keys by which those in force are found. */
      readonly inForce?: readonly [kinds: number, meets: number, cuts: number];
    }
  | RecordReader
  | { readonly kind: 'unknown' };

export interface RecordReader {
  readonly kind: 'record';
  /** Spread: the fields go to facts of their own; otherwise the record is one lowered value. */
  readonly spread: boolean;
  /** Its keys are ids, so symbols are looked for as well. */
  readonly byId: boolean;
  readonly fields: readonly FieldReader[];
  readonly checks: readonly RecordCheck[];
  readonly derived: readonly Derived[];
}

export interface FieldReader {
  readonly name: string;
  /** The ruleset's word, not the model's: it must not be printed. */
  readonly own: boolean;
  /** Place in the record's type. */
  readonly index: number;
  readonly optional: boolean;
  readonly reader: Reader;
  /** Whether it stands in the lowered record. */
  readonly keep: boolean;
  /** Facts that it is. */
  readonly slots: readonly number[];
  /** Its number among the keys of lists, when members are told apart by it. */
  readonly key: number | undefined;
}

/** What a walk over the model asks of whoever plans: the facts at a path, and numbers for keys. */
export interface Walk {
  /** The facts of this id; `decline` when the record may not give it. */
  slotsOf(id: string): { readonly slots: readonly number[]; readonly decline: boolean; readonly fields?: ReadonlySet<string> | undefined };
  newKey(): number;
  /** Names of record types that were met. */
  readonly met: Set<string>;
}

/** Up to here every multiple of a step is the only one that its double is nearest to, so that its shortest text is the multiple itself. */
export const SURE = 2 ** 51;

const UNKNOWN: Reader = { kind: 'unknown' };
/** Finer steps lead to texts such as 1e-7, which the model refuses and the reader of own facts takes. */
const MODEL_PLACES = 6;
const OWN_PLACES = 12;

/** The reader of a number; undefined where the number is not carried as a scaled integer, or has too fine a step for quick reading. */
function numberReaderOf(type: NumberType, mostPlaces: number): Reader | undefined {
  const shape = shapeOf(type);
  if (shape.kind !== 'scaled' || shape.places > mostPlaces || !type.step) return undefined;
  const scale = ratio(10n ** BigInt(shape.places));
  const multiple = multiply(type.step, scale);
  if (denominator(multiple) !== 1n || numerator(multiple) < 1n) return undefined;
  return {
    kind: 'number',
    places: shape.places,
    low: -Number(floorInteger(negate(multiply(type.min as Exact, scale)))) + 0,
    high: Number(floorInteger(multiply(type.max as Exact, scale))),
    multiple: Number(numerator(multiple)),
  };
}

/** The reader of a value of a ruleset's own type, as `readDatum` reads it; lists of at most `most` members. */
export function ownReader(type: Type, most: number, keep?: ReadonlySet<string>): Reader {
  const reader = bareOwnReader(type, most, keep);
  return type.kind === 'enum' && type.members.includes('none') ? reader : { kind: 'orNone', of: reader };
}

function bareOwnReader(type: Type, most: number, keep?: ReadonlySet<string>): Reader {
  switch (type.kind) {
    case 'number':
      return numberReaderOf(type, OWN_PLACES) ?? { kind: 'exactly', read: (written) => readOwn(written, type) };
    case 'text':
      return { kind: 'anyText' };
    case 'enum':
      return { kind: 'choice', members: type.members };
    case 'boolean':
    case 'date':
      return { kind: type.kind };
    case 'list':
      return { kind: 'list', of: ownReader(type.of, most, keep), most: Math.min(type.maxItems ?? Infinity, most), keys: [] };
    case 'record':
      return {
        kind: 'record',
        spread: false,
        byId: false,
        checks: [],
        derived: [],
        fields: [...type.fields].map(([name, field], index) => ({
          name,
          own: true,
          index,
          optional: true,
          reader: ownReader(field, most),
          keep: keep?.has(name) ?? true,
          slots: [],
          key: undefined,
        })),
      };
    default:
      return UNKNOWN;
  }
}

function readOwn(written: unknown, type: Type): Lowered | undefined {
  const read = readDatum(written, type);
  return 'finding' in read ? undefined : lower(read.value, shapeOf(type));
}

/** The reader of a field of the model. */
export function modelReader(schema: z.ZodType, walk: Walk, keep?: ReadonlySet<string>): Reader {
  const at = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  const leaf = leafOf(at);
  if (leaf) return leafReader(leaf);
  const words = enumerationOf(at);
  if (words) return { kind: 'choice', members: words.members };
  if (at instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (at instanceof z.ZodArray) return listReader(at, walk, keep);
  return isStrict(at) ? valueRecord(at, walk, keep) : UNKNOWN;
}

function leafReader(leaf: ReadingLeaf): Reader {
  const { form, type, read } = leaf;
  const exactly: Reader = {
    kind: 'exactly',
    read: (written) => {
      const value = read(written);
      return value instanceof Refusal ? undefined : lower(value as Result, shapeOf(type));
    },
  };
  switch (form) {
    case 'number':
      return (type.kind === 'number' ? numberReaderOf(type, MODEL_PLACES) : undefined) ?? exactly;
    case 'text':
      return typeof leaf.json['maxLength'] === 'number' ? { kind: 'text', longest: leaf.json['maxLength'] } : exactly;
    case 'date':
    case 'period':
      return { kind: form };
    case 'month': {
      const july = read('2024-07');
      return july instanceof CalendarDate ? { kind: 'month', edge: july.day === 1 ? 'first' : 'last' } : UNKNOWN;
    }
    case 'carried':
      return exactly;
    default:
      return UNKNOWN;
  }
}

function listReader(schema: z.ZodArray, walk: Walk, keep: ReadonlySet<string> | undefined): Reader {
  const { maxItems } = noteUnder(schema);
  const member = memberOf(schema)!;
  const checks = schema._zod.def.checks ?? [];
  if (maxItems === undefined || checks.length !== 1 || isOptional(member)) return UNKNOWN;
  const name = fieldsOf(member) && noteUnder(member).name;
  const { keys: groups = [], noted = [] } = (name !== undefined && RECORD_NOTES[name]) || {};
  const numbers = new Map<string, number>();
  for (const field of [...groups.flat(), ...noted]) numbers.set(field, numbers.get(field) ?? walk.newKey());
  const of = fieldsOf(member) ? (isStrict(member) ? valueRecord(member, walk, keep, numbers) : UNKNOWN) : modelReader(member, walk);
  const count = LIST_COUNTS.get(name ?? '');
  const inForce = count === 'effects' && ([numbers.get('kind')!, numbers.get('meets')!, numbers.get('cut')!] as const);
  return {
    kind: 'list',
    of,
    most: maxItems,
    keys: groups.map((group) => group.map((field) => numbers.get(field)!)),
    ...(count && { count }),
    ...(inForce && { inForce }),
  };
}

const LIST_COUNTS: ReadonlyMap<string, ListCount> = new Map([
  ['indicator', 'indicators'],
  ['activity', 'activities'],
  ['dayRecord', 'days'],
  ['effect', 'effects'],
]);

/** Whether a schema is a record that refuses unknown keys and has no checks of its own. */
export function isStrict(schema: z.ZodType): schema is z.ZodObject {
  return schema instanceof z.ZodObject && schema._zod.def.catchall instanceof z.ZodNever && (schema._zod.def.checks ?? []).length === 0;
}

function valueRecord(schema: z.ZodObject, walk: Walk, keep: ReadonlySet<string> | undefined, keys?: ReadonlyMap<string, number>): Reader {
  return recordReader(schema, false, walk, (name, field, index) => ({
    name,
    own: false,
    index,
    optional: isOptional(field),
    reader: modelReader(field, walk),
    keep: keep?.has(name) ?? true,
    slots: [],
    key: keys?.get(name),
  }));
}

/** A record of the model with what is known of its name; unknown when a check of it would not compute rightly. */
export function recordReader(
  schema: z.ZodObject,
  spread: boolean,
  walk: Walk,
  fieldOf: (name: string, field: z.ZodType, index: number) => FieldReader,
): Reader {
  const { name: typeName = '' } = noteUnder(schema);
  const note = RECORD_NOTES[typeName] ?? {};
  walk.met.add(typeName);
  const fields = fieldsOf(schema)!.map(([name, field], index) => fieldOf(name, field, index));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const asked = [
    ...(note.checks ?? []).flatMap(({ of }) => of),
    ...(note.derived ?? []).flatMap(({ field, of }) => [field, ...of]),
    ...(note.keys ?? []).flat(),
    ...(note.noted ?? []),
    ...Object.keys(note.places ?? {}),
  ];
  const sound =
    asked.every((name) => byName.has(name)) && Object.entries(note.places ?? {}).every(([name, places]) => placesOf(byName.get(name)!.reader) === places);
  return sound ? { kind: 'record', spread, byId: false, fields, checks: note.checks ?? [], derived: note.derived ?? [] } : UNKNOWN;
}

const placesOf = (reader: Reader): number | undefined => (reader.kind === 'number' ? reader.places : undefined);
