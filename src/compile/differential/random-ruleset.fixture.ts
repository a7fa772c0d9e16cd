/**
 * Random rulesets from a seed: facts of all kinds, parameters, tables, rater schemes, terms, rules, payments and carries that read one another.
 * In: a seed. Out: a {@link Subject} that resolves, and how many drafts before it did not.
 */
import type { RulesetData } from '../../ruleset/document.ts';
import { tryResolve } from '../../ruleset/resolve.ts';
import { STAGES, type Stage } from '../../ruleset/stage.ts';
import { ROUNDING_MODES } from '../../values/rounding.ts';
import type { Subject } from './back-end.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { RandomFormulas } from './random-formula.fixture.ts';
import { randomRaters } from './random-raters.fixture.ts';
import { randomRule } from './random-rule.fixture.ts';
import { randomTable } from './random-table.fixture.ts';
import { COLOURS, ENTRY, GRADES, type Sort, UNITS, Vocabulary } from './vocabulary.fixture.ts';

type Entries = Record<string, Record<string, unknown>>;
const VERSION = { from: '2023-01-01', standing: 'placeholder', note: 'Drawn at random for tests.' } as const;

/** What numbers of each unit may be: odd steps, below zero, huge, tiny, without bounds. */
const NUMBERS: Readonly<Record<string, readonly object[]>> = {
  ratio: [
    { unit: 'ratio', min: 0, max: 1, step: '0.01' },
    { unit: 'ratio', min: -1, max: 1, step: '0.000001' },
    { unit: 'ratio', min: 1, max: 97, step: 1 },
    { unit: 'ratio', min: '-2.5', max: 10, step: '0.5' },
    { unit: 'ratio', min: -1, max: 1, step: '0.000000000001' },
    { unit: 'ratio' },
  ],
  percent: [
    { unit: 'percent', min: 0, max: 100, step: '0.1' },
    { unit: 'percent', min: -50, max: 200, step: '0.0001' },
    { unit: 'percent', min: 0, max: 100 },
  ],
  IDR: [
    { unit: 'IDR', min: 0, max: '999999999999999', step: 1 },
    { unit: 'IDR', min: '-1000000000', max: '1000000000', step: 100 },
    { unit: 'IDR', min: 0, max: '50000000', step: '0.01' },
    { unit: 'IDR', min: 0, max: '9007199254740', step: '0.001' },
    { unit: 'IDR' },
  ],
  points: [
    { unit: 'points', min: 0, max: 120, step: '0.01' },
    { unit: 'points', min: -1000, max: 1000, step: '0.125' },
    { unit: 'points', min: 7, max: 7_000, step: 7 },
    { unit: 'points', min: 1, max: 100, step: 1 },
  ],
  day: [
    { unit: 'day', min: 0, max: 366, step: 1 },
    { unit: 'day', min: 0, max: 31, step: '0.5' },
  ],
  count: [{ unit: 'count', min: 0, max: 12, step: 1 }],
  month: [
    { unit: 'month', min: 0, max: 60, step: 1 },
    { unit: 'month', min: -6, max: 24, step: '0.5' },
  ],
};
/** Numbers above zero, to divide by. */
const TARGETS: Readonly<Record<string, object>> = {
  ratio: { unit: 'ratio', min: 1, max: 97, step: 1 },
  percent: { unit: 'percent', min: '0.1', max: 100, step: '0.1' },
  IDR: { unit: 'IDR', min: 1, max: '900000000000000', step: 1 },
  points: { unit: 'points', min: 7, max: 7_000, step: 7 },
  day: { unit: 'day', min: 1, max: 31, step: 1 },
  count: { unit: 'count', min: 1, max: 12, step: 1 },
  month: { unit: 'month', min: 1, max: 12, step: 1 },
};
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  ratio: ['0.3', '1', '0.333333333333', '7', '-0.5'],
  percent: ['2.5', '100', '33.3', '0', '12.5'],
  IDR: ['1250000', '1', '999999999999', '-17', '0.05'],
  points: ['70', '100', '3', '66.67', '120'],
  day: ['3', '11', '28'],
  count: ['1', '3', '0'],
  month: ['6', '1', '-1'],
};
const STEPS = ['0.01', '1', '100', '1000', '0.5', '0.25', '3', '0.000001', '7'];
const DATES = [
  { assessed: '2024-06', paid: '2024-06' },
  { assessed: '2024-06', paid: '2024-06' },
  { assessed: '2024-Q1', paid: '2024-05' },
  { assessed: '2024', paid: '2025-01' },
  { assessed: '2024-Q2' },
] as const;

