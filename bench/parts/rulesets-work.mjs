/**
 * Work for a child process: the cases of a shipped ruleset as appraisals, each by the law of its own periods.
 * In: id of the ruleset, way, where the case preparer was built. Out: what `meter` needs, or null. Cases that show refused input are left out.
 */
import { appraise, resolveRuleset } from 'kinerja';
import { openRuleset } from 'kinerja/node';
import { consume, exists, runner } from '../harness/library-run.mjs';

/** @param {{ id: string, way: string, preparer: string }} options */
export async function make({ id, way, preparer }) {
  if (!exists(way)) return null;
  const { prepareCase } = await import(preparer);
  const { data, cases, people } = openRuleset(id);
  const ownFacts = new Set();
  for (let document = /** @type {any} */ (data); document; document = document.base)
    for (const [fact, node] of Object.entries(document.facts ?? {})) if ('title' in /** @type {object} */ (node)) ownFacts.add(fact);
  /** @type {Map<string, { ruleset: any, run: (appraisal: any) => any }>} */
  const laws = new Map();
  /** @type {{ run: (appraisal: any) => any, appraisal: any }[]} */
  const records = [];
  for (const each of cases) {
    const { appraisal } = prepareCase(each.data, people, ownFacts);
    if (appraisal === undefined) continue;
    const dates = { assessed: appraisal.assessed, ...(appraisal.paid && { paid: appraisal.paid.period }) };
    const key = JSON.stringify(dates);
    try {
      let law = laws.get(key);
      if (law === undefined) {
        const ruleset = resolveRuleset(data, dates);
        law = { ruleset, run: runner(way, ruleset) };
        laws.set(key, law);
      }
      appraise(law.ruleset, appraisal);
      records.push({ run: law.run, appraisal: JSON.parse(JSON.stringify(appraisal)) });
    } catch (error) {
      if (!(error instanceof Error) || !['InputError', 'RulesetError'].includes(error.name)) throw error;
    }
  }
  return {
    run: (/** @type {(typeof records)[number]} */ { run, appraisal }) => run(appraisal),
    consume,
    waits: false,
    records,
    extra: { cases: records.length, laws: laws.size },
  };
}
