import { it } from 'vitest';
import { Chance } from './chance.fixture.ts';
import { appraise } from '../../engine/appraise.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
it('x', () => {
  let n = 0;
  for (let seed = 1; seed <= 60 && n < 6; seed++) {
    const { subject } = randomRuleset(seed);
    const random = new RandomAppraisals(subject.ruleset, new Chance(seed));
    for (let i = 0; i < 5; i++) {
      try { const o = appraise(subject.ruleset, random.draw());
      const f = o.faults.find((f) => f.code.startsWith('engine/'));
      if (f) { n++; console.log(seed, f.node, f.message, JSON.stringify(subject.data.rules?.[f.node] ?? subject.data.terms?.[f.node] ?? subject.data.raters), JSON.stringify(subject.dates), JSON.stringify(subject.data.raters).slice(0,600)); break; } } catch (e) { }
    }
  }
});
