// A reform on trial: today's rule and tomorrow's, on several people, before anything is decreed.
// Run: node examples/11-compare-two-versions.mjs
import { fileURLToPath } from 'node:url';
import { appraise, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { salatiga } from 'kinerja/rulesets/salatiga';

// Tomorrow the cut of attendance would be taken from the whole TPP, and a day of absence would cost 5 percent.
const law = { from: '2025-01-01', standing: 'placeholder', note: 'a trial' };
const reform = {
  ...salatiga,
  overrides: { ...salatiga.overrides, 'discipline.cutBase': { ...law, value: 'seluruhTpp' }, 'absence.perDay': { ...law, value: 5 } },
};

const people = ['infrastructure-project-leader', 'cpns-planner', 'vaccination-officer', 'school-participation-officer'];
let total = 0n;
for (const name of people) {
  const person = readAppraisalFile(fileURLToPath(new URL(`../rulesets/salatiga/people/${name}.yaml`, import.meta.url)));
  // Everybody misses the tenth of the month, so that the trial has something to cut.
  const days = person.attendance.days.map((day) => (day.date.endsWith('-10') ? { ...day, status: 'absent', lateMinutes: 0, earlyMinutes: 0 } : day));
  const [today, tomorrow] = [salatiga, reform].map((data) => {
    const ruleset = resolveRuleset(data, { assessed: person.assessed, paid: person.paid.period });
    return appraise(ruleset, { ...person, attendance: { ...person.attendance, days } });
  });
  const [before, after] = [today, tomorrow].map(({ payments }) => payments[0].amount);
  const changed = Object.keys(today.terms).filter((id) => today.terms[id].exact !== tomorrow.terms[id].exact);
  total += BigInt(after.minus(before).toFixed(0));
  console.log(`${name}: Rp ${before.toFixed(0)} -> Rp ${after.toFixed(0)} (${after.minus(before).toFixed(0)}); first change: ${changed[0]}`);
}
console.log(`in a month, of ${people.length} people: Rp ${total}`);
