import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const TINY = `${FIXTURES}/tiny`;
const FILES = `${FIXTURES}/appraisals`;
const clerk = readFileSync(`${TINY}/people/clerk.yaml`, 'utf8');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-monitor-'));
  mkdirSync(join(folder, 'march'));
  const one = (id: string, unit: string): string => clerk.replace('id: "1"', `id: "${id}", unit: ${unit}`);
  writeFileSync(join(folder, 'march', 'b.yaml'), one('2', 'Dinas'));
  writeFileSync(join(folder, 'a.yaml'), one('1', 'Kecamatan'));
  writeFileSync(join(folder, 'notes.txt'), 'no appraisal');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('kinerja monitor', () => {
  it('sums up a folder with the folders in it, for each unit and over all', async () => {
    const { code, out, err } = await call(['monitor', TINY, folder, '--lang', 'en']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const said = out.replaceAll(/ +/g, ' ');
    expect(said).toContain('Monitoring summary of performance\n');
    expect(said).toContain('Unit Employees Appraised Complete Undetermined Faulted Refused\n');
    expect(said).toContain('\nDinas 1 1 1 0 0 0\nKecamatan 1 1 1 0 0 0\nAll 2 2 2 0 0 0\n');
    expect(said).toContain('\nAll Allowance 2 Rp 2,100,000 0 Rp 0 0 0 0\n');
  });

  it('goes on where a file is bad, tells its faults with their places, says how many were refused, and ends with 1', async () => {
    const { code, out, err } = await call(['monitor', TINY, folder, `${FILES}/misspelt.yaml`, `${FILES}/unreadable.json`, '--format', 'json']);
    expect(code).toBe(1);
    expect(err).toContain(
      `${FILES}/misspelt.yaml:2:29: error input/unknown-key: employee.stats: "stats" is no field of an employee record. Did you mean "status"?\n`,
    );
    expect(err).toContain(`${FILES}/unreadable.json:`);
    const summary = JSON.parse(out) as { all: { appraised: number; refused: number }; refused: { source: string }[] };
    expect(summary.all).toMatchObject({ appraised: 2, refused: 2 });
    expect(summary.refused.map(({ source }) => source)).toEqual([`${FILES}/misspelt.yaml`, `${FILES}/unreadable.json`]);
  });

  it('counts a file once that is named twice, and refuses a second one of the same employee', async () => {
    expect((await call(['monitor', TINY, folder, join(folder, 'a.yaml'), '--lang', 'en'])).code).toBe(0);
    writeFileSync(join(folder, 'z.yaml'), readFileSync(join(folder, 'a.yaml')));
    const { code, err } = await call(['monitor', TINY, folder]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /z\.yaml: error cohort\/twice: Employee 1 is counted already for the same period, from .*a\.yaml\. Hand in one outcome for each employee and period\.\n$/,
    );
  });

  it('sums up by something else, writes Markdown, and into a file', async () => {
    const target = join(folder, 'out.md');
    const { code, err } = await call(['monitor', TINY, folder, '--by', 'sector', '--format', 'markdown', '--out', target]);
    expect({ code, err }).toEqual({ code: 0, err: `Written: ${target}\n` });
    expect(readFileSync(target, 'utf8')).toContain('| Sektor | Pegawai | Dinilai | Lengkap |');
  });

  it('says so when nothing can be appraised', async () => {
    const { code, out, err } = await call(['monitor', TINY, `${FILES}/unreadable.json`]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/\nkinerja: None of the files could be appraised\.\n$/);
  });

  it.each([
    ['a path that is not there', ['nowhere'], 'kinerja: There is no file or folder "nowhere".\n'],
    ['a folder without appraisals', ['src/cli/render'], 'kinerja: The folder "src/cli/render" holds no .json, .yaml or .yml file.\n'],
    [
      'a score that is not there',
      [`${TINY}/people/clerk.yaml`, '--score', 'work.scor'],
      'kinerja: "work.scor" is no score and no number term of "tiny".\n  Did you mean "work.score"?\n',
    ],
  ])('%s is misuse', async (_name, words, message) => {
    expect(await call(['monitor', TINY, ...words])).toEqual({ code: 2, out: '', err: message });
  });

  it('explains itself with examples', async () => {
    const { out } = await kinerja('monitor --help');
    expect(out).toContain('kinerja monitor andir appraisals/2025-03');
    expect(out).toContain('Exit code 0 when every file is counted, complete or not; 1 when one is refused.');
  });
});
