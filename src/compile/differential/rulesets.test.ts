import { it } from 'vitest';
import { Attack, disagreementText } from './attack.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { EXACT } from './back-end.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
it('x', () => {
  const attack = new Attack([EXACT]);
  const skip: Record<string, number> = {}; let skips = 0; let t = Date.now(); let tr = 0;
  for (let seed = 1; seed <= 100; seed++) {
    t = Date.now();
    let drawn; try { drawn = randomRuleset(seed); } catch (e) { console.log(String(e).slice(0, 300)); continue; }
    tr += Date.now() - t;
    for (const codes of drawn.skipped) { skips++; for (const c of codes.slice(0, 1)) skip[c.slice(0, 180)] = (skip[c.slice(0, 180)] ?? 0) + 1; }
    const random = new RandomAppraisals(drawn.subject.ruleset, new Chance(seed));
    attack.on(drawn.subject, Array.from({ length: 20 }, () => random.draw()));
  }
  console.log(tr, skips, JSON.stringify(skip, null, 1), JSON.stringify(attack.tally.refusals), JSON.stringify(attack.tally.status), attack.tally.records, JSON.stringify(attack.tally.faults), JSON.stringify(attack.tally.lines), JSON.stringify(attack.tally.events));
  console.log(attack.tally.crashes.map(disagreementText).join('\n').slice(0, 3000));
});
