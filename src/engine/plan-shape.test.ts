/**
 * What is the same in every outcome of a plan: the names under which terms and schemes are told, and where they stand.
 */
import { describe, expect, it } from 'vitest';
import { appraise } from './appraise.ts';
import { shapeOf } from './plan-shape.ts';
import { appraisal, law, resolveSample } from './sample.fixture.ts';

const source = { scale: '0..100', within: 'mean', quorum: 1, below: 'absent' };
const ruleset = resolveSample({
  raters: {
    conduct: {
      stage: 'assessment',
      ...law,
      sources: { supervisor: source, peer: source },
      combine: ['raters', 'sources'],
      weights: { rows: [{ supervisor: 60, peer: 40 }], otherwise: 'renormalise' },
    },
  },
  terms: { 'pay.score': { stage: 'assessment', unit: 'points', ...law, formula: 'conduct.score' } },
});

describe('the shape of a plan', () => {
  it('is worked out once', () => {
    expect(shapeOf(ruleset.plan)).toBe(shapeOf(ruleset.plan));
  });

  it('names the terms and the outputs of schemes in the order in which outcomes tell them', () => {
    const outcome = appraise(ruleset, appraisal());
    expect(shapeOf(ruleset.plan).terms.map(({ name }) => name)).toEqual(Object.keys(outcome.terms));
    expect(Object.keys(outcome.terms)).toEqual([
      'conduct.supervisor.score',
      'conduct.supervisor.present',
      'conduct.peer.score',
      'conduct.peer.present',
      'conduct.score',
      'pay.score',
    ]);
  });

  it('finds the scheme behind each of its outputs, and each step behind its key', () => {
    const { places } = shapeOf(ruleset.plan);
    const scheme = ruleset.plan.steps.findIndex((step) => step.kind === 'raters');
    expect(['conduct', 'conduct.peer.score', 'conduct.score'].map((key) => places.get(key))).toEqual([scheme, scheme, scheme]);
    for (const [place, step] of ruleset.plan.steps.entries()) expect(places.get(step.key)).toBe(place);
  });

  it('holds every id by which an outcome calls a node, in the order of the alphabet', () => {
    const { ids } = shapeOf(ruleset.plan);
    expect(ids).toEqual([...new Set(ids)].sort());
    for (const { id } of [...ruleset.plan.steps, ...ruleset.plan.callables.values()]) expect(ids).toContain(id);
  });
});
