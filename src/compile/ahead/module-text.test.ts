/**
 * The text of a module: code without words, data without code, types that compile, and a refusal that says what to do.
 * In: shipped rulesets. Out: a failing test names what stands where it must not.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { loadRuleset } from '../../node/load-ruleset.ts';
import { shippedIds } from '../../node/ruleset-folder.ts';
import { randomRuleset } from '../differential/random-ruleset.fixture.ts';
import { type Made, imported, textFor } from './ahead.fixture.ts';
import { moduleTypes } from './module-types.ts';

const DATES = { assessed: '2025-Q1', paid: '2025-03' } as const;
const salatiga = loadRuleset('salatiga', DATES);
const text = textFor(salatiga);
const CLERK = { employee: { id: 'c-1', status: 'pns' }, assessed: '2025-Q1', paid: { period: '2025-03', kind: 'regular' } } as const;

/** The text in its parts: code before the data, the data as JSON text, code behind it. */
function partsOf(module: string): readonly [before: string, data: string, behind: string] {
  const [, before, data, behind] = /^([\s\S]*runtime\.readData\(`)([\s\S]*?)(`, runtime\);[\s\S]*)$/.exec(module)!;
  return [before!, data!, behind!];
}

const texts = (data: string): readonly string[] =>
  (JSON.parse(data.replaceAll('\\\\', '\\').replaceAll('\\`', '`').replaceAll('\\${', '${')) as unknown[]).flatMap((entry) =>
    Object.values(entry as object).filter((each): each is string => typeof each === 'string'),
  );

