/** Every finding about a formula, with its place, whole message and mend: the cases are the blocks of findings.cases. */
import { describe, expect, test } from 'vitest';
import { caseBlocks } from './case-file.fixture.ts';
import { compileFormula } from './compile-formula.ts';
import { parseFormula } from './parse-formula.ts';
import { sampleScope } from './sample.fixture.ts';

const render = (formula: string): string => {
  const compiled = compileFormula(formula, sampleScope);
  if (!('findings' in compiled)) return 'no finding';
  return compiled.findings
    .map(({ code, span, message, mend }) =>
      [`${code} ${span ? `${span[0]}..${span[1]}` : 'nowhere'}`, message, ...(mend === undefined ? [] : [mend])].join('\n'),
    )
    .join('\n');
};

const cases = caseBlocks('findings.cases');

describe('findings.cases', () => {
  test.each(cases.map((block) => [block.formula, block.expected]))('%s', (formula, expected) => {
    expect(render(formula)).toBe(expected);
  });
  test('tells no formula twice', () => {
    expect(new Set(cases.map((block) => block.formula)).size).toBe(cases.length);
  });
});

test('a finding of the grammar is given before anything is looked up', () => {
  expect('findings' in parseFormula('nowhere == nothing')).toBe(true);
  expect('expression' in parseFormula('nowhere = nothing')).toBe(true);
});
