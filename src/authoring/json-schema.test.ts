/**
 * The editor's schemas accept what the language allows, as an editor reads YAML, and refuse what it does not.
 */
import Ajv, { type ValidateFunction } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FILE_KINDS, type FileKind } from './file-places.ts';
import { rulesetJsonSchemas } from './json-schema.ts';

const schemas = rulesetJsonSchemas();
// "x-unit" and "x-step" of the model are notes for readers.
const compile = (kind: FileKind): ValidateFunction => new Ajv({ unknownFormats: 'ignore' }).compile(schemas[kind]);
const validators = new Map(FILE_KINDS.map((kind) => [kind, compile(kind)]));
const accepts = (kind: FileKind, yaml: string): boolean => validators.get(kind)!(parse(yaml)) === true;

const V = 'from: 2021-01-01, cite: pp-94-2021#art-10, standing: reported';

const allowed: readonly (readonly [FileKind, string])[] = [
  [
    'ruleset',
    'id: kota\ntitle: { id: A, en: B }\nissuer: Kota\nversion: 2025.1\nfrom: 2025-01-01\nextends: nasional\naliases: [a]\ncycle: { assesses: quarter, pays: month, ratingActs: samePeriod, standing: placeholder, note: x }\noutputs: { scores: { a: b.c }, rating: d }',
  ],
  [
    'sources',
    'pp-94-2021: { kind: pp, number: 94, year: 2021, title: Disiplin, issuer: Presiden, enacted: 2021-08-31, effective: { from: 2021-08-31 }, repeals: [pp-53-2010] }\nseed-a: { kind: seed, title: 2025 }',
  ],
  [
    'types',
    'predikat:\n  members: { baik: { id: Baik, en: Good } }\n  order: [baik]\npart:\n  fields: { code: text, amount: { unit: IDR, min: 0, max: 1, step: 0.5 }, xs: { list: { list: text }, maxItems: 12 } }',
  ],
  [
    'facts',
    'employee.class: { absence: required }\na.b: { type: boolean, absence: { default: false, standing: placeholder, note: x } }\nc: { type: boolean, derive: x, literals: { 12: months } }',
  ],
  ['parameters', `a.b: { unit: percent, ${V}, value: 3 }`],
  [
    'parameters',
    `a.b:\n  title: { id: A, en: B }\n  unit: percent\n  versions:\n    - { ${V}, value: 3 }\n    - { ${V}, value: none, checked: 2025-01-01, delegate: { to: region, within: { min: 0, max: 100 }, cite: x } }`,
  ],
  [
    'tables',
    `a: { inputs: { days: { unit: day, min: 0, max: 366 } }, outputs: { code: kind, cut: percent }, hit: collect sum, ${V}, rows: [ { days: "0..2", code: nihil, cut: 0 }, { days: 3, cells: [a, b] } ], otherwise: { cut: 0 }, gaps: [ { range: { days: "1..2" }, gives: unknown } ], columns: { x: [1, a] } }`,
  ],
  ['terms', `a: { unit: IDR, stage: score, ${V}, formula: 5, round: { to: 1, mode: half-up } }`],
  ['terms', `a: { type: predikat, stage: rating, ${V}, choose: [ { letter: a, when: b > 1, then: '"x"', cite: y }, { otherwise: 3 } ] }`],
  ['terms', `a: { unit: points, stage: score, ${V}, parts: [ { part: b, weight: 60 } ], notApplicable: renormalise, for: { post: assignments } }`],
  [
    'raters',
    `a: { stage: assessment, ${V}, sources: { peer: { scale: "1..5", convert: ofTop, within: mean, quorum: 3, below: absent } }, criteria: { of: k, incomplete: hold }, combine: [raters, criteria, sources], weights: { rows: [ { peer: 100 } ], otherwise: { substitute: peer } } }`,
  ],
  [
    'conditions',
    `a: { ${V}, when: { any: [ { fact: x, operator: in, value: [a, 1] }, { not: { condition: b } }, { all: [ { fact: x.y, operator: equal, value: { fact: z } } ] } ] } }`,
  ],
  ['rules', `a: { stage: award, ${V}, conditions: { fact: x, operator: equal, value: true }, event: { kind: award, code: satya, amount: 5 } }`],
  [
    'rules',
    `a: { ${V}, conditions: { condition: b }, event: { kind: sanction, key: [ { fact: x }, 2021 ], code: { fact: x }, imposed: byDecree, starts: nextPayment, meets: heaviest } }`,
  ],
  ['payments', `tpp: { for: [regular, thr], ${V}, amount: tpp.paid, entitled: [ { unless: a, reason: { id: A, en: B } } ], hold: [ { when: b, until: x } ] }`],
  ['carry', `a.b: { unit: day, resets: year, ${V}, opening: 0, next: 0 }`],
  [
    'overrides',
    `a.b:\n  versions:\n    - { ${V}, rows: [ { a: 1 } ] }\n    - { from: 2026-01-01, standing: placeholder, note: x, value: national }\nc: { ${V}, value: 5 }`,
  ],
  [
    'cases',
    '- { name: A, date: 2025-03-31, given: { like: clerk, carry.a: 3, xs: [1] }, expect: { rating: baik, fired: [], terms: { a: none, b: [1, 2], c: { d: 1 } }, payments: { tpp: { status: paid, amount: 5 }, b: 5 }, effects: [ { code: x } ], unknown: [a.b], fault: x/y }, because: [a#b, c#d] }',
  ],
  ['people', 'employee: { id: 198501012010011001, status: pns }\nassessed: 2025'],
];

