/**
 * Constants of a plan and facts of an appraisal as nodes: how each is carried follows from its value or its declared type.
 * In: a value, or a type. Out: {@link Ir} or {@link Info}; and back from a lowered value to an exact result.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, isExact, ratio } from '../values/exact.ts';
import { type Datum, NONE, type None, type RecordValue, type Result, isDate, isList, isNoValue, isRecord } from '../values/result.ts';
import type { ListType, RecordType, Type } from '../values/type.ts';
import { constantDay, constantNumber, constantTruth, constantWord, eitherInfo, noneConstant, numberInfo, sure } from './build-ir.ts';
import type { Info, Ir, Rep } from './ir.ts';
import { MAY_NONE } from './ir.ts';
import { type Lowered, type LoweredRecord, scaledNumber, shapeOf } from './lowered.ts';
import { wholeBounds } from './number-bounds.ts';
import { ALWAYS_GIVEN } from './always-given.ts';

/** What is known of a fact of this type, once it is there. Fields of records may be none, and so may members of lists that a ruleset declares. */
export function infoOfType(type: Type): Info {
  return infoOf(type, () => true, MAY_NONE);
}

/** As {@link infoOfType} for a fact of the library's model, whose records always have the fields that are not optional. */
export function infoOfCatalogued(type: Type): Info {
  return infoOf(type, (record, field) => !ALWAYS_GIVEN.get(record)?.has(field), 0);
}

function infoOf(type: Type, mayLack: (record: string, field: string) => boolean, members: number): Info {
  const shape = shapeOf(type);
  switch (shape.kind) {
    case 'scaled':
      return numberInfo(wholeBounds(shape.low, shape.high, shape.places));
    case 'exact':
    case 'word':
    case 'date':
    case 'calendar':
      return sure({ kind: shape.kind });
    case 'boolean':
      return sure({ kind: 'truth' });
    case 'list': {
      const of = infoOf((type as ListType).of, mayLack, members);
      return sure({ kind: 'list', of: { ...of, may: of.may | members }, most: shape.maxItems });
    }
    case 'record': {
      const { name: record, fields } = type as RecordType;
      const infos = [...fields].map(([name, field], index) => {
        const info = infoOf(field, mayLack, members);
        return [name, { index, info: { ...info, may: info.may | (mayLack(record, name) ? MAY_NONE : 0) } }] as const;
      });
      return sure({ kind: 'record', fields: new Map(infos) });
    }
  }
}

/** A value that stands in the plan. */
export function lowerConstant(value: Datum | None, type: Type): Ir {
  if (value === NONE) return noneConstant;
  if (isExact(value)) return constantNumber(value as Exact);
  if (typeof value === 'boolean') return constantTruth(value);
  if (typeof value === 'string') return constantWord(value);
  if (isDate(value as Datum)) return constantDay((value as CalendarDate).epochDay);
  const info = infoOfDatum(value as Result, type);
  return { op: 'constant', value: lowerTo(value as Result, info.rep), info };
}

function infoOfDatum(value: Result, type: Type): Info {
  if (isNoValue(value)) return noneConstant.info;
  if (isList(value)) {
    const of = type.kind === 'list' ? type.of : type;
    const member = value.map((each) => infoOfDatum(each, of)).reduce<Info | undefined>((a, b) => (a ? widest(a, b) : b), undefined);
    return sure({ kind: 'list', of: member ?? { rep: { kind: 'nothing' }, may: 0 }, most: value.length });
  }
  if (isRecord(value)) {
    const fields = type.kind === 'record' ? [...type.fields.keys()] : [...value.keys()];
    return sure({
      kind: 'record',
      fields: new Map(
        fields.map((name, index) => [name, { index, info: infoOfDatum(value.get(name) ?? NONE, type.kind === 'record' ? type.fields.get(name)! : type) }]),
      ),
    });
  }
  return lowerConstant(value, type).info;
}

