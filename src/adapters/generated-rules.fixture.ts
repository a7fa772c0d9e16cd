/**
 * Generated rules over facts of every type, for the tests that compare two judges.
 * In: nothing. Out: arbitraries of conditions and facts, and a ruleset that holds such rules.
 * The facts come from small pools, so that equal values, and 9 beside 10, are met often; any of them may be missing.
 */
import fc from 'fast-check';
import type { AppraisalInput } from '../model/appraisal.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { AnyCondition } from './lean-condition.ts';

type Kind = 'number' | 'boolean' | 'text' | 'colour' | 'grade' | 'date';
const GRADES = ['low', 'middle', 'high'];

/** What facts and literals of a kind may be. */
const POOLS: Readonly<Record<Kind, readonly (string | boolean)[]>> = {
  number: ['0', '1', '2', '3', '-1', '0.5', '9', '10', '10.25', '999999999999999.5'],
  boolean: [true, false],
  text: ['10', '9', 'red', '', 'constructor', '__proto__'],
  colour: ['red', 'green'],
  grade: GRADES,
  date: ['2024-02-29', '2024-12-31', '2025-01-01', '1999-12-31'],
};

/** Scalars of a ruleset by kind: given facts, fields, and terms that may be 1/3, none, unknown or a fault. */
const SCALARS: Readonly<Record<Kind, readonly string[]>> = {
  number: ['n.a', 'n.b', 'n.free', 'third.a', 'third.b', 'broken.number', 'entry.score', 'plain.limit'],
  boolean: ['b.a', 'b.b', 'both.flags'],
  text: ['t.a', 't.b'],
  colour: ['c.a', 'entry.colour'],
  grade: ['g.a', 'g.b', 'entry.grade'],
  date: ['d.a', 'd.b'],
};
const LISTS: Readonly<Record<Kind, readonly string[]>> = {
  number: ['ns', 'shares', 'entries.score', 'entryTerms'],
  boolean: [],
  text: ['ts'],
  colour: ['entries.colour'],
  grade: ['gs', 'entries.grade'],
  date: ['ds'],
};

const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const listOf = (kind: Kind, min = 0): fc.Arbitrary<readonly (string | boolean)[]> => fc.array(one(POOLS[kind]), { minLength: min, maxLength: 4 });
const scalarOf = (kind: Kind): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: one(POOLS[kind]), weight: 2 }, { arbitrary: one(SCALARS[kind]).map((fact) => ({ fact })), weight: 1 });

const leaf: fc.Arbitrary<AnyCondition> = one(Object.keys(POOLS) as Kind[]).chain((kind): fc.Arbitrary<AnyCondition> => {
  const ordered = kind === 'number' || kind === 'grade' || kind === 'date';
  const compared = fc.record({
    fact: one(SCALARS[kind]),
    operator: one(['equal', 'notEqual', ...(ordered ? ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] : [])]),
    value: scalarOf(kind),
  });
  const listed =
    LISTS[kind].length === 0
      ? listOf(kind, 1)
      : fc.oneof(
          listOf(kind, 1),
          one(LISTS[kind]).map((fact) => ({ fact })),
        );
  const among = fc.record({ fact: one(SCALARS[kind]), operator: one(['in', 'notIn']), value: listed as fc.Arbitrary<unknown> });
  if (LISTS[kind].length === 0) return fc.oneof(compared, among) as fc.Arbitrary<AnyCondition>;
  const holding = fc.record({ fact: one(LISTS[kind]), operator: one(['contains', 'doesNotContain']), value: scalarOf(kind) });
  return fc.oneof({ arbitrary: compared, weight: 2 }, among, holding) as fc.Arbitrary<AnyCondition>;
});

/** Nested conditions over leaves, and over the named conditions that may be used there. */
export const nested = (leaves: fc.Arbitrary<AnyCondition>, names: readonly string[] = []): fc.Arbitrary<AnyCondition> =>
  fc.letrec<{ node: AnyCondition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'condition' },
      { arbitrary: leaves, weight: 4 },
      { arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all }) as AnyCondition), weight: 2 },
      { arbitrary: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any }) as AnyCondition), weight: 2 },
      { arbitrary: tie('node').map((not) => ({ not }) as AnyCondition), weight: 3 },
      ...(names.length === 0 ? [] : [{ arbitrary: one(names).map((condition): AnyCondition => ({ condition })), weight: 2 }]),
    ),
  })).node;

