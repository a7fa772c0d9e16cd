/**
 * The editor's workspace knows the names of the ruleset and of its base, and points each folder to its schema.
 */
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { RulesetData } from '../ruleset/document.ts';
import { FILE_KINDS, type FileKind } from './file-places.ts';
import { readRulesetFiles } from './read-ruleset-files.ts';
import { workspaceFiles } from './workspace.ts';

const V = 'from: 2021-01-01, cite: pp-94-2021#art-10(2)f, standing: reported';
const national: RulesetData = readRulesetFiles(
  new Map([
    ['ruleset.yaml', 'id: nasional\ntitle: { id: A, en: B }\nissuer: X\nversion: 1\nfrom: 2021-01-01\noutputs: { scores: { kinerja: skp.score } }\n'],
    ['sources.yaml', 'pp-94-2021: { kind: pp, title: Disiplin }\n'],
    ['types.yaml', 'predikat: { members: { baik: { id: Baik, en: Good } } }\n'],
    ['facts.yaml', 'employee.class: { absence: required }\n'],
    ['parameters/a.yaml', `cut.perDay: { unit: percent/day, ${V}, value: 3 }\n`],
    ['terms/a.yaml', `skp.score: { unit: points, stage: score, ${V}, formula: a }\n`],
    ['conditions/a.yaml', `on.leave: { ${V}, when: { fact: employee.class, operator: equal, value: 1 } }\n`],
    ['rules/a.yaml', `sanction.absence: { ${V}, conditions: { condition: on.leave }, event: { kind: flag, code: x } }\n`],
    ['payments.yaml', `tpp: { for: [regular], ${V}, amount: skp.score }\n`],
    ['carry.yaml', `absence.days: { unit: day, resets: year, ${V}, opening: 0, next: x }\n`],
  ]),
).data;
const regional: RulesetData = readRulesetFiles(
  new Map([
    ['ruleset.yaml', 'id: kota\ntitle: { id: A, en: B }\nissuer: X\nversion: 1\nfrom: 2025-01-01\nextends: nasional\n'],
    ['sources.yaml', 'perwali-1: { kind: perkada, title: TPP }\n'],
  ]),
  { base: national },
).data;

const files = workspaceFiles(regional, { people: ['clerk'] });
const schemaOf = (kind: FileKind): object => JSON.parse(files.get(`.kinerja/${kind}.schema.json`)!) as object;
const accepts = (kind: FileKind, yaml: string): boolean => new Ajv({ unknownFormats: 'ignore' }).compile(schemaOf(kind))(parse(yaml)) === true;

const cite = (text: string): string => `a: { unit: percent, from: 2021-01-01, cite: "${text}", standing: reported, value: 1 }`;
const when = (condition: string): string => `a: { ${V}, when: ${condition} }`;
const expecting = (text: string): string => `- { name: A, date: 2025-03-31, given: { like: clerk }, expect: { ${text} } }`;