describe('the text of a module', () => {
  it.each(shippedIds().filter((id) => id !== 'nasional'))('of %s holds the words of the ruleset in its data alone', (id) => {
    const ruleset = loadRuleset(id, DATES);
    const [before, data, behind] = partsOf(textFor(ruleset));
    const { plan } = ruleset;
    const ids = [...plan.byKey.keys(), ...plan.ownFacts.keys(), ruleset.id, ruleset.hash].filter(
      (word) => /[.\d-]|[a-z][A-Z]/.test(word) && !word.startsWith('period.'),
    );
    const titles = plan.steps.flatMap(({ origin }) => (origin.title ? [origin.title.id, origin.title.en].filter((title) => title.includes(' ')) : []));
    const words = [...new Set([...ids, ...titles])];
    expect(words.length).toBeGreaterThan(200);
    const code = before + behind;
    expect(words.filter((word) => code.includes(word))).toEqual([]);
    expect(texts(data)).toEqual(expect.arrayContaining([ruleset.id, ruleset.hash]));
  });

  it('is the same runtime for every ruleset', () => {
    expect(partsOf(textFor(loadRuleset('andir', DATES)))[0]).toBe(partsOf(text)[0]);
  });

  it('quotes nothing in the formulas but the names of types', () => {
    const formulas = /const evaluates = ([\s\S]*?)\n\/\* How/.exec(text)![1]!;
    expect([...new Set([...formulas.matchAll(/'[^']*'|"[^"]*"/g)].map(([quoted]) => quoted))].sort()).toEqual(["'boolean'", "'fault'", "'number'", "'string'"]);
    expect(formulas).not.toContain('`');
  });

  it('imports nothing, and makes no function of text', () => {
    const [before, , behind] = partsOf(text);
    expect(before + behind).not.toMatch(/\bimport\b|\brequire\(|\beval\(|\bnew Function\b|\bprocess\b|\bglobalThis\b/);
  });

  it('can stand inside a page', () => {
    expect(partsOf(text)[1]).not.toContain('<');
  });

  it('keeps words that mean something to JavaScript as they are', async () => {
    const hostile = 'a`b ${c} \\u0041 \\ </script> "q" \u2028 __proto__';
    const { data, dates } = randomRuleset(3).subject;
    const { resolveRuleset } = await import('../../ruleset/resolve.ts');
    const ruleset = resolveRuleset({ ...data, manifest: { ...data.manifest, version: hostile } }, dates);
    const made = await imported(textFor(ruleset));
    expect(made.ruleset['version']).toBe(hostile);
  });
});

describe('a module', () => {
  let made: Made;
  beforeAll(async () => {
    made = await imported(text);
  });

  it('says what it was compiled from', () => {
    expect(made.ruleset).toEqual({
      id: 'salatiga',
      version: salatiga.version,
      hash: salatiga.hash,
      assessedOn: '2025-03-31',
      paidOn: '2025-03-31',
      assessed: { from: '2025-01-01', to: '2025-03-31' },
      paid: { from: '2025-03-01', to: '2025-03-31' },
      validity: { assessed: { from: '2025-01-01' }, paid: { from: '2025-01-01' } },
    });
  });

  it('gives the JSON of a compiled outcome', () => {
    expect(JSON.stringify(made.evaluate(CLERK))).toBe(JSON.stringify(compile(salatiga)(CLERK)));
  });

  it.each([
    ['what is invalid', { ...CLERK, employee: {} }],
    ['another law', { ...CLERK, assessed: '2019-Q1' }],
    ['what is no record', 'c-1'],
    ['nothing', undefined],
  ])('declines %s', (_, appraisal) => {
    expect(() => made.evaluate(appraisal)).toThrow(made.AppraisalDeclined);
  });

  it('says of what it declines what to do', () => {
    try {
      made.evaluate({ ...CLERK, effects: [{ key: 'k', code: 'c', kind: 'sanction', status: 'proposed' }] });
      expect.unreachable();
    } catch (error) {
      const mend =
        'Appraise it with the library: its error names each wrong field, and it appraises what is only beyond this module. Or give createEvaluator an "otherwise".';
      expect({ ...(error as object), message: (error as Error).message }).toEqual({
        name: 'AppraisalDeclined',
        code: 'appraisal/declined',
        ruleset: { id: 'salatiga', version: salatiga.version, hash: salatiga.hash, assessedOn: '2025-03-31', paidOn: '2025-03-31' },
        mend,
        message: `This appraisal is invalid, or holds what the compiled module of "salatiga" ${salatiga.version} does not read: effects, periods of another law. ${mend}`,
      });
    }
  });

  it('hands what it declines to another evaluator', () => {
    const evaluate = made.createEvaluator({ otherwise: (appraisal: { employee: object }) => ({ handed: appraisal.employee }) });
    expect(evaluate({ ...CLERK, employee: { id: 7 } })).toEqual({ handed: { id: 7 } });
    expect(JSON.stringify(evaluate(CLERK))).toBe(JSON.stringify(made.evaluate(CLERK)));
  });
});

describe('a module on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kinerja-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeAll(() => {
    writeFileSync(join(folder, 'evaluator.mjs'), text);
    writeFileSync(join(folder, 'evaluator.d.mts'), moduleTypes(salatiga));
  });

  it('runs under Node where code from strings is forbidden and no package is near', () => {
    const program = `import { evaluate } from './evaluator.mjs'; process.stdout.write(JSON.stringify(evaluate(${JSON.stringify(CLERK)})));`;
    writeFileSync(join(folder, 'run.mjs'), program);
    const printed = execFileSync(process.execPath, ['--disallow-code-generation-from-strings', 'run.mjs'], { cwd: folder, encoding: 'utf8' });
    expect(printed).toBe(JSON.stringify(compile(salatiga)(CLERK)));
  });

  it('has types that a strict program compiles with, and that know the ids', () => {
    const use = join(folder, 'use.mts');
    writeFileSync(
      use,
      `import { AppraisalDeclined, type Outcome, createEvaluator, evaluate, ruleset } from './evaluator.mjs';
const outcome: Outcome = evaluate({ employee: { id: 'c-1' }, assessed: '2025-Q1', paid: { period: '2025-03', kind: 'regular' }, facts: { 'a.b': 1 } });
export const amounts: readonly (string | null)[] = outcome.payments.map(({ amount }) => amount);
export const score: string | undefined = outcome.scores.kinerja?.exact;
export const rating: 'baik' | 'sangatBaik' | 'kurang' | 'sangatKurang' | 'butuhPerbaikan' | undefined = outcome.rating;
export const until: string | undefined = ruleset.validity.assessed.to;
export const other: Outcome | number = createEvaluator({ otherwise: () => 7 })({ employee: { id: 'c-1' }, assessed: '2025-Q1' });
export const isDeclined = (error: unknown): boolean => error instanceof AppraisalDeclined && error.code === 'appraisal/declined';
// @ts-expect-error: the ruleset has no such score
export const none = outcome.scores.unheard;
// @ts-expect-error: an amount is text
export const sum: number = outcome.payments[0]!.amount;
`,
    );
    const options = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] };
    const found = ts.getPreEmitDiagnostics(ts.createProgram([use], options)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(found).toEqual([]);
  });
});
