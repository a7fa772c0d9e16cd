/**
 * Compares an outcome with what a case expects: exactly, never with a tolerance.
 * In: an expectation and an outcome. Out: mismatches, each with its place in the case.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { RuleOutcome } from '../model/outcome.ts';
import { NumberRefused, equals, fromCanonicalText, isExact, toText } from '../values/exact.ts';
import { type Result, isDate, isFault, isList, isNone, isRecord, isUnknown, toJson } from '../values/result.ts';
import type { CaseExpectation, ExpectedValue } from './case-schema.ts';

export interface Mismatch {
  /** Inside the case: `['expect', 'terms', 'tpp.paid']`. */
  readonly path: readonly (string | number)[];
  readonly expected: string;
  readonly actual: string;
}

/** Which expectations to look at; a region passes over those that its own versions vary. */
export type Wanted = (section: keyof CaseExpectation, id: string | undefined) => boolean;

const everything: Wanted = () => true;

export function compareOutcome(expect: CaseExpectation, outcome: AppraisalOutcome, wanted: Wanted = everything): readonly Mismatch[] {
  const mismatches: Mismatch[] = [];
  const differ = (path: readonly (string | number)[], expected: string, actual: string): void =>
    void mismatches.push({ path: ['expect', ...path], expected, actual });
  const same = (path: readonly (string | number)[], expected: string, actual: string): void => {
    if (expected !== actual) differ(path, expected, actual);
  };
  if (expect.status !== undefined && wanted('status', undefined)) same(['status'], expect.status, outcome.status);
  if (expect.rating !== undefined && wanted('rating', undefined)) same(['rating'], expect.rating, outcome.rating ?? 'none');
  if (expect.fired && wanted('fired', undefined)) {
    const fired = firedRules(outcome).filter((rule) => wanted('fired', rule));
    same(['fired'], listText(expect.fired.filter((rule) => wanted('fired', rule))), listText(fired));
  }
  for (const section of ['awards', 'development', 'flags'] as const) {
    const expected = expect[section];
    if (expected && wanted(section, undefined)) compareEntries(section, expected, outcome[section].map(ruleEntry), differ);
  }
  for (const [id, value] of Object.entries(expect.terms ?? {})) {
    if (wanted('terms', id)) compareValue(['terms', id], value, termResult(outcome, id), differ);
  }
  for (const [name, value] of Object.entries(expect.scores ?? {})) {
    if (wanted('scores', name)) same(['scores', name], numberText(value), outcome.scores[name]?.exact ?? 'no value');
  }
  comparePayments(expect, outcome, wanted, differ);
  if (expect.effects && wanted('effects', undefined)) {
    const effects = [
      ...outcome.sanctions.map((sanction) => sanction.effect),
      ...outcome.blocks.map((block) => outcome.effects.find((effect) => effect.key === `block/${block.code}`)!),
    ];
    compareEntries('effects', expect.effects, effects as unknown as Record<string, unknown>[], differ);
  }
  for (const [id, value] of Object.entries(expect.carry ?? {})) {
    if (wanted('carry', id))
      same(['carry', id], typeof value === 'object' ? JSON.stringify(value) : numberText(value as string), outcome.carry.values[id] ?? 'no value');
  }
  if (expect.unknown && wanted('unknown', undefined)) same(['unknown'], listText(expect.unknown), listText(outcome.unknownFacts));
  if (expect.fault !== undefined && wanted('fault', undefined) && !outcome.faults.some((fault) => fault.code === expect.fault)) {
    differ(['fault'], expect.fault, outcome.faults.map((fault) => fault.code).join(', ') || 'no fault');
  }
  return mismatches;
}

/** The ids of all rules that fired, in the order of the plan. */
export function firedRules(outcome: AppraisalOutcome): readonly string[] {
  return outcome.trace.steps.filter((step) => step.kind === 'rule' && step.result === true).map((step) => step.id);
}

type Differ = (path: readonly (string | number)[], expected: string, actual: string) => void;

