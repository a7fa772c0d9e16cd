/**
 * Sanctions and blocks whose parameters come from facts: what makes an effect, and what is a fault of its rule.
 * In: nothing. Out: cases with the ruleset, the appraisal, and the effects and faults that must come of it.
 */
import type { AppraisalInput } from '../model/appraisal.ts';
import type { EffectInput } from '../model/effect.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { DatesInput, Ruleset } from '../ruleset/resolve.ts';
import { appraisal, law, resolveSample } from './sample.fixture.ts';

const own = (type: unknown) => ({ title: { id: 'Sendiri', en: 'Own' }, type, absence: 'none' });
const fired = { all: [{ fact: 'own.fired', operator: 'equal', value: true }] };
const rule = (event: object) => ({ stage: 'sanction', ...law, conditions: fired, event });
const sanction = (more: object) =>
  rule({ kind: 'sanction', code: 'late', key: ['late'], imposed: 'automatic', starts: 'nextPayment', meets: 'queue', ...more });

/** The number of sanctions that fired, which a later stage reads and the outcome answers for. */
export const FIRED_BEFORE = 'sanctions.before';

const sections = (rules: Record<string, object>): Partial<RulesetData> => ({
  manifest: { outputs: { scores: { before: FIRED_BEFORE } } } as unknown as RulesetData['manifest'],
  facts: {
    'own.fired': { ...own('boolean'), absence: 'required' },
    'own.months': own({ unit: 'month' }),
    'own.cut': own({ unit: 'percent' }),
    'own.code': own('text'),
    'own.key': own('text'),
  } as RulesetData['facts'] & object,
  terms: {
    'cut.third': { unit: 'percent', stage: 'assessment', ...law, formula: 'own.cut / 3' },
    [FIRED_BEFORE]: { unit: 'count', stage: 'payroll', ...law, formula: 'count(fired.sanction)' },
  },
  rules: rules as RulesetData['rules'] & object,
});

const LATE = { late: sanction({ months: { fact: 'own.months' }, cut: { fact: 'own.cut' } }) };
const THIRD = { late: sanction({ cut: { fact: 'cut.third' } }) };
const NAMED = { late: sanction({ code: { fact: 'own.code' }, key: [{ fact: 'own.key' }, '2024'] }) };
const BLOCKED = { shut: rule({ kind: 'block', code: { fact: 'own.code' }, months: { fact: 'own.months' } }) };
const FOUR = Object.fromEntries([1, 2, 3, 4].map((at) => [`late${at}`, sanction({ key: [`late${at}`], months: { fact: 'own.months' } })]));

export interface EffectCase {
  readonly name: string;
  readonly ruleset: Ruleset;
  readonly appraisal: AppraisalInput;
  /** The new effects: key, months, first and last month. */
  readonly effects: readonly string[];
  readonly faults: readonly { readonly code: string; readonly node: string; readonly message: string }[];
}

function effectCase(
  name: string,
  rules: Record<string, object>,
  facts: Record<string, string | number>,
  effects: readonly string[],
  faults: readonly (readonly [code: string, node: string, message: string])[],
  more: { readonly dates?: DatesInput; readonly given?: Partial<AppraisalInput> } = {},
): EffectCase {
  return {
    name,
    ruleset: resolveSample(sections(rules), more.dates),
    appraisal: appraisal({ facts: { 'own.fired': true, ...facts }, ...more.given }),
    effects,
    faults: faults.map(([code, node, message]) => ({ code, node, message })),
  };
}

const monthsFault = (said: string, id = 'late') => ['effect/months', id, `"${id}" gives months that no effect can have: ${said}`] as const;
const cutFault = (said: string) => ['effect/cut', 'late', `"late" gives a cut that no effect can have: ${said}`] as const;
const calendarFault = (id: string, verb: string, month: string) =>
  ['effect/calendar', id, `The effect of "${id}" would ${verb} in ${month}, which no appraisal can hold: the calendar ends with the year 2200.`] as const;
const imposed = (more: Partial<EffectInput>): Partial<AppraisalInput> => ({
  effects: [{ key: 'before', code: 'before', kind: 'sanction', status: 'imposed', meets: 'queue', starts: '2024-01', ...more }],
});
const at = (month: string) => ({
  dates: { assessed: month, paid: month },
  given: { assessed: month, paid: { period: month, kind: 'regular' as const } },
});
const many = (count: number): Partial<AppraisalInput> => ({
  effects: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, code: 'c', kind: 'sanction', status: 'rejected' })),
});

