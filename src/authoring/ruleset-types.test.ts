/**
 * A typed ruleset in the hands of the TypeScript compiler: what completes, what is refused and on which line.
 * In: a small ruleset and programs of a few lines. Out: a failing test names the program and what the compiler says of it.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { readAppraisalFile } from '../node/read-appraisal-file.ts';
import { openRuleset, shippedFolder, shippedIds } from '../node/ruleset-folder.ts';
import { RulesetError } from '../ruleset/diagnostic.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { collectIds } from './collect-ids.ts';
import { readRulesetFiles } from './read-ruleset-files.ts';
import { exportNameOf, rulesetTypes } from './ruleset-types.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const V = 'from: 2024-01-01, cite: law#art-1, standing: confirmed';
const T = 'title: { id: A, en: B }';

const WHEN = 'conditions: { all: [ { fact: work.score, operator: equal, value: 100 } ] }';
const RULES = `award.best: { ${T}, stage: award, versions: [ { ${V}, ${WHEN}, event: { kind: award, code: piagam, form: Piagam } }, { ${V.replace('2024', '2025')}, ${WHEN}, event: { kind: award, code: umroh, form: Umroh } } ] }
sanction.any: { ${T}, stage: sanction, ${V}, ${WHEN}, event: { kind: sanction, code: { fact: work.sanction }, key: [ { fact: work.sanction } ], imposed: byDecree, starts: nextPayment, meets: add } }
`;

const files = (changes: Readonly<Record<string, string>> = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries({
      'ruleset.yaml': `id: kota\n${T}\nissuer: Kota\nversion: 1.0.0\nfrom: 2024-01-01\noutputs: { scores: { kinerja: work.score }, rating: work.rating }\n`,
      'sources.yaml': 'law: { kind: perkada, title: TPP }\n',
      'types.yaml': `predikat: { ${T}, members: { kurang: { id: Kurang, en: Poor }, baik: { id: Baik, en: Good } } }\nsanksi: { ${T}, members: { teguran: { id: T, en: R }, potong: { id: P, en: C } } }\n`,
      'facts.yaml': `work.done: { ${T}, type: { unit: points, min: 0, max: 100, step: 1 }, absence: required }\nratings: { absence: unknown }\nwork.word: { ${T}, type: text, absence: required }\n`,
      'terms/a.yaml': [
        `work.score: { ${T}, unit: points, stage: score, ${V}, formula: work.done }`,
        `work.rating: { ${T}, type: predikat, stage: rating, ${V}, formula: 'if work.score > 50 then "baik" else "kurang"' }`,
        `work.sanction: { ${T}, type: sanksi, stage: rating, ${V}, formula: '"teguran"' }`,
        `half: { ${T}, unit: points, params: { x: { unit: points } }, ${V}, formula: x }`,
        '',
      ].join('\n'),
      'raters/a.yaml': `conduct: { ${T}, stage: assessment, ${V}, sources: { supervisor: { scale: "0..100", convert: none, within: mean, quorum: 1, below: absent } }, combine: [raters, sources], weights: { rows: [ { supervisor: 100 } ], otherwise: hold } }\n`,
      'rules/a.yaml': RULES,
      ...changes,
    }),
  );
const oneRule = (event: string): string => `rule.one: { ${T}, stage: award, ${V}, ${WHEN}, event: ${event} }\n`;
const kota = readRulesetFiles(files()).data;

test('the text of a declaration file, whole', () => {
  expect(rulesetTypes(kota, 'kota', { constantFrom: 'kinerja' })).toBe(`import type { RulesetData } from 'kinerja';

/** The ids of the ruleset kota, version 1.0.0: written by \`kinerja types\`; do not edit, write it again. */
export interface KotaIds {
  /** Terms and what rater schemes yield, in any version. */
  readonly term:
    | 'conduct.score'
    | 'conduct.supervisor.present'
    | 'conduct.supervisor.score'
    | 'work.rating'
    | 'work.sanction'
    | 'work.score';
  /** Rules. */
  readonly rule:
    | 'award.best'
    | 'sanction.any';
  /** Codes of awards. */
  readonly award:
    | 'piagam'
    | 'umroh';
  /** Codes of sanctions. */
  readonly sanction:
    | 'potong'
    | 'sanction.any'
    | 'teguran';
  /** Payments. */
  readonly payment: never;
  /** Scores of the outcome. */
  readonly score: 'kinerja';
  /** Members of the rating, in the order in which they are declared. */
  readonly rating:
    | 'kurang'
    | 'baik';
  /** Facts that the ruleset uses. */
  readonly fact:
    | 'ratings'
    | 'work.done'
    | 'work.word';
}

