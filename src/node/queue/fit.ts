/**
 * Whether a worker may do a batch: same kinerja, same law, same input, and files that it may touch.
 * In: the {@link Terms} of a batch. Out: the data of the ruleset, or a {@link BatchError} that says what differs.
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { LawIntervals } from '../../batch/law-intervals.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError } from '../batch/batch-error.ts';
import { programVersion } from '../batch/program-version.ts';
import { openRuleset } from '../ruleset-folder.ts';
import type { PartitionJob, Terms } from './announcement.ts';
import { partsFolderName } from './parts-folder.ts';

/** Milliseconds are kept by every disk that is shared; less than one is not. */
export const wholeMilliseconds = (time: number): number => Math.floor(time);

/** @throws BatchError `queue/refused` when this worker would come to other bytes, or is not to touch the files. */
export function fittingRuleset(terms: Terms, files: readonly string[] | undefined): RulesetData {
  refuseVersion(terms);
  refuseFiles(terms, files);
  refuseInput(terms);
  return rulesetOf(terms);
}

/** @throws BatchError when the input is not the one that the batch was begun with. */
export function refuseInput({ input }: Terms): void {
  const there = statSync(input.path, { throwIfNoEntry: false });
  if (!there) throw refused(`It does not see the input "${input.path}".`, 'Let every machine see the files under the same path.');
  if (there.size !== input.size || wholeMilliseconds(there.mtimeMs) !== input.changed)
    throw refused(
      `The input "${input.path}" is not the one that the batch was begun with.`,
      'Let nobody write to it, and let every machine see the same disk.',
    );
}

/** @throws BatchError when a job is not of the batch that was announced: it would read or write elsewhere, or by another law. */
export function refuseStray({ terms, partition }: PartitionJob, announced: Terms): void {
  const { program, ruleset, input, output } = announced;
  const same =
    JSON.stringify(terms) === JSON.stringify({ program, ruleset, input, output }) &&
    partition.plan.ruleset.hash === ruleset.hash &&
    partition.input === input.path &&
    isInside(partition.output, partsFolderName(output));
  if (!same) throw refused('The job is not of the batch that was announced.', 'Let nothing but kinerja write to the queue, then run the batch again.');
}

function refuseVersion({ program }: Terms): void {
  const own = programVersion();
  if (own !== program) throw refused(`It is kinerja ${own}, and the batch was begun by kinerja ${program}.`, 'Install the same version on every machine.');
}

function refuseFiles({ input, output }: Terms, files: readonly string[] | undefined): void {
  const outside = files && [input.path, output].find((path) => !files.some((folder) => isInside(real(path), real(folder))));
  if (outside !== undefined) throw refused(`It may not touch "${outside}".`, 'Put the files into a folder that the worker was given by --files.');
}

function rulesetOf({ ruleset }: Terms): RulesetData {
  const found = [...(existsSync(ruleset.folder) ? [ruleset.folder] : []), ruleset.id].flatMap((place) => {
    try {
      const { data } = openRuleset(place);
      return [{ data, hash: new LawIntervals(data, () => undefined).hash }];
    } catch {
      return [];
    }
  });
  const same = found.find(({ hash }) => hash === ruleset.hash);
  if (same) return same.data;
  throw refused(
    found[0]
      ? `Its ruleset "${ruleset.id}" has the hash ${found[0].hash}, and the batch was begun with ${ruleset.hash}.`
      : `It has no ruleset "${ruleset.id}" at "${ruleset.folder}", and ships none.`,
    'Give every machine the same files of the ruleset, under the same path.',
  );
}

/** With links followed, as far as the path exists. */
function real(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole) || whole === dirname(whole)) return existsSync(whole) ? realpathSync(whole) : whole;
  return resolve(real(dirname(whole)), relative(dirname(whole), whole));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

const refused = (message: string, mend: string): BatchError => new BatchError('queue/refused', message, mend);
