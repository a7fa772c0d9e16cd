import { describe, expect, it } from 'vitest';
import type { AppraisalInput } from '../model/appraisal.ts';
import { InputError } from '../model/input-error.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { appraise } from './appraise.ts';
import { refusePlaceholders } from './strict.ts';
import { JUNE, appraisal, law, resolveSample } from './sample.fixture.ts';

const money = (formula: string, more: Record<string, unknown> = {}) => ({
  unit: 'IDR',
  stage: 'incentive',
  ...law,
  formula,
  round: { to: '1', mode: 'half-up', cite: 'law#art-1', standing: 'confirmed' },
  ...more,
});
const gate = (field: 'unless' | 'when', formula: string, more = {}) => ({
  [field]: formula,
  reason: { id: 'Alasan', en: 'Reason' },
  cite: 'law#art-2',
  ...more,
});

const pay: Partial<RulesetData> = {
  facts: {
    'own.base': { title: { id: 'Dasar', en: 'Base' }, unit: 'IDR', absence: 'required' },
    'own.share': { title: { id: 'Bagian', en: 'Share' }, unit: 'percent', absence: 'unknown' },
    'own.away': { title: { id: 'Pergi', en: 'Away' }, type: 'boolean', absence: { default: false, standing: 'placeholder', note: 'nobody says' } },
    'own.held': { title: { id: 'Ditahan', en: 'Held' }, type: 'boolean', absence: { default: false, standing: 'confirmed', cite: 'law#art-3' } },
    'own.extra': { title: { id: 'Tambahan', en: 'Extra' }, unit: 'IDR', absence: 'none' },
    'own.double': { title: { id: 'Dua kali', en: 'Double' }, unit: 'IDR', derive: 'own.base + own.base' },
  },
  terms: {
    'tpp.paid': money('own.base * own.share / 100'),
    'extra.paid': money('own.extra'),
    'double.paid': money('own.double'),
  },
  payments: {
    tpp: { ...law, amount: 'tpp.paid', entitled: [gate('unless', 'own.away')], hold: [gate('when', 'own.held', { until: 'laporan' })] },
    extra: { ...law, amount: 'extra.paid' },
    bonus: { ...law, for: ['thr'], amount: 'double.paid' },
  },
};
const ruleset = resolveSample(pay);
const run = (facts: Record<string, string | number | boolean>, more: Partial<AppraisalInput> = {}) => appraise(ruleset, appraisal({ facts, ...more }));
const line = (outcome: ReturnType<typeof run>, id: string) => {
  const found = outcome.payments.find((each) => each.id === id)!;
  return { ...found, amount: found.amount === null ? null : found.amount.toFixed(), title: undefined };
};
const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'nothing was thrown';
};

describe('a line of pay', () => {
  it('is paid, exactly', () =>
    expect(line(run({ 'own.base': '1000001', 'own.share': '33.3' }), 'tpp')).toMatchObject({ status: 'paid', amount: '333000', reasons: [] }));
  it('is undetermined while a fact is unknown, and names it', () => {
    const outcome = run({ 'own.base': 1 });
    expect(line(outcome, 'tpp')).toMatchObject({ status: 'undetermined', amount: null, facts: ['own.share'] });
    expect(outcome.status).toBe('undetermined');
    expect(outcome.unknownFacts).toEqual(['own.share']);
  });
  it('is not entitled with its reason and article, never a bare 0', () =>
    expect(line(run({ 'own.base': 1, 'own.share': 1, 'own.away': true }), 'tpp')).toMatchObject({
      status: 'notEntitled',
      amount: null,
      reasons: [{ title: { id: 'Alasan', en: 'Reason' }, cite: 'law#art-2' }],
    }));
  it('is held with its amount, its reason and what ends it', () =>
    expect(line(run({ 'own.base': 200, 'own.share': 50, 'own.held': true }), 'tpp')).toMatchObject({
      status: 'held',
      amount: '100',
      until: 'laporan',
      reasons: [{ cite: 'law#art-2' }],
    }));
  it('is not entitled where its amount is not applicable', () =>
    expect(line(run({ 'own.base': 1, 'own.share': 1 }), 'extra')).toMatchObject({ status: 'notEntitled', amount: null }));
  it('is undetermined for a gate alone, and so is the outcome', () => {
    const gated = resolveSample({ ...pay, facts: { ...pay.facts, 'own.away': { title: { id: 'Pergi', en: 'Away' }, type: 'boolean', absence: 'unknown' } } });
    const outcome = appraise(gated, appraisal({ facts: { 'own.base': 100, 'own.share': 50, 'own.extra': 1 } }));
    expect(outcome.payments.map((each) => [each.id, each.status])).toEqual([
      ['tpp', 'undetermined'],
      ['extra', 'paid'],
    ]);
    expect([outcome.status, outcome.unknownFacts]).toEqual(['undetermined', ['own.away']]);
  });
  it('is left out for a kind of payment that it is not for', () => {
    expect(run({ 'own.base': 1, 'own.share': 1 }).payments.map((each) => each.id)).toEqual(['tpp', 'extra']);
    expect(run({ 'own.base': 1, 'own.share': 1 }, { paid: { period: '2024-06', kind: 'thr' } }).payments.map((each) => each.id)).toEqual([
      'tpp',
      'extra',
      'bonus',
    ]);
  });
  it('faults alone, without the others', () => {
    const faulty = resolveSample({ ...pay, terms: { ...pay.terms, 'extra.paid': money('own.base / (own.share - own.share) * own.share') } });
    const outcome = appraise(faulty, appraisal({ facts: { 'own.base': 100, 'own.share': 50 } }));
    expect(outcome.payments.map((each) => each.status)).toEqual(['paid', 'faulted']);
    expect(outcome.faults).toMatchObject([{ code: 'formula/division-by-zero', node: 'extra' }]);
  });
});

