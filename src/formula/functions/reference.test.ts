/** The reference of formulas names every function, every function left out, and every refusal that the grammar needs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseBlocks } from '../case-file.fixture.ts';
import { BUILT_IN_NAMES } from './index.ts';
import { FAMILIES_NOT_HERE } from './not-here.ts';

const reference = readFileSync(new URL('../../../docs/reference/feel.md', import.meta.url), 'utf8');

describe('docs/reference/feel.md', () => {
  test.each(BUILT_IN_NAMES)('has a row for %s', (name) => {
    expect(reference.split('\n').some((line) => line.startsWith(`| \`${name}(`))).toBe(true);
  });
  test.each(FAMILIES_NOT_HERE.map((family) => [family.names.join(', '), family.names] as const))('names as left out: %s', (_text, names) => {
    const row = reference.split('\n').find((line) => line.startsWith(`| \`${names[0]!}\``));
    expect(row?.split('|')[1]?.trim()).toBe(names.map((name) => `\`${name}\``).join(', '));
  });
  test('speaks only of codes that findings.cases shows', () => {
    const shown = new Set(caseBlocks('findings.cases').flatMap((block) => block.expected.split('\n').map((line) => line.split(' ')[0]!)));
    const named = [...reference.matchAll(/formula\/[a-z-]+/g)].map((match) => match[0]);
    expect(named.filter((code) => !shown.has(code))).toEqual([]);
    expect(named.length).toBeGreaterThan(25);
  });
});
