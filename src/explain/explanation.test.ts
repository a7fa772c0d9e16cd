import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppraisalInput } from '../model/appraisal.ts';
import { isExact, toText } from '../values/exact.ts';
import { EXAMPLE, type Explained, employee, explained } from './example.fixture.ts';
import type { Detail, Explanation, Piece, Step } from './explanation-shape.ts';

const stepsOf = (explanation: Explanation): readonly Step[] => [
  ...explanation.score.steps,
  ...explanation.money.payments.flatMap((payment) => [...payment.steps, ...payment.gateSteps]),
  ...explanation.rules.behind,
];

/** Everything of one shape inside the data. */
function gather<T>(data: unknown, is: (each: object) => boolean): readonly T[] {
  if (typeof data !== 'object' || data === null) return [];
  return [...(is(data) ? [data as T] : []), ...Object.values(data).flatMap((inner) => gather<T>(inner, is))];
}

const numbersIn = (data: unknown): readonly string[] =>
  gather<{ exact: string }>(data, (each) => Object.hasOwn(each, 'exact') && Object.hasOwn(each, 'unit')).map(({ exact }) => exact);
const refsIn = (data: unknown): readonly string[] =>
  gather<Piece & { ref?: string }>(data, (each) => Object.hasOwn(each, 'ref')).flatMap(({ ref }) => ref ?? []);

/** Every number that the trace holds: values, calls, roundings, weights, and the constants and rows of the plan. */
function traced({ ruleset, outcome }: Explained): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const walk = (value: unknown): void => {
    if (typeof value === 'bigint' || typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isExact(value)) found.add(toText(value));
    else if (value instanceof Map) for (const inner of value.values()) walk(inner);
    else for (const inner of Object.values(value)) walk(inner);
  };
  walk(outcome.trace.steps);
  walk(outcome.trace.values);
  walk(ruleset.plan.steps);
  walk(ruleset.plan.callables);
  return found;
}

const inputs = fc.record({
  class: fc.integer({ min: 1, max: 17 }),
  absent: fc.integer({ min: 0, max: 40 }),
  supervisor: fc.integer({ min: 0, max: 100 }),
  peers: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
  onLeave: fc.option(fc.boolean(), { nil: undefined }),
});

function appraisalOf(input: {
  class: number;
  absent: number;
  supervisor: number;
  peers: readonly number[];
  onLeave: boolean | undefined;
}): Partial<AppraisalInput> {
  return {
    employee: { ...employee().employee, class: input.class },
    attendance: { counts: { absent: input.absent } },
    ratings: {
      items: [
        { source: 'supervisor', rater: 'a', score: input.supervisor, scale: { min: 0, max: 100 } },
        ...input.peers.map((score, at) => ({ source: 'peer' as const, rater: `p${at}`, score, scale: { min: 1, max: 5 } })),
      ],
    },
    ...(input.onLeave !== undefined && { facts: { 'leave.unpaid': input.onLeave } }),
  };
}

