/**
 * One file of `bad/` for each mistake in YAML; its first lines say everything that is said about it, word for word.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { readYaml } from './read-yaml.ts';

const folder = new URL('./bad/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const expected = (text: string): readonly string[] => [...text.matchAll(/^\uFEFF?# expect: (.*)$/gm)].map((match) => match[1]!);

describe('a mistake in YAML is told with its place, what is wrong and how to mend it', () => {
  test.each(files)('%s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(expected(text)).not.toEqual([]);
    expect(readYaml(text, `bad/${name}`).diagnostics.map(diagnosticText)).toEqual(expected(text));
  });

  test('with Windows line ends the places are the same', () => {
    for (const name of files) {
      const text = readFileSync(new URL(name, folder), 'utf8');
      expect(readYaml(text.replaceAll('\n', '\r\n'), `bad/${name}`).diagnostics.map(diagnosticText)).toEqual(expected(text));
    }
  });

  test('every code of a YAML finding has a file', () => {
    const source = readdirSync(new URL('./', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'));
    const codes = new Set(source.flatMap((text) => [...text.matchAll(/'(yaml\/[a-z-]+)'/g)].map((match) => match[1]!)));
    const shown = new Set(
      files.flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/: error (yaml\/[a-z-]+):/g)].map((match) => match[1]!)),
    );
    // A file of more than five million characters is made in read-yaml.test.ts instead.
    expect([...codes].filter((code) => !shown.has(code))).toEqual(['yaml/size']);
  });
});
