/**
 * The whole benchmark: agreement first, then the parts that were asked for, then the ratios.
 * In: options. Out: the report on stdout, as text or as one JSON object; the exit code.
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { loadRuleset } from 'kinerja/node';
import { countNodes } from './harness/nodes.mjs';
import { ratiosOf } from './harness/ratios.mjs';
import { RecordFiles } from './harness/record-file.mjs';
import { render } from './harness/render.mjs';
import { WAYS } from './harness/ways.mjs';
import { agreement } from './parts/agreement.mjs';
import { cold } from './parts/cold.mjs';
import { file, memory } from './parts/file.mjs';
import { growth } from './parts/growth.mjs';
import { rulesets } from './parts/rulesets.mjs';
import { task } from './parts/task.mjs';
import { TASK_DATES, TASK_FOLDER } from './peers/library.mjs';

/** @typedef {ReturnType<typeof import('./harness/options.mjs').readOptions>} Options */

/** @param {Options} options */
export async function benchmark({ json, quick, records, only }) {
  const files = new RecordFiles();
  // The folder of records may hold gigabytes: it goes away however this ends.
  process.on('exit', () => files.remove());
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130));

  /** @type {Record<string, any>} */
  const report = {
    version: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    quick,
    machine: {
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      cores: cpus().length,
      cpu: cpus()[0]?.model ?? 'unknown',
      loadBefore: loadavg()[0] ?? null,
    },
  };
  if (only.has('task')) {
    report['agreement'] = await agreement({ quick });
    const { realistic, uniform, employees } = await task({ quick });
    report['task'] = { ...ratesOf(realistic), uniform: ratesOf(uniform) };
    report['taskDetails'] = { employees, nodes: countNodes(loadRuleset(TASK_FOLDER, TASK_DATES), 6), realistic, uniform };
  }
  if (only.has('rulesets')) report['rulesets'] = rulesetRates(await rulesets({ files, quick }));
  if (only.has('cold')) report['cold'] = await cold({ files, rounds: quick ? 5 : 11 });
  if (only.has('file')) report['file'] = await file({ files, records: Math.min(records, 1_000_000), rounds: 5 });
  if (only.has('memory')) report['memory'] = await memory({ files, records });
  if (only.has('growth')) report['growth'] = await growth({ quick });
  report['coldStartMs'] = report['cold']?.coldStartMs ?? null;
  report['peakMB'] = report['memory']?.peakMB ?? null;
  report['ratios'] = ratiosOf(report);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : render(report));
  const wrong = report['agreement']?.wrong ?? [];
  if (wrong.length > 0) process.stderr.write(`These ways claim to be exact and are not: ${wrong.join(', ')}. Their speed means nothing until they agree.\n`);
  return wrong.length > 0 ? 1 : 0;
}

/** Medians by way; null where a way does not exist. @param {Record<string, import('./harness/interleave.mjs').Rate> | undefined} rates */
const ratesOf = (rates) =>
  Object.fromEntries(
    Object.keys(WAYS).map((way) => {
      const rate = rates?.[way];
      return [way, rate === undefined || 'missing' in rate ? null : Math.round(rate.perSecond)];
    }),
  );

/** @param {Record<string, Record<string, any>>} found */
const rulesetRates = (found) =>
  Object.fromEntries(
    Object.entries(found).map(([id, ways]) => [
      id,
      {
        cases: ways['exact']?.extra?.cases ?? null,
        ...Object.fromEntries(Object.entries(ways).map(([way, rate]) => [way, 'missing' in rate ? null : Math.round(rate.perSecond)])),
      },
    ]),
  );
