/** Whatever stands in place of any part of a sound ruleset, checking it gives sentences, never an exception. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { openBadRuleset, readBadRuleset } from './bad-ruleset.fixture.ts';
import { checkRuleset } from './check-ruleset.ts';

const sound = readBadRuleset(readFileSync(new URL('./bad/sound.yaml.txt', import.meta.url), 'utf8'));
const [opened] = openBadRuleset(sound, { expected: [], files: new Map(), gone: new Set() });
const { locate: _, ...plain } = opened!.data;
const text = JSON.stringify(plain);

type Path = readonly (string | number)[];
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, Array.isArray(value) ? Number(key) : key]));
  return path.length === 0 ? inner : [path, ...inner];
}
const paths = pathsOf(JSON.parse(text));

function spoil(path: Path, junk: unknown): RulesetData {
  const data = JSON.parse(text) as Record<string, unknown>;
  let at = data as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>;
  if (junk === undefined) Reflect.deleteProperty(at, path.at(-1)!);
  else at[path.at(-1)!] = junk;
  return data as unknown as RulesetData;
}

const junk = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    '',
    'none',
    '-',
    0,
    -1,
    0.1,
    1e300,
    NaN,
    true,
    [],
    {},
    [[]],
    'constructor',
    '__proto__',
    '(',
    'a.b',
    '1..',
    '>= 3',
    '2024-02-30',
    'national',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test('any part replaced by anything', () => {
  fc.assert(
    fc.property(fc.constantFrom(...paths), junk, (path, value) => {
      for (const diagnostic of checkRuleset(spoil(path, value)).diagnostics)
        expect(diagnosticText(diagnostic)).toMatch(/^[^]*?: (?:error|warning|note) [a-z]+(?:\/[a-z-]+)?: \S/);
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('any part left out', () => {
  for (const path of paths) expect(() => checkRuleset(spoil(path, undefined))).not.toThrow();
}, 60_000);
