/**
 * The shipped rulesets, over the appraisals of their own cases, by each way of the library.
 * In: how long and how often. Out: appraisals per second by ruleset and way.
 */
import { shippedIds } from 'kinerja/node';
import { ROOT } from '../harness/command.mjs';
import { interleave } from '../harness/interleave.mjs';
import { LIBRARY_WAYS } from '../harness/library-run.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const MAKER = new URL('./rulesets-work.mjs', import.meta.url).href;

/** @param {{ files: import('../harness/record-file.mjs').RecordFiles, quick: boolean }} options */
export async function rulesets({ files, quick }) {
  const preparer = files.output('prepare-case.mjs');
  // What makes an appraisal of a case is no door of the package, so it is built from the source of this repository.
  const { build } = await import('esbuild');
  await build({ entryPoints: [join(ROOT, 'src/cases/prepare-case.ts')], bundle: true, format: 'esm', platform: 'node', outfile: preparer, logLevel: 'error' });
  const jobs = Object.fromEntries(
    shippedIds().flatMap((id) => LIBRARY_WAYS.map((way) => [`${id} ${way}`, { maker: MAKER, options: { id, way, preparer: pathToFileURL(preparer).href } }])),
  );
  const rates = await interleave(jobs, { warmUp: quick ? 500 : 1500, span: quick ? 200 : 700, rounds: 5, label: 'rulesets' });
  return Object.fromEntries(shippedIds().map((id) => [id, Object.fromEntries(LIBRARY_WAYS.map((way) => [way, rates[`${id} ${way}`]]))]));
}
