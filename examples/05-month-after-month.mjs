// What an outcome hands on: effects (sanctions) and carry (running totals) go back in with the next month.
// Run: node examples/05-month-after-month.mjs
import { fileURLToPath } from 'node:url';
import { appraise, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { nasional } from 'kinerja/rulesets/nasional';

const clerk = readAppraisalFile(fileURLToPath(new URL('../rulesets/nasional/people/clerk-class-7.yaml', import.meta.url)));
// A region that takes the cut of 25 percent, which the nation leaves to it.
const region = {
  manifest: { id: 'wilayah', title: { id: 'Wilayah', en: 'Region' }, issuer: 'Wilayah', extends: 'nasional', version: '1', from: '2024-01-01' },
  base: nasional,
  overrides: { 'discipline.mediumRegime': { from: '2024-01-01', value: 'potongTunjangan', standing: 'placeholder', note: 'an example' } },
};

// Working days of a month; the first `absent` ones (Wednesdays apart) are absences.
function days(month, absent) {
  const [year, number] = month.split('-').map(Number);
  const all = Array.from({ length: new Date(Date.UTC(year, number, 0)).getUTCDate() }, (_, day) => new Date(Date.UTC(year, number - 1, day + 1)));
  let left = absent;
  return all
    .filter((day) => day.getUTCDay() % 6 !== 0)
    .map((day) => ({
      date: day.toISOString().slice(0, 10),
      workday: true,
      status: day.getUTCDay() !== 3 && left-- > 0 ? 'absent' : 'present',
      lateMinutes: 0,
      earlyMinutes: 0,
    }));
}

let effects = [];
let carry = { through: '2024-05-31', values: { 'absence.yearDays': 0, 'late.yearMinutes': 0 } };
for (const month of ['2024-06', '2024-07', '2024-08']) {
  const ruleset = resolveRuleset(region, { assessed: month, paid: month });
  const outcome = appraise(ruleset, {
    ...clerk,
    assessed: month,
    paid: { period: month, kind: 'regular' },
    attendance: { days: days(month, month === '2024-06' ? 11 : 0) },
    effects,
    carry,
  });
  console.log(`${month}: absent this year ${outcome.carry.values['absence.yearDays']}, cut in force ${outcome.terms['tpp.sanctionCut'].exact} percent`);
  for (const { code, effect } of outcome.sanctions) console.log(`  proposed: ${code}, ${effect.cut} percent from ${effect.starts} to ${effect.ends}`);
  // The proposal becomes a cut only when somebody decides: here the decree comes at once.
  effects = outcome.effects.map((effect) => (effect.status === 'proposed' ? { ...effect, status: 'imposed', decree: '800/1' } : effect));
  carry = outcome.carry;
}
