/**
 * Nearest misses: values that lie as near a threshold or a rounding edge as fractions of their size can, and the exact ties beside them.
 * In: chance. Out: a ruleset that asks r1/t1 + r2/t2 against K and rounds money in every mode, and records aimed at it.
 * With t1 and t2 coprime there are r1, r2 with r1·t2 + r2·t1 = K·t1·t2 ± 1: the sum misses K by 1/(t1·t2), a relative distance of 1e-16 and less.
 */
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { resolveRuleset } from '../../ruleset/resolve.ts';
import { ROUNDING_MODES } from '../../values/rounding.ts';
import type { Subject } from './back-end.fixture.ts';
import type { Chance } from './chance.fixture.ts';

const VERSION = { from: '2024-01-01', standing: 'placeholder', note: 'For tests.' } as const;
const WHOLE = { unit: 'points', min: '-400000000', max: '400000000', step: 1 };
const TARGET = { unit: 'points', min: 1, max: '200000000', step: 1 };
const MONEY = { unit: 'IDR', min: '-999999999999999', max: '999999999999999', step: 1 };
const STEPS = ['1', '0.01', '100', '1000', '0.5', '7'];
const DATES = { assessed: '2024-06', paid: '2024-06' } as const;
const KEYS = [1, 2, 0, -1] as const;

const term = (type: unknown, formula: string, more: object = {}): Record<string, unknown> => ({ type, stage: 'score', ...VERSION, formula, ...more });

/** Each comparator against each K, and money in each mode and step. */
export function nearestMissSubject(): Subject {
  const comparisons = KEYS.flatMap((key, at) =>
    ['<', '<=', '>', '>=', '=', '!='].map((comparator, which) => [`c.k${at}n${which}`, `sum.plain ${comparator} ${key < 0 ? `(${key})` : key}`] as const),
  );
  const roundings = ROUNDING_MODES.flatMap((mode, at) =>
    STEPS.map(
      (to, step) =>
        [
          `m.mode${at}step${step}`,
          term('IDR', 'f.amount * f.r1 / f.t1', { stage: 'incentive', round: { to, mode, standing: 'placeholder', note: 'For tests.' } }),
        ] as const,
    ),
  );
  const ranges = [
    ['c.closed', 'sum.plain in [1..2]'],
    ['c.open', 'sum.plain in (1..2)'],
    ['c.least', 'min(f.r1 / f.t1, f.r2 / f.t2, 1) = max(f.r1 / f.t1, f.r2 / f.t2, 1)'],
    ['c.mean', 'mean([f.r1 / f.t1, f.r2 / f.t2]) >= 0.5'],
    ['c.down', 'floor(sum.plain) = ceiling(sum.plain)'],
  ] as const;
  const data: RulesetData = {
    manifest: {
      id: 'nearest',
      title: { id: 'Selisih terkecil', en: 'Nearest misses' },
      issuer: 'Tests',
      version: '1',
      from: '2024-01-01',
      outputs: {
        scores: Object.fromEntries(
          [['sum', 'sum.plain'], ['table', 'by.table'], ...roundings.map(([id]) => [id, id] as const)].map(([name, id]) => [name!.replaceAll('.', ''), id]),
        ),
        rating: 'band',
      },
    },
    types: { band: { members: Object.fromEntries(['below', 'at', 'above'].map((word) => [word, { id: word, en: word }])), order: ['below', 'at', 'above'] } },
    facts: {
      'f.r1': { type: WHOLE, absence: 'unknown' },
      'f.r2': { type: WHOLE, absence: 'unknown' },
      'f.t1': { type: TARGET, absence: 'unknown' },
      'f.t2': { type: TARGET, absence: 'unknown' },
      'f.amount': { type: MONEY, absence: 'unknown' },
    },
    tables: {
      steps: {
        inputs: { x: { unit: 'ratio', min: '-1000000000', max: '1000000000' } },
        outputs: { y: 'ratio' },
        ...VERSION,
        rows: [
          { x: '< -1', y: '1' },
          { x: '[-1..0)', y: '2' },
          { x: '[0..1)', y: '3' },
          { x: '1', y: '4' },
          { x: '(1..2)', y: '5' },
          { x: '>= 2', y: '6' },
        ],
      },
      line: {
        inputs: { x: 'ratio' },
        outputs: { y: 'IDR' },
        hit: 'linear',
        ...VERSION,
        rows: [
          { x: '-1000000000', y: '0' },
          { x: '1', y: '1000003' },
          { x: '1000000000', y: '999999999999999' },
        ],
      },
    },
    terms: {
      'sum.plain': term('ratio', 'f.r1 / f.t1 + f.r2 / f.t2'),
      'by.table': term('ratio', 'steps(sum.plain)'),
      'by.line': term('IDR', 'line(sum.plain)', { stage: 'incentive', round: { to: '0.01', mode: 'half-even', standing: 'placeholder', note: 'For tests.' } }),
      band: {
        type: 'band',
        stage: 'rating',
        ...VERSION,
        choose: [{ letter: 'a', when: 'sum.plain > 1', then: '"above"' }, { letter: 'b', when: 'sum.plain = 1', then: '"at"' }, { otherwise: '"below"' }],
      },
      ...Object.fromEntries([...comparisons, ...ranges].map(([id, formula]) => [id, term('boolean', formula)])),
      ...Object.fromEntries(roundings),
    },
    rules: Object.fromEntries(
      [...comparisons, ...ranges].map(([id], at) => [
        `r${at}`,
        { stage: 'award', ...VERSION, conditions: { fact: id, operator: 'equal', value: true }, event: { kind: 'flag', code: id } },
      ]),
    ),
    payments: { line: { ...VERSION, amount: 'by.line' }, whole: { ...VERSION, amount: 'm.mode4step0' } },
  } as unknown as RulesetData;
  return { name: 'nearest misses', data, dates: DATES, ruleset: resolveRuleset(data, DATES) };
}

