/**
 * Random rules: nested conditions of every operator, and events of every kind with parameters from facts.
 * In: what the rule may read, chance. Out: a rule as data.
 */
import { EVENT_KINDS, type EventKind } from '../../ruleset/event.ts';
import type { Chance } from './chance.fixture.ts';
import { COLOURS, GRADES, type Sort, UNITS, type Vocabulary } from './vocabulary.fixture.ts';

/** Conditions name ids with fields behind them, no formulas. */
const paths = (names: Vocabulary, sort: Sort): readonly string[] => names.names(sort).filter((name) => /^[\w.]+$/.test(name));

const NUMBERS = ['0', '1', '3', '0.5', '70', '100', '-1', '1000000', '0.333333333333'];
const DAYS = ['2024-02-29', '2024-06-30', '2024-07-01', '2023-12-31'];
const ORDER = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'];

export function randomRule(
  code: string,
  chance: Chance,
  names: Vocabulary,
  payments: readonly string[],
  version: object,
): { readonly data: Record<string, unknown>; readonly kind: EventKind } {
  const kinds = EVENT_KINDS.filter((kind) => payments.length > 0 || (kind !== 'hold' && kind !== 'exclude'));
  const kind = chance.one([...kinds, 'award', 'sanction'] as const);
  return { data: { ...version, conditions: condition(chance, names, chance.whole(0, 3)), event: event(kind, code, chance, names, payments) }, kind };
}

function condition(chance: Chance, names: Vocabulary, depth: number): object {
  if (depth <= 0) return leaf(chance, names);
  const inner = (): object => condition(chance, names, depth - 1);
  const several = (): object[] => Array.from({ length: chance.whole(1, 3) }, inner);
  return chance.weighted<() => object>([
    [2, () => leaf(chance, names)],
    [2, () => ({ all: several() })],
    [2, () => ({ any: several() })],
    [2, () => ({ not: inner() })],
  ])();
}

function leaf(chance: Chance, names: Vocabulary): object {
  const sort = chance.one([...UNITS, 'ratio', 'points', 'IDR', 'boolean', 'grade', 'grade', 'colour', 'text', 'date']);
  const known = paths(names, sort);
  if (known.length === 0) return leaf(chance, names);
  const isOrdered = !['boolean', 'colour', 'text'].includes(sort);
  const literal = (): unknown => literalOf(sort, chance);
  const value = (): unknown => (chance.yes(0.7) ? literal() : { fact: chance.one(known) });
  const lists = paths(names, `list:${sort}`);
  return chance.weighted<() => object>([
    [4, () => ({ fact: chance.one(known), operator: chance.one(['equal', 'notEqual', ...(isOrdered ? [...ORDER, ...ORDER] : [])]), value: value() })],
    [
      1,
      () => ({
        fact: chance.one(known),
        operator: chance.one(['in', 'notIn']),
        value: chance.yes(0.6) || lists.length === 0 ? [literal(), literal()] : { fact: chance.one(lists) },
      }),
    ],
    [lists.length > 0 ? 1 : 0, () => ({ fact: chance.one(lists), operator: chance.one(['contains', 'doesNotContain']), value: value() })],
  ])();
}

function literalOf(sort: Sort, chance: Chance): unknown {
  switch (sort) {
    case 'boolean':
      return chance.yes();
    case 'grade':
      return chance.one(GRADES);
    // As a literal the word none means not applicable, unless it is a member; it is one here.
    case 'colour':
      return chance.one(COLOURS);
    case 'text':
      return chance.one(['a', 'b', '10', 'x y']);
    case 'date':
      return chance.one(DAYS);
    default:
      return chance.one(NUMBERS);
  }
}

function event(kind: EventKind, own: string, chance: Chance, names: Vocabulary, payments: readonly string[]): object {
  const fact = (...sorts: readonly Sort[]): unknown => {
    const known = sorts.flatMap((sort) => paths(names, sort));
    return known.length > 0 ? { fact: chance.one(known) } : 'x';
  };
  const code = chance.yes(0.6) ? chance.one(['a', 'b', 'c', own]) : fact('grade', 'text', 'colour', 'points');
  // A parameter below zero is refused at load.
  const counted = paths(names, 'month').filter((name) => !name.startsWith('p.'));
  const months = chance.yes(0.5) ? chance.one(['3', '0', '6', '600']) : { fact: chance.one(counted) };
  const optional = (name: string, value: () => unknown): object => (chance.yes(0.4) ? { [name]: value() } : {});
  const payment = chance.one(payments);
  switch (kind) {
    case 'award':
      return {
        kind,
        code,
        ...optional('form', () => 'certificate'),
        ...optional('amount', () => fact('IDR', 'ratio')),
        ...optional('until', () => fact('date')),
        ...optional('months', () => months),
      };
    case 'sanction':
      return {
        kind,
        code,
        key: [fact('grade', 'text', 'points', 'boolean'), chance.one(['x', '2024', own])],
        imposed: chance.one(['byDecree', 'automatic']),
        starts: chance.one(['thisPayment', 'nextPayment']),
        meets: chance.one(['add', 'heaviest', 'queue']),
        ...optional('cut', () => fact('percent')),
        ...optional('months', () => months),
      };
    case 'development':
      return {
        kind,
        code,
        ...optional('aspect', () => fact('grade', 'list:points')),
        ...optional('training', () => 'excel'),
        ...optional('nextCheck', () => fact('date')),
      };
    case 'flag':
      return { kind, code, ...optional('aspect', () => fact('boolean', 'ratio', 'list:grade', 'entry')) };
    case 'hold':
      return { kind, payment, until: 'a letter', ...optional('code', () => code) };
    case 'exclude':
      return { kind, payment, ...optional('code', () => code) };
    case 'block':
      return { kind, code, ...optional('until', () => fact('date', 'text')), ...optional('months', () => months) };
  }
}
