import { describe, expect, it } from 'vitest';
import { shippedIds } from '../node/ruleset-folder.ts';
import { COMMANDS } from './commands/index.ts';
import { FIXTURES, kinerja } from './fixtures/call.fixture.ts';

describe('the command line', () => {
  it('prints its version', async () => {
    expect(await kinerja('--version')).toEqual({ code: 0, out: '1.2.3\n', err: '' });
  });

  it('prints its help, with every command, its exit codes and examples', async () => {
    const { code, out, err } = await kinerja('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const { name } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(out).toContain('Exit codes: 0 good; 1 findings; 2 misuse; 70 a fault of kinerja itself.');
    expect(out).toContain('Examples:\n  kinerja list\n');
  });

  it('without a command prints its help, as misuse', async () => {
    const { code, out, err } = await kinerja('');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe((await kinerja('--help')).out);
  });

  it.each(COMMANDS.map(({ name, examples }) => [name, examples] as const))(
    '%s --help shows its examples and says what its exit code means',
    async (name, examples) => {
      const { code, out, err } = await kinerja(`${name} --help`);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out.startsWith(`Usage: kinerja ${name} [options]`)).toBe(true);
      expect(examples.length).toBeGreaterThan(1);
      for (const [example, meaning] of examples) {
        expect(example.startsWith('kinerja ')).toBe(true);
        expect(out).toContain(`  ${example}`);
        expect(out).toContain(meaning);
      }
      expect(await kinerja(`help ${name}`)).toEqual({ code, out, err });
    },
  );

  it('keeps every line of help within 130 characters', async () => {
    for (const { name } of COMMANDS) {
      const { out } = await kinerja(`${name} --help`);
      expect(out.split('\n').filter((line) => line.length > 130)).toEqual([]);
    }
  });

  it.each([
    ['tets', "kinerja: unknown command 'tets'\n(Did you mean test?)\n  See: kinerja --help\n"],
    ['xyzzy', "kinerja: unknown command 'xyzzy'\n  See: kinerja --help\n"],
    ['validate --bogus', "kinerja: unknown option '--bogus'\n  See: kinerja validate --help\n"],
    ['validate --fromat json', "kinerja: unknown option '--fromat'\n(Did you mean --format?)\n  See: kinerja validate --help\n"],
    [
      'validate --format xml',
      "kinerja: option '-f, --format <format>' argument 'xml' is invalid. Allowed choices are text, json, junit, sarif, github.\n  See: kinerja validate --help\n",
    ],
    ['appraise nasional', "kinerja: missing required argument 'file'\n  See: kinerja appraise --help\n"],
    ['appraise nasional a.yaml b.yaml', "kinerja: too many arguments for 'appraise'. Expected 2 arguments but got 3.\n  See: kinerja appraise --help\n"],
    [
      'appraise nasional a.yaml --lang fr',
      "kinerja: option '-l, --lang <language>' argument 'fr' is invalid. Allowed choices are id, en.\n  See: kinerja appraise --help\n",
    ],
    ['validate salatga', 'kinerja: There is no ruleset "salatga", neither as a folder nor among the shipped ones. Did you mean "salatiga"?\n'],
    ['validate src/values', 'kinerja: "src/values" holds no ruleset: there is no ruleset.yaml in it or right below it.\n'],
    [
      'list __proto__',
      `kinerja: There is no ruleset "__proto__", neither as a folder nor among the shipped ones. The shipped ones are: ${shippedIds().join(', ')}.\n`,
    ],
  ])('answers the misuse "%s" with one clear line', async (words, err) => {
    expect(await kinerja(words)).toEqual({ code: 2, out: '', err });
  });

  it('tells a fault of its own from everything else', async () => {
    const { code, out, err } = await kinerja(`list ${FIXTURES}/tiny`, {
      stdout: () => {
        throw new TypeError('out of ink');
      },
    });
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err.split('\n').slice(0, 2)).toEqual([
      'kinerja: This is a fault of kinerja itself, not of your files. Please report it with these lines:',
      'TypeError: out of ink',
    ]);
  });
});

describe('colour', () => {
  const coloured = '\u001b[';
  it.each([
    ['is off in a pipe', '', { isTTY: false }, false],
    ['is on at a terminal', '', { isTTY: true }, true],
    ['is off with --no-color', '--no-color', { isTTY: true, env: { FORCE_COLOR: '1' } }, false],
    ['is off with NO_COLOR', '', { isTTY: true, env: { NO_COLOR: '1' } }, false],
    ['stays on with an empty NO_COLOR', '', { isTTY: true, env: { NO_COLOR: '' } }, true],
    ['is on in a pipe with FORCE_COLOR', '', { isTTY: false, env: { FORCE_COLOR: '1' } }, true],
    ['is off at a terminal with FORCE_COLOR=0', '', { isTTY: true, env: { FORCE_COLOR: '0' } }, false],
    ['is off at a dumb terminal', '', { isTTY: true, env: { TERM: 'dumb' } }, false],
  ])('%s', async (_what, option, host, expected) => {
    const { out } = await kinerja(`list ${FIXTURES}/tiny ${option}`, host);
    expect(out.includes(coloured)).toBe(expected);
  });

  it('changes nothing but the colour', async () => {
    const plain = await kinerja(`test ${FIXTURES}/failing`);
    const painted = await kinerja(`test ${FIXTURES}/failing`, { isTTY: true });
    expect(painted.out).not.toBe(plain.out);
    expect(painted.out.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });
});
