// Formulas and decision tables work by themselves, without a ruleset.
// Run: node examples/03-a-formula-and-a-table.mjs
import { evaluateFormula, evaluateTable, isUnknown, toText } from 'kinerja';

// Exact: three times a third of seventy is seventy.
console.log(toText(evaluateFormula('(a / 3) * 3', { a: 70 })));
console.log(toText(evaluateFormula('sum(lates[item.minutes > 15].minutes) / 60', { lates: [{ minutes: 10 }, { minutes: 20 }, { minutes: 50 }] })));

// A fact that may be missing needs a type; then the answer is unknown and names it. It is never zero.
const answer = evaluateFormula('base * share', { base: 100 }, { types: { share: 'ratio' } });
console.log(isUnknown(answer) ? `unknown, supply: ${answer.facts}` : 'known');

const ladder = {
  inputs: { days: { unit: 'day', min: 0, max: 366, step: 1 } },
  outputs: { cut: 'percent', months: 'month' },
  rows: [
    { days: '0..10', cut: 'none', months: 'none' },
    { days: '11..13', cut: 25, months: 6 },
    { days: '>= 14', cut: 25, months: 9 },
  ],
};
for (const days of [10, 11, 14]) console.log(days, JSON.stringify(evaluateTable(ladder, { days }).outputs));
