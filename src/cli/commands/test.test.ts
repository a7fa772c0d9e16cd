import { describe, expect, it } from 'vitest';
import { FIXTURES, kinerja } from '../fixtures/call.fixture.ts';
import { xmlFault, xmlTexts } from '../render/xml.fixture.ts';

const FAILING = `${FIXTURES}/failing/cases/pay.yaml`;
const LONELY = 'base.amount is varied by decree#art-1 from 2024-01-01 on; 4 national expectations depend on it. No regional case comes by it: write one.';

describe('kinerja test', () => {
  it('says how many cases passed, how many rules both opinions decided, and what was reached', async () => {
    expect(await kinerja(`test ${FIXTURES}/tiny`)).toEqual({
      code: 0,
      err: '',
      out: `tiny: 4 cases: 4 passed, 0 failed; 4 rules decided by both opinions, no disagreements
  reached: rules 2/2, rows 2/2, branches 0/0, edges 9/13 (--coverage lists what no case reaches)
`,
    });
  });

  it('shows of a failed case its place, what was expected, what came, the working and the article', async () => {
    expect(await kinerja(`test ${FIXTURES}/failing`)).toEqual({
      code: 1,
      err: '',
      out: `FAILED ${FAILING}:1:3 A wrong amount, 100% wrong: <expected>
  ${FAILING}:4:20 fired
    expected nothing
    actual   flag.absent
  ${FAILING}:4:36 payments payment.pay amount
    expected 1050000
    actual   787500
  working: nobody checked
  because: law#art-3

FAILED ${FAILING}:9:18 Nobody is like this
  cannot be run: There is no person "nobody". Write one under people/.

failing: 3 cases: 1 passed, 2 failed; 2 rules decided by both opinions, no disagreements
  under failing, 4 cases of tiny: 4 passed, 0 failed; 4 rules decided by both opinions, no disagreements
  reached: nothing of its own to reach
`,
    });
  });

  it('runs the national cases under a region, and names what the region varies and by which article', async () => {
    expect(await kinerja(`test ${FIXTURES}/region`)).toEqual({
      code: 0,
      err: '',
      out: `region: 1 case: 1 passed, 0 failed; 1 rule decided by both opinions, no disagreements
  under region, 4 cases of tiny: 4 passed, 0 failed; 4 rules decided by both opinions, no disagreements
  base.amount is varied by decree#art-1 from 2024-01-01 on; 4 national expectations depend on it.
  reached: nothing of its own to reach
`,
    });
  });

  it('asks for a regional case where the region varies the nation and shows nothing', async () => {
    const { code, out } = await kinerja(`test ${FIXTURES}/lonely`);
    expect(code).toBe(1);
    expect(out).toBe(`lonely: no cases
  warning: ${FIXTURES}/lonely has no cases. Write some under cases/.
  under lonely, 4 cases of tiny: 4 passed, 0 failed; 4 rules decided by both opinions, no disagreements
  warning: ${LONELY}
  reached: nothing of its own to reach
`);
    expect(await kinerja(`test ${FIXTURES}/lonely --warnings allow`)).toEqual({ code: 0, out, err: '' });
  });

  it('with --coverage lists what no case reaches, and fails', async () => {
    const edge = (side: string): string =>
      `${FIXTURES}/tiny/tables/cut.yaml:2:3: warning case/no-edge: No case reaches "cut.ladder": days ${side}. Add a case with that value: edges are where rules go wrong.`;
    expect(await kinerja(`test ${FIXTURES}/tiny --coverage`)).toEqual({
      code: 1,
      err: '',
      out: `${['above 0', 'below 2', 'above 3', 'below 31'].map(edge).join('\n')}
tiny: 4 cases: 4 passed, 0 failed; 4 rules decided by both opinions, no disagreements
  reached: rules 2/2, rows 2/2, branches 0/0, edges 9/13
`,
    });
  });

  it('tells an error of the ruleset once, not for each case', async () => {
    expect(await kinerja(`test ${FIXTURES}/misspelt`)).toEqual({
      code: 1,
      err: '',
      out: `FAILED ${FIXTURES}/misspelt/cases/work.yaml:1:3 The score is what was done
  cannot be run: ${FIXTURES}/misspelt/terms/work.yaml:6:12: error formula/unknown-name: "work.dome" is not declared here. Did you mean "work.done"?

FAILED ${FIXTURES}/misspelt/cases/work.yaml:5:3 It is done
  cannot be run, for the same reason

misspelt: 2 cases: 0 passed, 2 failed; no rules decided by both opinions, no disagreements
  error: ${FIXTURES}/misspelt has errors in the law that begins on 2024-01-01: kinerja validate ${FIXTURES}/misspelt says which.
`,
    });
  });

  it('runs nothing where the text cannot be read', async () => {
    const place = `${FIXTURES}/unreadable`;
    expect(await kinerja(`test ${place}`)).toEqual({
      code: 1,
      err: '',
      out: `${place}/ruleset.yaml:2:43: error yaml/quote-open: The quote " that opens here is never closed. Close it with " at the end of the text.
${place}: no case was run, since the text has 1 error
`,
    });
  });

  it('runs the cases whose name holds a text, whatever the capitals', async () => {
    expect(await kinerja(`test ${FIXTURES}/tiny --case QUARTER`)).toEqual({
      code: 0,
      err: '',
      out: 'tiny: 2 cases: 2 passed, 0 failed; 2 rules decided by both opinions, no disagreements\n',
    });
  });

  it('does not pass when no case has that name', async () => {
    expect(await kinerja(`test ${FIXTURES}/tiny --case elephants`)).toEqual({
      code: 2,
      out: '',
      err: 'kinerja: No case has "elephants" in its name.\n  Capitals do not count. Without --case all cases run.\n',
    });
    expect(await kinerja(`test ${FIXTURES}/tiny --case QUARTER --coverage`)).toEqual({
      code: 2,
      out: '',
      err: 'kinerja: Coverage is asked of all cases together.\n  Leave out --case, or --coverage.\n',
    });
  });

  it('shows progress on a terminal only, and wipes it away', async () => {
    const { out, err } = await kinerja(`test ${FIXTURES}/region`, { isErrorTTY: true });
    const clear = '\r\u001b[K';
    expect(err).toBe(
      [`region: cases 100%`, 'region: cases of tiny 0%', 'region: cases of tiny 25%', 'region: cases of tiny 50%', 'region: cases of tiny 75%', '']
        .map((text) => clear + text)
        .join(''),
    );
    expect(out).toBe((await kinerja(`test ${FIXTURES}/region`)).out);
    expect((await kinerja(`test ${FIXTURES}/region`, { isErrorTTY: true, env: { CI: 'true' } })).err).toBe('');
  });

  it('writes JUnit: one test a case, one suite for the national cases', async () => {
    const { code, out } = await kinerja(`test ${FIXTURES}/failing --format junit`);
    expect(code).toBe(1);
    expect(xmlFault(out)).toBeUndefined();
    expect(out.match(/<testsuites? [^>]*>/g)).toEqual([
      '<testsuites name="kinerja test" tests="7" failures="2">',
      '<testsuite name="failing" tests="3" failures="2" errors="0" skipped="0">',
      '<testsuite name="failing: cases of tiny" tests="4" failures="0" errors="0" skipped="0">',
    ]);
    expect(xmlTexts(out)).toEqual([
      `${FAILING}:4:20: error case/mismatch: fired: expected nothing, was flag.absent.\nworking: nobody checked\nbecause: law#art-3`,
      `${FAILING}:4:36: error case/mismatch: payments payment.pay amount: expected 1050000, was 787500.\nworking: nobody checked\nbecause: law#art-3`,
      `${FAILING}:9:18: error case/not-run: The case cannot be run: There is no person "nobody". Write one under people/.`,
    ]);
  });

  it('writes annotations for GitHub', async () => {
    const { code, out } = await kinerja(`test ${FIXTURES}/failing --format github`);
    expect(code).toBe(1);
    const title = 'A wrong amount%2C 100%25 wrong%3A <expected>';
    expect(out.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      `::error file=${FAILING},line=4,col=20,title=case/mismatch%3A ${title}::fired: expected nothing, was flag.absent.%0Aworking: nobody checked%0Abecause: law#art-3`,
      `::error file=${FAILING},line=4,col=36,title=case/mismatch%3A ${title}::payments payment.pay amount: expected 1050000, was 787500.%0Aworking: nobody checked%0Abecause: law#art-3`,
      `::error file=${FAILING},line=9,col=18,title=case/not-run%3A Nobody is like this::The case cannot be run: There is no person "nobody". Write one under people/.`,
    ]);
  });

  it('writes SARIF, with the place of the override that wants a case', async () => {
    const { out } = await kinerja(`test ${FIXTURES}/lonely --format sarif`);
    const { runs } = JSON.parse(out) as { runs: { results: unknown[] }[] };
    expect(runs[0]!.results[1]).toEqual({
      ruleId: 'case/no-regional',
      ruleIndex: 0,
      level: 'warning',
      message: { text: `base.amount: ${LONELY}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: `${FIXTURES}/lonely/overrides/base.yaml` }, region: { startLine: 1, startColumn: 1 } } }],
    });
  });

  it('writes JSON', async () => {
    const { code, out } = await kinerja(`test ${FIXTURES}/failing --format json`);
    expect(code).toBe(1);
    const { passed, rulesets } = JSON.parse(out) as {
      passed: boolean;
      rulesets: { id: string; cases: { name: string; status: string; working?: string; because: string[]; mismatches: unknown[] }[] }[];
    };
    expect(passed).toBe(false);
    expect(rulesets.map(({ id, cases }) => [id, cases.map(({ status }) => status)])).toEqual([['failing', ['failed', 'failed', 'passed']]]);
    expect(rulesets[0]!.cases[0]).toMatchObject({
      name: 'A wrong amount, 100% wrong: <expected>',
      working: 'nobody checked',
      because: ['law#art-3'],
      mismatches: [
        { path: ['expect', 'fired'], expected: 'nothing', actual: 'flag.absent', position: { file: FAILING, line: 4, column: 20 } },
        { path: ['expect', 'payments', 'payment.pay', 'amount'], expected: '1050000', actual: '787500', position: { file: FAILING, line: 4, column: 36 } },
      ],
    });
  });
});