export const EFFECT_CASES: readonly EffectCase[] = [
  effectCase('without months', LATE, {}, ['late: undefined from 2024-07 to undefined'], []),
  effectCase('no month', LATE, { 'own.months': 0 }, ['late: 0 from 2024-07 to undefined'], []),
  effectCase('three months', LATE, { 'own.months': 3 }, ['late: 3 from 2024-07 to 2024-09'], []),
  effectCase('the most months', LATE, { 'own.months': 600 }, ['late: 600 from 2024-07 to 2074-06'], []),
  effectCase('a month more', LATE, { 'own.months': 601 }, [], [monthsFault('601 lies outside 0 to 600 month.')]),
  effectCase('months beyond all calendars', LATE, { 'own.months': 200_000 }, [], [monthsFault('200000 lies outside 0 to 600 month.')]),
  effectCase('months that are not whole', LATE, { 'own.months': '2.5' }, [], [monthsFault('2.5 is not a multiple of 1.')]),
  effectCase('months below zero', LATE, { 'own.months': -1 }, [], [monthsFault('-1 lies outside 0 to 600 month.')]),
  effectCase('the whole cut', LATE, { 'own.cut': 100 }, ['late: undefined from 2024-07 to undefined'], []),
  effectCase('the finest cut', LATE, { 'own.cut': '0.0001' }, ['late: undefined from 2024-07 to undefined'], []),
  effectCase('a cut above the whole', LATE, { 'own.cut': '100.0001' }, [], [cutFault('100.0001 lies outside 0 to 100 percent.')]),
  effectCase('a cut below zero', LATE, { 'own.cut': '-0.5' }, [], [cutFault('-0.5 lies outside 0 to 100 percent.')]),
  effectCase('a cut too fine', LATE, { 'own.cut': '0.00005' }, [], [cutFault('0.00005 is not a multiple of 0.0001.')]),
  effectCase('a cut without a decimal', THIRD, { 'own.cut': 20 }, [], [cutFault('"20/3" is not a decimal number.')]),
  effectCase('a cut of a third that has one', THIRD, { 'own.cut': 30 }, ['late: undefined from 2024-07 to undefined'], []),
  effectCase(
    'a blank code',
    NAMED,
    { 'own.code': '', 'own.key': 'k' },
    [],
    [['effect/code', 'late', '"late" gives a code that no effect can have: This text is blank.']],
  ),
  effectCase(
    'a key that begins with a space',
    NAMED,
    { 'own.code': 'c', 'own.key': ' k' },
    [],
    [['effect/key', 'late', '"late" gives a key that no effect can have: " k/2024" begins or ends with a space.']],
  ),
  effectCase(
    'a key too long',
    NAMED,
    { 'own.code': 'c', 'own.key': 'k'.repeat(196) },
    [],
    [['effect/key', 'late', '"late" gives a key that no effect can have: This text has 201 characters, and the field holds at most 200.']],
  ),
  effectCase('the longest key', NAMED, { 'own.code': 'c', 'own.key': 'k'.repeat(195) }, [`${'k'.repeat(195)}/2024: undefined from 2024-07 to undefined`], []),
  effectCase('a block', BLOCKED, { 'own.code': 'c', 'own.months': 12 }, ['block/c: 12 from 2024-06 to 2025-05'], []),
  effectCase('a block of half a month', BLOCKED, { 'own.code': 'c', 'own.months': '0.5' }, [], [monthsFault('0.5 is not a multiple of 1.', 'shut')]),
  effectCase(
    'a block with a code too long',
    BLOCKED,
    { 'own.code': 'c'.repeat(101) },
    [],
    [['effect/code', 'shut', '"shut" gives a code that no effect can have: This text has 101 characters, and the field holds at most 100.']],
  ),
  effectCase(
    'as far as the calendar goes, one behind another',
    FOUR,
    { 'own.months': 529 },
    ['late1: 529 from 2024-07 to 2068-07', 'late2: 529 from 2068-08 to 2112-08', 'late3: 529 from 2112-09 to 2156-09', 'late4: 529 from 2156-10 to 2200-10'],
    [],
  ),
  effectCase(
    'and a month too far',
    FOUR,
    { 'own.months': 530 },
    ['late1: 530 from 2024-07 to 2068-08', 'late2: 530 from 2068-09 to 2112-10', 'late3: 530 from 2112-11 to 2156-12'],
    [calendarFault('late4', 'end', '2201-02')],
  ),
  effectCase('behind one that came in and runs to the end', LATE, { 'own.months': 3 }, [], [calendarFault('late', 'start', '2201-01')], {
    given: imposed({ ends: '2200-12' }),
  }),
  effectCase('behind one whose months lead beyond the calendar', LATE, { 'own.months': 3 }, [], [calendarFault('late', 'start', '2250-12')], {
    given: imposed({ starts: '2200-12', months: 600 }),
  }),
  effectCase('behind one that leaves room', LATE, { 'own.months': 3 }, ['late: 3 from 2200-10 to 2200-12'], [], { given: imposed({ ends: '2200-09' }) }),
  effectCase('with the payment after the last', LATE, { 'own.months': 1 }, [], [calendarFault('late', 'start', '2201-01')], at('2200-12')),
  effectCase('with the last payment', LATE, { 'own.months': 1 }, ['late: 1 from 2200-12 to 2200-12'], [], at('2200-11')),
  effectCase('the last that an appraisal holds', LATE, { 'own.months': 1 }, ['late: 1 from 2024-07 to 2024-07'], [], { given: many(199) }),
  effectCase(
    'one more than an appraisal holds',
    LATE,
    { 'own.months': 1 },
    [],
    [['effect/too-many', 'late', '"late" adds an effect to 200, and an appraisal holds at most 200.']],
    { given: many(200) },
  ),
  effectCase('known, whatever its months would lead to', LATE, { 'own.months': 3 }, [], [], { given: imposed({ key: 'late', ends: '2200-12' }) }),
];
