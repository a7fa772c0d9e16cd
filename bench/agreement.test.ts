/**
 * The task of the benchmark has one meaning: the library, ratios of BigInts, safe integers, decimal.js and json-rules-engine agree in every field.
 * zen-engine is left to the benchmark, because its package is installed there only. Nothing is timed here.
 */
import { describe, expect, it } from 'vitest';
import * as library from '../src/index.ts';
import { loadRuleset } from '../src/node/index.ts';
import { DATA_SETS } from './data/employees.mjs';
import type { TaskRecord } from './data/record.d.mts';
import { compare } from './parts/agreement.mjs';
import { create as handBigInt, run as byBigInts } from './peers/hand-bigint.mjs';
import { create as handDecimal } from './peers/hand-decimal.mjs';
import { create as handFloat } from './peers/hand-float.mjs';
import { create as handInteger } from './peers/hand-integer.mjs';
import { create as jsonRulesEngine } from './peers/json-rules-engine.mjs';
import { TASK_DATES, TASK_FOLDER, create as kinerja } from './peers/library.mjs';

const ruleset = loadRuleset(TASK_FOLDER, TASK_DATES);
const employees = (set: string, count: number): TaskRecord[] => DATA_SETS[set]!(count, 11);
const few = [...employees('realistic', 100), ...employees('uniform', 100)];
const many = [...employees('realistic', 4_000), ...employees('uniform', 1_000)];

const LIBRARY = (['exact', 'closures', 'generated'] as const).map((kind) => [`kinerja, ${kind}`, kinerja(kind, library, ruleset)] as const);
type AnyWay = ReturnType<typeof kinerja>;
const WAYS: readonly (readonly [string, AnyWay, readonly TaskRecord[]])[] = [
  ...LIBRARY.map(([name, way]) => [name, way, few] as const),
  ['safe integers by hand', handInteger(), many],
  ['decimal.js by hand', handDecimal(), few],
  ['json-rules-engine and decimal.js', jsonRulesEngine(), few],
];

describe('the task of the benchmark', () => {
  it.each(WAYS.filter(([, way]) => way !== null))('has the same answer by ratios of BigInts and by %s', async (_, way, records) => {
    expect(await compare(way!, handBigInt(), records)).toEqual({ employees: records.length, differ: 0, fields: {}, example: null });
  });

  it('is told apart from floats, so that agreement means something', async () => {
    expect((await compare(handFloat(), handBigInt(), many)).differ).toBeGreaterThan(0);
  });

  it('reaches every rule and every rating with employees full of ties', () => {
    const answers = many.map(byBigInts);
    const fired = new Set(answers.flatMap((each) => [each.sanctions, each.awards, each.development, each.flags].flat().map(({ rule }) => rule)));
    expect([...fired].sort()).toEqual(ruleset.plan.steps.flatMap((step) => (step.kind === 'rule' ? [step.id] : [])).sort());
    expect(new Set(answers.map(({ rating }) => rating)).size).toBe(5);
  });

  it('gives the same employees for the same seed', () => {
    expect(employees('realistic', 3)).toEqual(employees('realistic', 3));
    expect(employees('uniform', 1)[0]).not.toEqual(DATA_SETS['uniform']!(1, 12)[0]);
  });
});
