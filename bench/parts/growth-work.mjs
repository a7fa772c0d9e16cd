/**
 * Work for a child process: rulesets made to a size, for how time grows with rules and with rows of a table.
 * In: kind, size, way. Out: what `meter` needs, with how long resolving and compiling took; null where this build has no such way.
 */
import { resolveRuleset } from 'kinerja';
import { openRuleset } from 'kinerja/node';
import { DATA_SETS } from '../data/employees.mjs';
import { random } from '../data/random.mjs';
import { consume, exists, runner } from '../harness/library-run.mjs';
import { TASK_DATES, TASK_FOLDER } from '../peers/library.mjs';

const NOTE = { from: '2025-01-01', standing: 'placeholder', note: 'made up for the benchmark' };
const title = (/** @type {string} */ text) => ({ id: text, en: text });
/** How many times the table is looked up in one appraisal. */
export const LOOKUPS = 64;

/** The task with flags added until it has this many rules; each compares two terms. @param {number} size */
function withRules(size) {
  const { data } = openRuleset(TASK_FOLDER);
  const r = random(9);
  /** @type {Record<string, Readonly<Record<string, unknown>>>} */
  const rules = { ...data.rules };
  const { locate: _locate, ...document } = data;
  for (let index = Object.keys(rules).length; index < size; index++) {
    rules[`flag.made${index}`] = {
      title: title(`Made ${index}`),
      stage: 'award',
      ...NOTE,
      conditions: {
        all: [
          { fact: r.pick(['final.score', 'performance.score', 'behaviour.score']), operator: 'lessThan', value: r.whole(400, 900) / 10 },
          { fact: r.pick(['conduct.score', 'work.score']), operator: 'greaterThanInclusive', value: r.whole(40, 110) },
        ],
      },
      event: { kind: 'flag', code: `made${index}` },
    };
  }
  return { ...document, rules };
}

/** Numbers that are looked up lie below this, whatever the table: the same records for all of them. */
const BEYOND = 1_000_000;

/** A ruleset that looks up a table of this many bands once for each indicator; with 0 rows it counts them without a table. @param {number} size */
function withRows(size) {
  const width = BEYOND / Math.max(1, size);
  return {
    manifest: { id: 'bench-rows', title: title('Rows'), issuer: 'kinerja', version: '1.0.0', from: '2025-01-01', outputs: { scores: { total: 'total' } } },
    facts: { indicators: { absence: 'required' } },
    ...(size > 0 && {
      tables: {
        steps: {
          title: title('Steps'),
          inputs: { value: { unit: 'measure', min: 0, max: BEYOND - 1, step: 1 } },
          outputs: { points: 'points' },
          ...NOTE,
          rows: Array.from({ length: size }, (_, row) => ({ value: `${row * width}..${row * width + width - 1}`, points: (row * 7919) % 1000 })),
        },
      },
    }),
    terms: {
      total: {
        title: title('Total'),
        unit: size > 0 ? 'points' : 'ratio',
        stage: 'score',
        ...NOTE,
        formula: size > 0 ? 'sum(for i in indicators return steps(i.target))' : 'sum(for i in indicators return if i.target > 0 then 1 else 0)',
      },
    },
  };
}

/** @param {number} count */
function lookups(count) {
  const r = random(11);
  return Array.from({ length: count }, (_, index) => ({
    employee: { id: String(index), status: 'pns' },
    assessed: '2025-06',
    indicators: Array.from({ length: LOOKUPS }, (__, at) => ({ id: `i${at}`, kind: 'quantitative', target: r.whole(1, BEYOND - 1) })),
  }));
}

/** @param {{ kind: 'rules' | 'rows', size: number, way: string }} options */
export async function make({ kind, size, way }) {
  if (!exists(way)) return null;
  const started = performance.now();
  const ruleset = kind === 'rules' ? resolveRuleset(withRules(size), TASK_DATES) : resolveRuleset(withRows(size), { assessed: '2025-06' });
  const resolved = performance.now();
  const run = runner(way, ruleset);
  const extra = { resolveMs: resolved - started, compileMs: performance.now() - resolved };
  const records = kind === 'rules' ? DATA_SETS['realistic']?.(5_000, 6) : lookups(2_000);
  return { run, consume, waits: false, records: records ?? [], extra };
}
