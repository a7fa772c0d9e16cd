/**
 * What comes of every case of the shipped rulesets and of the shapes is frozen through and through, its trace and the values inside Maps with it.
 * In: rulesets/ and examples/shapes/. Out: a failing test names the first places that can be changed.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RulesetCache } from '../cases/run-cases.ts';
import { prepareCase } from '../cases/prepare-case.ts';
import { appraise } from '../engine/appraise.ts';
import { InputError } from '../model/input-error.ts';
import { findRulesets, openRuleset, shippedFolder } from './ruleset-folder.ts';

/** Exact numbers and decimals are immutable by convention, dates and results without value freeze themselves. */
function thawedIn(value: unknown, path: string, thawed: string[], seen: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Map) {
    for (const [key, inner] of value as Map<unknown, unknown>) thawedIn(inner, `${path}.${String(key)}`, thawed, seen);
    return;
  }
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return;
  if (!Object.isFrozen(value)) thawed.push(path);
  for (const [key, inner] of Object.entries(value)) thawedIn(inner, `${path}.${key}`, thawed, seen);
}

const shapes = join(shippedFolder(), '..', 'examples', 'shapes');

describe.each([...findRulesets(shippedFolder()), ...findRulesets(shapes)])('%s', (path) => {
  it('gives outcomes in which nothing can be changed', () => {
    const folder = openRuleset(path);
    const rulesets = new RulesetCache(folder.data);
    let outcomes = 0;
    for (const { data } of folder.cases) {
      const prepared = prepareCase(data, folder.people, rulesets.ownFacts);
      if ('finding' in prepared) continue;
      const thawed: string[] = [];
      try {
        thawedIn(appraise(rulesets.for(prepared.appraisal), prepared.appraisal), 'outcome', thawed, new Set());
        outcomes++;
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
      }
      expect(thawed).toEqual([]);
    }
    expect(outcomes).toBeGreaterThan(0);
  });
});
