/**
 * Back ends that are wrong on purpose, so that the attack can be seen to find what it is made for.
 * In: nothing. Out: {@link mutants}: the exact engine loaded once more, with one function of it replaced by a likely mistake.
 * Each is a whole copy of the engine: it resolves the document itself, and only plain data passes between the copies.
 */
import { vi } from 'vitest';
import type { BackEnd } from './back-end.fixture.ts';

type Module = Record<string, unknown>;
type Binary = (a: never, b: never, ...more: never[]) => unknown;
interface ExactLike {
  readonly s: bigint;
  readonly n: bigint;
  readonly d: bigint;
}

export interface Mutant {
  readonly name: string;
  /** The module of the engine that is mistaken. */
  readonly module: keyof typeof MODULES;
  /** Which part of the attack has to find it. */
  readonly foundBy: 'nearest misses' | 'random rulesets';
  /** Fields in which it is not looked for: digits without end would give floats away at once. */
  readonly ignored?: readonly string[];
  readonly mistake: (sound: Module) => Module;
}

/** Names of modules, for `vi.doMock`, which wants their paths. */
const MODULES = {
  exact: '../../values/exact.ts',
  rounding: '../../values/rounding.ts',
  operate: '../../formula/operate.ts',
  result: '../../values/result.ts',
  admits: '../../table/admits.ts',
  loadFacts: '../../engine/load-facts.ts',
  threeValued: '../../formula/three-valued.ts',
  evaluateRaters: '../../engine/evaluate-raters.ts',
} as const;

const plain = ({ s, n, d }: ExactLike): number => Number(s * n) / Number(d);

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'plain floats',
    ignored: ['scores', 'carry'],
    module: 'exact',
    foundBy: 'nearest misses',
    mistake: (sound) => {
      const ratio = sound['ratio'] as (n: bigint, d: bigint) => ExactLike;
      const carried = (value: number): ExactLike => {
        if (!Number.isFinite(value)) return ratio(0n, 1n);
        let [size, under] = [value, 1n];
        while (!Number.isInteger(size)) [size, under] = [size * 2, under * 2n];
        return ratio(BigInt(size), under);
      };
      const by = (operate: (a: number, b: number) => number) => (a: ExactLike, b: ExactLike) => carried(operate(plain(a), plain(b)));
      return { add: by((a, b) => a + b), subtract: by((a, b) => a - b), multiply: by((a, b) => a * b), divide: by((a, b) => a / b) };
    },
  },
  {
    name: 'a tolerance of 1e-9',
    module: 'exact',
    foundBy: 'nearest misses',
    mistake: (sound) => {
      const compare = sound['compare'] as (a: ExactLike, b: ExactLike) => number;
      const subtract = sound['subtract'] as (a: ExactLike, b: ExactLike) => ExactLike;
      const near = (a: ExactLike, b: ExactLike): boolean => {
        const gap = subtract(a, b);
        return gap.n * 1_000_000_000n <= gap.d;
      };
      return { compare: (a: ExactLike, b: ExactLike) => (near(a, b) ? 0 : compare(a, b)), equals: near };
    },
  },
  { name: 'half-up for half-even', module: 'rounding', foundBy: 'nearest misses', mistake: modes({ 'half-even': 'half-up' }) },
  { name: 'half-up for half-down', module: 'rounding', foundBy: 'nearest misses', mistake: modes({ 'half-down': 'half-up' }) },
  { name: 'floor for down, ceiling for up', module: 'rounding', foundBy: 'nearest misses', mistake: modes({ down: 'floor', up: 'ceiling' }) },
  {
    name: 'half-up of negative numbers as Math.round does it',
    module: 'rounding',
    foundBy: 'nearest misses',
    mistake: (sound) => {
      const round = sound['round'] as (value: ExactLike, step: unknown, mode: string) => unknown;
      return { round: (value: ExactLike, step: unknown, mode: string) => round(value, step, mode === 'half-up' && value.s < 0n ? 'half-down' : mode) };
    },
  },
  {
    name: 'unknown as false',
    module: 'operate',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const truthFrom = sound['truthFrom'] as Binary;
      return { truthFrom: (result: never, tree: never) => (kindOf(result) === 'unknown' ? false : truthFrom(result, tree)) };
    },
  },
  {
    name: 'none as zero',
    module: 'operate',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const operateArithmetic = sound['operateArithmetic'] as (tree: unknown, left: unknown, right: unknown) => unknown;
      return { operateArithmetic: (tree: unknown, left: unknown, right: unknown) => operateArithmetic(tree, orZero(left, right), orZero(right, left)) };
    },
  },
  {
    name: 'unknown before fault',
    module: 'result',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const worst = sound['worst'] as (results: Iterable<unknown>) => unknown;
      return {
        worst: (results: Iterable<unknown>) => {
          const all = [...results];
          return worst(all.filter((result) => kindOf(result) === 'unknown')) ?? worst(all);
        },
      };
    },
  },
  {
    name: 'the upper end of a half-open range let in',
    module: 'operate',
    foundBy: 'nearest misses',
    mistake: (sound) => {
      const operateRange = sound['operateRange'] as (tree: object, ...more: unknown[]) => unknown;
      return { operateRange: (tree: object, ...more: unknown[]) => operateRange({ ...tree, highIncluded: true }, ...more) };
    },
  },
  {
    name: 'at or above for above',
    module: 'operate',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const operateCompare = sound['operateCompare'] as (tree: { comparator: string }, ...more: unknown[]) => unknown;
      return {
        operateCompare: (tree: { comparator: string }, ...more: unknown[]) =>
          operateCompare(tree.comparator === '>' ? { ...tree, comparator: '>=' } : tree, ...more),
      };
    },
  },
  {
    name: 'carries that never reset',
    module: 'loadFacts',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const settleCarry = sound['settleCarry'] as (step: object, ...more: unknown[]) => unknown;
      return { settleCarry: (step: object, ...more: unknown[]) => settleCarry({ ...step, resets: 'never' }, ...more) };
    },
  },
  {
    name: 'a false side that does not decide beside a fault',
    module: 'threeValued',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const conjunction = sound['conjunction'] as Binary;
      return {
        conjunction: (a: never, b: never) => (kindOf(a) === 'fault' ? a : kindOf(b) === 'fault' ? b : conjunction(a, b)),
      };
    },
  },
  {
    name: 'the quorum passed over',
    module: 'evaluateRaters',
    foundBy: 'random rulesets',
    mistake: (sound) => {
      const evaluateRaters = sound['evaluateRaters'] as (step: { sources: readonly object[] }, ...more: unknown[]) => unknown;
      return {
        evaluateRaters: (step: { sources: readonly object[] }, ...more: unknown[]) =>
          evaluateRaters({ ...step, sources: step.sources.map((source) => ({ ...source, quorum: { form: 'number', count: 1 } })) }, ...more),
      };
    },
  },
];

