/**
 * How the files of a folder become one document, and where everything in it stands.
 */
import { describe, expect, test } from 'vitest';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { kindOfFile } from './file-places.ts';
import { readRulesetFiles } from './read-ruleset-files.ts';

const MANIFEST = 'id: kota\ntitle: { id: Kota, en: City }\nissuer: Kota\nversion: 2025.1.0\nfrom: 2025-01-01\n';
const read = (files: Record<string, string>, options = {}): ReturnType<typeof readRulesetFiles> =>
  readRulesetFiles(new Map(Object.entries({ 'ruleset.yaml': MANIFEST, ...files })), options);
const said = (files: Record<string, string>, options = {}): readonly string[] => read(files, options).diagnostics.map(diagnosticText);

const CASE = '- name: One\n  date: 2025-03-31\n  given: { like: clerk }\n  expect: { status: complete, terms: { tpp.paid: 5000000 } }\n';

describe('a folder of files', () => {
  const files = {
    'terms/tpp.yaml': 'tpp.paid:\n  unit: IDR\n  formula: tpp.base * 2\n',
    'terms/deep/er/score.yaml': 'score.total: { unit: points, formula: a + b }\n',
    'parameters/tpp.yaml': 'tpp.base: { unit: IDR, from: 2025-01-01, value: 0.50 }\n',
    'people/clerk.yaml': 'employee: { class: 9 }\n',
    'people/pppk/new.yaml': 'employee: { class: 5 }\n',
    'cases/one.yaml': CASE,
    'CHANGELOG.md': '# Changes\n',
    '.vscode/settings.json': '{}',
  };

  test('becomes sections, each with the entries of all its files', () => {
    const { data, diagnostics } = read(files);
    expect(diagnostics).toEqual([]);
    const { locate: _, ...sections } = data;
    expect(sections).toEqual({
      manifest: { id: 'kota', title: { id: 'Kota', en: 'City' }, issuer: 'Kota', version: '2025.1.0', from: '2025-01-01' },
      parameters: { 'tpp.base': { unit: 'IDR', from: '2025-01-01', value: '0.50' } },
      terms: { 'score.total': { unit: 'points', formula: 'a + b' }, 'tpp.paid': { unit: 'IDR', formula: 'tpp.base * 2' } },
    });
    expect(Object.keys(data.terms!)).toEqual(['score.total', 'tpp.paid']);
  });

  test('is the same in whatever order the files come, as a map or a list, with either slash', () => {
    const list = Object.entries({ 'ruleset.yaml': MANIFEST, ...files }).map(([path, text]) => ({ path: path.replaceAll('/', '\\'), text }));
    const { locate: _a, ...forwards } = readRulesetFiles(list).data;
    const { locate: _b, ...backwards } = read(files).data;
    const { locate: _c, ...reversed } = readRulesetFiles([...list].reverse().map(({ path, text }) => ({ path: `./${path}`, text }))).data;
    expect(JSON.stringify(forwards)).toBe(JSON.stringify(backwards));
    expect(JSON.stringify(reversed)).toBe(JSON.stringify(backwards));
  });

  test('has its people by name, with their places', () => {
    const { people, locatePeople } = read(files);
    expect([...people]).toEqual([
      ['clerk', { employee: { class: '9' } }],
      ['pppk/new', { employee: { class: '5' } }],
    ]);
    expect(locatePeople(['pppk/new', 'employee', 'class'])).toEqual({ file: 'people/pppk/new.yaml', line: 1, column: 20 });
    expect(locatePeople(['nobody'])).toBeUndefined();
  });

  test('has its cases, each with its file, its place in it, and places inside', () => {
    const { cases } = read({ ...files, 'cases/one.yaml': CASE + CASE.replace('One', 'Two') });
    expect(cases.map(({ data, file, index }) => [data.name, file, index])).toEqual([
      ['One', 'cases/one.yaml', 0],
      ['Two', 'cases/one.yaml', 1],
    ]);
    expect(cases[1]!.locate(['expect', 'terms', 'tpp.paid'])).toEqual({ file: 'cases/one.yaml', line: 8, column: 50 });
    expect(cases[1]!.locate(['expect', 'terms', 'tpp.paid'], { key: true })).toEqual({ file: 'cases/one.yaml', line: 8, column: 40 });
    expect(cases[0]!.data.expect).toEqual({ status: 'complete', terms: { 'tpp.paid': '5000000' } });
  });

  test('keeps its base, and its own names', () => {
    const base = read({}).data;
    expect(read({}, { base }).data.base).toBe(base);
  });

  const places: { path: (string | number)[]; options?: object; at: string }[] = [
    { path: ['manifest', 'version'], at: 'ruleset.yaml:4:10' },
    { path: ['manifest'], at: 'ruleset.yaml:1:1' },
    { path: [], at: 'ruleset.yaml:1:1' },
    { path: ['terms', 'tpp.paid', 'formula'], at: 'terms/tpp.yaml:3:12' },
    { path: ['terms', 'tpp.paid', 'formula'], options: { offset: 11 }, at: 'terms/tpp.yaml:3:23' },
    { path: ['terms', 'tpp.paid'], options: { key: true }, at: 'terms/tpp.yaml:1:1' },
    { path: ['terms', 'score.total', 'formula'], at: 'terms/deep/er/score.yaml:1:39' },
    { path: ['terms', 'unknown'], at: 'terms/deep/er/score.yaml:1:1' },
    { path: ['terms'], at: 'terms/deep/er/score.yaml:1:1' },
    { path: ['rules', 'unknown'], at: 'ruleset.yaml:1:1' },
    { path: ['nonsense'], at: 'ruleset.yaml:1:1' },
  ];
  test.each(places)('$path $options stands at $at', ({ path, options, at }) => {
    const { file, line, column } = read(files).data.locate!(path, options)!;
    expect(`${file}:${line}:${column}`).toBe(at);
  });

  test('places begin with the folder of the ruleset, when it is given', () => {
    expect(read(files, { folder: 'rulesets/kota/' }).data.locate!(['terms', 'tpp.paid'])!.file).toBe('rulesets/kota/terms/tpp.yaml');
  });

  test('cannot be changed', () => {
    const { data, cases } = read(files);
    expect([data, data.terms, data.terms!['tpp.paid'], cases, cases[0]].every(Object.isFrozen)).toBe(true);
  });
});

