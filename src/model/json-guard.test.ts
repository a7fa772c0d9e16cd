/**
 * Data that would harm a careless reader.
 */
import { describe, expect, it } from 'vitest';
import { InputError } from './input-error.ts';
import { GREATEST_DEPTH, guardJson } from './json-guard.ts';
import { readAppraisal } from './read-appraisal.ts';

const BASE = '{"employee":{"id":"1","status":"pns"},"assessed":"2024"';

describe('depth', () => {
  it('of ten thousand lists is an input error', () => {
    const deep: unknown = JSON.parse(`${BASE},"facts":{"deep":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`);
    expect(messageOf(deep)).toBe(
      `The appraisal has one fault:\n- facts.deep${'[0]'.repeat(30)}: Records and lists stand more than 32 deep inside one another here. Check for data that contains itself.`,
    );
  });

  it('of data that contains itself is an input error', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    expect(guardJson(loop)).toMatchObject({ fatal: true, issues: [{ code: 'input/depth', field: Array(GREATEST_DEPTH).fill('self').join('.') }] });
  });

  it('up to the limit is sound', () => {
    const nested = (depth: number): unknown => (depth === 1 ? [] : [nested(depth - 1)]);
    expect(guardJson(nested(GREATEST_DEPTH))).toEqual({ issues: [], fatal: false });
    expect(guardJson(nested(GREATEST_DEPTH + 1)).fatal).toBe(true);
  });
});

describe('size', () => {
  it('of half a million values and more is an input error', () => {
    const wide = { facts: { wide: Array.from({ length: 500_001 }, () => 0) } };
    expect(messageOf(wide)).toBe('The appraisal has one fault:\n- The data holds more than 500000 values. Give one employee and one period at a time.');
  });
});

describe('names that reach a prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('%s is refused wherever it stands', (name) => {
    const data: unknown = JSON.parse(
      `${BASE},"facts":{"a":[{"${name}":{"polluted":1}}]},"${name}":{},"carry":{"through":"2023-12-31","values":{"${name}":1}}}`,
    );
    const line = (place: string): string => `- ${place}${name}: "${name}" may not be the name of a field. Choose another name.`;
    expect(messageOf(data)).toBe(['The appraisal has 3 faults:', line(''), line('carry.values.'), line('facts.a[0].')].join('\n'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('other inherited names are ordinary names', () => {
    const { facts } = readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: '2024', facts: { toString: 1, valueOf: 'x', hasOwnProperty: true } });
    expect([...facts!]).toEqual([
      ['toString', 1],
      ['valueOf', 'x'],
      ['hasOwnProperty', true],
    ]);
  });

  it('as texts they are texts', () => {
    const { employee } = readAppraisal({ employee: { id: '__proto__', status: 'pns', unit: 'constructor' }, assessed: '2024' });
    expect([employee.id, employee.unit]).toEqual(['__proto__', 'constructor']);
  });
});

function messageOf(data: unknown): string {
  try {
    readAppraisal(data);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  return 'nothing was found';
}