class Draft {
  readonly sections: Record<string, Entries> = {
    types: {},
    facts: {},
    parameters: {},
    tables: {},
    terms: {},
    raters: {},
    conditions: {},
    rules: {},
    payments: {},
    carry: {},
  };
  readonly names = new Vocabulary();
  /** With the lists of fired rules, which nodes with a stage read. */
  readonly staged = this.names.within();
  readonly formulas: RandomFormulas;
  readonly dates: (typeof DATES)[number];
  /** Staged terms that may be named as outputs or paid, by sort. */
  readonly terms = new Map<Sort, string[]>();

  /** In a calm ruleset few things are not applicable and few formulas fault, so that outcomes are often complete. */
  private readonly isCalm: boolean;

  constructor(readonly chance: Chance) {
    this.isCalm = chance.yes(0.65);
    this.formulas = new RandomFormulas(chance, this.isCalm);
    this.dates = chance.one(DATES);
  }

  get isPaid(): boolean {
    return 'paid' in this.dates;
  }

  write(): RulesetData {
    this.types();
    this.facts();
    this.parameters();
    this.tables();
    this.functions();
    for (const stage of STAGES) if (this.isPaid || (stage !== 'incentive' && stage !== 'payroll')) this.stage(stage);
    this.payments();
    this.carries();
    const { chance } = this;
    const numbers = UNITS.flatMap((unit) => this.terms.get(unit) ?? []);
    const ratings = this.terms.get('grade') ?? [];
    const scores = Object.fromEntries(chance.some(numbers, 0.6).map((id, at) => [`s${at}`, id]));
    const outputs = { ...(Object.keys(scores).length > 0 && { scores }), ...(ratings.length > 0 && { rating: chance.one(ratings) }) };
    return {
      manifest: {
        id: 'drawn',
        title: { id: 'Uji', en: 'Drawn' },
        issuer: 'Tests',
        version: '1',
        from: '2023-01-01',
        ...(Object.keys(outputs).length > 0 && { outputs }),
      },
      calendars: { 'cal.office': { id: 'office', weekend: [6, 7], hours: [HOURS], holidays: [{ date: '2024-06-17', label: 'Iduladha' }] } },
      ...this.sections,
    } as unknown as RulesetData;
  }

  private types(): void {
    const titles = (members: readonly string[]): object => Object.fromEntries(members.map((member) => [member, { id: member, en: member }]));
    const typeOf = (sort: Sort): unknown => (sort in NUMBERS ? this.chance.one(NUMBERS[sort]!) : sort);
    this.sections['types'] = {
      grade: { members: titles(GRADES), order: GRADES },
      colour: { members: titles(COLOURS) },
      entry: { fields: Object.fromEntries(Object.entries(ENTRY).map(([name, sort]) => [name, typeOf(sort)])) },
    };
  }

