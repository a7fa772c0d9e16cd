import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RulesetError } from '../ruleset/diagnostic.ts';
import { loadRuleset } from './load-ruleset.ts';
import { InputFileError, readAppraisalFile } from './read-appraisal-file.ts';
import { RulesetNotFound, findRulesets, openRuleset, shippedIds } from './ruleset-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'kinerja-'));
afterAll(() => rmSync(folder, { recursive: true }));
function write(id: string, manifest: string): string {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(join(folder, id, 'ruleset.yaml'), manifest);
  return join(folder, id);
}
const manifest = (id: string, more = ''): string => `id: ${id}\ntitle: { id: A, en: A }\nissuer: A\nversion: 1.0.0\nfrom: 2024-01-01\n${more}`;
const thrown = (act: () => unknown): Error => {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
};

describe('a ruleset on disk', () => {
  it('is found by id among the shipped ones, nation first', () => {
    expect(shippedIds().slice(0, 1)).toEqual(['nasional']);
    expect(openRuleset('salatiga').base?.id).toBe('nasional');
    expect(openRuleset('kota-salatiga').id).toBe('salatiga');
  });
  it('is found by its folder, its base beside it', () => {
    write('bumi', manifest('bumi'));
    expect(loadRuleset(write('desa', manifest('desa', 'extends: bumi\n')), { assessed: '2024-06' }).id).toBe('desa');
    expect(findRulesets(folder).map((path) => path.slice(folder.length + 1))).toEqual(['bumi', 'desa']);
  });
  it('that is nowhere is said so, with the nearest name', () => {
    const error = thrown(() => openRuleset('salatigo'));
    expect(error).toBeInstanceOf(RulesetNotFound);
    expect(error.message).toBe('There is no ruleset "salatigo", neither as a folder nor among the shipped ones. Did you mean "salatiga"?');
  });
  it('that extends itself is an error, not an endless walk', () => {
    const error = thrown(() => loadRuleset(write('cermin', manifest('cermin', 'extends: cermin\n')), { assessed: '2024-06' }));
    expect(error).toBeInstanceOf(RulesetError);
    expect((error as RulesetError).diagnostics.map((diagnostic) => diagnostic.code)).toContain('document/extends-itself');
  });
  it('whose bases go in a circle is an error, too', () => {
    write('ayam', manifest('ayam', 'extends: telur\n'));
    const error = thrown(() => loadRuleset(write('telur', manifest('telur', 'extends: ayam\n')), { assessed: '2024-06' }));
    expect(error).toBeInstanceOf(RulesetError);
  });
  it('before its first day does not speak', () => {
    const error = thrown(() => loadRuleset(join(folder, 'bumi'), { assessed: '2023-06' }));
    expect((error as RulesetError).diagnostics[0]).toMatchObject({
      code: 'date/before-first-version',
      message: 'The assessed period begins on 2023-06-01, and "bumi" speaks only from 2024-01-01 on.',
    });
  });
});

describe('an appraisal file', () => {
  it('that is missing, or no JSON, is said so with its place', () => {
    expect(thrown(() => readAppraisalFile(join(folder, 'nobody.json')))).toMatchObject({ name: 'InputFileError', code: 'file/not-found' });
    writeFileSync(join(folder, 'bad.json'), '{\n  "employee": { "id": "1", }\n}\n');
    const error = thrown(() => readAppraisalFile(join(folder, 'bad.json')));
    expect(error).toBeInstanceOf(InputFileError);
    expect(error.message).toMatch(/bad\.json:2:28: error file\/syntax: The file is no JSON: /);
  });
});
