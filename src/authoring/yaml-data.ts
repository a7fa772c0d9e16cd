/**
 * From a composed YAML document to plain data: every number as the text that was written, and the place of every value.
 * In: the root node of a document. Out: data, its places, and findings about keys and values.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { DataPath } from '../ruleset/diagnostic.ts';
import { FORMULA_KEYS, checkFormulaText } from './formula-text.ts';
import { cutByComma } from './flow-comma.ts';
import type { ScalarStyle, WrittenScalar } from './scalar-offsets.ts';
import type { SourceLines } from './source-lines.ts';
import { type YamlFinding, excerpt, inQuotes } from './yaml-finding.ts';
import type { YamlEntry, YamlPlace } from './yaml-place.ts';

/** A value that was refused has no data, only a place. */
interface Read {
  readonly data: unknown;
  readonly place: YamlPlace;
}

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
const NULLS: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const SHOUTED_BOOLEANS: ReadonlySet<string> = new Set(['True', 'TRUE', 'False', 'FALSE']);
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function readData(root: Node, lines: SourceLines): Read & { readonly findings: readonly YamlFinding[] } {
  const reader = new Reader(lines);
  const read = reader.value(root, [], undefined);
  return { ...read, findings: reader.findings };
}

class Reader {
  readonly findings: YamlFinding[] = [];

  constructor(private readonly lines: SourceLines) {}

  value(node: unknown, path: DataPath, key: string | undefined): Read {
    if (isMap(node)) return this.mapping(node, path);
    if (isSeq(node)) return this.list(node, path);
    if (isScalar(node)) return this.scalar(node, path, key);
    // An alias has been refused by its token.
    return { data: undefined, place: { at: isAlias(node) ? (node.range?.[0] ?? 0) : 0 } };
  }

  private scalar(node: Scalar, path: DataPath, key: string | undefined): Read {
    const [from, to] = node.range ?? [0, 0, 0];
    const value = String(node.value ?? '');
    const scalar: WrittenScalar = { style: STYLES[node.type ?? 'PLAIN'] ?? 'plain', from, to, value };
    const place = { at: from, scalar };
    const finding = this.checkScalar(scalar, key);
    if (finding) this.findings.push({ ...finding, path });
    if (finding?.code === 'yaml/empty') return { data: undefined, place };
    const isBoolean = scalar.style === 'plain' && (value === 'true' || value === 'false');
    return { data: isBoolean ? value === 'true' : value, place };
  }

  private checkScalar(scalar: WrittenScalar, key: string | undefined): YamlFinding | undefined {
    const { value, from, style } = scalar;
    const isBlock = style === 'literal' || style === 'folded';
    const comparison = isBlock && value.trim() === '' ? /^>\d[\d.]*$/.exec(this.lines.text.slice(from, from + 20).split(/\s/, 1)[0]!) : null;
    if (comparison)
      return {
        code: 'yaml/range',
        message: `The cell ${comparison[0]} is a comparison and must be quoted.`,
        mend: `Write ${inQuotes(comparison[0])}.`,
        at: from,
      };
    if ((style === 'plain' && NULLS.has(value)) || (isBlock && value.trim() === '')) return empty(key, value, from);
    if (style === 'plain' && SHOUTED_BOOLEANS.has(value)) {
      return {
        code: 'yaml/boolean',
        message: `"${value}" is neither a truth value nor plainly a text.`,
        mend: `Write ${value.toLowerCase()}, or quote the text.`,
        at: from,
      };
    }
    return key !== undefined && FORMULA_KEYS.has(key) ? checkFormulaText(key, scalar, this.lines.text) : undefined;
  }

  private list(node: YAMLSeq, path: DataPath): Read {
    const at = node.range?.[0] ?? 0;
    const range = this.unquotedRange(node);
    if (range !== undefined) {
      this.findings.push({ code: 'yaml/range', message: `The cell ${range} is a range and must be quoted.`, mend: `Write ${inQuotes(range)}.`, at, path });
      return { data: undefined, place: { at } };
    }
    const items = node.items.map((item, index) => this.value(item, [...path, index], undefined));
    return { data: Object.freeze(items.map((item) => item.data)), place: { at, items: items.map((item) => item.place) } };
  }

  /** `[0..50]` without quotes is a list of one text in YAML. */
  private unquotedRange(node: YAMLSeq): string | undefined {
    const [only] = node.items;
    const isRange = node.flow === true && node.items.length === 1 && isScalar(only) && only.type === 'PLAIN' && /^\S*\.\.\S*$/.test(String(only.value));
    return isRange ? this.lines.text.slice(node.range![0], node.range![1]) : undefined;
  }

  private mapping(node: YAMLMap, path: DataPath): Read {
    const entries = new Map<string, YamlEntry>();
    const data: [string, unknown][] = [];
    let cut = 0;
    node.items.forEach((pair, index) => {
      if (index < cut) return;
      if (pair.value === null && node.flow === true) {
        const comma = cutByComma(node, index, this.lines);
        cut = comma.end;
        this.findings.push({ ...comma.finding, path });
        return;
      }
      const key = this.key(pair, path, entries);
      if (key === undefined) return;
      const read = this.value(pair.value, [...path, key], key);
      entries.set(key, { key: keyAt(pair), value: read.place });
      if (read.data !== undefined) data.push([key, read.data]);
    });
    return { data: Object.freeze(Object.fromEntries(data)), place: { at: node.range?.[0] ?? 0, entries } };
  }

  /** The text of a key, or undefined when it was refused. */
  private key(pair: Pair, path: DataPath, known: ReadonlyMap<string, YamlEntry>): string | undefined {
    const at = keyAt(pair);
    const refuse = (code: string, message: string, mend: string, first?: number): undefined => {
      const related = first === undefined ? undefined : { message: 'It stands here first.', at: first };
      this.findings.push({ code, message, mend, at, path, ...(related && { related }) });
    };
    if (!isScalar(pair.key)) return refuse('yaml/key', 'A key is a list, a mapping or an alias; it should be a text.', 'Write a plain word before the colon.');
    const key = String(pair.key.value ?? '');
    if (key === '' || (pair.key.type === 'PLAIN' && (NULLS.has(key) || key === 'true' || key === 'false'))) {
      return refuse(
        'yaml/key',
        key === '' ? 'A key is missing before this colon.' : `The key "${key}" is no text.`,
        key === '' ? 'Write a word before the colon.' : `Quote it: "${key}".`,
      );
    }
    if (key === '<<') return refuse('yaml/merge-key', '"<<" merges another mapping, and a ruleset has no merge keys.', 'Write its entries out.');
    if (RESERVED_KEYS.has(key)) return refuse('yaml/reserved-key', `"${key}" cannot be a key.`, 'Choose another name.');
    const first = known.get(key);
    if (first === undefined) return key;
    const { line } = this.lines.position(first.key);
    return refuse(
      'yaml/duplicate-key',
      `"${excerpt(key)}" stands twice in this mapping: first in line ${line}, again in line ${this.lines.position(at).line}.`,
      'Keep one of the two.',
      first.key,
    );
  }
}

const keyAt = (pair: Pair): number => (pair.key as Node | null)?.range?.[0] ?? 0;

function empty(key: string | undefined, written: string, at: number): YamlFinding {
  const what = key === undefined ? 'An entry of this list' : `"${excerpt(key)}"`;
  return {
    code: 'yaml/empty',
    message: written.trim() === '' ? `${what} has no value.` : `${what} is ${written}, which is no value here.`,
    mend: 'Write its value ("none" when it does not apply), or remove the line.',
    at,
  };
}
