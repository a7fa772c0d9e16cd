import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const TINY = `/** The ids of the ruleset tiny, version 1.0.0: written by \`kinerja types\`; do not edit, write it again. */
export interface TinyIds {
  /** Terms and what rater schemes yield, in any version. */
  readonly term:
    | 'pay.amount'
    | 'work.score';
`;

describe('kinerja types', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kinerja-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('prints the ids of a ruleset, named for it', async () => {
    const { code, out, err } = await kinerja(`types ${FIXTURES}/tiny`);
    expect({ code, err, head: out.slice(0, TINY.length) }).toEqual({ code: 0, err: '', head: TINY });
    expect(out).toContain("  /** Rules. */\n  readonly rule: 'flag.absent';\n");
  });

  it('takes another name', async () => {
    const { out } = await kinerja(`types ${FIXTURES}/tiny --name town`);
    expect(out).toContain('\nexport interface TownIds {\n');
  });

  it('writes a file whole, and replaces it only with --force', async () => {
    const file = join(root, 'ids.d.ts');
    writeFileSync(file, 'mine\n');
    expect(await call(['types', `${FIXTURES}/tiny`, '--out', file])).toEqual({
      code: 2,
      out: '',
      err: `kinerja: The file "${file}" exists already.\n  Give --force to replace it, or another name.\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe('mine\n');
    expect(await call(['types', `${FIXTURES}/tiny`, '--out', file, '--force'])).toEqual({ code: 0, out: '', err: `Written: ${file}\n` });
    expect(readFileSync(file, 'utf8').slice(0, TINY.length)).toBe(TINY);
    expect(readdirSync(root)).toEqual(['ids.d.ts']);
  });

  it('refuses a name that is none', async () => {
    expect(await kinerja(`types ${FIXTURES}/tiny --name 2x`)).toEqual({
      code: 2,
      out: '',
      err: 'kinerja: "2x" cannot be the name of a type.\n  Give --name a letter, then letters and digits: --name kota writes KotaIds.\n',
    });
  });

  it('says what is wrong with a ruleset that cannot be read, and writes nothing', async () => {
    const file = join(root, 'ids.d.ts');
    const { code, out, err } = await call(['types', `${FIXTURES}/unreadable`, '--out', file]);
    expect({ code, out, head: err.split('\n')[0] }).toEqual({ code: 1, out: '', head: 'kinerja: The ruleset "src/cli/fixtures/unreadable" cannot be used.' });
    expect(readdirSync(root)).toEqual([]);
  });
});
