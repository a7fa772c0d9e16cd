/**
 * What the closures do when all fields of a record are read: what follows from others, checks, keys, facts, the lowered record.
 * In: a record reader, the values of its fields by their place. Out: the lowered record; undefined declines.
 */
import { NONE } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import type { Context } from './context.ts';
import type { FieldReader, RecordReader } from './readers.ts';

export type Values = (Lowered | undefined)[];
const EMPTY: Lowered = Object.freeze({});

/** What is done when all fields are read: fields that follow from others, checks, keys, facts, and the lowered record. */
export function finisher(reader: RecordReader, values: Values, context: Context, places: (Lowered | undefined)[]): (at: number) => Lowered | undefined {
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
