/**
 * Every shape runs: its text is sound at every date, its cases pass by both opinions; the lists name each once.
 * In: the folders here, README.md, docs/reference/shapes.md. Out: a failing test names the folder or the row.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { call } from '../../src/cli/fixtures/call.fixture.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const folders = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();
const page = (path: string): string => readFileSync(join(FOLDER, path), 'utf8');

it('there are the 56 shapes of regions, selection, and ranking', () => {
  expect(folders.map((name) => Number(name.slice(0, 2)))).toEqual(Array.from({ length: 58 }, (_, at) => at + 1));
});

it('the list names each folder once, in order', () => {
  const listed = [...page('README.md').matchAll(/^\| (\d+) \| \[([^\]]+)\]\(([^)]+)\/\) \|/gm)];
  expect(listed.map(([, number, name, link]) => [Number(number), name, link])).toEqual(folders.map((name) => [Number(name.slice(0, 2)), name, name]));
});

it('the reference has a row for each, in order', () => {
  const [table] = page('../../docs/reference/shapes.md').split('\n## ');
  expect([...table!.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number))).toEqual(folders.map((name) => Number(name.slice(0, 2))));
});

describe('all of them', { timeout: 120_000 }, () => {
  it('are sound at every date', async () => {
    const { code, out } = await call(['validate', FOLDER]);
    expect([code, out]).toEqual([0, out]);
  });

  it('have cases that pass by both opinions and reach every rule, row, branch and edge', async () => {
    const { code, out } = await call(['test', FOLDER, '--coverage']);
    expect([code, out]).toEqual([0, out]);
    expect(out.match(/^shape-\d\d: /gm)).toHaveLength(folders.length);
  });
});

describe('every remark stands in Indonesian and in English', () => {
  it.each(folders)('%s', (folder) => {
    const inEnglishOnly = readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.yaml$/.test(file) && !/^(?:cases|people)[/\\]|^sources\.yaml$/.test(file))
      .flatMap((file) => page(join(folder, file)).split('\n'))
      .filter((line) => /\b(?:note|working): "/.test(line));
    expect(inEnglishOnly).toEqual([]);
  });
});
