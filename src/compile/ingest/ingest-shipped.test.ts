/**
 * The fast ingest on everything that is shipped: the people and the cases of all rulesets and of the examples.
 * In: rulesets/, examples/shapes. Out: a failure names the ruleset, the record and the fact that differs.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../cases/prepare-case.ts';
import { RulesetCache } from '../../cases/run-cases.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { openRuleset, shippedFolder, shippedIds } from '../../node/ruleset-folder.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { type Both, bothFor, compareOne } from './ingest.fixture.ts';

const shapes = join(shippedFolder(), '..', 'examples', 'shapes');
const folders: readonly (readonly [name: string, path: string])[] = [
  ...shippedIds().map((id) => [id, id] as const),
  ...readdirSync(shapes, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, join(shapes, entry.name)] as const),
];

/** Every appraisal of a folder with the ruleset resolved for it. */
function shipped(folder: string): readonly { readonly name: string; readonly ruleset: Ruleset; readonly input: AppraisalInput }[] {
  const { data, cases, people } = openRuleset(folder);
  const rulesets = new RulesetCache(data);
  const records: [string, AppraisalInput][] = [...people].map(([name, input]) => [name, input as AppraisalInput]);
  for (const [index, located] of cases.entries()) {
    const prepared = prepareCase(located.data, people, rulesets.ownFacts);
    if ('appraisal' in prepared) records.push([`case ${index + 1}`, prepared.appraisal]);
  }
  return records.flatMap(([name, input]) => {
    try {
      return [{ name, ruleset: rulesets.for(input), input }];
    } catch {
      // A case about a period for which there is no law.
      return [];
    }
  });
}

describe('every shipped appraisal', () => {
  const counts = { read: 0, refused: 0, fast: 0 };
  const declined: string[] = [];
  it.each(folders)('of %s is read as the slow path reads it', (folder, path) => {
    const known = new Map<Ruleset, Both>();
    const faults: string[] = [];
    for (const { name, ruleset, input } of shipped(path)) {
      const both = known.get(ruleset) ?? bothFor(ruleset);
      known.set(ruleset, both);
      const { fault, fast, slow } = compareOne(both, () => JSON.parse(JSON.stringify(input)) as unknown);
      if (fault !== undefined) faults.push(`${name}: ${fault}`);
      if (slow) counts.read++;
      else counts.refused++;
      if (fast) counts.fast++;
      else if (slow) declined.push(`${folder}: ${name}`);
    }
    expect(faults).toEqual([]);
  });

  it('is nearly always read fast', () => {
    // eslint-disable-next-line no-console
    console.log(`shipped appraisals: ${counts.read} read by the slow path, ${counts.fast} of them by the fast one; ${counts.refused} refused by both`);
    expect(declined.length, declined.slice(0, 40).join('; ')).toBeLessThan(counts.read / 10);
  });
});