function modes(swapped: Readonly<Record<string, string>>): Mutant['mistake'] {
  return (sound) => {
    const round = sound['round'] as (value: unknown, step: unknown, mode: string) => unknown;
    return { round: (value: unknown, step: unknown, mode: string) => round(value, step, swapped[mode] ?? mode) };
  };
}

const kindOf = (result: unknown): unknown => (typeof result === 'object' && result !== null && 'kind' in result ? result.kind : undefined);

/** Zero in place of none, made from the other operand, which is a number of the same copy of the engine. */
function orZero(operand: unknown, other: unknown): unknown {
  if (kindOf(operand) !== 'none' || typeof other !== 'object' || other === null || !('sub' in other)) return operand;
  return (other.sub as (subtrahend: unknown) => unknown)(other);
}

/** Loads the engine once more with the mistake in it. */
export async function mutantBackEnd({ name, module, mistake }: Mutant): Promise<BackEnd> {
  vi.resetModules();
  const path = MODULES[module];
  vi.doMock(path, async (original) => {
    const sound = await original<Module>();
    return { ...sound, ...mistake(sound) };
  });
  try {
    const { appraise } = await import('../../engine/appraise.ts');
    const { resolveRuleset } = await import('../../ruleset/resolve.ts');
    return {
      name,
      build: ({ data, dates }) => {
        const ruleset = resolveRuleset(data, { assessed: textual(dates.assessed), ...(dates.paid !== undefined && { paid: textual(dates.paid) }) });
        return (input) => appraise(ruleset, input);
      },
    };
  } finally {
    vi.doUnmock(path);
    vi.resetModules();
  }
}

/** Days as text: a date of one copy of the engine is none of another. */
function textual(period: unknown): string | { from: string; to: string } {
  if (typeof period === 'string') return period;
  const { from, to } = period as { readonly from: unknown; readonly to: unknown };
  return { from: String(from), to: String(to) };
}
