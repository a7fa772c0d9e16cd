import { describe, expect, it } from 'vitest';
import { FIXTURES, kinerja } from '../fixtures/call.fixture.ts';

describe('kinerja list', () => {
  it('lists the shipped rulesets where there is no folder "rulesets"', async () => {
    const { code, out } = await kinerja('list --format json', { cwd: `${process.cwd()}/src` });
    expect(code).toBe(0);
    expect((JSON.parse(out) as { rulesets: { id: string }[] }).rulesets.map(({ id }) => id).slice(0, 1)).toEqual(['nasional']);
  });

  it('shows size, origin and standing', async () => {
    expect(await kinerja(`list ${FIXTURES}/tiny ${FIXTURES}/region`)).toEqual({
      code: 0,
      err: '',
      out: `RULESET  VERSION  FROM        EXTENDS  NODES  ISSUER  TITLE
tiny     1.0.0    2024-01-01  -            7  Test    A small ruleset
region   1.0.0    2024-01-01  tiny         7  Test    A small regional ruleset

tiny on 2024-06-30: confirmed 6 (86%), placeholder 1 (14%)
region on 2024-06-30: confirmed 6 (86%), placeholder 1 (14%)
`,
    });
  });

  it('says why a ruleset cannot be used at a date', async () => {
    const { code, out } = await kinerja(`list ${FIXTURES}/tiny --date 2020`);
    expect(code).toBe(1);
    expect(out.split('\n')[3]).toBe(
      `tiny cannot be used on 2020: ${FIXTURES}/tiny/ruleset.yaml:2:1: error date/before-first-version: The assessed period begins on 2020-01-01, and "tiny" speaks only from 2024-01-01 on. Choose a later period, or an older ruleset. (and 1 more: kinerja validate ${FIXTURES}/tiny)`,
    );
  });

  it('counts a ruleset that begins later as of its first day', async () => {
    const { out } = await kinerja(`list ${FIXTURES}/tiny --format json`, { today: '2023-12-31' });
    expect(JSON.parse(out)).toEqual({
      rulesets: [
        {
          id: 'tiny',
          title: { id: 'Aturan kecil', en: 'A small ruleset' },
          issuer: 'Test',
          version: '1.0.0',
          from: '2024-01-01',
          place: `${FIXTURES}/tiny`,
          on: '2024-01-01',
          standing: { confirmed: 6, reported: 0, derived: 0, placeholder: 1 },
        },
      ],
    });
  });

  it('lists the facts that a ruleset needs', async () => {
    expect(await kinerja(`list --facts ${FIXTURES}/tiny`)).toEqual({
      code: 0,
      err: '',
      out: `2 facts that tiny reads on 2024-06-30:

PLACE                 TYPE                WHEN ABSENT  TITLE
facts["days.absent"]  a number of day     unknown      Hari absen / Days absent
facts["work.done"]    a number of points  required     Capaian / Work done
`,
    });
    const { out } = await kinerja(`list --facts ${FIXTURES}/tiny --date 2024-Q2 --format json`);
    expect(JSON.parse(out)).toMatchObject({
      ruleset: 'tiny',
      on: '2024-Q2',
      facts: [
        { id: 'days.absent', absence: 'unknown' },
        { id: 'work.done', absence: 'required' },
      ],
    });
  });

  it.each([
    [`list --facts ${FIXTURES}/tiny ${FIXTURES}/region`, 2, 'kinerja: --facts lists the facts of the one ruleset that it names.\n  Leave out the paths.\n'],
    ['list --date yesterday', 2, 'kinerja: "yesterday" is no day, month, quarter or year.\n  Write --date 2024-06-30, 2024-06, 2024-Q2 or 2024.\n'],
    ['list --date 2024-02-30', 2, 'kinerja: "2024-02-30" is no day, month, quarter or year.\n  Write --date 2024-06-30, 2024-06, 2024-Q2 or 2024.\n'],
    [
      `list --facts ${FIXTURES}/misspelt`,
      1,
      `kinerja: The ruleset "misspelt" cannot be used.\n${FIXTURES}/misspelt/terms/work.yaml:6:12: error formula/unknown-name: "work.dome" is not declared here. Did you mean "work.done"?\n`,
    ],
  ])('refuses "%s"', async (words, code, err) => {
    expect(await kinerja(words)).toEqual({ code, out: '', err });
  });
});
