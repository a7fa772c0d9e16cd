import { describe, expect, it } from 'vitest';
import { FIXTURES, kinerja } from '../fixtures/call.fixture.ts';
import { xmlFault } from '../render/xml.fixture.ts';

const MISSPELT = `"work.dome" is not declared here. Did you mean "work.done"?`;
const AT = `${FIXTURES}/misspelt/terms/work.yaml`;

describe('kinerja validate', () => {
  it('says of a sound ruleset in how many intervals it was checked, and how sure it is', async () => {
    expect(await kinerja(`validate ${FIXTURES}/tiny`)).toEqual({
      code: 0,
      err: '',
      out: `tiny 1.0.0: 1 interval of law from 2024-01-01 on; no errors, no warnings, no notes
  standing of 7 nodes: confirmed 6 (86%), placeholder 1 (14%)
  1 placeholder (--placeholders lists them)
`,
    });
  });

  it('lists placeholders with their place and what is missing', async () => {
    const { code, out } = await kinerja(`validate ${FIXTURES}/region --placeholders`);
    expect(code).toBe(0);
    expect(out).toBe(`region 1.0.0: 1 interval of law from 2024-01-01 on; no errors, no warnings, no notes
  standing of 7 nodes: confirmed 6 (86%), placeholder 1 (14%)
  1 placeholder, from tiny:
    ${FIXTURES}/tiny/parameters/base.yaml:10:7: base.bonus (from 2024-01-01): the annex was not read
`);
  });

  it('shows what is wrong at its line, and fails', async () => {
    expect(await kinerja(`validate ${FIXTURES}/misspelt ${FIXTURES}/unreadable`)).toEqual({
      code: 1,
      err: '',
      out: `${AT}:6:12: error formula/unknown-name: ${MISSPELT}
misspelt 1.0.0: 1 interval of law from 2024-01-01 on, 1 of them with errors (2024-01-01..); 1 error, no warnings, no notes
${FIXTURES}/unreadable/ruleset.yaml:2:43: error yaml/quote-open: The quote " that opens here is never closed. Close it with " at the end of the text.
${FIXTURES}/unreadable: not resolved, since its text has errors; 1 error, no warnings, no notes
`,
    });
  });

  it('fails for a warning, unless warnings are allowed', async () => {
    const { code, out } = await kinerja(`validate ${FIXTURES}/untidy`);
    expect(code).toBe(1);
    expect(out).toMatch(/^untidy 1\.0\.0: 1 interval of law from 2024-01-01 on; no errors, 1 warning, no notes$/m);
    expect(await kinerja(`validate ${FIXTURES}/untidy --warnings allow`)).toEqual({ code: 0, out, err: '' });
  });

  it('takes the rulesets of the folder "rulesets" when no path is given', async () => {
    const { out } = await kinerja('validate --format json', { cwd: `${process.cwd()}/${FIXTURES}/project` });
    expect((JSON.parse(out) as { rulesets: { id: string }[] }).rulesets.map(({ id }) => id)).toEqual(['mine']);
  });

  it('tells once what is asked about twice', async () => {
    const { out } = await kinerja(`validate ${FIXTURES}/misspelt ${FIXTURES}/misspelt/ruleset.yaml`);
    expect(out.split('\n').filter((line) => line.includes(MISSPELT))).toHaveLength(1);
  });

  it('takes all rulesets right below a folder, those that extend nothing first', async () => {
    const { out } = await kinerja(`validate ${FIXTURES} --format json`);
    expect((JSON.parse(out) as { rulesets: { id: string }[] }).rulesets.map(({ id }) => id)).toEqual([
      'misspelt',
      'tiny',
      `${FIXTURES}/unreadable`,
      'untidy',
      'failing',
      'lonely',
      'region',
    ]);
  });

  it('writes JSON', async () => {
    const { code, out } = await kinerja(`validate ${FIXTURES}/misspelt --format json`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      passed: false,
      rulesets: [
        {
          id: 'misspelt',
          version: '1.0.0',
          place: `${FIXTURES}/misspelt`,
          intervals: [{ from: '2024-01-01', sound: false }],
          diagnostics: [
            {
              code: 'formula/unknown-name',
              severity: 'error',
              message: '"work.dome" is not declared here.',
              mend: 'Did you mean "work.done"?',
              ruleset: 'misspelt',
              path: ['terms', 'work.score', 'formula'],
              position: { file: AT, line: 6, column: 12 },
            },
          ],
          placeholders: [],
        },
      ],
    });
  });

  it('writes JUnit', async () => {
    const { code, out } = await kinerja(`validate ${FIXTURES}/misspelt ${FIXTURES}/tiny --format junit`);
    expect(code).toBe(1);
    expect(xmlFault(out)).toBeUndefined();
    expect(out).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="kinerja validate" tests="2" failures="1">
  <testsuite name="misspelt" tests="1" failures="1" errors="0" skipped="0">
    <testcase name="${AT}" classname="misspelt" file="${AT}" line="6">
      <failure message="formula/unknown-name" type="formula/unknown-name">${AT}:6:12: error formula/unknown-name: ${MISSPELT}</failure>
    </testcase>
  </testsuite>
  <testsuite name="tiny" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="${FIXTURES}/tiny" classname="tiny"/>
  </testsuite>
</testsuites>
`);
  });

  it('writes SARIF', async () => {
    const { code, out } = await kinerja(`validate ${FIXTURES}/misspelt --format sarif`);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'kinerja', version: '1.2.3', rules: [{ id: 'formula/unknown-name' }] } },
          results: [
            {
              ruleId: 'formula/unknown-name',
              level: 'error',
              message: { text: MISSPELT },
              locations: [{ physicalLocation: { artifactLocation: { uri: AT }, region: { startLine: 6, startColumn: 12 } } }],
            },
          ],
        },
      ],
    });
  });

  it('writes annotations for GitHub, then the summary', async () => {
    expect(await kinerja(`validate ${FIXTURES}/misspelt --format github`)).toEqual({
      code: 1,
      err: '',
      out: `::error file=${AT},line=6,col=12,title=formula/unknown-name::${MISSPELT}
misspelt 1.0.0: 1 interval of law from 2024-01-01 on, 1 of them with errors (2024-01-01..); 1 error, no warnings, no notes
`,
    });
  });
});