  private facts(): void {
    const { chance, names } = this;
    const fact = (id: string, sort: Sort, type: unknown, standard: unknown): void => {
      const absence = chance.weighted<() => unknown>([
        [6, () => 'unknown'],
        [this.isCalm ? 0.1 : 2, () => 'none'],
        [standard === undefined ? 0 : 2, () => ({ default: standard, standing: 'placeholder', note: 'Drawn.' })],
        [1, () => 'required'],
      ])();
      this.sections['facts']![id] = { type, absence };
      names.add(sort, id);
    };
    for (const unit of UNITS) {
      const target = `f.target${unit.toLowerCase()}`;
      this.sections['facts']![target] = { type: TARGETS[unit], absence: 'unknown' };
      names.add(unit, target);
      names.add(`target:${unit}`, target);
      const most = unit === 'points' || unit === 'IDR' || unit === 'ratio' ? 3 : 1;
      for (let at = chance.whole(1, most); at > 0; at--) fact(`f.${unit.toLowerCase()}${at}`, unit, chance.one(NUMBERS[unit]!), undefined);
    }
    // Mostly from 0 to the whole; weights below zero are a fault.
    fact('f.weight', 'percent', { unit: 'percent', min: this.isCalm ? 0 : -10, max: this.isCalm ? 100 : 110, step: '0.1' }, undefined);
    fact('f.share', 'ratio', { unit: 'ratio', min: 0, max: 1, step: '0.001' }, undefined);
    fact('f.yes1', 'boolean', 'boolean', false);
    fact('f.yes2', 'boolean', 'boolean', true);
    fact('f.grade1', 'grade', 'grade', 'middle');
    fact('f.colour1', 'colour', 'colour', 'red');
    fact('f.text1', 'text', 'text', 'a');
    fact('f.date1', 'date', 'date', '2024-02-29');
    fact('f.date2', 'date', 'date', undefined);
    for (const of of chance.some(['points', 'ratio', 'IDR'], 0.8))
      fact(`f.list${of.toLowerCase()}`, `list:${of}`, { list: chance.one(NUMBERS[of]!), maxItems: chance.one([2, 5, 12]) }, undefined);
    fact('f.grades', 'list:grade', { list: 'grade', maxItems: 6 }, undefined);
    fact('f.entries', 'list:entry', { list: 'entry', maxItems: 6 }, undefined);
    fact('f.entry1', 'entry', 'entry', undefined);
    const model: readonly (readonly [string, Sort])[] = [
      ['period.assessed.to', 'date'],
      ['period.days', 'day'],
      ['period.month', 'count'],
    ];
    for (const [id, sort] of model) {
      this.sections['facts']![id] = { absence: 'required' };
      names.add(sort, id);
    }
    if (chance.yes(0.4)) {
      this.sections['facts']!['f.derived'] = { type: 'points', derive: this.formulas.number('points', 2, names) };
      names.add('points', 'f.derived');
    }
  }

  private parameters(): void {
    const { chance, names } = this;
    const sections = this.sections['parameters']!;
    for (const unit of UNITS) {
      const isChanging = chance.yes(0.3);
      const [first, second] = [chance.one(PARAMETERS[unit]!), chance.one(PARAMETERS[unit]!)];
      const later = { ...VERSION, from: '2024-06-16', value: second };
      sections[`p.${unit.toLowerCase()}`] = isChanging
        ? { type: unit, withinPeriod: chance.one(['start', 'end']), versions: [{ ...VERSION, value: first }, later] }
        : { type: unit, ...VERSION, value: !this.isCalm && chance.yes(0.1) ? 'none' : first };
      names.add(unit, `p.${unit.toLowerCase()}`);
    }
    const dated = chance.one(['percent', 'IDR', 'ratio']);
    const values = chance.shuffled(PARAMETERS[dated]!);
    sections['p.dated'] = {
      type: dated,
      withinPeriod: 'perDay',
      versions: [
        { ...VERSION, from: this.isCalm ? '2023-01-01' : '2023-06-01', value: values[0] },
        {
          ...VERSION,
          from: '2024-06-10',
          ...(!this.isCalm && chance.yes(0.5) && { to: '2025-02-10' }),
          value: !this.isCalm && chance.yes(0.3) ? 'none' : values[1],
        },
      ],
    };
    names.dated.push({ id: 'p.dated', sort: dated });
    sections['p.list'] = { type: { list: 'points' }, ...VERSION, value: chance.some(PARAMETERS['points']!, 0.7) };
    names.add('list:points', 'p.list');
    sections['p.grade'] = { type: 'grade', ...VERSION, value: chance.one(GRADES) };
    names.add('grade', 'p.grade');
    sections['p.day1'] = { type: 'date', ...VERSION, value: chance.one(['2024-01-01', '2024-06-30', '2023-12-31']) };
    names.add('date', 'p.day1');
    sections['w.a'] = { type: 'percent', ...VERSION, value: '60' };
    sections['w.b'] = { type: 'percent', ...VERSION, value: '40' };
    sections['w.zero'] = { type: 'percent', ...VERSION, value: '0' };
    sections['p.trim'] = { type: 'percent', ...VERSION, value: chance.one(['20', '10', '50', '33.3', '0']) };
    sections['p.quorum'] = { type: 'person', ...VERSION, value: chance.one(['1', '2', '3', '0']) };
  }