describe('facts', () => {
  it('that are required, unknown to the ruleset, or no value of their type are reported together', () => {
    expect(messageOf(() => run({ 'own.shaer': 1, 'own.away': 'ja', 'own.share': '1,5' }))).toBe(
      [
        'The appraisal has 4 faults:',
        '- facts.own.shaer: The ruleset has no fact "own.shaer". Did you mean "own.share"?',
        '- facts.own.away: "ja" is neither true nor false. Give a value of its type.',
        '- facts.own.share: "1,5" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals. Give a value of its type.',
        '- facts.own.base: The fact "own.base" is missing, and the ruleset requires it. Supply it.',
      ].join('\n'),
    );
  });
  it('that are given and derived must agree', () => {
    expect(messageOf(() => run({ 'own.base': 5, 'own.share': 1, 'own.double': 11 }))).toBe(
      'The appraisal has one fault:\n- facts.own.double: "own.double" is given as 11, but its formula gives 10. Correct the given value, or leave it out.',
    );
    expect(run({ 'own.base': 5, 'own.share': 1, 'own.double': '10.0' }).status).toBe('complete');
  });
  it('named like a prototype are unknown facts, nothing more', () => {
    expect(() => run(JSON.parse('{"own.base":1,"constructor":2}') as Record<string, number>)).toThrow(InputError);
    expect(() => run(JSON.parse('{"own.base":1,"__proto__":2}') as Record<string, number>)).toThrow(InputError);
  });
});