describe('an explanation', () => {
  it('prints no number in how the money arises that the trace does not hold', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const all = explained(appraisalOf(input));
        const known = traced(all);
        expect(numbersIn(all.explanation.money).filter((exact) => !known.has(exact))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('explains each node once, its inputs before it, and points only to what it explains', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { explanation, outcome } = explained(appraisalOf(input));
        const steps = stepsOf(explanation);
        expect(steps.map(({ number }) => number)).toEqual(steps.map((_, at) => String(at + 1)));
        const entries = new Set([...explanation.data, ...explanation.parameters].map(({ number }) => number));
        const told = new Set<string>();
        for (const step of steps) {
          expect(refsIn(step.details).filter((ref) => !entries.has(ref) && !told.has(ref))).toEqual([]);
          told.add(step.number);
        }
        const keys = steps.map(({ key }) => key);
        for (const [at, key] of keys.entries()) {
          const inputsOfStep = outcome.trace.byKey.get(key)!.inputs.filter((each) => keys.includes(each));
          expect(inputsOfStep.every((each) => keys.indexOf(each) < at)).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is frozen all the way down and survives JSON', () => {
    const { explanation } = explained();
    expect(gather<object>(explanation, (each) => !Object.isFrozen(each))).toEqual([]);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
  });

  it('says the same for the same', () => {
    expect(explained().explanation).toEqual(explained().explanation);
  });

  it('names who, when, and by which rules', () => {
    const { explanation, ruleset } = explained();
    expect(explanation.head).toEqual({
      status: 'complete',
      employee: { id: '1987', name: 'Siti Aminah', post: 'Analis', unit: 'Bappeda' },
      assessed: { from: '2025-01-01', to: '2025-01-31' },
      paid: { from: '2025-01-01', to: '2025-01-31', kind: { id: 'Bulanan', en: 'Regular' } },
      ruleset: {
        id: 'contoh',
        title: { id: 'TPP contoh', en: 'Example pay' },
        issuer: 'Kota Contoh',
        version: '1',
        hash: ruleset.hash,
        assessedOn: '2025-01-31',
        paidOn: '2025-01-31',
      },
    });
  });

  it('shows the exact value beside the rounded one, with step, mode and article', () => {
    const rounding = gather<Detail>(explained().explanation.money, (each) => Object.hasOwn(each, 'kind') && (each as Detail).kind === 'rounding');
    expect(rounding).toEqual([
      {
        kind: 'rounding',
        exact: { kind: 'number', exact: '2640552.33632', unit: 'IDR' },
        rounded: { kind: 'number', exact: '2640552', unit: 'IDR' },
        step: { kind: 'number', exact: '1', unit: 'IDR' },
        mode: 'half-up',
        cite: 'perwali-1-2025#art-5',
        standing: 'confirmed',
      },
    ]);
  });

  it('cites the article of the row that answered, not only of its table', () => {
    const table = gather<Detail & { kind: 'table' }>(explained().explanation.score, (each) => Object.hasOwn(each, 'kind') && (each as Detail).kind === 'table');
    expect(table.map(({ ground }) => ground.cite)).toEqual(['perwali-1-2025#art-4(2)b']);
  });

  it('says which raters were missing and with which weights the score was made', () => {
    const { explanation } = explained({
      ratings: {
        items: [
          { source: 'supervisor', rater: 'a', score: 88, scale: { min: 0, max: 100 } },
          { source: 'peer', rater: 'b', score: 4, scale: { min: 1, max: 5 } },
        ],
      },
    });
    const raters = explanation.score.steps[0]!.details[0] as Detail & { kind: 'raters' };
    expect(raters.how).toBe('renormalise');
    expect(raters.sources.map(({ state, raters: count, full, used }) => [state, count, full && numbersIn(full)[0], used && numbersIn(used)[0]])).toEqual([
      ['counted', 1, '60', '100'],
      ['tooFew', 1, '40', undefined],
    ]);
  });

  it('never says which rater gave which score', () => {
    const { explanation } = explained({
      ratings: {
        items: [
          { source: 'supervisor', rater: 'secret-one', score: 88, scale: { min: 0, max: 100 } },
          { source: 'peer', rater: 'secret-two', score: 5, scale: { min: 1, max: 5 } },
          { source: 'peer', rater: 'secret-three', score: 3, scale: { min: 1, max: 5 } },
        ],
      },
    });
    expect(JSON.stringify(explanation)).not.toContain('secret');
    const raters = explanation.score.steps[0]!.details[0] as Detail & { kind: 'raters' };
    expect(raters.sources.map(({ given }) => numbersIn(given))).toEqual([['88'], ['3', '5']]);
  });

  it('names the facts to supply when a value is not known', () => {
    const { explanation } = explained({ ratings: { items: [] } });
    expect(explanation.head.status).toBe('undetermined');
    expect(explanation.missing.facts).toEqual([
      { id: 'ratings.supervisor', title: { id: 'Penilaian dari: Atasan', en: 'Ratings by: Supervisor' }, expects: { kind: 'ratings' } },
    ]);
    expect(explanation.result.payments[0]).toMatchObject({ status: 'undetermined', facts: [{ id: 'Penilaian dari: Atasan', en: 'Ratings by: Supervisor' }] });
  });

  it('gives the reason and article of a payment that is refused or held', () => {
    const refused = explained({ facts: { 'leave.unpaid': true } }).explanation.money.payments[0]!;
    expect([refused.status, refused.amount, refused.reasons]).toEqual([
      'notEntitled',
      undefined,
      [{ title: { id: 'Cuti di luar tanggungan negara', en: 'Unpaid leave' }, cite: 'perwali-1-2025#art-7' }],
    ]);
    const held = explained({ employee: { ...employee().employee, class: 16 } }).explanation.money.payments[0]!;
    expect([held.status, held.until, held.reasons]).toEqual([
      'held',
      'LHKPN',
      [{ title: { id: 'LHKPN belum ada', en: 'Wealth report missing' }, cite: 'perwali-1-2025#art-8' }],
    ]);
  });

  it('shares the standing by rules used and by rupiah, and names each placeholder with what it lacks', () => {
    const { sureness } = explained().explanation;
    expect(sureness.rupiah.map(({ standing, amount, share }) => [standing, numbersIn(amount)[0], share && numbersIn(share)[0]])).toEqual([
      ['confirmed', '0', '0'],
      ['reported', '0', '0'],
      ['derived', '0', '0'],
      ['placeholder', '2640552', '100'],
    ]);
    expect(sureness.placeholders).toEqual([
      { id: 'leave.unpaid', title: { id: 'Cuti di luar tanggungan', en: 'On unpaid leave' }, note: 'taken as no' },
      { id: 'part.weight', title: { id: 'Bobot perilaku', en: 'Weight of conduct' }, note: 'the weight was not seen' },
    ]);
  });

  it('says of a rounding that is a placeholder what is missing', () => {
    const terms = EXAMPLE.terms!;
    const round = { to: 1, mode: 'half-up', standing: 'placeholder', note: { id: 'pembulatan belum terlihat', en: 'no rounding was seen' } } as const;
    const { sureness } = explained({}, { terms: { ...terms, 'pay.due': { ...terms['pay.due']!, round } } }).explanation;
    expect(sureness.placeholders.at(-1)).toEqual({
      id: 'pay.due (rounding)',
      title: { id: 'TPP diterima (pembulatan)', en: 'Pay due (rounding)' },
      note: { id: 'pembulatan belum terlihat', en: 'no rounding was seen' },
    });
  });

  it('lists every source that it cites, once, with all its pinpoints', () => {
    const { explanation } = explained();
    expect(explanation.sources.map(({ number, label, pinpoints }) => [number, label.id, pinpoints])).toEqual([
      ['S1', 'Perkada Kota Contoh 1/2025', ['art-3(1)', 'art-4(2)b', 'art-5', 'art-7', 'art-8', 'art-9']],
      ['S2', 'laporan S2', []],
    ]);
  });

  it('stays calm with ids and codes named like prototypes', () => {
    const { explanation } = explained({
      effects: [{ key: '__proto__', code: 'constructor', kind: 'sanction', status: 'imposed', cut: 10, months: 6, starts: '2025-01' }],
    });
    expect(explanation.handedOn.effects).toEqual([
      {
        title: { id: 'constructor', en: 'constructor' },
        status: { id: 'Dijatuhkan', en: 'Imposed' },
        kind: { id: 'Hukuman', en: 'Sanction' },
        cut: { kind: 'number', exact: '10', unit: 'percent' },
        starts: '2025-01',
        key: '__proto__',
      },
    ]);
  });
});
