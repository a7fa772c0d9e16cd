import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FILE_KINDS } from '../../authoring/file-places.ts';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

describe('kinerja schema', () => {
  it('lists the kinds of file', async () => {
    const { code, out } = await kinerja('schema');
    expect(code).toBe(0);
    expect(out).toContain('appraisal   what appraise and explain read\n');
    expect(out).toContain('terms       terms/*.yaml\n');
    const { out: json } = await kinerja('schema --format json');
    expect((JSON.parse(json) as { kinds: { kind: string }[] }).kinds.map(({ kind }) => kind).sort()).toEqual(['appraisal', 'calendar', ...FILE_KINDS].sort());
  });

  it.each(['appraisal', 'calendar', ...FILE_KINDS])('prints the schema of %s in draft-07', async (kind) => {
    const { code, out } = await kinerja(`schema ${kind}`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
  });

  it.each([
    ['schema trems', 'kinerja: There is no kind of file "trems".\n  Did you mean "terms"?\n'],
    [
      'schema __proto__',
      'kinerja: There is no kind of file "__proto__".\n  The kinds are: appraisal, calendar, parameters, tables, terms, raters, conditions, rules, payments, carry, ruleset, sources, types, facts, overrides, cases, calendars, people.\n',
    ],
    ['schema --remove', 'kinerja: --remove belongs to --workspace.\n  Add --workspace <ruleset>.\n'],
    ['schema terms --root .', 'kinerja: --root belongs to --workspace.\n  Add --workspace <ruleset>.\n'],
    [`schema terms --workspace ${FIXTURES}/tiny`, 'kinerja: --workspace writes the schemas of all kinds.\n  Leave out "terms".\n'],
    [`schema --workspace ${FIXTURES}/tiny --out a.json`, 'kinerja: --workspace decides itself where files go.\n  Leave out --out.\n'],
    [
      `schema --workspace ${FIXTURES}/tiny --root src/values`,
      'kinerja: The ruleset "tiny" does not lie inside "src/values".\n  Give a folder that holds it.\n',
    ],
    [
      `schema --workspace ${FIXTURES}/unreadable`,
      `kinerja: The manifest of "${FIXTURES}/unreadable" cannot be read.\n  kinerja validate ${FIXTURES}/unreadable says why.\n`,
    ],
  ])('refuses "%s"', async (words, err) => {
    expect(await kinerja(words)).toEqual({ code: 2, out: '', err });
  });
});

describe('kinerja schema --workspace', () => {
  let root: string;
  let folder: string;
  const settings = (at = folder): string => join(at, '.vscode', 'settings.json');
  const read = (path: string): Record<string, unknown> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const write = (path: string, text: string): void => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kinerja-'));
    folder = join(root, 'tiny');
    cpSync(`${FIXTURES}/tiny`, folder, { recursive: true });
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('writes schemas that know the ids, and settings that point to them', async () => {
    const { code, out } = await call(['schema', '--workspace', folder]);
    expect(code).toBe(0);
    expect(out.split('\n').filter((line) => line.startsWith('written '))).toHaveLength(FILE_KINDS.length + 2);
    expect(readFileSync(join(folder, '.kinerja', 'rules.schema.json'), 'utf8')).toContain('"days.absent"');
    expect(Object.keys(read(settings())['yaml.schemas'] as object)).toContain('./.kinerja/rules.schema.json');
  });

  it('written again changes nothing, and says so', async () => {
    await call(['schema', '--workspace', folder]);
    expect(await call(['schema', '--workspace', folder])).toEqual({ code: 0, out: `${FILE_KINDS.length + 2} files unchanged.\n`, err: '' });
  });

  it('is not read as part of the ruleset', async () => {
    await call(['schema', '--workspace', folder]);
    expect((await call(['validate', folder])).code).toBe(0);
  });

  it('keeps the settings of a person, and --remove brings back what was there', async () => {
    const own = { 'editor.fontSize': 15, 'yaml.yamlVersion': '1.1', 'yaml.schemas': { './mine.json': ['mine.yaml'] }, '[yaml]': { 'editor.tabSize': 4 } };
    write(settings(), JSON.stringify(own));
    await call(['schema', '--workspace', folder]);
    const merged = read(settings());
    expect(merged).toMatchObject({ 'editor.fontSize': 15, 'yaml.yamlVersion': '1.1', '[yaml]': { 'editor.tabSize': 4, 'editor.insertSpaces': true } });
    expect(Object.keys(merged['yaml.schemas'] as object)).toEqual(['./mine.json', ...FILE_KINDS.map((kind) => `./.kinerja/${kind}.schema.json`)]);
    const { code } = await call(['schema', '--workspace', folder, '--remove']);
    expect(code).toBe(0);
    expect(read(settings())).toEqual(own);
    expect(existsSync(join(folder, '.kinerja'))).toBe(false);
  });

  it('--remove leaves nothing behind where nothing was, and keeps what a person has added since', async () => {
    const before = readdirSync(folder);
    await call(['schema', '--workspace', folder]);
    await call(['schema', '--workspace', folder]);
    await call(['schema', '--workspace', folder, '--remove']);
    expect(readdirSync(folder)).toEqual(before);
    await call(['schema', '--workspace', folder]);
    write(settings(), JSON.stringify({ ...read(settings()), 'editor.fontSize': 15 }));
    await call(['schema', '--workspace', folder, '--remove']);
    expect(read(settings())).toEqual({ 'editor.fontSize': 15 });
    expect(await call(['schema', '--workspace', folder, '--remove'])).toEqual({
      code: 0,
      out: `There is nothing to take back: "${folder}" has no .kinerja folder of this command.\n`,
      err: '',
    });
  });

  it('refuses settings with comments, and then writes nothing at all', async () => {
    write(settings(), '{\n  // my own\n  "editor.fontSize": 15\n}\n');
    expect(await call(['schema', '--workspace', folder])).toEqual({
      code: 2,
      out: '',
      err: `kinerja: "${settings()}" is not plain JSON, and writing it again would lose its comments. Take the comments out, or name another folder with --root.\n`,
    });
    expect(existsSync(join(folder, '.kinerja'))).toBe(false);
  });

  it('puts the settings where the editor opens, and moves them when that changes', async () => {
    await call(['schema', '--workspace', folder]);
    await call(['schema', '--workspace', folder, '--root', root]);
    expect(existsSync(settings())).toBe(false);
    expect(Object.keys(read(settings(root))['yaml.schemas'] as object)).toContain('./tiny/.kinerja/rules.schema.json');
    await call(['schema', '--workspace', folder, '--remove']);
    expect(readdirSync(root)).toEqual(['tiny']);
  });
});
