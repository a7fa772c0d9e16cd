/**
 * The comparison of two answers: what counts as the same, and how the first difference is told.
 */
import { describe, expect, it } from 'vitest';
import { appraisal, law, resolveSample } from '../../engine/sample.fixture.ts';
import { type Answer, EXACT, STAND_IN, answerOf } from './back-end.fixture.ts';
import { outcomeDifference } from './outcome-difference.fixture.ts';

const TYPES = { grade: { members: { low: { id: 'rendah', en: 'low' }, high: { id: 'tinggi', en: 'high' } } } };
const data = {
  manifest: {
    id: 'sample',
    title: { id: 'Judul', en: 'Title' },
    issuer: 'Test',
    version: '1',
    from: '2024-01-01',
    outputs: { scores: { share: 't.share', second: 't.broken' }, rating: 't.grade' },
  },
  types: TYPES,
  facts: { a: { type: 'IDR', absence: 'unknown' }, b: { type: 'IDR', absence: 'unknown' } },
  terms: {
    't.share': { type: 'ratio', stage: 'score', ...law, formula: 'a / b / 3' },
    't.broken': { type: 'ratio', stage: 'score', ...law, formula: 'a / (b - b)' },
    't.grade': { type: 'grade', stage: 'rating', ...law, formula: 'if t.share > 0 then "high" else "low"' },
    't.paid': { type: 'IDR', stage: 'incentive', ...law, formula: 'a * 2' },
  },
  rules: {
    r: {
      stage: 'award',
      ...law,
      conditions: { fact: 'a', operator: 'greaterThan', value: '0' },
      event: { kind: 'award', code: 'x', amount: { fact: 't.share' } },
    },
  },
  payments: { pay: { ...law, amount: 't.paid', hold: [{ when: 'a > 5', until: 'a letter' }] } },
};
const ruleset = resolveSample(data);
const subject = { name: 'sample', data: data as never, dates: ruleset.dates, ruleset };
const exact = answerOf(EXACT.build(subject), appraisal({ facts: { a: '7', b: '3' } }));
const compiled = answerOf(STAND_IN.build(subject), appraisal({ facts: { a: '7', b: '3' } }));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an outcome with a field spoilt is of no type
type Loose = Record<string, any>;

/** The compiled outcome as loose data, with a change. */
function changed(change: (outcome: Loose) => void): Answer {
  if (compiled.kind !== 'outcome') throw new TypeError('The sample has an outcome.');
  const copy = structuredClone(JSON.parse(JSON.stringify(compiled.outcome))) as Loose;
  change(copy);
  return { kind: 'outcome', outcome: copy };
}

describe('the comparison of two outcomes', () => {
  it('takes an outcome without trace, terms and standing for the same', () => expect(outcomeDifference(exact, compiled)).toBeUndefined());

  it.each<[string, (outcome: Loose) => void, string]>([
    ['a score by its exact text', (o) => (o['scores'].share.exact = '0.7777777777777778'), 'scores.share.exact'],
    ['a rating', (o) => (o['rating'] = 'low'), 'rating'],
    ['a rating that is missing', (o) => delete o['rating'], 'rating'],
    ['an amount', (o) => (o['payments'][0].amount = '14.00000001'), 'payments[0].amount'],
    ['a reason', (o) => (o['payments'][0].reasons = []), 'payments[0].reasons[0]'],
    ['a parameter of an award', (o) => (o['awards'][0].params.amount = '7/8'), 'awards[0].params.amount'],
    ['an award too many', (o) => o['awards'].push(o['awards'][0]), 'awards[1]'],
    ['the code of a fault', (o) => (o['faults'][0].code = 'value/none'), 'faults[0].code'],
    ['a missing fact', (o) => o['unknownFacts'].push('a'), 'unknownFacts[0]'],
    ['the day of a carry', (o) => (o['carry'].through = '2024-06-29'), 'carry.through'],
    ['the hash of the ruleset', (o) => (o['ruleset'].hash = ''), 'ruleset.hash'],
    ['a field that no outcome has', (o) => (o['extra'] = 1), 'extra'],
  ])('sees %s', (_, change, path) => {
    // Through JSON decimals are text, as they are compared.
    expect(outcomeDifference(exact, changed(change))?.path).toBe(path);
  });

  it('passes over the message of a fault, and over what it is told to pass over', () => {
    expect(
      outcomeDifference(
        exact,
        changed((o) => (o['faults'][0].message = 'Other words.')),
      ),
    ).toBeUndefined();
    expect(
      outcomeDifference(
        exact,
        changed((o) => (o['rating'] = 'low')),
        ['rating'],
      ),
    ).toBeUndefined();
  });

  it('compares refusals by code and field, and tells a crash from a refusal', () => {
    const refused = answerOf(EXACT.build(subject), appraisal({ facts: { a: 'x', c: '1' } }));
    expect(refused).toEqual({ kind: 'refused', issues: ['facts/value facts.a', 'facts/unknown facts.c'] });
    expect(outcomeDifference(refused, refused)).toBeUndefined();
    expect(outcomeDifference(refused, compiled)?.path).toBe('answer.kind');
    expect(outcomeDifference(exact, { kind: 'crashed', error: 'boom' })).toEqual({ path: 'answer.kind', exact: '"outcome"', other: '"crashed"' });
  });
});
