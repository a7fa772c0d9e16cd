import { describe, expect, it } from 'vitest';
import { Attack, disagreementText } from './attack.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { mutations } from './mutated-appraisals.fixture.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { caseSubjects, shippedPaths } from './shipped-subjects.fixture.ts';
import { EXACT } from './back-end.fixture.ts';
it('x', () => {
  const attack = new Attack([EXACT]);
  let t = Date.now(); const times: any = {};
  for (const path of shippedPaths()) {
    t = Date.now();
    const subjects = caseSubjects(path);
    const t1 = Date.now();
    for (const subject of subjects) {
      const chance = new Chance(1);
      attack.on(subject, subject.appraisals);
      attack.on(subject, mutations(subject.ruleset, subject.appraisals, 10, chance));
      const random = new RandomAppraisals(subject.ruleset, chance);
      attack.on(subject, Array.from({ length: 10 }, () => random.draw()));
    }
    times[path.split('/').at(-1)!] = [subjects.length, t1 - t, Date.now() - t1];
  }
  console.log(JSON.stringify(attack.tally.refusals), JSON.stringify(attack.tally.status), attack.tally.records, JSON.stringify(attack.tally.faults), JSON.stringify(attack.tally.lines), JSON.stringify(attack.tally.events));
  console.log(attack.tally.crashes.map(disagreementText).join('\n').slice(0, 3000));
});
