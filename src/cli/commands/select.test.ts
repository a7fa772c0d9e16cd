import { describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const PEOPLE = 'rulesets/andir/people';

describe('kinerja select', () => {
  it('compares by what the ruleset says, and ends with 1 when a tie reaches over the last vacancy', async () => {
    const { code, out, err } = await call(['select', 'andir', PEOPLE, '--places', '2', '--lang', 'en']);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const said = out.replaceAll(/\s+/g, ' ');
    expect(said).toContain('Criteria in order Competence score (competence.score, higher is better); Trainings done (training.count, higher is better)');
    expect(said).toContain('1 Neng Yulianti (199003152015032001) 100 % 2 chosen 2 Tatang Suryana (196904041995031003) 100 % 1 tied at the last vacancy');
    expect(said).toContain('Tie: 2 share place 2, and 1 vacancy is left. The criteria do not decide who; add a criterion, or decide with reasons in writing.');
    expect(said).toContain('Rina Marlina (199512012020122007): Conditions not met: The rating reaches the least (seed-andir-personnel).');
  });

  it('ends with 0 when the list is settled', async () => {
    const { code, out } = await call(['select', 'andir', PEOPLE, '--places', '1']);
    expect(code).toBe(0);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'sama pada Nilai kompetensi, karena Pelatihan yang sudah diikuti: 2 terhadap 1, selisih 1. Terpilih (1 lowongan).',
    );
  });

  it('compares by other terms, lower first where it is asked, and lets everybody stand', async () => {
    const { code, out } = await call([
      'select',
      'andir',
      PEOPLE,
      '--places',
      '5',
      '--by',
      'competence.gaps:lower,erk.score',
      '--eligible',
      'none',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const { ranked, unranked } = JSON.parse(out) as { ranked: { name: string; place: number }[]; unranked: unknown[] };
    expect(ranked.map(({ name, place }) => `${place} ${name}`)).toEqual([
      '1 Asep Hidayat',
      '2 Dadan Kurnia',
      '3 Tatang Suryana',
      '4 Neng Yulianti',
      '5 Sinta Dewi',
      '6 Rina Marlina',
    ]);
    expect(unranked).toEqual([]);
  });

  it('is provisional, and ends with 1, when a file is refused', async () => {
    const { code, out, err } = await call([
      'select',
      'andir',
      PEOPLE,
      `${FIXTURES}/appraisals/misspelt.yaml`,
      '--places',
      '1',
      '--lang',
      'en',
      '--format',
      'markdown',
    ]);
    expect(code).toBe(1);
    expect(err).toContain('misspelt.yaml:2:29: error input/unknown-key: employee.stats:');
    expect(out).toContain('Provisional: some candidates could not be placed yet or were refused, and may still change the places.');
  });

  it.each([
    ['a word for a number', ['--places', 'two'], 'kinerja: "two" is no number of vacancies.\n  Give a whole number, 1 or more: --places 2.\n'],
    [
      'a strange direction',
      ['--places', '1', '--by', 'erk.score:up'],
      'kinerja: "erk.score:up" is no term to compare by.\n  Write the term alone, term:higher or term:lower.\n',
    ],
    [
      'a term that is not there',
      ['--places', '1', '--by', 'competence.scor'],
      'kinerja: "competence.scor" is no term of "andir".\n  Did you mean "competence.score"?\n',
    ],
    [
      'a condition that is a number',
      ['--places', '1', '--eligible', 'erk.score'],
      'kinerja: "erk.score" is a number of points, and a condition is true or false.\n  Name a term of type boolean.\n',
    ],
  ])('%s is misuse', async (_name, words, message) => {
    expect(await call(['select', 'andir', PEOPLE, ...words])).toEqual({ code: 2, out: '', err: message });
  });

  it('asks for a criterion where the ruleset says none', async () => {
    const { code, err } = await call(['select', `${FIXTURES}/tiny`, `${FIXTURES}/tiny/people`, '--places', '1']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'kinerja: Nothing is said by which to compare, and "tiny" says nothing of a selection.\n  Name one term at least, or write selection: in ruleset.yaml.\n',
    });
  });

  it('explains itself with examples', async () => {
    expect((await kinerja('select --help')).out).toContain('kinerja select andir candidates --places 2');
  });
});
