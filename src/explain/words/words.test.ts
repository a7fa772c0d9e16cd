import { describe, expect, it } from 'vitest';
import { EN } from './en.ts';
import { ID } from './id.ts';
import { piecesOf } from './words-of.ts';
import type { WordKey } from './words.ts';

const keys = Object.keys(EN) as WordKey[];
const slotsOf = (sentence: string): readonly string[] =>
  piecesOf(sentence)
    .flatMap((piece) => ('name' in piece ? [piece.name] : []))
    .sort();

describe('the words of both languages', () => {
  it('have the same keys in the same order', () => {
    expect(Object.keys(ID)).toEqual(keys);
  });

  it('fill the same names in every sentence', () => {
    expect(keys.filter((key) => slotsOf(EN[key]).join() !== slotsOf(ID[key]).join())).toEqual([]);
  });

  it('are never empty, and say something else in each language unless they are signs or names', () => {
    expect(keys.filter((key) => EN[key].trim() === '')).toEqual([]);
    expect(keys.filter((key) => EN[key] === ID[key])).toEqual([
      'head.status',
      'head.lawOne',
      'column.number',
      'step.function.text',
      'leaf.open',
      'handedOn.status',
      'sureness.rupiah',
      'raters.methodOf',
    ]);
  });
});
