/**
 * What an id may look like, and how ids share one namespace.
 * In: ids. Out: findings about malformed, repeated and prefixing ids.
 */
import type { Finding } from '../values/finding.ts';

export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'function',
  'external',
  'true',
  'false',
  'null',
  'item',
]);
const SEGMENT = /^[a-z][A-Za-z0-9]*$/;
const PREFIXES: ReadonlySet<string> = new Set(['fired', 'carry']);

/** What is wrong with an id by itself. */
export function idFinding(id: string): Omit<Finding, 'span'> | undefined {
  for (const segment of id.split('.')) {
    if (!SEGMENT.test(segment)) {
      return {
        code: 'name/malformed',
        message: `"${id}" is no id: "${segment}" should begin with a small letter and hold only letters and digits.`,
        mend: 'Write dotted segments such as "discipline.late.rate".',
      };
    }
    if (RESERVED_WORDS.has(segment)) {
      return {
        code: 'name/reserved',
        message: `"${id}" cannot be an id: "${segment}" is a word of the formula language.`,
        mend: `Write a longer name, such as "${segment === 'in' ? 'clockIn' : `${segment}Value`}".`,
      };
    }
  }
  if (PREFIXES.has(id.split('.')[0]!)) {
    return {
      code: 'name/reserved',
      message: `"${id}" cannot be an id: what begins with "${id.split('.')[0]}." belongs to the library.`,
      mend: 'Choose another first segment.',
    };
  }
  return undefined;
}

/** The shorter of two ids of which one is a dotted prefix of the other, for each such pair. */
export function prefixClashes(ids: Iterable<string>): readonly (readonly [shorter: string, longer: string])[] {
  const all = new Set(ids);
  const clashes: [string, string][] = [];
  for (const id of all) {
    const segments = id.split('.');
    for (let length = 1; length < segments.length; length++) {
      const prefix = segments.slice(0, length).join('.');
      if (all.has(prefix)) clashes.push([prefix, id]);
    }
  }
  return clashes;
}