/** Records aimed at a K: missed by 1/(t1·t2) on either side, met exactly, or money at a half of a step. */
export function* nearestMisses(count: number, chance: Chance): Iterable<AppraisalInput> {
  for (let index = 0; index < count; index++)
    yield appraisalOf(
      chance.weighted([
        [4, miss],
        [2, tie],
        [3, half],
      ] as const)(chance),
    );
}

type Facts = { readonly r1: bigint; readonly t1: bigint; readonly r2: bigint; readonly t2: bigint; readonly amount: bigint };

function miss(chance: Chance): Facts {
  const reach = chance.one([100n, 10_000n, 1_000_000n, 94_906_265n, 200_000_000n]);
  const t1 = chance.big(reach / 2n, reach);
  let t2 = chance.big(reach / 2n, reach);
  while (greatestCommon(t1, t2) !== 1n) t2 = t2 <= 2n ? 1n : t2 - 1n;
  const key = BigInt(chance.one(KEYS));
  const by = BigInt(chance.one([1, -1, 1, -1, 2, -3]));
  // r1·t2 ≡ K·t1·t2 + by (mod t1), so r1 = by · t2⁻¹ (mod t1).
  const r1 = (((by * inverse(t2, t1)) % t1) + t1) % t1;
  const r2 = (key * t1 * t2 + by - r1 * t2) / t1;
  return { r1, t1, r2, t2, amount: chance.big(-1_000_000_000n, 1_000_000_000n) };
}

/** u/g + v/g = K, blown up by two other factors, so that neither quotient is a float. */
function tie(chance: Chance): Facts {
  const under = chance.big(3n, 9_999n);
  const [a, b] = [chance.big(1n, 9_999n), chance.big(1n, 9_999n)];
  const u = chance.big(-under, 2n * under);
  const v = BigInt(chance.one(KEYS)) * under - u;
  return { r1: u * a, t1: under * a, r2: v * b, t2: under * b, amount: chance.big(0n, 5_000_000n) };
}

/** amount · r / t is k + 1/2 steps, or misses it by 1/t. */
function half(chance: Chance): Facts {
  const t1 = 2n * chance.big(1n, 99_999_999n);
  const wanted = chance.one([t1 / 2n, t1 / 2n + 1n, t1 / 2n - 1n, 0n, 1n, -1n]);
  // An odd number of steps, so that half of it lies between two steps.
  const odd = (2n * chance.big(-5_000n, 5_000n) + 1n) * BigInt(chance.one([1, 1, 7, 100, 1000]));
  const amount = chance.one([odd, odd, 1n, -1n, 1n + t1 * chance.big(-3n, 3n), chance.big(-1_000n, 1_000n) * t1 + 1n]);
  const bounded = amount > 999_999_999_999_999n || amount < -999_999_999_999_999n ? 1n : amount;
  return { r1: wanted + t1 * BigInt(chance.one([0, 0, 1, -1])), t1, r2: chance.big(-5n, 5n), t2: 1n, amount: bounded };
}

const appraisalOf = ({ r1, t1, r2, t2, amount }: Facts): AppraisalInput => ({
  employee: { id: 'e1', status: 'pns' },
  assessed: '2024-06',
  paid: { period: '2024-06', kind: 'regular' },
  facts: { 'f.r1': String(r1), 'f.t1': String(t1), 'f.r2': String(r2), 'f.t2': String(t2), 'f.amount': String(amount) },
});

const greatestCommon = (a: bigint, b: bigint): bigint => (b === 0n ? a : greatestCommon(b, a % b));

/** The inverse of `a` modulo `m`, which are coprime. */
function inverse(a: bigint, m: bigint): bigint {
  let [r, next, x, y] = [a % m, m, 1n, 0n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next, x, y] = [next, r - quotient * next, y, x - quotient * y];
  }
  return x;
}