/** The ruleset kota, version 1.0.0. */
export declare const kota: RulesetData<KotaIds>;
`);
});

test('a code that is taken from a text leaves its union open', () => {
  const { data } = readRulesetFiles(files({ 'rules/a.yaml': oneRule('{ kind: award, code: { fact: work.word }, form: Piagam }') }));
  expect(collectIds(data).award).toEqual({ known: ['rule.one'], open: true });
  expect(rulesetTypes(data, 'kota')).toContain("  readonly award:\n    | 'rule.one'\n    | (string & {});\n");
});

test('the ids of a base belong to the region that extends it, and what the region adds comes beside them', () => {
  const region = readRulesetFiles(
    new Map([
      ['ruleset.yaml', `id: desa\n${T}\nissuer: Desa\nversion: 1\nfrom: 2024-01-01\nextends: kota\noutputs: { scores: { tambahan: more.score } }\n`],
      ['sources.yaml', 'perdes: { kind: perkada, title: TPP }\n'],
      ['terms/a.yaml', `more.score: { ${T}, unit: points, stage: score, from: 2024-01-01, cite: perdes#art-1, standing: confirmed, formula: work.score }\n`],
    ]),
    { base: kota },
  ).data;
  const [own, base] = [collectIds(region), collectIds(kota)];
  expect(own).toEqual({
    ...base,
    term: { known: [...base.term.known, 'more.score'].sort(), open: false },
    score: { known: ['kinerja', 'tambahan'], open: false },
  });
});

test('a ruleset that cannot be read gives no types, and says why', () => {
  const broken = readRulesetFiles(files({ 'terms/a.yaml': `work.score: { ${T}, unit: pionts, stage: score, ${V}, formula: work.done }\n` })).data;
  expect(() => rulesetTypes(broken, 'kota')).toThrow(RulesetError);
  expect(() => rulesetTypes(kota, 'kota baru')).toThrow(new RangeError('"kota baru" is no name of an export: write a letter, then letters and digits.'));
});

test('an id is the name of an export with its hyphens gone', () => {
  expect(['kota', 'kota-baru', 'kota-2-b'].map(exportNameOf)).toEqual(['kota', 'kotaBaru', 'kota2B']);
});

const START = [
  "import { appraise, explain, outcomeJson, refusePlaceholders, resolveRuleset } from '../index.ts';",
  "import type { AppraisalOutcome, Ruleset, RulesetData } from '../index.ts';",
  "import { loadRuleset } from '../node/index.ts';",
  "import { type KotaIds, kota } from './kota.virtual.ts';",
  'declare const same: <A, B>(sure: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false) => void;',
  "const input = { employee: { id: '1', status: 'pns' }, assessed: '2024' } as const;",
  "const outcome = appraise(resolveRuleset(kota, { assessed: '2024' }), input);",
  'declare const plain: RulesetData;',
  "const untyped = appraise(resolveRuleset(plain, { assessed: '2024' }), input);",
];
const USED =
  'export const used = [explain, outcomeJson, refusePlaceholders, loadRuleset, outcome, untyped, same] as const; export type Used = [AppraisalOutcome, Ruleset, KotaIds];';

/** Programs, with what the compiler says of the last line; nothing when it is content. */
const PROGRAMS: readonly (readonly [what: string, program: string, says?: string])[] = [
  ['a term that is there', "export const score = outcome.terms['work.score']?.status;"],
  ['what raters yield', "export const score = outcome.terms['conduct.supervisor.score']?.status;"],
  ['a term may not be in force', "export const score = outcome.terms['work.score'].status;", "Object is possibly 'undefined'."],
  ['a term that was renamed', "export const score = outcome.terms['work.scores'];", "Property 'work.scores' does not exist on type"],
  ['a function is no term of an outcome', "export const score = outcome.terms['half'];", "expression of type '\"half\"' can't be used to index type"],
  ['the rating is the union of its members', "same<typeof outcome.rating, 'kurang' | 'baik' | undefined>(true);"],
  ['a rating that is none', "export const best = outcome.rating === 'sangatBaik';", 'have no overlap.'],
  ['award codes of all versions', "same<(typeof outcome.awards)[number]['code'], 'piagam' | 'umroh'>(true);"],
  ['sanction codes from an enumeration', "same<(typeof outcome.sanctions)[number]['code'], 'potong' | 'teguran' | 'sanction.any'>(true);"],
  ['rules', "same<(typeof outcome.flags)[number]['rule'], 'award.best' | 'sanction.any'>(true);"],
  ['a score that is none', 'export const score = outcome.scores.perilaku;', "Property 'perilaku' does not exist on type"],
  ['a typed outcome where a plain one is asked for', 'export const any: AppraisalOutcome = outcome; refusePlaceholders(outcome); outcomeJson(outcome);'],
  ['a typed ruleset where a plain one is asked for', "export const any: Ruleset = resolveRuleset(kota, { assessed: '2024' }); explain(any, outcome);"],
  ['a plain outcome where a typed one is asked for', 'export const typed: AppraisalOutcome<KotaIds> = untyped;', 'is not assignable to type'],
  [
    'without types every id is a text',
    "same<typeof untyped.rating, string | undefined>(true); export const any = [untyped.terms['whatever'], untyped.scores['any']];",
  ],
  ['a ruleset from a folder, with its types by name', 'same<ReturnType<typeof loadRuleset<KotaIds>>, Ruleset<KotaIds>>(true);'],
  [
    'a ruleset from a folder, without',
    "same<ReturnType<typeof loadRuleset>, Ruleset>(true); export const plainly = loadRuleset('kota', { assessed: '2024' }).id;",
  ],
];