  private tables(): void {
    for (let at = this.chance.whole(1, 4); at > 0; at--) {
      const { data, called } = randomTable(`tab${at}`, this.chance, VERSION, this.isCalm);
      this.sections['tables']![called.id] = data;
      this.names.calls.push(called);
    }
  }

  private functions(): void {
    const { chance, names } = this;
    for (let at = chance.whole(0, 2); at > 0; at--) {
      const inputs = Array.from({ length: chance.whole(1, 2) }, () => chance.one(['points', 'IDR', 'ratio', 'grade', 'boolean', 'list:points']));
      const inner = names.within();
      inputs.forEach((sort, index) => inner.add(sort, ...Array.from({ length: 3 }, () => `x${index}`)));
      const sort = chance.one(['IDR', 'ratio', 'points', 'percent', 'grade']);
      const written = inputs.map((input, index) => [`x${index}`, input.startsWith('list:') ? { list: input.slice('list:'.length) } : input] as const);
      this.sections['terms']![`fun${at}`] = {
        type: sort,
        params: Object.fromEntries(written),
        ...VERSION,
        ...this.body(sort, inner, 2),
        ...this.rounding(sort),
      };
      names.calls.push({ id: `fun${at}`, inputs, outputs: [{ sort }] });
    }
  }

  private stage(stage: Stage): void {
    const { chance, names, staged } = this;
    if (stage === 'assessment' && chance.yes(0.6)) {
      const { data, scores, presences } = randomRaters(chance, VERSION, this.names.calls);
      this.sections['raters']!['conduct'] = { stage, ...data };
      names.add('points', ...scores.map((name) => `conduct.${name}`), 'conduct.score');
      names.add('boolean', ...presences.map((name) => `conduct.${name}`));
    }
    const isLate = stage === 'incentive' || stage === 'payroll';
    for (let at = chance.whole(stage === 'assessment' || stage === 'incentive' ? 1 : 0, 3); at > 0; at--) {
      const sort = isLate && chance.yes(0.6) ? 'IDR' : chance.one([...UNITS, 'ratio', 'points', 'IDR', 'boolean', 'grade', 'grade', 'date', 'colour']);
      const id = `t.${stage}${at}`;
      const isEach = chance.yes(0.12) && (sort === 'points' || sort === 'IDR' || sort === 'ratio');
      if (isEach) {
        const of = chance.one(['points', 'entry', 'ratio']);
        const list = this.formulas.list(of, 1, staged);
        const inner = staged.within();
        for (let time = 0; time < 4; time++) inner.add(of, 'member');
        const entry = { type: sort, stage, ...VERSION, for: { member: list }, ...this.body(sort, inner, 2), ...this.rounding(sort) };
        this.sections['terms']![id] = entry;
        names.add(`list:${sort}`, id);
        continue;
      }
      this.sections['terms']![id] = { type: sort, stage, ...VERSION, ...this.body(sort, staged, chance.whole(1, 4)), ...this.rounding(sort) };
      names.add(sort, id);
      this.terms.set(sort, [...(this.terms.get(sort) ?? []), id]);
    }
    const payments = this.isPaid ? ['pay1', 'pay2'] : [];
    for (let at = chance.whole(0, 3); at > 0; at--) {
      const { data, kind } = randomRule(`c.${stage}${at}`, chance, names, payments, VERSION);
      this.sections['rules']![`r.${stage}${at}`] = { stage, ...data };
      if (stage !== 'payroll') this.fired.add(kind);
    }
    // From the next stage on.
    for (const kind of this.fired) {
      staged.add('count', `count(fired.${kind})`);
      staged.add('boolean', `(some e in fired.${kind} satisfies e.code = "${chance.one(['a', 'b', 'c'])}")`);
    }
    this.fired.clear();
  }

  private readonly fired = new Set<string>();

  private body(sort: Sort, names: Vocabulary, depth: number): Record<string, unknown> {
    const { chance, formulas } = this;
    const isNumber = (UNITS as readonly string[]).includes(sort);
    return chance.weighted<() => Record<string, unknown>>([
      [6, () => ({ formula: formulas.of(sort, depth, names) })],
      [
        2,
        () => ({
          choose: [
            ...Array.from({ length: chance.whole(1, 3) }, (_, at) => ({
              letter: 'abc'[at],
              when: formulas.truth(Math.min(depth, 2), names),
              then: chance.yes(this.isCalm ? 0.02 : 0.15) ? 'none' : formulas.of(sort, depth - 1, names),
            })),
            { otherwise: chance.yes(this.isCalm ? 0.02 : 0.15) ? 'none' : formulas.of(sort, depth - 1, names) },
          ],
        }),
      ],
      [isNumber ? 2 : 0, () => this.parts(sort, names, depth)],
    ])();
  }

