/**
 * Proves that the core runs without Node: bundles it for a browser and runs an appraisal in a bare context.
 * In: the built package. Out: one line with the amount paid, or a failure that names what was missing.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = `
import { resolveRuleset, appraise, explain, renderText } from './dist/index.js';
import { salatiga } from './dist/rulesets/salatiga.js';
import { checkRuleset } from './dist/authoring.js';
const ruleset = resolveRuleset(salatiga, { assessed: person.assessed, paid: person.paid.period });
const outcome = appraise(ruleset, person);
globalThis.result = { status: outcome.status, amount: outcome.payments[0].amount.toFixed(), text: renderText(explain(ruleset, outcome), 'id').length, check: typeof checkRuleset };
`;
const { outputFiles, metafile } = await build({
  stdin: { contents: source, resolveDir: root },
  bundle: true,
  platform: 'browser',
  format: 'iife',
  write: false,
  minify: true,
  metafile: true,
  logLevel: 'error',
});
const hosted = Object.keys(metafile.inputs).filter((name) => name.startsWith('node:'));
if (hosted.length > 0) throw new Error(`The core asks for ${hosted.join(', ')}.`);
const person = parse(readFileSync(`${root}rulesets/salatiga/people/infrastructure-project-leader.yaml`, 'utf8'), { schema: 'failsafe' });
const context = createContext({ person: typed(person), structuredClone, TextEncoder });
runInContext(outputFiles[0].text, context, { displayErrors: false });
const { status, amount, text, check } = context.result;
if (status !== 'complete' || check !== 'function' || !(text > 500)) throw new Error(`The browser's outcome is ${JSON.stringify(context.result)}.`);
process.stdout.write(`browser: ${(outputFiles[0].contents.length / 1024).toFixed(0)} kB, no node modules, paid ${amount}\n`);

/** Failsafe YAML reads every scalar as text; truths are made truths again. */
function typed(value) {
  if (Array.isArray(value)) return value.map(typed);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner)]));
  return value === 'true' ? true : value === 'false' ? false : value;
}
