import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const HEAD = '/**\n * A ruleset compiled by `kinerja compile`: do not edit, compile it again.\n';

describe('kinerja compile', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'kinerja-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const compile = (out: string, ...more: string[]) =>
    call(['compile', `${FIXTURES}/tiny`, '--assessed', '2024-06', '--paid', '2024-06', '--out', out, ...more]);

  it('writes a module that runs, and its types beside it', async () => {
    const file = join(root, 'evaluator.mjs');
    expect(await compile(file)).toEqual({ code: 0, out: '', err: `Written: ${file}\nWritten: ${join(root, 'evaluator.d.mts')}\n` });
    expect(readFileSync(file, 'utf8').slice(0, HEAD.length)).toBe(HEAD);
    const { evaluate, ruleset } = (await import(pathToFileURL(file).href)) as {
      evaluate: (appraisal: object) => { payments: readonly object[] };
      ruleset: object;
    };
    expect(ruleset).toMatchObject({ id: 'tiny', version: '1.0.0', assessedOn: '2024-06-30' });
    const clerk = {
      employee: { id: '1', status: 'pns' },
      assessed: '2024-06',
      paid: { period: '2024-06', kind: 'regular' },
      facts: { 'days.absent': 3, 'work.done': 80 },
    };
    expect(evaluate(clerk).payments).toEqual([
      { id: 'payment.pay', title: { id: 'Tunjangan', en: 'Allowance' }, status: 'paid', amount: '787500', reasons: [] },
    ]);
    expect(readdirSync(root).sort()).toEqual(['evaluator.d.mts', 'evaluator.mjs']);
  });

  it('names the types of a .js file .d.ts', async () => {
    expect((await compile(join(root, 'a.js'))).code).toBe(0);
    expect(readdirSync(root).sort()).toEqual(['a.d.ts', 'a.js']);
  });

  it('replaces files only with --force, and writes none when one may not be', async () => {
    const [file, types] = [join(root, 'evaluator.mjs'), join(root, 'evaluator.d.mts')];
    writeFileSync(types, 'mine\n');
    expect(await compile(file)).toEqual({
      code: 2,
      out: '',
      err: `kinerja: The file "${types}" exists already.\n  Give --force to replace it, or another name.\n`,
    });
    expect(readdirSync(root)).toEqual(['evaluator.d.mts']);
    expect((await compile(file, '--force')).code).toBe(0);
    expect(readFileSync(types, 'utf8')).not.toBe('mine\n');
  });

  it.each([
    [
      `compile ${FIXTURES}/tiny --assessed 2024-13 --out a.mjs`,
      'kinerja: "2024-13" is no day, month, quarter, half-year or year.\n  Write --assessed 2025-03, 2025-Q1, 2025-S1 or 2025.\n',
    ],
    [
      `compile ${FIXTURES}/tiny --assessed 2024-06 --paid june --out a.mjs`,
      'kinerja: "june" is no day, month, quarter, half-year or year.\n  Write --paid 2025-03, 2025-Q1, 2025-S1 or 2025.\n',
    ],
    [
      `compile ${FIXTURES}/tiny --assessed 2024-06 --out a.ts`,
      'kinerja: "a.ts" is no name of a JavaScript module.\n  End it in .mjs, or in .js where the package is of type module.\n',
    ],
    [`compile ${FIXTURES}/tiny --out a.mjs`, "kinerja: required option '--assessed <period>' not specified\n  See: kinerja compile --help\n"],
    [`compile ${FIXTURES}/tiny --assessed 2024-06`, "kinerja: required option '-o, --out <file>' not specified\n  See: kinerja compile --help\n"],
  ])('%s is misuse', async (words, err) => {
    expect(await kinerja(words)).toEqual({ code: 2, out: '', err });
  });

  it('refuses what only the exact evaluator does, and names each node', async () => {
    const folder = join(root, 'linear');
    cpSync(`${FIXTURES}/tiny`, folder, { recursive: true });
    const table = join(folder, 'tables', 'cut.yaml');
    const [head] = readFileSync(table, 'utf8').split('  rows:');
    writeFileSync(table, `${head!}  hit: linear\n  rows: [{ days: 0, cut: 0 }, { days: 31, cut: 25 }]\n`);
    const { code, out, err } = await kinerja(`compile ${folder} --assessed 2024-06 --paid 2024-06 --out ${join(root, 'a.mjs')}`);
    expect({ code, out, err }).toEqual({
      code: 1,
      out: '',
      err: [
        'kinerja: The ruleset "tiny" cannot be compiled ahead of time: these nodes need the exact evaluator, which no module holds.',
        '  pay.amount: a linear table',
        '  Appraise with the library, whose compile() hands such nodes to the exact evaluator.',
        '',
      ].join('\n'),
    });
    expect(readdirSync(root)).toEqual(['linear']);
  });

  it('says what is wrong with a ruleset that cannot be read, and writes nothing', async () => {
    const { code, out, err } = await kinerja(`compile ${FIXTURES}/unreadable --assessed 2024-06 --out ${join(root, 'a.mjs')}`);
    expect({ code, out, head: err.split('\n')[0] }).toEqual({ code: 1, out: '', head: 'kinerja: The ruleset "src/cli/fixtures/unreadable" cannot be used.' });
    expect(readdirSync(root)).toEqual([]);
  });
});