/** Numbers of different places meet at the greater one. */
function widest(a: Info, b: Info): Info {
  if (a.rep.kind === 'number' && b.rep.kind === 'number' && a.rep.bounds.places !== b.rep.bounds.places) {
    const places = Math.max(a.rep.bounds.places, b.rep.bounds.places);
    const at = (info: Info): Info => {
      const { bounds } = info.rep as Extract<Rep, { kind: 'number' }>;
      const factor = 10 ** (places - bounds.places);
      return { rep: { kind: 'number', bounds: wholeBounds(bounds.low * factor, bounds.high * factor, places) }, may: info.may };
    };
    const [left, right] = [at(a), at(b)];
    const fits = [left, right].every(({ rep }) => rep.kind === 'number' && Math.abs(rep.bounds.low) <= 2 ** 53 && Math.abs(rep.bounds.high) <= 2 ** 53);
    return fits ? eitherInfo(left, right) : { rep: { kind: 'exact' }, may: a.may | b.may };
  }
  if ((a.rep.kind === 'exact' && b.rep.kind === 'number') || (a.rep.kind === 'number' && b.rep.kind === 'exact'))
    return { rep: { kind: 'exact' }, may: a.may | b.may };
  if (a.rep.kind === 'record' && b.rep.kind === 'record') {
    const other = b.rep.fields;
    return sure({
      kind: 'record',
      fields: new Map([...a.rep.fields].map(([name, field]) => [name, { index: field.index, info: widest(field.info, other.get(name)!.info) }])),
    });
  }
  return eitherInfo(a, b);
}

/** An exact result in the form in which a node of this kind carries it. */
export function lowerTo(value: Result, rep: Rep): Lowered {
  if (isNoValue(value)) return value;
  if (isExact(value)) return rep.kind === 'number' ? scaledNumber(value, rep.bounds.places) : value;
  if (isDate(value)) return value.epochDay;
  if (isList(value)) return value.map((member) => lowerTo(member, rep.kind === 'list' ? rep.of.rep : rep));
  if (isRecord(value) && rep.kind === 'record')
    return Object.fromEntries(
      [...rep.fields].map(([name, { index, info }]) => [`f${index}`, lowerTo(value.get(name) ?? NONE, info.rep)]),
    ) as unknown as LoweredRecord;
  return value as unknown as Lowered;
}

/** The exact result that a lowered value stands for. Numbers are integers here, or exact already. */
export function raise(value: Lowered, rep: Rep): Result {
  switch (rep.kind) {
    case 'number':
      return typeof value === 'number' ? ratio(BigInt(value), 10n ** BigInt(rep.bounds.places)) : (value as Result);
    case 'date':
      return typeof value === 'number' ? CalendarDate.fromEpochDay(value) : (value as Result);
    case 'list':
      return Array.isArray(value) ? Object.freeze(value.map((member) => raise(member as Lowered, rep.of.rep))) : (value as Result);
    case 'record': {
      if (isNoValue(value as Result)) return value as Result;
      const record = value as LoweredRecord;
      const fields: (readonly [string, Result])[] = [...rep.fields].map(([name, { index, info }]) => [name, raise(record[`f${index}`]!, info.rep)]);
      return new Map(fields) as RecordValue;
    }
    default:
      return value as Result;
  }
}

/** Several answers carried alike: a single value, or a record of named outputs. */
export function uniteAnswers(
  answers: readonly (readonly (Datum | None)[])[],
  names: readonly string[],
  outputs: readonly { readonly name: string; readonly type: Type }[],
): { readonly rep: Rep; readonly mayNone: boolean; readonly lower: (outputs: readonly (Datum | None)[]) => Lowered } {
  const single = names.length === 1;
  const asResult = (given: readonly (Datum | None)[]): Result => (single ? given[0]! : new Map(names.map((name, at) => [name, given[at]!])));
  const type: Type = single ? outputs[0]!.type : { kind: 'record', name: '', fields: new Map(outputs.map((column) => [column.name, column.type])) };
  const info = answers.map((given) => infoOfDatum(asResult(given), type)).reduce<Info | undefined>((a, b) => (a ? widest(a, b) : b), undefined);
  const { rep, may } = info ?? { rep: { kind: 'nothing' } as const, may: 0 };
  return { rep, mayNone: (may & MAY_NONE) !== 0, lower: (given) => lowerTo(asResult(given), rep) };
}
