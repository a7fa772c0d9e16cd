/**
 * One file of `bad/` for each mistake; its first lines say everything that is said about it, word for word.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diagnosticsOf, openBadRuleset, readBadRuleset } from './bad-ruleset.fixture.ts';

const folder = fileURLToPath(new URL('./bad/', import.meta.url));
const names = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml.txt') && name !== 'sound.yaml.txt').sort();
const read = (name: string) => readBadRuleset(readFileSync(folder + name, 'utf8'));
const sound = read('sound.yaml.txt');
const NOTHING = { expected: [], files: new Map<string, string>(), gone: new Set<string>() };

test('the sound ruleset, which every other file spoils, has nothing wrong', () => {
  expect(diagnosticsOf(openBadRuleset(sound, NOTHING))).toEqual([]);
});

describe('a mistake is told with its place, what is wrong and how to mend it', () => {
  test.each(names)('%s', (name) => {
    const bad = read(name);
    expect(bad.expected).not.toEqual([]);
    expect(diagnosticsOf(openBadRuleset(sound, bad))).toEqual(bad.expected);
  });
});

/** Codes without a file, and why. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  'faults of a single appraisal, not of a ruleset': [
    'formula/calendar',
    'formula/date-range',
    'formula/dates-reversed',
    'formula/empty-list',
    'formula/fact',
    'formula/field',
    'formula/index',
    'formula/kind',
    'formula/local',
    'formula/whole-number',
    'table/input',
    'table/no-row',
    'table/no-value',
    'table/outside-domain',
    'table/two-rows',
    'table/unknown-input',
    'table/wrong-kind',
    'value/none',
  ],
  'only data from a program, or dates asked for, can have it: see resolve.test.ts': [
    'date/before-first-version',
    'document/too-deep',
    'document/too-large',
    'document/unknown-section',
    'version/changes-inside',
  ],
  'the schema of the document, or the declared columns, speak first': [
    'formula/too-long',
    'table/column-type',
    'table/columns',
    'table/shape',
    'table/unknown-part',
  ],
  'its text would be too long for a file; the tests of tables have it': ['table/cell-too-long', 'table/more-findings', 'table/too-large-to-check'],
  'a net under the grammar that no text is known to fall into': ['formula/not-in-language'],
};

test('every code that a ruleset can meet has a file', () => {
  const codes = ['ruleset', 'check', 'formula', 'table'].flatMap((stratum) => {
    const home = fileURLToPath(new URL(`../${stratum}/`, import.meta.url));
    const sources = (readdirSync(home, { recursive: true }) as string[]).filter((name) => name.endsWith('.ts') && !/\.(?:test|fixture)\.ts$/.test(name));
    return sources.flatMap((name) => [...readFileSync(home + name, 'utf8').matchAll(/'([a-z]+\/[a-z-]+|cycle)'/g)].map((match) => match[1]!));
  });
  const shown = new Set(names.flatMap((name) => read(name).expected.map((line) => / (?:error|warning|note) (\S+): /.exec(line)![1]!)));
  expect([...new Set(codes)].filter((code) => !shown.has(code)).sort()).toEqual(Object.values(ELSEWHERE).flat().sort());
});
