/**
 * docs/law.md is what the rulesets say now.
 * In: rulesets/ and the page. Out: a failing test says to generate it again.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lawRegister } from '../src/check/law-register.ts';
import { openRuleset, shippedIds } from '../src/node/ruleset-folder.ts';

it('docs/law.md is current: otherwise run `npm run build` and `npm run generate`', () => {
  const page = readFileSync(new URL('law.md', import.meta.url), 'utf8');
  expect(page.split('\n')).toEqual(lawRegister(shippedIds().map((id) => openRuleset(id).data)).split('\n'));
}, 60_000);

it('counts each standing that the files write, and no other', () => {
  const page = readFileSync(new URL('law.md', import.meta.url), 'utf8');
  for (const id of shippedIds()) {
    const folder = new URL(`../rulesets/${id}/`, import.meta.url);
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml') && !/^(cases|people)\b/.test(file))
      .map((file) => readFileSync(new URL(file, folder), 'utf8').replaceAll(/^\s*#.*$/gm, ''));
    const count = (standing: string): number => [...texts.join('\n').matchAll(new RegExp(`\\bstanding: ${standing}\\b`, 'g'))].length;
    const counts = ['confirmed', 'reported', 'derived', 'placeholder'].map(count);
    const line = page.split('\n').find((each) => each.startsWith(`| [${id}]`))!;
    expect({ id, counts: [...line.matchAll(/(\d+) \(/g)].map((match) => Number(match[1])) }).toEqual({ id, counts });
  }
});