function comparePayments(expect: CaseExpectation, outcome: AppraisalOutcome, wanted: Wanted, differ: Differ): void {
  for (const [id, expected] of Object.entries(expect.payments ?? {})) {
    if (!wanted('payments', id)) continue;
    const line = outcome.payments.find((each) => each.id === id);
    const { status, amount, reason } = typeof expected === 'object' ? expected : { status: 'paid', amount: expected, reason: undefined };
    if (!line) {
      differ(['payments', id], status ?? 'a line', 'no line');
      continue;
    }
    if (status !== undefined && status !== line.status)
      differ(['payments', id, 'status'], status, `${line.status}${line.facts ? ` (${line.facts.join(', ')})` : ''}`);
    const actual = line.amount === null ? 'no amount' : line.amount.toFixed();
    if (amount !== undefined && numberText(amount) !== actual) differ(['payments', id, 'amount'], numberText(amount), actual);
    const told = line.reasons.flatMap((each) => [each.title.id, each.title.en]);
    if (reason !== undefined && !told.some((text) => text.includes(reason))) differ(['payments', id, 'reason'], reason, told.join(' | ') || 'no reason');
  }
  const lines = (status: string): readonly string[] => outcome.payments.filter((line) => line.status === status).map((line) => line.id);
  if (expect.hold && wanted('hold', undefined) && listText(expect.hold) !== listText(lines('held')))
    differ(['hold'], listText(expect.hold), listText(lines('held')));
  if (expect.exclude && wanted('exclude', undefined) && listText(expect.exclude) !== listText(lines('notEntitled')))
    differ(['exclude'], listText(expect.exclude), listText(lines('notEntitled')));
}

function compareEntries(
  section: string,
  expected: readonly (string | Readonly<Record<string, unknown>>)[],
  actual: readonly Readonly<Record<string, unknown>>[],
  differ: Differ,
): void {
  if (expected.length !== actual.length) {
    differ(
      [section],
      `${expected.length} (${expected.map((entry) => (typeof entry === 'string' ? entry : String(entry['code'] ?? '?'))).join(', ')})`,
      `${actual.length} (${actual.map((entry) => String(entry['code'])).join(', ')})`,
    );
    return;
  }
  expected.forEach((entry, index) => {
    const fields = typeof entry === 'string' ? { code: entry } : entry;
    for (const [field, value] of Object.entries(fields)) {
      const found = actual[index]![field];
      if (normal(value) !== normal(found)) differ([section, index, field], normal(value), normal(found));
    }
  });
}

const ruleEntry = (outcome: RuleOutcome): Record<string, unknown> => ({ rule: outcome.rule, code: outcome.code, ...outcome.params });

/** A plain value as text; numbers in their canonical form, so that 25 and "25.0" are one. */
function normal(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'number' || typeof value === 'string') return numberText(value);
  return JSON.stringify(value);
}

function numberText(value: string | number | boolean): string {
  try {
    return toText(fromCanonicalText(String(value)));
  } catch (error) {
    if (error instanceof NumberRefused || error instanceof RangeError) return String(value);
    throw error;
  }
}

const termResult = (outcome: AppraisalOutcome, id: string): Result | undefined => outcome.trace.values.get(id);

function compareValue(path: readonly (string | number)[], expected: ExpectedValue, actual: Result | undefined, differ: Differ): void {
  const text = actual === undefined ? 'no such term' : resultText(actual);
  if (actual !== undefined && matches(expected, actual)) return;
  differ(path, typeof expected === 'object' ? JSON.stringify(expected) : String(expected), text);
}

function matches(expected: ExpectedValue, actual: Result): boolean {
  if (Array.isArray(expected))
    return isList(actual) && actual.length === expected.length && expected.every((member, index) => matches(member as ExpectedValue, actual[index]!));
  if (typeof expected === 'object')
    return isRecord(actual) && Object.entries(expected).every(([field, value]) => actual.has(field) && matches(value, actual.get(field)!));
  if (isNone(actual)) return expected === 'none';
  if (isUnknown(actual)) return expected === 'unknown';
  if (isFault(actual)) return expected === actual.code;
  if (isExact(actual)) {
    try {
      return equals(fromCanonicalText(String(expected)), actual);
    } catch {
      return false;
    }
  }
  if (isDate(actual)) return String(expected) === actual.toString();
  return typeof actual === 'boolean' ? expected === actual : String(expected) === actual;
}

function resultText(result: Result): string {
  if (isNone(result)) return 'none';
  if (isUnknown(result)) return `unknown (${result.facts.join(', ')})`;
  if (isFault(result)) return `${result.code}: ${result.message}`;
  const json = toJson(result);
  return typeof json === 'string' ? json : JSON.stringify(json);
}

const listText = (ids: readonly string[]): string => (ids.length === 0 ? 'nothing' : [...ids].sort().join(', '));
