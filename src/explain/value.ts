/**
 * Turns results of the trace into values that can be said in either language.
 * In: a result and its type. Out: a {@link Value}; enumeration members carry their titles, records the titles of their fields.
 */
import { isExact, toText } from '../values/exact.ts';
import { type Result, isDate, isFault, isList, isNone, isRecord, isUnknown } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { Value } from './explanation-shape.ts';
import type { Names } from '../ruleset/titles.ts';

/** Lists longer than this are counted, not spelled out. */
const SPELLED = 12;

export const NUMBER = (exact: string, unit: string): Value => Object.freeze({ kind: 'number', exact, unit });

export function valueOf(result: Result, type: Type | undefined, names: Names): Value {
  if (isNone(result)) return { kind: 'none' };
  if (isUnknown(result)) return { kind: 'unknown' };
  if (isFault(result)) return { kind: 'fault', code: result.code, message: result.message };
  if (isExact(result)) return NUMBER(toText(result), type?.kind === 'number' ? type.unit.text : 'ratio');
  if (typeof result === 'boolean') return { kind: 'truth', truth: result };
  if (typeof result === 'string') {
    const title = type?.kind === 'enum' ? names.word(type, result) : names.code(result);
    return title ? { kind: 'word', word: result, title } : { kind: 'text', text: result };
  }
  if (isDate(result)) return { kind: 'date', date: result.toString() };
  if (isList(result)) {
    const list = type?.kind === 'list' ? type : undefined;
    const plain = result.length <= SPELLED && result.every((member) => !isRecord(member) && !isList(member));
    return {
      kind: 'list',
      count: result.length,
      unit: list?.each.text ?? 'count',
      members: plain ? result.map((member) => valueOf(member, list?.of, names)) : [],
    };
  }
  const record = type?.kind === 'record' ? type : undefined;
  if (!isRecord(result) || type?.kind === 'calendar') return { kind: 'record', fields: [] };
  const fields = [...result].filter(([, value]) => !isNone(value) && !isRecord(value) && !isList(value));
  return {
    kind: 'record',
    fields: fields.map(([name, value]) => ({ name: names.field(record?.name, name), value: valueOf(value, record?.fields.get(name), names) })),
  };
}

/** Whether the value is one word, number, date or truth: something a formula can show in place of a name. */
export const isScalar = (type: Type): boolean => type.kind !== 'list' && type.kind !== 'record' && type.kind !== 'calendar';