  private parts(sort: Sort, names: Vocabulary, depth: number): Record<string, unknown> {
    const { chance, formulas } = this;
    const weights = chance.weighted<readonly string[]>([
      [4, ['w.a', 'w.b']],
      [1, ['w.a', 'w.b', 'w.zero']],
      [2, ['f.weight', '100 - f.weight']],
      [this.isCalm ? 0 : 0.5, ['f.percent1', 'p.percent']],
      [1, ['f.share', '1 - f.share']],
    ]);
    const value = (): string => (chance.yes(0.5) ? (formulas.named(sort, names) ?? formulas.number(sort, 1, names)) : formulas.number(sort, depth - 1, names));
    return { parts: weights.map((weight) => ({ part: value(), weight })), notApplicable: chance.one(['renormalise', 'unknown']) };
  }

  private rounding(sort: Sort): Record<string, unknown> {
    if (!(UNITS as readonly string[]).includes(sort) || this.chance.yes(0.5)) return {};
    return { round: { to: this.chance.one(STEPS), mode: this.chance.one(ROUNDING_MODES), standing: 'placeholder', note: 'Drawn.' } };
  }

  private payments(): void {
    if (!this.isPaid) return;
    const { chance, formulas, staged } = this;
    for (const id of ['pay1', 'pay2']) {
      const truth = (): string => formulas.truth(chance.whole(0, 2), staged);
      const amounts = this.terms.get('IDR') ?? [];
      const amount = amounts.length > 0 ? chance.one(amounts) : 'p.idr';
      this.sections['payments']![id] = {
        for: chance.one([['regular'], ['regular', 'thr'], ['thr', 'thirteenth']]),
        ...VERSION,
        amount,
        ...(chance.yes(0.5) && { entitled: Array.from({ length: chance.whole(1, 2) }, () => ({ unless: truth() })) }),
        ...(chance.yes(0.5) && { hold: [{ when: truth(), until: 'the document' }] }),
      };
    }
  }

  private carries(): void {
    const { chance, formulas, staged } = this;
    for (const id of chance.some(['year.days', 'debt'], 0.5)) {
      const unit = id === 'debt' ? 'IDR' : 'day';
      const before = staged.within();
      for (let time = 0; time < 4; time++) before.add(unit, `carry.${id}`);
      const next = formulas.number(unit, 2, before);
      this.sections['carry']![id] = { unit, resets: chance.one(['month', 'quarter', 'halfYear', 'year', 'never', 'never']), ...VERSION, opening: '0', next };
      // What came in is read by terms as well.
      const term = `t.from${id.replace('.', '')}`;
      this.sections['terms']![term] = { type: unit, stage: 'award', ...VERSION, formula: `carry.${id} / 3`, ...this.rounding(unit) };
      this.terms.set(unit, [...(this.terms.get(unit) ?? []), term]);
    }
  }
}

const HOURS = { from: '2023-01-01', weekdays: [1, 2, 3, 4, 5], start: '07:30', end: '16:00' };

export interface Drawn {
  readonly subject: Subject;
  /** Codes of what was wrong with the drafts that were thrown away. */
  readonly skipped: readonly (readonly string[])[];
}

const TRIES = 20;

/** The first draft of this seed that resolves. */
export function randomRuleset(seed: number): Drawn {
  const skipped: string[][] = [];
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const draft = new Draft(new Chance(seed * 1_000 + attempt));
    const data = draft.write();
    const { ruleset, diagnostics } = tryResolve(data, draft.dates);
    if (ruleset) return { subject: { name: `the ruleset of seed ${seed}`, data, dates: draft.dates, ruleset }, skipped };
    skipped.push(diagnostics.filter(({ severity }) => severity === 'error').map(({ code, message }) => `${code} ${message}`));
  }
  throw new Error(`No ruleset of seed ${seed} resolves: ${skipped.at(-1)!.join('; ')}`);
}