describe('what is wrong with the files', () => {
  const mistakes: { what: string; files: Record<string, string>; said: readonly string[] }[] = [
    {
      what: 'an id in two files names both places',
      files: { 'terms/a.yaml': '# one\nx.y: { unit: IDR }\n', 'terms/b.yaml': 'z: { unit: IDR }\nx.y: { unit: IDR }\n' },
      said: [
        'terms/b.yaml:2:1: error files/duplicate-id: "x.y" stands in two files: at terms/a.yaml:2 and at terms/b.yaml:2. Keep one of the two, or give one another id.',
      ],
    },
    {
      what: 'places that no file has',
      files: {
        'term/a.yaml': 'a: 1',
        'parameters.yaml': 'a: 1',
        'sources/a.yaml': 'a: 1',
        'tables/a.yml': 'a: 1',
        'stuff/a.yaml': 'a: 1',
        'notes.txt': 'x',
        'rules.yaml': '',
      },
      said: [
        'notes.txt:1:1: warning files/unknown-place: No file of a ruleset stands at "notes.txt". A ruleset has ruleset.yaml, sources.yaml, types.yaml, facts.yaml, calendars/*.yaml, parameters/*.yaml, tables/*.yaml, terms/*.yaml, raters/*.yaml, conditions/*.yaml, rules/*.yaml, payments.yaml, carry.yaml, overrides/*.yaml, cases/*.yaml, people/*.yaml and CHANGELOG.md.',
        'parameters.yaml:1:1: error files/unknown-place: No file of a ruleset stands at "parameters.yaml". Did you mean "parameters/parameters.yaml"?',
        'rules.yaml:1:1: error files/unknown-place: No file of a ruleset stands at "rules.yaml". Did you mean "rules/rules.yaml"?',
        'sources/a.yaml:1:1: error files/unknown-place: No file of a ruleset stands at "sources/a.yaml". Did you mean "sources.yaml"?',
        'stuff/a.yaml:1:1: error files/unknown-place: No file of a ruleset stands at "stuff/a.yaml". A ruleset has ruleset.yaml, sources.yaml, types.yaml, facts.yaml, calendars/*.yaml, parameters/*.yaml, tables/*.yaml, terms/*.yaml, raters/*.yaml, conditions/*.yaml, rules/*.yaml, payments.yaml, carry.yaml, overrides/*.yaml, cases/*.yaml, people/*.yaml and CHANGELOG.md.',
        'tables/a.yml:1:1: error files/unknown-place: No file of a ruleset stands at "tables/a.yml". Name it "tables/a.yaml".',
        'term/a.yaml:1:1: error files/unknown-place: No file of a ruleset stands at "term/a.yaml". Did you mean "terms/a.yaml"?',
      ],
    },
    {
      what: 'a list where a mapping belongs',
      files: { 'terms/a.yaml': '- a\n- b\n' },
      said: [
        'terms/a.yaml:1:1: error files/not-a-mapping: The file holds a list; it should be a mapping from id to entry. Write "id:" before each entry instead of "-".',
      ],
    },
    {
      what: 'a single value where a mapping belongs',
      files: { 'carry.yaml': 'abc\n' },
      said: [
        'carry.yaml:1:1: error files/not-a-mapping: The file holds a single value; it should be a mapping from id to entry. Write "id:" before the entry.',
      ],
    },
    {
      what: 'files that hold nothing',
      files: { 'terms/a.yaml': '# later\n', 'people/a.yaml': '' },
      said: [
        'people/a.yaml:1:1: error files/empty: The file holds nothing. Write an entry, or remove the file.',
        'terms/a.yaml:1:1: warning files/empty: The file holds nothing. Write an entry, or remove the file.',
      ],
    },
    {
      what: 'a manifest that is no mapping',
      files: { 'ruleset.yaml': '- id: kota\n' },
      said: ['ruleset.yaml:1:1: error files/not-a-mapping: The manifest should be a mapping. Write id, title, issuer, version and from, each with a colon.'],
    },
    {
      what: 'faults of YAML, in every file',
      files: { 'terms/a.yaml': 'a: &x 1\n', 'rules/b.yaml': 'b: [\n' },
      said: [
        'rules/b.yaml:1:4: error yaml/bracket: The "[" that opens here is never closed. Close it with "]", or quote the text that begins with it.',
        'terms/a.yaml:1:4: error yaml/anchor: "&x" is a YAML anchor, and a ruleset has none. Write the value out; quote a text that begins with "&".',
      ],
    },
    {
      what: 'cases that are no list',
      files: { 'cases/a.yaml': 'name: x\n' },
      said: ['cases/a.yaml:1:1: error case/no-list: The file should hold a list of cases. Begin each case with "- name:".'],
    },
    {
      what: 'a case that is no mapping',
      files: { 'cases/a.yaml': '- abc\n' },
      said: ['cases/a.yaml:1:3: error case/no-mapping: case 1 of the file is no mapping. Begin each case with "- name:".'],
    },
    {
      what: 'a case that expects nothing',
      files: { 'cases/a.yaml': '- { name: One, date: 2025-03-31, given: {}, expect: {} }\n' },
      said: ['cases/a.yaml:1:53: error case/no-expectation: the case "One" expects nothing. Write at least one expectation, such as "status: complete".'],
    },
    {
      what: 'a case on no day of the calendar',
      files: { 'cases/a.yaml': CASE.replace('03-31', '02-29') },
      said: ['cases/a.yaml:2:9: error date/unreadable: "2025-02-29" is no day of the calendar. Write YYYY-MM-DD.'],
    },
    {
      what: 'a misspelt key of a case',
      files: { 'cases/a.yaml': CASE.replace('status', 'statsu') },
      said: ['cases/a.yaml:4:13: error document/unknown-key: "statsu" is no key of "expect" of the case "One". Did you mean "status"?'],
    },
  ];
  test.each(mistakes)('$what', ({ files, said: expected }) => {
    expect(said(files)).toEqual(expected);
  });

  test('a folder without a manifest is told so', () => {
    expect(readRulesetFiles([]).diagnostics.map(diagnosticText)).toEqual([
      'ruleset.yaml:1:1: error files/no-manifest: The ruleset has no file ruleset.yaml. Write one with id, title, issuer, version and from.',
    ]);
  });

  test('findings name the ruleset and the path in the document', () => {
    const [diagnostic] = read({ 'terms/a.yaml': 'a.b:\n  unit: ~\n' }).diagnostics;
    expect([diagnostic?.ruleset, diagnostic?.path]).toEqual(['kota', ['terms', 'a.b', 'unit']]);
    expect(read({ 'people/a.yaml': 'x: ~\n' }).diagnostics[0]?.path).toEqual(['people', 'a', 'x']);
    expect(read({ 'ruleset.yaml': `${MANIFEST}note: ~\n` }).diagnostics[0]?.path).toEqual(['manifest', 'note']);
  });

  test('hidden files and the change log are passed over', () => {
    expect([kindOfFile('CHANGELOG.md'), kindOfFile('.kinerja/terms.schema.json'), kindOfFile('terms/.hidden.yaml')]).toEqual([undefined, undefined, undefined]);
  });
});