describe('periods', () => {
  it('must be those of the law that the ruleset was resolved for', () => {
    const changing = resolveSample({
      parameters: {
        rate: {
          unit: 'IDR',
          versions: [
            { ...law, value: 1 },
            { ...law, from: '2024-07-01', value: 2 },
          ],
        },
      },
      terms: { 'tpp.paid': money('rate') },
      payments: { tpp: { ...law, amount: 'tpp.paid' } },
    });
    expect(messageOf(() => appraise(changing, appraisal({ assessed: '2024-07', paid: { period: '2024-08', kind: 'regular' } })))).toBe(
      [
        'The appraisal has 2 faults:',
        '- assessed: The assessed period ends on 2024-07-31, and "sample" was resolved for the law of 2024-01-01 to 2024-06-30. Resolve the ruleset for the periods of the appraisal.',
        '- paid.period: The paid period ends on 2024-08-31, and "sample" was resolved for the law of 2024-01-01 to 2024-06-30. Resolve the ruleset for the periods of the appraisal.',
      ].join('\n'),
    );
  });
  it('must fit the cycle', () => {
    const cycle = { assesses: 'quarter', pays: 'month', ratingActs: 'nextPeriod', standing: 'confirmed', cite: 'law#art-1' };
    const quarterly = resolveSample({ ...pay, manifest: { cycle } }, { assessed: '2024-Q2', paid: '2024-08' });
    const facts = { 'own.base': 1, 'own.share': 1 };
    expect(appraise(quarterly, appraisal({ assessed: '2024-Q2', paid: { period: '2024-08', kind: 'regular' }, facts })).status).toBe('complete');
    expect(messageOf(() => appraise(quarterly, appraisal({ assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' }, facts })))).toBe(
      [
        'The appraisal has 2 faults:',
        '- assessed: The assessed period 2024-06-01..2024-06-30 is not a quarter, as "sample" assesses. Give a quarter.',
        '- paid.period: The paid period 2024-06-01..2024-06-30 lies outside 2024-07-01..2024-09-30, on which this assessment acts. Give the assessment that decides this payment.',
      ].join('\n'),
    );
  });
});

describe('the same in, the same out', () => {
  it('1,000 interleaved appraisals equal 1,000 serial ones, byte for byte', async () => {
    const facts = (index: number) => ({
      'own.base': String(1_000_000 + index * 7),
      ...(index % 3 ? { 'own.share': String((index % 101) + 0.25) } : {}),
      'own.away': index % 11 === 0,
      'own.held': index % 7 === 0,
    });
    const serial = Array.from({ length: 1_000 }, (_, index) => JSON.stringify(run(facts(index))));
    const interleaved = await Promise.all(
      Array.from({ length: 1_000 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, (index * 7919) % 5));
        return JSON.stringify(run(facts(index)));
      }),
    );
    expect(interleaved).toEqual(serial);
    expect(new Set(serial).size).toBeGreaterThan(900);
  });
  it('is frozen through and through', () => {
    const outcome = run({ 'own.base': 1, 'own.share': 1 });
    const thawed: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== Object.prototype && prototype !== Array.prototype) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) look(inner, `${path}.${key}`);
    };
    look(outcome, 'outcome');
    expect(thawed).toEqual([]);
  });
  it('is frozen where a list is rounded member by member', () => {
    const share = {
      unit: 'percent',
      stage: 'assessment',
      ...law,
      for: { one: 'indicators' },
      formula: 'one.weight / 3',
      round: { to: '1', mode: 'half-up', cite: 'law#art-1' },
    };
    const shares = resolveSample({ facts: { indicators: { absence: 'required' } }, terms: { 'share.each': share } }, { assessed: '2024-06' });
    const indicators = [40, 60].map((weight, index) => ({ id: `i${index}`, kind: 'quantitative' as const, weight }));
    const { trace } = appraise(shares, { employee: { id: '1', status: 'pns' }, assessed: '2024-06', indicators });
    const step = trace.steps.find(({ id }) => id === 'share.each')!;
    const rounding = step.kind === 'term' ? step.rounding! : [];
    expect(rounding.map(({ exact, rounded }) => [exact.toFraction(), rounded.toFraction()])).toEqual([
      ['40/3', '13'],
      ['20', '20'],
    ]);
    expect([rounding, ...rounding, step.result, trace.values.get('indicators')].every(Object.isFrozen)).toBe(true);
  });
  it('names the ruleset, its version, its dates and its hash', () =>
    expect(run({ 'own.base': 1, 'own.share': 1 }).ruleset).toEqual({
      id: 'sample',
      version: '1',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      assessedOn: '2024-06-30',
      paidOn: '2024-06-30',
    }));
});

describe('how sure an outcome is', () => {
  it('counts nodes and rupiah, and names the placeholders', () => {
    const { standing } = run({ 'own.base': 300, 'own.share': 50 });
    expect(standing.placeholders).toEqual(['own.away']);
    expect(standing.rupiah.placeholder.toFixed()).toBe('150');
    expect(standing.rupiah.confirmed.toFixed()).toBe('0');
  });
  it('is refused under strictness when a placeholder was used', () => {
    expect(() => refusePlaceholders(run({ 'own.base': 300, 'own.share': 50 }))).toThrow(
      'The outcome rests on a placeholder: own.away. Find the text and raise their standing, or appraise without strictness.',
    );
    expect(() => refusePlaceholders(run({ 'own.base': 300, 'own.share': 50, 'own.away': false }))).not.toThrow();
  });
});

