/**
 * The tables, functions and dated values that a step applied, each told once with its number of times.
 * In: the calls of a step of the trace. Out: {@link Detail}s: functions with their own formula in numbers, tables with the row that answered.
 */
import type { AppliedCall } from '../engine/trace.ts';
import type { Cell, Column, Row } from '../table/table.ts';
import type { DatedCallable, FunctionCallable, TableCallable } from '../ruleset/plan.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, numerator, toText } from '../values/exact.ts';
import { type Result, isNone, isRecord } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { type Retelling, bodyDetails, roundingDetail } from './body-details.ts';
import type { Detail, Phrase, Piece, RowTest, Value } from './explanation-shape.ts';
import { groundOf } from './ground.ts';
import type { Names } from '../ruleset/titles.ts';
import { valueOf } from './value.ts';

/** More applications than these are counted, not told. */
const TOLD = 12;
/** The fields by which a reader knows a record again. */
const LABELS = ['label', 'name', 'title', 'date', 'code', 'id', 'kind'] as const;

/** @param looped whether the step goes through a list, so that a number of times says something. */
export function callDetails(calls: readonly AppliedCall[], telling: Retelling, looped = false): readonly Detail[] {
  const { plan } = telling.environment;
  const functions: Detail[] = [];
  const others: Detail[] = [];
  for (const call of calls) {
    const callable = plan.callables.get(call.key);
    if (callable?.kind === 'function') functions.push(functionDetail(call, callable, telling));
    else if (callable?.kind === 'table') others.push(tableDetail(call, callable, telling.names));
    else if (callable?.kind === 'dated') others.push(datedDetail(call, callable, telling.names));
  }
  // Without functions and loops a second lookup of the same is the same lookup, read twice by one formula.
  const once = functions.length === 0 && !looped;
  return [...grouped(functions), ...grouped(others).map((detail) => (once && 'times' in detail ? { ...detail, times: 1 } : detail))];
}

/** Those that say the same become one, with the number of times and all that they are about. */
function grouped(details: readonly Detail[]): readonly Detail[] {
  const groups = new Map<string, Detail[]>();
  for (const detail of details) {
    const key = JSON.stringify(detail.kind === 'function' ? { ...detail, about: [] } : detail);
    groups.set(key, [...(groups.get(key) ?? []), detail]);
  }
  const told = [...groups.values()].map((same): Detail => {
    const first = same[0]!;
    if (first.kind === 'function') return { ...first, times: same.length, about: same.flatMap((each) => (each.kind === 'function' ? each.about : [])) };
    return 'times' in first ? { ...first, times: same.length } : first;
  });
  return told.length <= TOLD ? told : [...told.slice(0, TOLD), { kind: 'more', count: told.length - TOLD }];
}

function functionDetail(call: AppliedCall, callable: FunctionCallable, telling: Retelling): Detail {
  const locals = new Map(callable.parameters.map(({ name }, at) => [name, call.args[at]!]));
  const about = callable.parameters.flatMap(({ type }, at) => labelOf(call.args[at]!, type, telling.names) ?? []);
  const rounding = call.rounding ? [roundingDetail(call.rounding, callable.type)] : [];
  return {
    kind: 'function',
    title: callable.origin.title,
    about,
    details: [...bodyDetails(callable.body, telling, locals), ...rounding],
    result: valueOf(call.result, callable.type, telling.names),
    ground: groundOf(callable.id, callable.origin),
    times: 1,
  };
}

function labelOf(argument: Result, type: Type, names: Names): Value | undefined {
  if (!isRecord(argument)) return type.kind === 'list' || type.kind === 'calendar' ? undefined : valueOf(argument, type, names);
  const fields = type.kind === 'record' ? type.fields : new Map<string, Type>();
  const values = LABELS.map((label) => ({ label, value: argument.get(label) })).filter(({ value }) => value !== undefined);
  const told = values.map(({ label, value }) => valueOf(value!, fields.get(label), names)).find((value) => value.kind !== 'none');
  return told;
}

function tableDetail(call: AppliedCall, { id, origin, table }: TableCallable, names: Names): Detail {
  const { row } = call;
  const hit = row && table.rows.find((each) => each.index === row.index && each.text.every((text, at) => text === row.text[at]));
  return {
    kind: 'table',
    title: origin.title,
    tests: table.inputs.map((column, at) => rowTest(column, call.args[at]!, hit, at, names)),
    otherwise: call.otherwise === true,
    result: resultOf(call.result, table.outputs, names),
    ground: groundOf(id, origin, row),
    times: 1,
  };
}

function rowTest(column: Column, argument: Result, row: Row | undefined, at: number, names: Names): RowTest {
  return { column: column.name, value: valueOf(argument, column.type, names), test: row ? cellPhrase(row.when[at]!, column.type, names) : [] };
}

function resultOf(result: Result, outputs: readonly Column[], names: Names): Value {
  if (!isRecord(result)) return valueOf(result, outputs[0]!.type, names);
  return {
    kind: 'record',
    fields: outputs
      .filter(({ name }) => !isNone(result.get(name)!))
      .map(({ name, type }) => ({ name: names.output(name, type), value: valueOf(result.get(name)!, type, names) })),
  };
}

function datedDetail(call: AppliedCall, callable: DatedCallable, names: Names): Detail {
  return {
    kind: 'dated',
    title: callable.origin.title,
    on: valueOf(call.args[0]!, { kind: 'date' }, names),
    result: valueOf(call.result, callable.type, names),
    ground: groundOf(callable.id, call.origin),
    times: 1,
  };
}

const sign = (text: string): Piece => ({ kind: 'sign', text });

/** What a cell admits, in words. */
export function cellPhrase(cell: Cell, type: Type, names: Names): Phrase {
  switch (cell.kind) {
    case 'any':
      return [{ kind: 'said', word: 'say.any' }];
    case 'truth':
      return [{ kind: 'value', value: { kind: 'truth', truth: cell.value } }];
    case 'words':
      return wordsPhrase(cell.words, type, names);
    case 'except':
      return [{ kind: 'said', word: 'say.except' }, ...wordsPhrase(cell.words, type, names)];
    case 'intervals':
      return cell.intervals.flatMap(({ low, high, lowIncluded, highIncluded }, at): Phrase => {
        const comma: Phrase = at === 0 ? [] : [sign(', ')];
        const end = (value: Exact): Piece => ({ kind: 'value', value: pointValue(value, type) });
        if (low && high && lowIncluded && highIncluded)
          return low.equals(high) ? [...comma, end(low)] : [...comma, end(low), { kind: 'said', word: 'say.through' }, end(high)];
        const from: Phrase = low ? [sign(lowIncluded ? '≥ ' : '> '), end(low)] : [];
        const to: Phrase = high ? [sign(highIncluded ? '≤ ' : '< '), end(high)] : [];
        return [...comma, ...from, ...(low && high ? [{ kind: 'said', word: 'say.and' } as const] : []), ...to];
      });
  }
}

function wordsPhrase(words: ReadonlySet<string>, type: Type, names: Names): Phrase {
  return [...words].flatMap((word, at): Phrase => [...(at === 0 ? [] : [sign(', ')]), { kind: 'value', value: valueOf(word, type, names) }]);
}

/** A point of a number or date column; dates stand as days since 1970-01-01. */
export function pointValue(value: Exact, type: Type): Value {
  if (type.kind === 'date') return { kind: 'date', date: CalendarDate.fromEpochDay(Number(numerator(value))).toString() };
  return { kind: 'number', exact: toText(value), unit: type.kind === 'number' ? type.unit.text : 'ratio' };
}
