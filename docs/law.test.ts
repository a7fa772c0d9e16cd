/**
 * docs/law.md is what the rulesets say now.
 * In: rulesets/ and the page. Out: a failing test says to generate it again.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { lawRegister } from '../src/check/law-register.ts';
import { openRuleset, shippedIds } from '../src/node/ruleset-folder.ts';

it('docs/law.md is current: otherwise run `npm run build` and `npm run generate`', () => {
  const page = readFileSync(new URL('law.md', import.meta.url), 'utf8');
  expect(page.split('\n')).toEqual(lawRegister(shippedIds().map((id) => openRuleset(id).data)).split('\n'));
});
