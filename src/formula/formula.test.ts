/** What formulas give: the cases are the lines of formula.cases, one formula a line, with its type and its result. */
import { describe, expect, test } from 'vitest';
import { typeText } from '../values/type.ts';
import { caseLines, renderResult } from './case-file.fixture.ts';
import { compileFormula } from './compile-formula.ts';
import { evaluate } from './evaluate-formula.ts';
import { formatTree } from './format-tree.ts';
import { sampleEnvironment, sampleScope } from './sample.fixture.ts';

const cases = caseLines('formula.cases').map(([formula, type, ...result]) => [formula!, type!, result.join(' | ')] as const);

/** The type and result of a formula, or its first finding. */
function answer(formula: string): readonly [string, string] {
  const compiled = compileFormula(formula, sampleScope);
  if ('findings' in compiled) return ['finding', compiled.findings[0]!.message];
  return [typeText(compiled.tree.type), renderResult(evaluate(compiled.tree, sampleEnvironment))];
}

describe('formula.cases', () => {
  test.each(cases)('%s', (formula, type, result) => {
    expect(answer(formula)).toEqual([type, result]);
  });
  test.each(cases)('%s, written canonically, is the same formula', (formula) => {
    const compiled = compileFormula(formula, sampleScope);
    if ('findings' in compiled) throw new Error(formula);
    const [type, result] = answer(formatTree(compiled.tree));
    expect([type, placeless(result)]).toEqual([answer(formula)[0], placeless(answer(formula)[1])]);
  });
});

const placeless = (result: string): string => result.replace(/ at [\d.]+: /, ': ');