const NAMES = ['first', 'second', 'third'] as const;

/** Named conditions, each of which may name the ones before it, and rules that may name all. */
export const generatedRules = (count: number): fc.Arbitrary<{ readonly named: readonly AnyCondition[]; readonly rules: readonly AnyCondition[] }> =>
  fc.record({
    named: fc.tuple(...NAMES.map((_, index) => nested(leaf, NAMES.slice(0, index)))),
    rules: fc.array(nested(leaf, NAMES), { minLength: count, maxLength: count }),
  });

const entry = fc.record({ score: one(POOLS.number), grade: one(GRADES), colour: one(POOLS.colour) }, { requiredKeys: ['grade'] });

/** Values of the given facts, any of which may be missing. */
export const generatedFacts: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    'n.a': one(POOLS.number),
    'n.b': one(POOLS.number),
    'n.free': one(POOLS.number),
    'b.a': fc.boolean(),
    'b.b': fc.boolean(),
    't.a': one(POOLS.text),
    't.b': one(POOLS.text),
    'c.a': one(POOLS.colour),
    'g.a': one(GRADES),
    'g.b': one(GRADES),
    'd.a': one(POOLS.date),
    'd.b': one(POOLS.date),
    ns: listOf('number'),
    ts: listOf('text'),
    gs: listOf('grade'),
    ds: listOf('date'),
    entry,
    entries: fc.array(entry, { maxLength: 3 }),
  } as Record<string, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);

const fact = (type: unknown, absence = 'unknown'): Record<string, unknown> => ({ type, absence });
export const version = { from: '2024-01-01', standing: 'placeholder', note: 'A ruleset for tests.' };
const term = (type: unknown, formula: string): Record<string, unknown> => ({ type, stage: 'assessment', ...version, formula });

/** An appraisal with these facts. */
export const appraisalOf = (facts: Record<string, unknown>): AppraisalInput =>
  ({ employee: { id: '1987', status: 'pns', class: 9 }, assessed: '2025-Q1', facts: facts as AppraisalInput['facts'] }) as AppraisalInput;

/** A ruleset with rules `rule0`, `rule1` and so on, all of one stage. */
export function rulesetOf(rules: readonly unknown[], named: readonly unknown[] = []): RulesetData {
  return {
    manifest: { id: 'generated', title: { id: 'Uji', en: 'Generated' }, issuer: 'Tests', version: '1', from: '2024-01-01' },
    types: {
      grade: { members: Object.fromEntries(GRADES.map((member) => [member, { id: member, en: member }])), order: GRADES },
      colour: { members: { red: { id: 'merah', en: 'red' }, green: { id: 'hijau', en: 'green' } } },
      entry: { fields: { score: 'number', grade: 'grade', colour: 'colour' } },
    },
    facts: {
      'n.a': fact('number'),
      'n.b': fact('number'),
      'n.free': fact('number', 'none'),
      'b.a': fact('boolean'),
      'b.b': fact('boolean'),
      't.a': fact('text'),
      't.b': fact('text'),
      'c.a': fact('colour'),
      'g.a': fact('grade'),
      'g.b': fact('grade'),
      'd.a': fact('date'),
      'd.b': fact('date'),
      ns: fact({ list: 'number' }),
      ts: fact({ list: 'text' }),
      gs: fact({ list: 'grade' }),
      ds: fact({ list: 'date' }),
      entry: fact('entry'),
      entries: fact({ list: 'entry' }),
    },
    parameters: { 'plain.limit': { type: 'number', ...version, value: '10' } },
    terms: {
      'third.a': term('number', 'n.a / 3'),
      'third.b': term('number', 'n.b / 3'),
      'broken.number': term('number', 'n.a / (n.b - n.b)'),
      'both.flags': term('boolean', 'b.a and b.b'),
      shares: term({ list: 'number' }, 'for x in ns return n.a / x'),
      entryTerms: term({ list: 'number' }, 'for x in ns return if x > 2 then x else n.b'),
    },
    conditions: Object.fromEntries(named.map((when, index) => [NAMES[index]!, { ...version, when }])),
    rules: Object.fromEntries(
      rules.map((conditions, index) => [`rule${index}`, { stage: 'award', ...version, conditions, event: { kind: 'flag', code: `code${index}` } }]),
    ),
  };
}