describe('a program of a typed ruleset', () => {
  const virtual = new Map<string, string>([[join(HERE, 'kota.virtual.ts'), rulesetTypes(kota, 'kota', { constantFrom: '../index.ts' })]]);
  PROGRAMS.forEach(([, line], index) => virtual.set(join(HERE, `program-${index}.virtual.ts`), [...START, USED, line, ''].join('\n')));
  let program: ts.Program;
  beforeAll(() => {
    const config = join(HERE, '..', '..', 'tsconfig.json');
    const { options } = ts.parseJsonConfigFileContent(
      ts.readConfigFile(config, ts.sys.readFile).config,
      ts.sys,
      dirname(config),
      {},
      config,
      undefined,
      undefined,
    );
    const host = ts.createCompilerHost(options);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (path) => virtual.has(path) || fileExists(path);
    host.readFile = (path) => virtual.get(path) ?? readFile(path);
    host.getSourceFile = (path, ...rest) => {
      const text = virtual.get(path);
      return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    };
    program = ts.createProgram([...virtual.keys()], options, host);
  }, 120_000);

  it.each(PROGRAMS.map(([what, line, says], index) => ({ what, line, says, index })))('$what', { timeout: 120_000 }, ({ says, index }) => {
    const file = program.getSourceFile(join(HERE, `program-${index}.virtual.ts`))!;
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(({ start, messageText }) => ({
      line: file.getLineAndCharacterOfPosition(start!).line + 1,
      text: ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]!,
    }));
    if (says === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([{ line: START.length + 2, text: expect.stringContaining(says) as unknown }]);
  });
});

describe.each(shippedIds())('%s', (id) => {
  it('gives outcomes that hold no other id than its types name', () => {
    const { data } = openRuleset(id);
    const ids = collectIds(data);
    const people = join(shippedFolder(), id, 'people');
    const outcomes = readdirSync(people).flatMap((name) => {
      const person = readAppraisalFile(join(people, name));
      if (person.assessed === undefined) return [];
      return [appraise(resolveRuleset(data, { assessed: person.assessed, ...(person.paid && { paid: person.paid.period }) }), person)];
    });
    expect(outcomes.length).toBeGreaterThan(0);
    const strange = (found: readonly string[], { known, open }: { readonly known: readonly string[]; readonly open: boolean }): readonly string[] =>
      open ? [] : found.filter((each) => !known.includes(each));
    const said = outcomes.flatMap((each) => [...each.awards, ...each.sanctions, ...each.development, ...each.flags, ...each.blocks]);
    expect({
      terms: strange(
        outcomes.flatMap((each) => Object.keys(each.terms)),
        ids.term,
      ),
      scores: strange(
        outcomes.flatMap((each) => Object.keys(each.scores)),
        ids.score,
      ),
      rules: strange(
        said.map(({ rule }) => rule),
        ids.rule,
      ),
      awards: strange(
        outcomes.flatMap((each) => each.awards.map(({ code }) => code)),
        ids.award,
      ),
      sanctions: strange(
        outcomes.flatMap((each) => each.sanctions.map(({ code }) => code)),
        ids.sanction,
      ),
      payments: strange(
        outcomes.flatMap((each) => each.payments.map((line) => line.id)),
        ids.payment,
      ),
      ratings: strange(
        outcomes.flatMap((each) => each.rating ?? []),
        ids.rating,
      ),
    }).toEqual({ terms: [], scores: [], rules: [], awards: [], sanctions: [], payments: [], ratings: [] });
  });
});
