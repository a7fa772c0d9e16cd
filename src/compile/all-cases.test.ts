/**
 * Every case of every shipped ruleset and shape: compiled code answers as the exact evaluator does, in every field.
 * In: rulesets/ and examples/shapes/. Out: a failing test names the case and the first field that differs.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareCase } from '../cases/prepare-case.ts';
import { RulesetCache } from '../cases/run-cases.ts';
import { appraise } from '../engine/appraise.ts';
import { findRulesets, openRuleset } from '../node/ruleset-folder.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type CompileOptions, type CompiledRuleset, compile } from './compile.ts';

const CODES: readonly NonNullable<CompileOptions['code']>[] = ['exact', 'closures', 'generated'];
const folders = ['rulesets', 'examples/shapes'].flatMap((path) => findRulesets(fileURLToPath(new URL(`../../${path}`, import.meta.url))));

function comparable(outcome: object): unknown {
  const {
    terms: _terms,
    trace: _trace,
    standing: _standing,
    faults,
    ...rest
  } = JSON.parse(JSON.stringify(outcome)) as Record<string, unknown> & { faults: { code: string; node: string }[] };
  return { ...rest, faults: faults.map(({ code, node }) => ({ code, node })) };
}

const attempt = (run: () => object): unknown => {
  try {
    return comparable(run());
  } catch (error) {
    return String(error);
  }
};

describe.each(folders)('%s', (path) => {
  const folder = openRuleset(path);
  const rulesets = new RulesetCache(folder.data);
  const compiled = new Map<Ruleset, readonly CompiledRuleset[]>();
  it('answers its cases as the exact evaluator does', () => {
    let compared = 0;
    for (const { data } of folder.cases) {
      const { name } = data;
      const prepared = prepareCase(data, folder.people, rulesets.ownFacts);
      if (!('appraisal' in prepared)) continue;
      const { appraisal } = prepared;
      const ruleset = rulesets.for(appraisal);
      const runs = compiled.get(ruleset) ?? CODES.map((code) => compile(ruleset, { code }));
      compiled.set(ruleset, runs);
      const wanted = attempt(() => appraise(ruleset, appraisal));
      for (const [index, run] of runs.entries()) {
        expect({ name, code: CODES[index], outcome: attempt(() => run(appraisal)) }).toEqual({ name, code: CODES[index], outcome: wanted });
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });
});
