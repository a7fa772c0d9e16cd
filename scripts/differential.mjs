/**
 * The long differential run: random rulesets, random appraisals, nearest misses and all cases, by every back end against the exact engine.
 * In: --seed N (1), --rounds N (3). Out: a line of counts for each part, and exit code 1 when a back end differs.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, rounds: { type: 'string', default: '3' } } });
// Inside node_modules: the packages are found from there, and the shipped rulesets above it.
const outfile = join(root, 'node_modules', '.cache', 'kinerja', 'differential.mjs');
await build({
  entryPoints: [join(root, 'src/compile/differential/long-run.fixture.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
});
const { longRun } = await import(pathToFileURL(outfile).href);
const differences = longRun({ seed: Number(values.seed), rounds: Number(values.rounds), print: (line) => console.log(line) });
process.exitCode = differences > 0 ? 1 : 0;
