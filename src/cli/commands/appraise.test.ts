import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const TINY = `${FIXTURES}/tiny`;
const CLERK = `${TINY}/people/clerk.yaml`;
const FILES = `${FIXTURES}/appraisals`;
const SHORT = /^(Ruleset|Aturan)(: .*, )[\da-f]{12}\)$/m;
/** The hash changes with every word of the fixture. */
const withoutHash = (text: string): string => text.replace(SHORT, '$1$2...)');

describe('kinerja appraise', () => {
  it('prints the outcome in Indonesian', async () => {
    const { code, out, err } = await kinerja(`appraise ${TINY} ${CLERK}`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(withoutHash(out)).toBe(`1 - Siti
Dinilai 2024-06-01 s.d. 2024-06-30; dibayar 2024-06-01 s.d. 2024-06-30 (Bulanan)
Aturan: Aturan kecil (tiny 1.0.0, ...)

Lengkap

Nilai
  Nilai kerja: 80 poin

Pembayaran
  Tunjangan: Rp1.050.000 dibayarkan

Kepastian dasar aturan
  menurut butir aturan yang dipakai: terbaca dalam peraturan 7 (88%), sementara 1 (12%)
  menurut rupiah yang dihitung: sementara Rp1.050.000
  Nilai sementara yang dipakai: base.bonus
`);
  });

  it('prints what fired, and nothing about pay where nothing is paid', async () => {
    const { code, out } = await kinerja(`appraise ${TINY} ${FILES}/unpaid.json --lang en`);
    expect(code).toBe(0);
    expect(withoutHash(out)).toBe(`1 - Siti
Assessed 2024-06-01 to 2024-06-30
Ruleset: A small ruleset (tiny 1.0.0, ...)

Complete

Scores
  Work: 80 points

Flags
  Often absent: seringAbsen (law#art-6)

How sure the rules are
  by rules used: confirmed 2 (100%)
`);
  });

  it('ends with 1 when facts are missing, and names them', async () => {
    const { code, out } = await kinerja(`appraise ${TINY} ${FILES}/open.yaml --lang en`);
    expect(code).toBe(1);
    expect(withoutHash(out)).toBe(`1
Assessed 2024-06-01 to 2024-06-30; paid 2024-06-01 to 2024-06-30 (Regular)
Ruleset: A small ruleset (tiny 1.0.0, ...)

Undetermined: facts are to be supplied

Scores
  Work: 10 points

Payments
  Allowance: undetermined; missing: days.absent

Facts to supply
  days.absent

How sure the rules are
  by rules used: confirmed 5 (83%), placeholder 1 (17%)
  Placeholders used: base.bonus
`);
  });

  it('with --strict refuses what rests on a placeholder, and names it', async () => {
    expect(await kinerja(`appraise ${TINY} ${CLERK} --strict`)).toEqual({
      code: 1,
      out: '',
      err: 'kinerja: The outcome rests on a placeholder: base.bonus. Find the text and raise their standing, or appraise without strictness.\n',
    });
    expect((await kinerja(`appraise ${TINY} ${FILES}/unpaid.json --strict`)).code).toBe(0);
  });

  it('writes JSON with numbers as exact text', async () => {
    const { code, out } = await kinerja(`appraise ${TINY} ${CLERK} --format json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      status: 'complete',
      employee: '1',
      scores: { kerja: { exact: '80', unit: 'points' } },
      payments: [{ id: 'payment.pay', status: 'paid', amount: '1050000' }],
    });
  });

  it('reads stdin, as YAML and as JSON', async () => {
    const fromFile = await kinerja(`appraise ${TINY} ${CLERK}`);
    expect(await kinerja(`appraise ${TINY} -`, { stdin: readFileSync(CLERK, 'utf8') })).toEqual(fromFile);
    const json = readFileSync(`${FILES}/unpaid.json`, 'utf8');
    expect(await kinerja(`appraise ${TINY} -`, { stdin: json.replaceAll('{ "', '{\t"') })).toEqual(await kinerja(`appraise ${TINY} ${FILES}/unpaid.json`));
  });

  it('finds a ruleset of the folder "rulesets" by its id, and files from where the person stands', async () => {
    const cwd = `${process.cwd()}/${FIXTURES}/project`;
    const { code, out } = await kinerja('appraise mine rulesets/mine/people/clerk.yaml --lang en', { cwd });
    expect(code).toBe(0);
    expect(out.split('\n')[2]).toMatch(/^Ruleset: A small ruleset \(mine 1\.0\.0, /);
  });

  it.each([
    [`${TINY} nowhere.yaml`, 2, 'kinerja: There is no file "nowhere.yaml".\n'],
    [`${TINY} ${FIXTURES}`, 2, `kinerja: There is no file "${FIXTURES}".\n`],
    [`salatgia ${CLERK}`, 2, 'kinerja: There is no ruleset "salatgia", neither as a folder nor among the shipped ones. Did you mean "salatiga"?\n'],
    [`${FIXTURES}/appraisals ${CLERK}`, 2, `kinerja: "${FIXTURES}/appraisals" has no ruleset.yaml. Give the folder that holds it.\n`],
    [
      `${TINY} ${FILES}/unreadable.yaml`,
      1,
      `kinerja: ${FILES}/unreadable.yaml:1:11: error yaml/bracket: The "{" that opens here is never closed. Close it with "}", or quote the text that begins with it.\n`,
    ],
    [
      `${TINY} ${FILES}/empty.yaml`,
      1,
      `kinerja: ${FILES}/empty.yaml: The appraisal has one fault:\n- This field is missing: it holds an appraisal record. Give a record with at least employee, assessed.\n`,
    ],
    [
      `${TINY} ${FILES}/misspelt.yaml`,
      1,
      `kinerja: ${FILES}/misspelt.yaml: The appraisal has 3 faults:
- employee.status: This field is missing: it holds one of employeeStatus. Give one of pns, cpns, pppk, pppkPartTime.
- employee.stats: "stats" is no field of an employee record. Did you mean "status"?
- assessed: "2024-13" is not a period. Write "2024", "2024-S1", "2024-Q2", "2024-06", or { from, to } with two dates.
`,
    ],
    [
      `${TINY} ${FILES}/early.yaml`,
      1,
      `kinerja: The ruleset "tiny" cannot be used.
${TINY}/ruleset.yaml:2:1: error date/before-first-version: The assessed period begins on 2023-06-01, and "tiny" speaks only from 2024-01-01 on. Choose a later period, or an older ruleset.
`,
    ],
    [
      `${FIXTURES}/misspelt ${CLERK}`,
      1,
      `kinerja: The ruleset "misspelt" cannot be used.\n${FIXTURES}/misspelt/terms/work.yaml:6:12: error formula/unknown-name: "work.dome" is not declared here. Did you mean "work.done"?\n`,
    ],
    [
      `${FIXTURES}/unreadable ${CLERK}`,
      1,
      `kinerja: The ruleset "${FIXTURES}/unreadable" cannot be used.\n${FIXTURES}/unreadable/ruleset.yaml:2:43: error yaml/quote-open: The quote " that opens here is never closed. Close it with " at the end of the text.\n`,
    ],
  ])('refuses "%s" without a stack trace', async (words, code, err) => {
    expect(await kinerja(`appraise ${words}`)).toEqual({ code, out: '', err });
  });

  it.each([
    ['unreadable.json', '2:13'],
    ['comma.json', '3:1'],
  ])('says where the JSON of %s breaks', async (file, place) => {
    const { code, out, err } = await kinerja(`appraise ${TINY} ${FILES}/${file}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.startsWith(`kinerja: ${FILES}/${file}:${place}: error file/syntax: The file is no JSON: `)).toBe(true);
    expect(err.split('\n')).toHaveLength(2);
  });
});

describe('--out', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kinerja-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes what stdout would hold, without colour, and leaves nothing else behind', async () => {
    const { out } = await call(['appraise', TINY, CLERK]);
    const path = join(folder, 'a.txt');
    expect(await call(['appraise', TINY, CLERK, '--out', path], { isTTY: true })).toEqual({ code: 0, out: '', err: `Written: ${path}\n` });
    expect(readFileSync(path, 'utf8')).toBe(out);
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('keeps a file that exists, unless --force is given', async () => {
    const path = join(folder, 'a.txt');
    writeFileSync(path, 'mine');
    expect(await call(['appraise', TINY, CLERK, '--out', path])).toEqual({
      code: 2,
      out: '',
      err: `kinerja: The file "${path}" exists already.\n  Give --force to replace it, or another name.\n`,
    });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect((await call(['appraise', TINY, CLERK, '--out', path, '--force'])).code).toBe(0);
    expect(readFileSync(path, 'utf8')).not.toBe('mine');
  });

  it('says what is wrong with a folder', async () => {
    const missing = join(folder, 'no', 'a.txt');
    expect(await call(['appraise', TINY, CLERK, '--out', missing])).toEqual({
      code: 2,
      out: '',
      err: `kinerja: There is no folder "${join(folder, 'no')}" to write into.\n  Make the folder first, or name another.\n`,
    });
    expect(await call(['appraise', TINY, CLERK, '--out', folder, '--force'])).toEqual({
      code: 2,
      out: '',
      err: `kinerja: "${folder}" is a folder, not a file.\n  Name a file in it.\n`,
    });
  });
});

describe('whatever is fed to it', () => {
  const harmless = async (stdin: string): Promise<void> => {
    const { code, err } = await kinerja(`appraise ${TINY} -`, { stdin });
    expect([0, 1]).toContain(code);
    expect(err).not.toMatch(/\n\s+at /);
  };

  it('text never breaks it', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), harmless), { numRuns: 60 });
  });

  it('JSON never breaks it, nor do names such as __proto__', async () => {
    const name = fc.constantFrom('employee', 'assessed', 'paid', 'facts', 'period', 'kind', 'id', 'status', '__proto__', 'constructor', 'toString');
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('2024-06', 'pns', 'regular', '1', 3, 0.1, null, true),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.array(fc.tuple(name, tie('node')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(value, (each) => harmless(JSON.stringify(each))),
      { numRuns: 60 },
    );
  });
});
