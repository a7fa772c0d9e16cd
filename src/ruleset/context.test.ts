import { describe, expect, it } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { appraisal, law, sample } from '../engine/sample.fixture.ts';
import { resolveRuleset, tryResolve } from './resolve.ts';
import { diagnosticText } from './diagnostic.ts';

const nation = sample({
  facts: { 'own.list': { title: { id: 'Daftar', en: 'List' }, type: { list: 'points', maxItems: 5 }, absence: 'required' } },
  terms: { 'best.score': { unit: 'points', stage: 'score', ...law, formula: 'max(for p in own.list return p)' } },
});
const region = (terms: Record<string, Record<string, unknown>>) => ({
  manifest: { id: 'wilayah', title: { id: 'W', en: 'W' }, issuer: 'W', extends: 'sample', version: '1', from: '2024-01-01' },
  terms,
  base: nation,
});

describe('what a region declares', () => {
  it('neither hides nor feeds the names of the nation', () => {
    const data = region({ 'p.own': { unit: 'points', stage: 'score', ...law, formula: 'best.score' } });
    const outcome = appraise(resolveRuleset(data, { assessed: '2024-06' }), { ...appraisal({ facts: { 'own.list': [1, 3] } }), paid: undefined } as never);
    expect(outcome.terms['p.own']).toMatchObject({ exact: '3' });
  });
  it('cannot be read by the nation', () => {
    const data = {
      ...region({ 'region.term': { unit: 'points', stage: 'score', ...law, formula: '0' } }),
      base: { ...nation, terms: { ...nation.terms, 'best.score': { unit: 'points', stage: 'score', ...law, formula: 'region.term' } } },
    };
    expect(tryResolve(data, { assessed: '2024-06' }).diagnostics.map(diagnosticText)).toEqual([
      'sample:terms.best.score.formula: error formula/unknown-name: "region.term" is not declared here. Declare it as a fact, parameter or term, or correct its name.',
    ]);
  });
});

describe('a branch that says none', () => {
  it('is not applicable, and a composite leaves it out', () => {
    const data = sample({
      facts: { 'own.has': { title: { id: 'Ada', en: 'Has' }, type: 'boolean', absence: 'required' } },
      parameters: { 'weight.a': { unit: 'percent', ...law, value: 60 }, 'weight.b': { unit: 'percent', ...law, value: 40 } },
      terms: {
        budget: {
          unit: 'points',
          stage: 'score',
          ...law,
          choose: [{ letter: 'a', when: 'own.has', then: '80' }, { otherwise: 'none' }],
          literals: { '80': 'an example' },
        },
        work: { unit: 'points', stage: 'score', ...law, formula: '70', literals: { '70': 'an example' } },
        whole: {
          unit: 'points',
          stage: 'score',
          ...law,
          notApplicable: 'renormalise',
          parts: [
            { part: 'budget', weight: 'weight.a' },
            { part: 'work', weight: 'weight.b' },
          ],
        },
      },
    });
    const ruleset = resolveRuleset(data, { assessed: '2024-06' });
    const whole = (has: boolean) => appraise(ruleset, { employee: { id: '1', status: 'pns' }, assessed: '2024-06', facts: { 'own.has': has } }).terms['whole'];
    expect(whole(true)).toMatchObject({ exact: '76' });
    expect(whole(false)).toMatchObject({ exact: '70' });
  });
});
