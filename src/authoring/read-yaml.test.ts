/**
 * What `readYaml` makes of good texts, and that no text makes it throw or wait.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { readYaml } from './read-yaml.ts';

const said = (text: string): readonly string[] => readYaml(text, 'f.yaml').diagnostics.map(diagnosticText);

describe('data', () => {
  const cases: { what: string; text: string; data: unknown }[] = [
    {
      what: 'a number is the text that was written',
      text: 'a: 0.10\nb: 007\nc: 1e3\nd: 123456789012345678901234567890\ne: -0\nf: 0x1F',
      data: { a: '0.10', b: '007', c: '1e3', d: '123456789012345678901234567890', e: '-0', f: '0x1F' },
    },
    {
      what: 'true and false are truth values, in quotes they are texts',
      text: 'a: true\nb: false\nc: "true"\nd: \'false\'\ne: yes\nf: on',
      data: { a: true, b: false, c: 'true', d: 'false', e: 'yes', f: 'on' },
    },
    { what: 'none and dates are texts', text: 'a: none\nb: 2025-01-01\nc: "null"\nd: ""', data: { a: 'none', b: '2025-01-01', c: 'null', d: '' } },
    {
      what: 'a range of a table is a text',
      text: 'rows: [ { days: 11..13, score: "[0..50)", more: "- " } ]',
      data: { rows: [{ days: '11..13', score: '[0..50)', more: '- ' }] },
    },
    {
      what: 'a formula stands in one line or keeps the lines of its block',
      text: 'a: { formula: a + b }\nb:\n  formula: |\n    if a\n      then "x#y"\n    else "b"',
      data: { a: { formula: 'a + b' }, b: { formula: 'if a\n  then "x#y"\nelse "b"\n' } },
    },
    {
      what: 'a quoted formula may hold commas inside { }',
      text: "a: [ { when: 'max(a, b) > 3', then: '\"x\"' } ]",
      data: { a: [{ when: 'max(a, b) > 3', then: '"x"' }] },
    },
    { what: 'a note may be folded', text: 'note: >\n  one\n  two\n', data: { note: 'one two\n' } },
    { what: 'a number as a key is a text', text: 'literals: { 12: months of a year }', data: { literals: { '12': 'months of a year' } } },
    { what: 'comments and one document mark are passed over', text: '# first\n---\na: 1 # one\n...\n', data: { a: '1' } },
    { what: 'Windows line ends change nothing', text: 'a: 1\r\nb: |\r\n  x\r\n  y\r\n', data: { a: '1', b: 'x\ny\n' } },
    { what: 'empty mappings and lists are there', text: 'a: {}\nb: []', data: { a: {}, b: [] } },
    { what: 'a file may be a list or a single value', text: '- a\n- 2', data: ['a', '2'] },
    { what: 'an empty file has no data', text: '', data: undefined },
    { what: 'nor has one of comments only', text: '# nothing yet\n', data: undefined },
  ];
  test.each(cases)('$what', ({ text, data }) => {
    expect(said(text)).toEqual([]);
    expect(readYaml(text, 'f.yaml').data).toEqual(data);
  });

  test('names of a prototype are harmless as keys', () => {
    const { data } = readYaml('toString: 1\nhasOwnProperty: 2\nvalueOf: 3\n', 'f.yaml');
    expect(Object.entries(data as object)).toEqual([
      ['toString', '1'],
      ['hasOwnProperty', '2'],
      ['valueOf', '3'],
    ]);
    const refused = readYaml('__proto__: { polluted: 1 }\na: 1\n', 'f.yaml').data as Record<string, unknown>;
    expect(Object.getPrototypeOf(refused)).toBe(Object.prototype);
    expect(Object.keys(refused)).toEqual(['a']);
    expect(refused['polluted']).toBeUndefined();
  });

  test('data is frozen all the way down', () => {
    const frozen = (value: unknown): boolean => typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(readYaml('a: { b: [ { c: 1 } ] }\nd: [[1]]\n', 'f.yaml').data)).toBe(true);
  });

  test('a broken file has no data, a file with a refused value has the rest of it', () => {
    expect(readYaml('a: [1\nb: 2\n', 'f.yaml').data).toBeUndefined();
    expect(readYaml('a: 1\na: 2\nb: ~\nc: 3\n', 'f.yaml').data).toEqual({ a: '1', c: '3' });
  });

  test('a duplicate key points to the first one', () => {
    const [diagnostic] = readYaml('a: 1\nb: 2\na: 3\n', 'f.yaml').diagnostics;
    expect(diagnostic?.related).toEqual({ message: 'It stands here first.', position: { file: 'f.yaml', line: 1, column: 1 } });
  });
});

describe('bounds', () => {
  test('fifty levels are read, one more is refused', () => {
    const nested = (depth: number): string => '['.repeat(depth) + 'x' + ']'.repeat(depth);
    expect(said(nested(50))).toEqual([]);
    expect(said(nested(51))).toEqual([
      'f.yaml:1:51: error yaml/depth: Mappings and lists stand more than 50 deep inside each other here. Check the brackets and the indentation: no part of a ruleset is that deep.',
    ]);
  });

  test.each([
    ['open brackets', '['.repeat(10_000)],
    ['closed brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['braces', '{a: '.repeat(10_000)],
    ['lists in lines', '- '.repeat(10_000)],
    ['question marks', '? '.repeat(10_000)],
    ['indented keys', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['four million brackets', '['.repeat(4_000_000)],
  ])('%s without end give one finding, at once', (_, text) => {
    expect(readYaml(text, 'f.yaml').diagnostics.map(({ code }) => code)).toEqual(['yaml/depth']);
  });

  test('a file of more than five million characters is not read', () => {
    expect(said(`a: ${'x'.repeat(5_000_000)}`)).toEqual([
      'f.yaml:1:1: error yaml/size: The file has 5000003 characters; at most 5000000 are read. Split it into several files of the same folder.',
    ]);
  });
});

describe('any text', () => {
  const scrap = fc.constantFrom(
    'a',
    'id',
    ': ',
    ':',
    '\n',
    '\n  ',
    '\n    ',
    '- ',
    '-',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '|',
    '>',
    '#',
    ' # ',
    '&a',
    '*a',
    '!t',
    '<<',
    '~',
    '%',
    '@',
    '?',
    '\t',
    '\r\n',
    '...',
    '---',
    '>= 28',
    '[0..5)',
    '\\',
    '\u{FEFF}',
    '\u0000',
    '\uD800',
    'é',
    '😀',
    'formula: ',
    'when: ',
    'true',
    '0.10',
    '__proto__',
  );
  const text = fc.oneof(
    fc.array(scrap, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  test('is answered with data and findings, never with an exception, and each finding stands inside the file', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { diagnostics, locate } = readYaml(source, 'f.yaml');
        const lines = source.split('\n');
        for (const { position, message, mend } of diagnostics) {
          expect(position!.line).toBeLessThanOrEqual(lines.length);
          expect(position!.column).toBeLessThanOrEqual(lines[position!.line - 1]!.length + 1);
          expect(message).toMatch(/\.$/);
          expect(mend).toMatch(/./);
        }
        expect(locate(['a', 0, 'b'], { offset: 3 })).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });

  test('with anything wrong in it says so: what has no finding is what the yaml package reads without error', async () => {
    const { parseAllDocuments } = await import('yaml');
    fc.assert(
      fc.property(text, (source) => {
        if (readYaml(source, 'f.yaml').diagnostics.length > 0) return;
        const documents = parseAllDocuments(source, { schema: 'failsafe', logLevel: 'silent' });
        expect(Array.isArray(documents) ? documents.flatMap((document) => document.errors) : []).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
