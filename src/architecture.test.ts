/**
 * The drawing of the house as a test: who may import whom, no cycles, no host outside node and cli.
 * In: the source text of this folder. Out: a failure that names the two files and the rule.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = dirname(fileURLToPath(import.meta.url));

/** From the bottom up; folders in one row do not know each other. */
const STRATA: readonly (readonly string[])[] = [
  ['values'],
  ['formula', 'table', 'model', 'page'],
  ['ruleset'],
  ['engine'],
  ['compile'],
  ['adapters'],
  ['cases'],
  ['check'],
  ['authoring', 'batch', 'cohort', 'explain', 'simulate'],
  ['node'],
  ['cli'],
];

const isTest = (file: string): boolean => /\.(?:test|test-d|fixture)\.ts$/.test(file);
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !isTest(file));
const text = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));
const stratum = (file: string): number => STRATA.findIndex((row) => row.includes(file.split('/')[0]!));
const importsOf = (file: string): readonly string[] =>
  [...text.get(file)!.matchAll(/^\s*(?:import|export)\b[^;]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm)].map((match) => (match[1] ?? match[2])!);
const inside = (file: string): readonly string[] =>
  importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(SRC, resolve(SRC, dirname(file), name)).replaceAll('\\', '/'));

describe('the house', () => {
  it('has a place in the drawing for every folder', () => {
    const strays = files.filter((file) => file.includes('/') && stratum(file) < 0);
    expect(strays).toEqual([]);
  });

  it('imports downwards only, never a neighbour in the same row', () => {
    const wrong = files.flatMap((file) => {
      if (!file.includes('/')) return [];
      return inside(file).flatMap((target) => {
        const from = file.split('/')[0]!;
        const to = target.split('/')[0]!;
        if (from === to) return [];
        return stratum(target) >= 0 && stratum(target) < stratum(file) ? [] : [`${file} imports ${target}, and ${from} may not know ${to}.`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has no cycle of imports', () => {
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done' || !text.has(file)) return;
      if (state.get(file) === 'open') {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const target of inside(file)) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('touches the host only in node and cli', () => {
    const host = /\bfrom 'node:|\bprocess\.|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brequire\(/;
    const wrong = files.filter((file) => !/^(?:node|cli)\//.test(file) && !['node.ts', 'cli.ts'].includes(file) && host.test(withoutComments(text.get(file)!)));
    expect(wrong).toEqual([]);
  });

  it('opens every file with a header that says what goes in and out', () => {
    const wrong = files.filter(
      (file) => !/^(?:#![^\n]*\n)?\/\*\*\n(?: \*[^\n]*\n){2,8} \*\//.test(text.get(file)!) && !/^\/\*\* [^\n]+ \*\/\n/.test(text.get(file)!),
    );
    expect(wrong).toEqual([]);
  });

  it('exports by name only and hides nothing behind any', () => {
    const wrong = files.filter((file) => /\bexport default\b|\bexport \* from\b|: any\b|<any>|\bas any\b/.test(withoutComments(text.get(file)!)));
    expect(wrong).toEqual([]);
  });
});

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}
