/**
 * Every place that `readYaml` names is the place itself: of values, of keys, and of each character of a scalar.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Document, isScalar, parseDocument, visit } from 'yaml';
import type { Position } from '../ruleset/diagnostic.ts';
import { readYaml } from './read-yaml.ts';

const offsetOf = (text: string, { line, column }: Position): number => {
  let start = 0;
  for (let skipped = 1; skipped < line; skipped++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
};

const character = fc.constantFrom(...'abcXYZ012.:;#,[]{}-+*/<>=()"\'\\&!|% \n\té€'.split(''), '😀', '  ', '\n\n', '\n  ');
const content = fc.array(character, { minLength: 1, maxLength: 40 }).map((parts) => `${parts.join('')}z`);
const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
const leaf = fc.record({ content, style });
type Leaf = { content: string; style: string };
const document = fc.dictionary(fc.constantFrom('a', 'b.c', 'title', 'note', 'x1'), fc.oneof(leaf, fc.array(leaf, { minLength: 1, maxLength: 3 })), {
  minKeys: 1,
  maxKeys: 4,
});

/** Writes the document with the `yaml` package, each scalar in the style drawn for it (where YAML allows that style). */
function written(
  data: Record<string, Leaf | Leaf[]>,
  lineWidth: number,
  crlf: boolean,
): { text: string; leaves: { path: (string | number)[]; value: string; style: string }[] } {
  const leaves: { path: (string | number)[]; value: string; style: string }[] = [];
  const plain = Object.fromEntries(
    Object.entries(data).map(([key, entry]) => {
      const add = (each: Leaf, path: (string | number)[]): string => (leaves.push({ path, value: each.content, style: each.style }), each.content);
      return [key, Array.isArray(entry) ? entry.map((each, index) => add(each, [key, index])) : add(entry, [key])];
    }),
  );
  const yaml = new Document(plain);
  let next = 0;
  visit(yaml, {
    Scalar(position, node) {
      if (position !== 'key' && isScalar(node)) node.type = leaves[next++]!.style as 'PLAIN';
    },
  });
  const text = yaml.toString({ lineWidth });
  return { text: crlf ? text.replaceAll('\n', '\r\n') : text, leaves };
}

describe('the place of a character of a scalar', () => {
  test('is where that character stands, in every style, with folded lines and either line end', () => {
    fc.assert(
      fc.property(document, fc.constantFrom(0, 30), fc.boolean(), (data, lineWidth, crlf) => {
        const { text, leaves } = written(data, lineWidth, crlf);
        fc.pre(parseDocument(text, { schema: 'failsafe' }).errors.length === 0); // some folded texts it writes so that it cannot read them
        const { data: back, locate, diagnostics } = readYaml(text, 'f.yaml');
        expect(diagnostics).toEqual([]);
        for (const { path, value: drawn, style: drawnStyle } of leaves) {
          const value = path.reduce<unknown>((at, part) => (at as Record<string | number, unknown>)[part], back) as string;
          // The yaml package does not write every folded text so that it reads back the same.
          if (drawnStyle !== 'BLOCK_FOLDED') expect(value).toBe(drawn);
          const start = text[offsetOf(text, locate(path)!)]!;
          for (let index = 0; index < value.length; index++) {
            const found = text[offsetOf(text, locate(path, { offset: index })!)];
            const wanted = value[index]!;
            if (start === '"' && found === '\\') continue; // an escape stands for its character
            if (/\s/.test(wanted))
              expect(found).toMatch(/\s/); // a space may be a line end that was folded
            else if (start === '"' && /[\uDC00-\uDFFF]/.test(wanted))
              continue; // the second half of an escaped character
            else expect(found).toBe(wanted);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('is exact to the character for plain lines and for blocks that keep their lines', () => {
    const line = fc.array(fc.constantFrom(...'abc (1+2)*3 <= "x" > y'.split('')), { maxLength: 30 }).map((parts) => parts.join(''));
    const lines = fc.array(line, { minLength: 1, maxLength: 6 }).filter(([first]) => /^\S/.test(first!));
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 6 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('|', '|-', '|+'), (block, indent, end, header) => {
        const text = [`terms:`, `  one: ${header}`, ...block.map((each) => ' '.repeat(2 + indent) + each), '  two: abc + 1', ''].join(end);
        const { data, locate } = readYaml(text, 'f.yaml');
        const terms = (data as { terms: { one: string; two: string } }).terms;
        for (const [key, value] of Object.entries(terms)) {
          for (let index = 0; index < value.length; index++) {
            const found = text[offsetOf(text, locate(['terms', key], { offset: index })!)];
            expect(found === '\r' ? '\n' : found).toBe(value[index]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('behind the end is the place behind the last visible character', () => {
    const { locate } = readYaml('a: x + \nb: |\n  x +\n  y\n\nc: "z"\n', 'f.yaml');
    expect(locate(['a'], { offset: 3 })).toEqual({ file: 'f.yaml', line: 1, column: 7 });
    expect(locate(['b'], { offset: 99 })).toEqual({ file: 'f.yaml', line: 4, column: 4 });
    expect(locate(['c'], { offset: 1 })).toEqual({ file: 'f.yaml', line: 6, column: 6 });
  });
});

describe('the place of a value or a key', () => {
  const { locate } = readYaml(
    'terms:\n  tpp.paid:\n    versions:\n      - from: 2025-01-01\n        formula: a + b\n    title: { id: "Dibayar", en: Paid }\n',
    'terms/tpp.yaml',
  );
  const cases: { path: (string | number)[]; key?: boolean; line: number; column: number; what: string }[] = [
    { what: 'the root', path: [], line: 1, column: 1 },
    { what: 'a mapping begins at its first key', path: ['terms', 'tpp.paid'], line: 3, column: 5 },
    { what: 'a key', path: ['terms', 'tpp.paid'], key: true, line: 2, column: 3 },
    { what: 'an item of a list', path: ['terms', 'tpp.paid', 'versions', 0], line: 4, column: 9 },
    { what: 'an item has no key, so its place stands for it', path: ['terms', 'tpp.paid', 'versions', 0], key: true, line: 4, column: 9 },
    { what: 'a scalar', path: ['terms', 'tpp.paid', 'versions', 0, 'formula'], line: 5, column: 18 },
    { what: 'a quoted scalar begins at its quote', path: ['terms', 'tpp.paid', 'title', 'id'], line: 6, column: 18 },
    { what: 'a value that is missing: the key of its nearest parent', path: ['terms', 'tpp.paid', 'stage'], line: 2, column: 3 },
    { what: 'a value that is missing in an item: the item', path: ['terms', 'tpp.paid', 'versions', 0, 'standing'], line: 4, column: 9 },
    { what: 'a path through a scalar: its key', path: ['terms', 'tpp.paid', 'versions', 0, 'formula', 'x', 3], line: 5, column: 9 },
    { what: 'nothing of it there: the root', path: ['facts', 'x'], line: 1, column: 1 },
    { what: 'a name of a prototype is no entry', path: ['terms', 'toString'], line: 1, column: 1 },
  ];
  test.each(cases)('$what', ({ path, key, line, column }) => {
    expect(locate(path, key === undefined ? {} : { key })).toEqual({ file: 'terms/tpp.yaml', line, column });
  });
});