const checks: readonly (readonly [what: string, FileKind, good: string, bad: string])[] = [
  ['a citation of a source of the base', 'parameters', cite('pp-94-2021#art-9'), cite('pp-94-2012#art-9')],
  ['a citation of its own source, without pinpoint', 'parameters', cite('perwali-1'), cite('perwali-2')],
  ['a citation that an editor has begun', 'parameters', cite('pp-94-2021#'), cite('pp-94-2021# art')],
  ['a unit', 'parameters', `a: { unit: IDR/month, ${V}, value: 1 }`, `a: { unit: IDR/moon, ${V}, value: 1 }`],
  ['a type', 'terms', `a: { type: predikat, stage: score, ${V}, formula: b }`, `a: { type: predicate, stage: score, ${V}, formula: b }`],
  [
    'a type inside a list',
    'terms',
    `a: { type: { list: predikat }, stage: score, ${V}, formula: b }`,
    `a: { type: { list: predicate }, stage: score, ${V}, formula: b }`,
  ],
  ['a fact', 'conditions', when('{ fact: employee.class, operator: equal, value: 1 }'), when('{ fact: employee.clas, operator: equal, value: 1 }')],
  [
    'a carry in a condition',
    'conditions',
    when('{ fact: carry.absence.days, operator: equal, value: 1 }'),
    when('{ fact: carry.absence.weeks, operator: equal, value: 1 }'),
  ],
  [
    'a field behind a term',
    'conditions',
    when('{ fact: skp.score.last, operator: equal, value: { fact: cut.perDay } }'),
    when('{ fact: skp.score, operator: equal, value: { fact: cut.perWeek } }'),
  ],
  [
    'a named condition',
    'rules',
    `a: { ${V}, conditions: { not: { condition: on.leave } }, event: { kind: flag, code: x } }`,
    `a: { ${V}, conditions: { not: { condition: on.leaf } }, event: { kind: flag, code: x } }`,
  ],
  [
    'a payment of an event',
    'rules',
    `a: { ${V}, conditions: { condition: on.leave }, event: { kind: exclude, payment: tpp } }`,
    `a: { ${V}, conditions: { condition: on.leave }, event: { kind: exclude, payment: ttp } }`,
  ],
  ['the term of a payment', 'payments', `b: { ${V}, amount: skp.score }`, `b: { ${V}, amount: skp.scores }`],
  ['the rules that fire', 'cases', expecting('fired: [sanction.absence]'), expecting('fired: [sanction.absense]')],
  ['the terms of a case', 'cases', expecting('terms: { skp.score: 1 }'), expecting('terms: { skp.skore: 1 }')],
  ['the payments of a case', 'cases', expecting('payments: { tpp: 1 }'), expecting('payments: { ttp: 1 }')],
  ['the scores of a case', 'cases', expecting('scores: { kinerja: 1 }'), expecting('scores: { kinerga: 1 }')],
  ['the person of a case', 'cases', expecting('status: complete'), expecting('status: complete').replace('clerk', 'clark')],
  ['the node that is overridden', 'overrides', `cut.perDay: { ${V}, value: 5 }`, `cut.perWeek: { ${V}, value: 5 }`],
  ['the form of what is overridden', 'overrides', `cut.perDay: { ${V}, value: national }`, `cut.perDay: { ${V}, rows: [] }`],
  ['a carry that is overridden', 'overrides', `carry.absence.days: { ${V}, opening: 1, next: x }`, `absence.days: { ${V}, opening: 1, next: x }`],
  [
    'a score of the manifest',
    'ruleset',
    'id: k\ntitle: { id: A, en: B }\nissuer: X\nversion: 1\nfrom: 2025-01-01\noutputs: { scores: { a: skp.score } }',
    'id: k\ntitle: { id: A, en: B }\nissuer: X\nversion: 1\nfrom: 2025-01-01\noutputs: { scores: { a: skp.skore } }',
  ],
  ['a source that is repealed', 'sources', 'a: { kind: pp, title: A, repeals: [pp-94-2021] }', 'a: { kind: pp, title: A, repeals: [pp-53-2010] }'],
];

describe('the workspace of a ruleset', () => {
  test.each(checks)('knows %s', (_, kind, good, bad) => {
    expect([accepts(kind, good), accepts(kind, bad)]).toEqual([true, false]);
  });

  test('completes citations: each source, then what is cited already', () => {
    const { definitions } = schemaOf('parameters') as { definitions: { cite: { anyOf: [{ enum: string[] }] } } };
    expect(definitions.cite.anyOf[0].enum).toEqual(['perwali-1#', 'pp-94-2021#', 'pp-94-2021#art-10(2)f']);
  });

  test('completes the facts of the library in facts.yaml', () => {
    const { properties } = schemaOf('facts') as { properties: Record<string, { description: string }> };
    expect(properties['employee.class']?.description).toMatch(/\w/);
    expect(accepts('facts', 'my.own: { type: boolean, absence: none }')).toBe(true);
  });

  test('leaves people in the words of the model: the unit of an employee is an office', () => {
    expect(accepts('people', 'employee: { id: 198501012010011001, unit: Dinas Kesehatan, status: pns }\nassessed: 2025\n')).toBe(true);
  });

  test('points each place to its schema, below the folder of the ruleset', () => {
    const settings = JSON.parse(workspaceFiles(regional, { folder: 'rulesets/kota' }).get('.vscode/settings.json')!) as Record<string, Record<string, unknown>>;
    expect(Object.keys(settings['yaml.schemas']!)).toEqual(FILE_KINDS.map((kind) => `./rulesets/kota/.kinerja/${kind}.schema.json`));
    expect(settings['yaml.schemas']!['./rulesets/kota/.kinerja/terms.schema.json']).toEqual(['rulesets/kota/terms/*.yaml', 'rulesets/kota/terms/**/*.yaml']);
    expect(settings['yaml.schemas']!['./rulesets/kota/.kinerja/carry.schema.json']).toEqual(['rulesets/kota/carry.yaml']);
    expect(settings['yaml.yamlVersion']).toBe('1.2');
  });

  test('is text by path, the same each time', () => {
    expect([...files.keys()]).toEqual([...FILE_KINDS.map((kind) => `.kinerja/${kind}.schema.json`), '.vscode/settings.json']);
    expect([...workspaceFiles(regional, { people: ['clerk'] })]).toEqual([...files]);
  });

  test('of a ruleset that has nothing yet refuses no name', () => {
    const empty = workspaceFiles({ manifest: {} });
    const schema = JSON.parse(empty.get('.kinerja/parameters.schema.json')!) as object;
    expect(new Ajv({ unknownFormats: 'ignore' }).compile(schema)(parse(cite('anything#x')))).toBe(true);
  });
});
