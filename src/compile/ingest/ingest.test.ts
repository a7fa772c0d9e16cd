/**
 * The fast ingest against the slow path: random records, spoilt records, and records that only look like JSON.
 * In: records drawn from the schemas. Out: whatever the fast ingest takes, the slow path takes with the same values.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveSample, sample } from '../../engine/sample.fixture.ts';
import { readPeriod } from '../../model/fields/date-field.ts';
import { Refusal } from '../../model/fields/refusal.ts';
import { isoWeek } from '../../model/iso-week.ts';
import { resolveRuleset } from '../../ruleset/resolve.ts';
import { CalendarDate } from '../../values/calendar-date.ts';
import { dayText, readDay, readPeriodDays, weekOf, weekdayOf } from './written-values.ts';
import { bothFor, compareOne, newHead } from './ingest.fixture.ts';
import { OWN_FACTS, OWN_TYPES } from './own-facts.fixture.ts';
import { ingestPlan } from './plan-ingest.ts';
import { ingestText } from './ingest-text.ts';
import { type Plain, appraisals } from './random-appraisal.fixture.ts';
import { WAYS, spoil } from './spoil.fixture.ts';

/** More with KINERJA_RUNS. */
const RUNS = Number(process.env['KINERJA_RUNS'] ?? 400);

const title = { id: 'Judul', en: 'Title' };
const law = { from: '2024-01-01', cite: 'law#art-1', standing: 'confirmed' } as const;
const versioned = { ...law, stage: 'assessment' } as const;
const sections = {
  types: OWN_TYPES,
  facts: {
    'employee.class': { absence: 'required' },
    'employee.leads': { absence: { default: false, cite: 'law#art-1', standing: 'derived' } },
    ...OWN_FACTS,
    'own.doubled': { title, type: { unit: 'IDR' }, derive: 'own.base + own.base', absence: 'unknown' },
    toString: { title, type: 'boolean', absence: 'unknown' },
  },
  terms: {
    'a.sum': { unit: 'IDR', ...versioned, formula: 'own.base + carry.total + own.doubled' },
    'a.class': { unit: 'count', ...versioned, formula: 'if employee.leads then employee.class else 0' },
  },
  carry: {
    total: { unit: 'IDR', resets: 'year', ...law, opening: 0, next: 'a.sum' },
    quarterly: { unit: 'ratio', resets: 'quarter', ...law, opening: 1, next: 'carry.quarterly' },
    ever: { unit: 'ratio', resets: 'never', ...law, opening: 1, next: 'carry.ever' },
  },
};
const ruleset = resolveSample(sections as never);
const both = bothFor(ruleset);
/** With what this ruleset requires; what it works out itself is seldom given. */
const drawn = fc.tuple(appraisals(ruleset.plan.ownFacts, ruleset.plan.carryIds), fc.nat(19)).map(([appraisal, rare]) => {
  (appraisal['employee'] as Plain)['class'] ??= rare === 0 ? undefined : 9;
  if (rare !== 1) delete (appraisal['facts'] as Plain | undefined)?.['own.doubled'];
  return appraisal;
});
const counts = { random: 0, read: 0, fast: 0, spoilt: 0, spoiltRead: 0, spoiltFast: 0 };

const fresh = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

