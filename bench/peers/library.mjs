/**
 * The task by this library: exact, exact with every part of the outcome read, compiled to closures, or compiled to generated code in process.
 * In: which of the four, and the library. Out: a way; null where this build has no `compile`.
 */
import { fileURLToPath } from 'node:url';
import { FIGURES, LISTS, consumed } from './answer.mjs';

export const TASK_FOLDER = fileURLToPath(new URL('../task/', import.meta.url));
export const TASK_DATES = Object.freeze({ assessed: '2025-06', paid: '2025-06' });

/** Reads the net amount as a caller stores it: its exact text. @type {(outcome: any) => number} */
const consume = (outcome) => consumed(outcome, Number(outcome.scores.net.exact));

/** Reads all that an outcome writes out only when it is read. @type {(outcome: any) => any} */
function readThrough(outcome) {
  const { trace, terms, standing } = outcome;
  if (trace.steps.length === 0 || terms === undefined || standing === undefined) throw new Error('The outcome has no trace, no terms or no standing.');
  return outcome;
}

/**
 * @param {any} outcome
 * @returns {import('../data/record.d.mts').Answer}
 */
export function answer(outcome) {
  /** @type {Record<string, string>} */
  const fields = { status: outcome.status, rating: String(outcome.rating) };
  for (const figure of FIGURES) fields[figure] = outcome.scores[figure]?.exact ?? 'nothing';
  for (const list of LISTS) {
    fields[list] = outcome[list]
      .map((/** @type {any} */ { rule, key, params }) => {
        const said = Object.entries(JSON.parse(JSON.stringify(params)))
          .map(([name, value]) => `${name}=${value}`)
          .sort();
        return `${rule}${key === undefined ? '' : `[${key}]`}{${said.join(',')}}`;
      })
      .join(' ');
  }
  const [line] = outcome.payments;
  if (line?.status !== 'paid' || line.amount.toFixed() !== fields['net']) fields['payment'] = `${line?.status} ${line?.amount?.toFixed()}`;
  return fields;
}

/**
 * @param {'exact' | 'exactRead' | 'closures' | 'generated'} kind
 * @param {any} library the library, as imported
 * @param {any} ruleset the task, resolved
 * @returns {import('../data/record.d.mts').Way<any> | null}
 */
export function create(kind, library, ruleset) {
  if (kind === 'exact') return { run: (record) => library.appraise(ruleset, record), consume, answer };
  if (kind === 'exactRead') return { run: (record) => readThrough(library.appraise(ruleset, record)), consume, answer };
  if (typeof library.compile !== 'function') return null;
  const run = kind === 'closures' ? library.compile(ruleset) : library.compile(ruleset, { code: 'generated' });
  return { run, consume, answer };
}