describe('rules', () => {
  const ruled = resolveSample({
    ...pay,
    parameters: { limit: { unit: 'percent', ...law, value: 90 } },
    rules: {
      'award.good': {
        stage: 'award',
        ...law,
        conditions: {
          all: [
            { fact: 'own.share', operator: 'greaterThanInclusive', value: { fact: 'limit' } },
            { not: { fact: 'own.away', operator: 'equal', value: true } },
          ],
        },
        event: { kind: 'award', code: 'piagam', amount: { fact: 'own.base' } },
      },
      'hold.all': {
        stage: 'payroll',
        ...law,
        conditions: { any: [{ fact: 'own.share', operator: 'lessThan', value: 10 }] },
        event: { kind: 'hold', payment: 'tpp', until: 'klarifikasi' },
      },
    },
    terms: { ...pay.terms, 'awards.count': { unit: 'count', stage: 'incentive', ...law, formula: 'count(fired.award)' } },
  });
  const fire = (share: number | undefined) => appraise(ruled, appraisal({ facts: { 'own.base': 10, ...(share !== undefined && { 'own.share': share }) } }));

  it('fire with their parameters resolved', () =>
    expect(fire(90).awards).toEqual([
      { rule: 'award.good', code: 'piagam', title: { id: 'award.good', en: 'award.good' }, cite: 'law#art-1', params: { code: 'piagam', amount: '10' } },
    ]));
  it('that did not fire say which condition failed and by how much', () => {
    const step = fire(88).trace.byKey.get('rule award.good')!;
    expect(step).toMatchObject({ kind: 'rule', result: false });
    const [first, second] = step.kind === 'rule' ? step.leaves : [];
    expect({ text: first!.text, verdict: first!.verdict, gap: first!.gap!.toFraction() }).toEqual({
      text: 'own.share greaterThanInclusive limit',
      verdict: false,
      gap: '-2',
    });
    expect(second!.verdict).toBe(false);
  });
  it('are visible as a list from the next stage on', () => {
    expect(fire(95).terms['awards.count']).toMatchObject({ exact: '1' });
    expect(fire(5).terms['awards.count']).toMatchObject({ exact: '0' });
  });
  it('that are unknown make their list unknown', () => expect(fire(undefined).terms['awards.count']).toEqual({ status: 'unknown', facts: ['own.share'] }));
  it('are visible to a ground, a hold and a carry that alone read their list', () => {
    const rules = {
      'flag.low': {
        stage: 'award',
        ...law,
        conditions: { all: [{ fact: 'own.share', operator: 'lessThan', value: 10 }] },
        event: { kind: 'flag', code: 'low' },
      },
    };
    const readers: readonly [Partial<RulesetData>, (outcome: ReturnType<typeof appraise>) => unknown, low: unknown, high: unknown][] = [
      [
        { payments: { tpp: { ...law, amount: 'tpp.paid', hold: [gate('when', 'count(fired.flag) > 0', { until: 'laporan' })] } } },
        ({ payments }) => payments[0]!.status,
        'held',
        'paid',
      ],
      [
        { payments: { tpp: { ...law, amount: 'tpp.paid', entitled: [gate('unless', 'some each in fired.flag satisfies each.code = "low"')] } } },
        ({ payments }) => payments[0]!.status,
        'notEntitled',
        'paid',
      ],
      [
        { payments: {}, carry: { flags: { unit: 'count', resets: 'year', ...law, opening: 0, next: 'carry.flags + count(fired.flag)' } } },
        ({ carry }) => carry.values,
        { flags: '3' },
        { flags: '2' },
      ],
    ];
    for (const [sections, read, low, high] of readers) {
      const reading = resolveSample({ ...pay, rules, ...sections });
      const carry = sections.carry && { carry: { through: '2024-05-31', values: { flags: 2 } } };
      const outcome = (share: number) => appraise(reading, appraisal({ facts: { 'own.base': 10, 'own.share': share }, ...carry }));
      expect([outcome(5), outcome(50)].map((each) => [each.faults, read(each)])).toEqual([
        [[], low],
        [[], high],
      ]);
    }
  });
  it('may hold a payment', () =>
    expect(fire(5).payments[0]).toMatchObject({ status: 'held', until: 'klarifikasi', reasons: [{ rule: 'hold.all', cite: 'law#art-1' }] }));
});

describe('carry', () => {
  const carrying = (dates = JUNE) =>
    resolveSample(
      {
        facts: { 'own.days': { title: { id: 'Hari', en: 'Days' }, unit: 'day', absence: 'required' } },
        terms: { 'days.total': { unit: 'day', stage: 'assessment', ...law, formula: 'carry.yearDays + own.days' } },
        carry: { yearDays: { unit: 'day', resets: 'year', ...law, opening: 0, next: 'days.total' } },
      },
      dates,
    );
  const given = (more: Partial<AppraisalInput>): AppraisalInput => ({ ...appraisal({ facts: { 'own.days': 2 } }), ...more });

  it('adds up from what came in, and hands on', () =>
    expect(appraise(carrying(), given({ carry: { through: '2024-05-31', values: { yearDays: '9' } } })).carry).toEqual({
      through: '2024-06-30',
      values: { yearDays: '11' },
    }));
  it('opens anew in January without anything given', () => {
    const january = { assessed: '2024-01', paid: '2024-01' };
    expect(appraise(carrying(january), given({ assessed: '2024-01', paid: { period: '2024-01', kind: 'regular' } })).carry.values).toEqual({ yearDays: '2' });
  });
  it('is unknown, not zero, when it is missing in June', () =>
    expect(appraise(carrying(), given({})).terms['days.total']).toEqual({ status: 'unknown', facts: ['carry.yearDays'] }));
  it('must run up to the day before', () =>
    expect(messageOf(() => appraise(carrying(), given({ carry: { through: '2024-04-30', values: { yearDays: 9 } } })))).toBe(
      'The appraisal has one fault:\n- carry.through: The carry runs through 2024-04-30, and the assessed period begins on 2024-06-01. Give the carry through 2024-05-31.',
    ));
});
