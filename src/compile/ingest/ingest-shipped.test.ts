/**
 * The fast ingest on everything that is shipped: the people and the cases of all rulesets and of the examples.
 * In: rulesets/, examples/shapes. Out: a failure names the ruleset, the record and the fact that differs.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareCase } from '../../cases/prepare-case.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { openRuleset, shippedFolder, shippedIds } from '../../node/ruleset-folder.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { tryResolve } from '../../ruleset/resolve.ts';
import { type Both, bothFor, compareOne } from './ingest.fixture.ts';

const shapes = join(shippedFolder(), '..', 'examples', 'shapes');
const folders = [
  ...shippedIds(),
  ...readdirSync(shapes, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(shapes, entry.name)),
];

/** Every appraisal of a folder with the ruleset resolved for it. */
export function* shipped(folder: string): Generator<{ name: string; both: Both; input: AppraisalInput }> {
  const { data, cases, people } = openRuleset(folder);
  const known = new Map<string, Both | undefined>();
  const resolved = (input: AppraisalInput): Both | undefined => {
    const dates = { assessed: input.assessed, ...(input.paid && { paid: input.paid.period }) };
    const key = JSON.stringify(dates);
    if (!known.has(key)) {
      const { ruleset } = tryResolve(data as RulesetData, dates);
      known.set(key, ruleset && bothFor(ruleset));
    }
    return known.get(key);
  };
  const ownFacts = new Set<string>();
  for (const input of people.values()) {
    const ruleset = resolved(input as AppraisalInput)?.ruleset;
    for (const id of ruleset?.plan.ownFacts.keys() ?? []) ownFacts.add(id);
  }
  for (const located of cases) {
    const { date, given } = located.data;
    const assessed = (given as { assessed?: string }).assessed ?? String(date).slice(0, 7);
    const { ruleset } = tryResolve(data as RulesetData, { assessed });
    for (const id of ruleset?.plan.ownFacts.keys() ?? []) ownFacts.add(id);
  }
  const records: [string, AppraisalInput][] = [...people].map(([name, input]) => [name, input as AppraisalInput]);
  for (const [index, located] of cases.entries()) {
    const prepared = prepareCase(located.data, people, ownFacts);
    if ('appraisal' in prepared) records.push([`case ${index + 1}`, prepared.appraisal]);
  }
  for (const [name, input] of records) {
    const both = resolved(input);
    if (both) yield { name, both, input };
  }
}

describe('every shipped appraisal', () => {
  const counts = { read: 0, refused: 0, fast: 0, declined: [] as string[] };
  it.each(folders)('of %s is read as the slow path reads it', (folder) => {
    const faults: string[] = [];
    let met = 0;
    for (const { name, both, input } of shipped(folder)) {
      met++;
      const { fault, fast, slow } = compareOne(both, () => structuredCloned(input));
      if (fault) faults.push(`${name}: ${fault}`);
      if (!slow) counts.refused++;
      else {
        counts.read++;
        if (fast) counts.fast++;
        else counts.declined.push(`${folder.split('/').at(-1)}: ${name}`);
      }
    }
    expect(faults).toEqual([]);
    expect(met).toBeGreaterThan(0);
  });
  it('is mostly read fast', () => {
    // eslint-disable-next-line no-console
    console.log(`shipped appraisals: ${counts.read} read, ${counts.fast} of them fast, ${counts.refused} refused`);
    expect(counts.fast / counts.read).toBeGreaterThan(0.1);
  });
});

const structuredCloned = (input: AppraisalInput): unknown => JSON.parse(JSON.stringify(input)) as unknown;