const refused: readonly (readonly [what: string, FileKind, string])[] = [
  ['an unknown key of a manifest', 'ruleset', 'id: kota\ntitle: { id: A, en: B }\nissuer: Kota\nversion: 1\nfrom: 2025-01-01\nextend: nasional'],
  ['an id that is none', 'parameters', `Ab: { unit: percent, ${V}, value: 3 }`],
  ['a version without standing', 'parameters', 'a: { from: 2021-01-01, value: 3 }'],
  ['an unknown standing', 'parameters', 'a: { from: 2021-01-01, standing: sure, value: 3 }'],
  ['a version field beside versions', 'parameters', `a: { value: 3, versions: [ { ${V}, value: 3 } ] }`],
  ['an empty list of versions', 'parameters', 'a: { versions: [] }'],
  ['a table without inputs', 'tables', `a: { outputs: { b: percent }, ${V}, rows: [] }`],
  ['a misspelt operator', 'conditions', `a: { ${V}, when: { fact: x, operator: equals, value: 1 } }`],
  ['a condition with two keys', 'conditions', `a: { ${V}, when: { all: [ { condition: b } ], any: [ { condition: b } ] } }`],
  ['a condition without a value', 'conditions', `a: { ${V}, when: { fact: x, operator: equal } }`],
  ['an empty group of conditions', 'conditions', `a: { ${V}, when: { all: [] } }`],
  ['a wrong condition deep inside', 'rules', `a: { ${V}, conditions: { not: { any: [ { not: { al: [] } } ] } }, event: { kind: flag, code: x } }`],
  ['a rule without conditions', 'rules', `a: { ${V}, event: { kind: flag, code: x } }`],
  [
    'a sanction without key',
    'rules',
    `a: { ${V}, conditions: { condition: b }, event: { kind: sanction, code: x, imposed: byDecree, starts: nextPayment, meets: heaviest } }`,
  ],
  ['a parameter of another kind of event', 'rules', `a: { ${V}, conditions: { condition: b }, event: { kind: flag, code: x, cut: 3 } }`],
  [
    'a word that an event does not have',
    'rules',
    `a: { ${V}, conditions: { condition: b }, event: { kind: sanction, key: [x], code: x, imposed: later, starts: nextPayment, meets: heaviest } }`,
  ],
  ['a case that expects nothing', 'cases', '- { name: A, date: 2025-03-31, given: {}, expect: {} }'],
  ['a misspelt key of a case', 'cases', '- { name: A, date: 2025-03-31, given: {}, expect: { statsu: complete } }'],
];

describe('schemas for editors', () => {
  test('there is one for each kind of file, draft-07, with a title and a description', () => {
    expect(Object.keys(schemas).sort()).toEqual([...FILE_KINDS].sort());
    for (const kind of FILE_KINDS) {
      expect(schemas[kind]['$schema']).toBe('http://json-schema.org/draft-07/schema#');
      expect([schemas[kind]['title'], typeof schemas[kind]['description']]).toEqual([`kinerja: ${kind}`, 'string']);
    }
  });

  test.each(allowed)('%s: %s', (kind, yaml) => {
    accepts(kind, yaml);
    expect(validators.get(kind)!.errors ?? []).toEqual([]);
  });

  test.each(refused)('refused: %s', (_, kind, yaml) => {
    expect(accepts(kind, yaml)).toBe(false);
  });

  test('every key of every entry says what it is', () => {
    const silent = FILE_KINDS.flatMap((kind) => {
      const entry = (schemas[kind]['items'] ?? schemas[kind]['additionalProperties'] ?? schemas[kind]) as {
        properties?: Record<string, { description?: string; $ref?: string }>;
      };
      return Object.entries((typeof entry === 'object' ? entry : (schemas[kind] as typeof entry)).properties ?? {}).flatMap(([key, schema]) =>
        schema.description === undefined && schema.$ref === undefined ? [`${kind}.${key}`] : [],
      );
    });
    expect(silent).toEqual([]);
  });
});