describe('the fast ingest on random appraisals', () => {
  it('gives what the slow path gives, by closures and by text', () => {
    fc.assert(
      fc.property(drawn, (appraisal) => {
        const { fault, fast, slow } = compareOne(both, () => fresh(appraisal));
        counts.random++;
        if (slow) counts.read++;
        if (fast) counts.fast++;
        expect(fault).toBeUndefined();
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('takes most of what the slow path takes', () => {
    const taken = { fast: 0, slow: 0 };
    fc.assert(
      fc.property(drawn, (appraisal) => {
        const { fast, slow } = compareOne(both, () => fresh(appraisal));
        if (slow) taken.slow++;
        if (fast) taken.fast++;
      }),
      { numRuns: RUNS / 2, seed: 1 },
    );
    expect(taken.slow).toBeGreaterThan(RUNS / 8);
    expect(taken.fast / taken.slow).toBeGreaterThan(0.9);
  });
});

describe('a compiled evaluator that reads little', () => {
  const wanted = new Map<string, readonly string[]>(
    Object.entries({
      indicators: ['target', 'realisation', 'weight'],
      ratings: ['source', 'score', 'scale'],
      'attendance.days': ['date', 'week'],
      leaves: ['days'],
      previous: [],
      'own.visits': ['points'],
      'effects.active': ['cut'],
    }),
  );
  const slots = both.slots
    .filter(({ id }) => wanted.has(id) || id === 'attendance.counts.present')
    .map((slot) => ({ ...slot, fields: wanted.has(slot.id) ? new Set(wanted.get(slot.id)) : undefined }));
  const lean = bothFor(ruleset, slots);
  it('gets only what it reads, and the rest is looked over all the same', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (appraisal, at, how, more, spoilt) => {
        const { fault } = compareOne(lean, () => (spoilt ? spoil(fresh(appraisal) as Plain, at, how, more) : fresh(appraisal)));
        expect(fault).toBeUndefined();
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

describe('the fast ingest on spoilt records', () => {
  it('never takes what the slow path refuses', () => {
    const places = drawn.chain((appraisal) => fc.tuple(fc.constant(appraisal), fc.nat(), fc.nat(), fc.nat()));
    fc.assert(
      fc.property(places, ([appraisal, at, how, more]) => {
        // Each spoiling is done anew, because some leave getters or classes behind that JSON cannot copy.
        const { fault, fast, slow } = compareOne(both, () => spoil(fresh(appraisal) as Plain, at, how, more));
        counts.spoilt++;
        if (slow) counts.spoiltRead++;
        if (fast) counts.spoiltFast++;
        expect(fault === undefined ? undefined : { fault, way: how % WAYS, more }).toBeUndefined();
      }),
      { numRuns: RUNS * 3, endOnFailure: true },
    );
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', '2024'],
    ['a list', []],
    ['a function', () => undefined],
    ['an empty record', {}],
  ])('declines %s', (_, input) => {
    expect(compareOne(both, () => input)).toEqual({ fast: false, slow: false });
  });

  it('declines while Object.prototype has fields of its own', () => {
    const plain = { employee: { id: '1', status: 'pns', class: 9 }, assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' } };
    const head = newHead();
    expect(compareOne(both, () => fresh(plain))).toEqual({ fast: true, slow: true });
    const record = fresh(plain);
    const taken: boolean[] = [];
    Object.defineProperty(Object.prototype, 'golongan', { value: 'III/a', enumerable: true, configurable: true, writable: true });
    try {
      for (const ingest of [both.closures, both.text]) taken.push(ingest(record, [], head));
    } finally {
      delete (Object.prototype as Plain)['golongan'];
    }
    expect(taken).toEqual([false, false]);
    expect(compareOne(both, () => fresh(plain))).toEqual({ fast: true, slow: true });
  });

  it('declines a record whose getter reads another record by the same ingest', () => {
    for (const ingest of [both.closures, both.text]) {
      let inner: boolean | undefined;
      const record = { employee: { id: '1', status: 'pns', class: 9 }, assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' } };
      const nested = {
        ...record,
        get id() {
          inner = ingest({ ...record }, [], newHead());
          return 'x';
        },
      };
      expect(ingest(nested, [], newHead())).toBe(true);
      expect(inner).toBe(false);
    }
  });
});

describe('numbers at the edges of their bounds and steps', () => {
  const employee = { id: '1', status: 'pns', class: 9 };
  const base = { employee, assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' } };
  const measured = (target: unknown): unknown => ({ ...base, indicators: [{ id: 'i', kind: 'quantitative', target }] });
  const own = (id: string, value: unknown): unknown => ({ ...base, facts: { [id]: value } });
  const NUMBERS = [
    0,
    -0,
    1,
    -1,
    0.1,
    0.05,
    0.15,
    0.001,
    0.0001,
    0.0005,
    1e-7,
    1.5e-7,
    1e-8,
    5e-9,
    1e21,
    0.1 + 0.2,
    1.005,
    99.9995,
    100,
    100.001,
    9e12,
    9e12 + 0.001,
    9000000000001,
    2251799813685.248,
    2251799813685.247,
    4503599627370.495,
    4503599627370.4961,
    2 ** 53,
    2 ** 53 + 2,
    Number.MAX_SAFE_INTEGER,
    Number.MIN_VALUE,
    Number.MAX_VALUE,
    NaN,
    Infinity,
    -Infinity,
    8999999999999.999,
    8999999999999.998,
    123456789012.345,
    100_000_000,
    100_000_001,
    2_000,
    2_005,
    1_999,
    -20,
    -25,
    -15,
    9.99999999,
    9.999999999,
    0.00000001,
    0.000001,
    0.0000012,
    10.00000001,
    0.25,
    0.3,
    7.75,
  ];
  const TEXTS = NUMBERS.flatMap((number) => [
    String(number),
    number.toFixed(3),
    number.toFixed(12),
    number.toFixed(13),
    `${number}0`,
    `0${number}`,
    ` ${number}`,
    `${number}\n`,
    `+${number}`,
  ]);
  it.each(['a measure', 'own.base', 'own.share', 'own.index', 'own.fives', 'own.free'])('are taken exactly as the slow path takes them: %s', (id) => {
    const record = (value: unknown): unknown => (id === 'a measure' ? measured(value) : own(id, value));
    const faults = [
      ...NUMBERS,
      ...TEXTS,
      '',
      '-',
      '.5',
      '5.',
      '1e3',
      '1,5',
      '٣',
      '0x10',
      '00',
      '-0',
      '-0.000',
      '1'.repeat(15),
      '1'.repeat(16),
      `0.${'0'.repeat(12)}`,
      `0.${'0'.repeat(13)}`,
    ]
      .map((value) => ({ value, ...compareOne(both, () => record(value)) }))
      .filter(({ fault }) => fault !== undefined);
    expect(faults).toEqual([]);
  });
});

describe('dates and periods', () => {
  const record = (more: Plain): unknown => ({
    employee: { id: '1', status: 'pns', class: 9 },
    assessed: '2024-06',
    paid: { period: '2024-06', kind: 'regular' },
    ...more,
  });
  it('reads every day of four hundred years, and the days that are none, as CalendarDate does', () => {
    for (let year = 1899; year <= 2201; year++)
      for (let month = 0; month <= 13; month++)
        for (let day = 0; day <= 32; day++) {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const exact = CalendarDate.parse(text);
          const fast = readDay(text);
          if (
            exact
              ? fast !== exact.epochDay || dayText(fast) !== text || weekOf(fast) !== isoWeek(exact) || weekdayOf(fast) !== exact.weekday
              : !Number.isNaN(fast)
          )
            expect(text).toBe('read alike');
        }
  });
  it.each([
    '2024',
    '2024-S1',
    '2024-S2',
    '2024-S3',
    '2024-Q0',
    '2024-Q4',
    '2024-Q5',
    '2024-13',
    '2024-00',
    '2024-1',
    '1899',
    '2201',
    '2200',
    '2200-12',
    '20240',
    '2024-06-30',
    '',
    '2024-',
    'Q1',
    '2024-q1',
  ])('reads the period %s as the slow path does', (period) => {
    const exact = readPeriod(period);
    const fast = readPeriodDays(period);
    expect(fast).toEqual(exact instanceof Refusal ? undefined : { f0: exact.from.epochDay, f1: exact.to.epochDay });
    expect(compareOne(both, () => record({ assessed: period })).fault).toBeUndefined();
  });
  const cycles = [
    { assesses: 'month', pays: 'month', ratingActs: 'samePeriod' },
    { assesses: 'quarter', pays: 'month', ratingActs: 'nextPeriod' },
    { assesses: 'year', pays: 'month', ratingActs: 'nextPeriod' },
    { assesses: 'halfYear', pays: 'quarter', ratingActs: 'anyLater' },
  ];
  const periods = [
    '2024',
    '2023',
    '2025',
    '2024-S1',
    '2024-S2',
    '2024-Q1',
    '2024-Q2',
    '2024-Q3',
    '2024-06',
    '2024-07',
    '2025-01',
    { from: '2024-04-01', to: '2024-06-30' },
    { from: '2024-04-02', to: '2024-06-30' },
  ];
  it.each([undefined, ...cycles])('fit the cycle %j as the slow path says', (cycle) => {
    const cited = cycle && { ...cycle, cite: 'law#art-1', standing: 'confirmed' };
    const data = sample({
      manifest: { ...(cited && { cycle: cited }), from: '2022-01-01' } as never,
      sources: { law: { kind: 'pp', title: 'A law', effective: { from: '2020-01-01' } } } as never,
    });
    const faults: unknown[] = [];
    let read = 0;
    for (const dates of [{ assessed: '2024-Q2', paid: '2024-07' }, { assessed: '2024-Q2' }]) {
      const cyclic = bothFor(resolveRuleset(data, dates));
      for (const assessed of periods)
        for (const paid of [undefined, ...periods])
          for (const kind of ['regular', 'thr']) {
            const compared = compareOne(cyclic, () => record({ assessed, paid: paid && { period: paid, kind } }));
            const plain = compareOne(cyclic, () => fresh(record({ assessed, paid: paid && { period: paid, kind } })));
            for (const { fault } of [compared, plain]) if (fault) faults.push({ assessed, paid, kind, fault });
            if (plain.slow !== plain.fast) faults.push({ assessed, paid, kind, ...plain });
            if (plain.slow) read++;
          }
    }
    expect(faults).toEqual([]);
    expect(read).toBeGreaterThan(0);
  });
});

describe('the printed text', () => {
  it('holds no word of the ruleset', () => {
    const constants: unknown[] = [];
    const text = ingestText(ingestPlan(ruleset, both.slots), constants);
    expect(text).not.toMatch(/own\.|colour|green|visit|quarterly/);
    // What it does hold: names of the language, of the model's fields, and its own.
    expect(
      text
        .match(/'[^']*'/g)!
        .filter((word, index, all) => all.indexOf(word) === index)
        .sort(),
    ).toEqual(["'boolean'", "'none'", "'number'", "'object'", "'string'", "'use strict'"]);
  });
  it('counts what was compared', () => {
    // eslint-disable-next-line no-console
    console.log(
      `fast ingest: ${counts.random} random records, ${counts.read} read by the slow path, ${counts.fast} by the fast one; ${counts.spoilt} spoilt, ${counts.spoiltRead} still read, ${counts.spoiltFast} of them fast`,
    );
    expect(counts.fast).toBeGreaterThan(0);
    expect(counts.spoiltFast).toBeGreaterThan(0);
  });
});
