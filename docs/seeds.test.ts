/**
 * docs/seeds.md names only what is there.
 * In: the page and rulesets/. Out: a failing test names the ids that a ruleset does not write, and lines out of order.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openRuleset, shippedIds } from '../src/node/ruleset-folder.ts';
import { SECTIONS, entriesOf } from '../src/ruleset/document.ts';

const page = readFileSync(new URL('seeds.md', import.meta.url), 'utf8');
const named = [...page.matchAll(/`([a-z]+):([A-Za-z.]+)`/g)].map((match) => ({ ruleset: match[1]!, id: match[2]! }));

describe('every id behind the name of a ruleset is written in that ruleset', () => {
  it('names shipped rulesets only, and each of them', () => {
    expect([...new Set(named.map(({ ruleset }) => ruleset))].sort()).toEqual([...shippedIds()].sort());
  });
  it.each(shippedIds())('%s', { timeout: 30_000 }, (ruleset) => {
    const { data } = openRuleset(ruleset);
    const written = new Set(SECTIONS.flatMap((section) => entriesOf(data[section]).map(([id]) => id)));
    expect(named.filter((each) => each.ruleset === ruleset && !written.has(each.id)).map(({ id }) => id)).toEqual([]);
  });
});

it('the lines of each essay stand in the order of its sentences, each once', () => {
  const essays = page.split(/^## /m).slice(1);
  expect(essays.length).toBe(7);
  for (const essay of essays) {
    const numbers = [...essay.matchAll(/^\| (\d+)\.(\d+) \|/gm)].map((match) => 100 * Number(match[1]) + Number(match[2]));
    expect(numbers.length).toBeGreaterThan(9);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  }
});

it('every line says what answers the sentence: an id, a file, an earlier line, or that nothing does', () => {
  const silent = page.split('\n').filter((line) => /^\| \d/.test(line) && !/`[a-z]+:|\]\(|nothing|no rule|above|explanation of each outcome/.test(line));
  expect(silent).toEqual([]);
});
