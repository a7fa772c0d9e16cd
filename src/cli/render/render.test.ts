import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../style.ts';
import type { Finding, Suite } from '../suite.ts';
import { counted } from './counted.ts';
import { renderGithub } from './github.ts';
import { renderJunit } from './junit.ts';
import { renderSarif } from './sarif.ts';
import { renderTable } from './text-table.ts';
import { xmlFault, xmlTexts } from './xml.fixture.ts';

const finding = (more: Partial<Finding> = {}): Finding => ({ code: 'a/b', severity: 'error', title: 'T', message: 'M.', ...more });
const suite = (findings: readonly Finding[]): readonly Suite[] => [{ name: 'S', checks: [{ name: 'C', group: 'G', findings }] }];

describe('JUnit', () => {
  it('is well-formed and keeps every text, whatever characters it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (message, title) => {
        const xml = renderJunit('run', suite([finding({ message: `<${message}>`, title })]), 'fail');
        expect(xmlFault(xml)).toBeUndefined();
      }),
    );
    const xml = renderJunit('run', suite([finding({ message: 'a & b < "c" > d ]]>\nnext', title: '"quoted" & <marked>\n2' })]), 'fail');
    expect(xmlTexts(xml)).toEqual(['error a/b: a & b < "c" > d ]]>\nnext']);
    expect(xml).toContain('<failure message="&quot;quoted&quot; &amp; &lt;marked&gt;&#10;2" type="a/b">');
  });

  it('replaces what XML cannot hold', () => {
    const xml = renderJunit('run', suite([finding({ message: 'bell \u0007 half \uD800 end \u{1F600}' })]), 'fail');
    expect(xmlTexts(xml)).toEqual(['error a/b: bell \uFFFD half \uFFFD end \u{1F600}']);
  });

  it('counts a warning as a failure only when warnings count', () => {
    const warned = suite([finding({ severity: 'warning' })]);
    expect(renderJunit('run', warned, 'fail')).toContain('<testsuites name="run" tests="1" failures="1">');
    expect(renderJunit('run', warned, 'allow')).toContain('<testsuites name="run" tests="1" failures="0">');
    expect(renderJunit('run', warned, 'allow')).toContain('<system-out>warning a/b: M.</system-out>');
  });
});

describe('GitHub annotations', () => {
  it.each([
    ['a message of several lines', finding({ message: 'one\r\ntwo: 100%, yes' }), '::error title=a/b%3A T::one%0D%0Atwo: 100%25, yes\n'],
    ['a title with a colon, a comma and a percent sign', finding({ title: 'a: b, c 5%' }), '::error title=a/b%3A a%3A b%2C c 5%25::M.\n'],
    ['a place', finding({ position: { file: 'a,b:c.yaml', line: 3, column: 7 } }), '::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=a/b%3A T::M.\n'],
    ['a warning', finding({ severity: 'warning', title: 'a/b' }), '::warning title=a/b::M.\n'],
    ['a note', finding({ severity: 'note', title: 'a/b' }), '::notice title=a/b::M.\n'],
  ])('escapes %s', (_what, given, expected) => {
    expect(renderGithub([given])).toBe(expected);
  });

  it('is always one line a finding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, message) => {
        const text = renderGithub([finding({ title, message })]);
        expect(text.split(/\r|\n/)).toHaveLength(2);
        expect(/^::error title=([^:,]*)::/.exec(text)).not.toBeNull();
      }),
    );
  });
});

describe('SARIF', () => {
  const read = (findings: readonly Finding[]) =>
    JSON.parse(renderSarif(findings, '1.2.3')) as {
      $schema: string;
      version: string;
      runs: {
        tool: { driver: { name: string; version: string; rules: { id: string }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          level: string;
          message: { text: string };
          locations?: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number } } }[];
          relatedLocations?: unknown[];
        }[];
      }[];
    };

  it('has what the format requires, and each result points at its rule', () => {
    const { $schema, version, runs } = read([finding({ code: 'z/z' }), finding(), finding()]);
    expect(version).toBe('2.1.0');
    expect($schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(runs).toHaveLength(1);
    const { tool, results } = runs[0]!;
    expect(tool.driver).toEqual({ name: 'kinerja', version: '1.2.3', rules: [{ id: 'a/b' }, { id: 'z/z' }] });
    expect(results.map(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]!.id === ruleId)).toEqual([true, true, true]);
    expect(results[0]).toEqual({ ruleId: 'z/z', ruleIndex: 1, level: 'error', message: { text: 'T: M.' } });
  });

  it.each([
    ['rulesets/a b/x#1.yaml', 'rulesets/a%20b/x%231.yaml'],
    ['/home/a.yaml', 'file:///home/a.yaml'],
    ['C:\\rules\\a.yaml', 'file:///C:/rules/a.yaml'],
  ])('writes the place %s as the address %s', (file, uri) => {
    const { results } = read([finding({ position: { file, line: 2, column: 5 }, related: { message: 'first', position: { file, line: 1, column: 1 } } })])
      .runs[0]!;
    expect(results[0]!.locations).toEqual([{ physicalLocation: { artifactLocation: { uri }, region: { startLine: 2, startColumn: 5 } } }]);
    expect(results[0]!.relatedLocations).toEqual([
      { physicalLocation: { artifactLocation: { uri }, region: { startLine: 1, startColumn: 1 } }, message: { text: 'first' } },
    ]);
  });

  it('of nothing has no results', () => {
    expect(read([]).runs[0]!.results).toEqual([]);
  });
});

describe('counts', () => {
  it('agree with their noun', () => {
    expect([counted(0, 'case'), counted(1, 'case'), counted(2, 'case')]).toEqual(['no cases', '1 case', '2 cases']);
  });
});

it('a table has columns as wide as their widest cell, and no trailing blanks', () => {
  expect(
    renderTable(
      [{ title: 'A' }, { title: 'N', align: 'right' }, { title: 'T' }],
      [
        ['one', '1', 'x'],
        ['2', '100', ''],
      ],
      PLAIN,
    ),
  ).toBe('A      N  T\none    1  x\n2    100\n');
});
