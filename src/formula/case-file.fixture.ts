/**
 * Cases kept as text beside the tests.
 * In: the name of a file in this folder. Out: its lines without comments, and its blocks (a formula, then what is expected of it).
 */
import { readFileSync } from 'node:fs';
import { type Result, isFault, isNone, isUnknown, toJson } from '../values/result.ts';

const read = (name: string): string[] => readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');

/** Lines of `a | b | c`, trimmed; blank lines and lines that begin with # are left out. */
export const caseLines = (name: string): readonly (readonly string[])[] =>
  read(name)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((part) => part.trim()));

/** Blocks that begin with `> formula`; `\n` in a formula is a line break. */
export function caseBlocks(name: string): readonly { readonly formula: string; readonly expected: string }[] {
  const blocks: { formula: string; lines: string[] }[] = [];
  for (const line of read(name)) {
    if (line.startsWith('> ')) blocks.push({ formula: line.slice(2).replaceAll('\\n', '\n'), lines: [] });
    else if (!line.startsWith('#') && line.trim() !== '') blocks.at(-1)!.lines.push(line);
  }
  return blocks.map(({ formula, lines }) => ({ formula, expected: lines.join('\n') }));
}

/** A result on one line: JSON of a value, or what it is instead. */
export function renderResult(result: Result): string {
  if (isNone(result)) return 'none';
  if (isUnknown(result)) return `unknown: ${result.facts.join(', ')}`;
  if (isFault(result)) return `fault: ${result.code} at ${result.span?.join('..') ?? 'nowhere'}: ${result.message}`;
  return JSON.stringify(toJson(result));
}
