/**
 * Functions of standard FEEL that the language leaves out, by family, with what to write instead.
 * In: a name that is neither built in nor declared. Out: a finding without its place, or undefined.
 */
import type { Finding } from '../../values/finding.ts';

interface Family {
  readonly code: string;
  readonly names: readonly string[];
  readonly because: string;
  readonly mend: string;
}

/** The families, for the reference too. */
export const FAMILIES_NOT_HERE: readonly Family[] = [
  {
    code: 'formula/rounding',
    names: ['round', 'round up', 'round down', 'round half up', 'round half down', 'round half even', 'decimal'],
    because: 'a formula never rounds',
    mend: 'Write round: { to, mode, cite, standing } on the term or payment.',
  },
  {
    code: 'formula/clock',
    names: ['now', 'today'],
    because: 'the same facts must always give the same answer',
    mend: 'Read a date of the appraisal, such as period.to.',
  },
  {
    code: 'formula/text-function',
    names: [
      'substring',
      'string length',
      'upper case',
      'lower case',
      'substring before',
      'substring after',
      'contains',
      'starts with',
      'ends with',
      'split',
      'string join',
      'string',
      'trim',
      'concat',
    ],
    because: 'texts are compared and never built or taken apart',
    mend: 'Compare whole texts with "=", or give the fact an enumeration.',
  },
  {
    code: 'formula/regular-expression',
    names: ['matches', 'replace', 'extract'],
    because: 'there are no regular expressions',
    mend: 'Give the fact an enumeration, and compare with "=".',
  },
  {
    code: 'formula/duration-function',
    names: [
      'date and time',
      'years and months duration',
      'duration',
      'time',
      'date',
      'day of week',
      'day of year',
      'week of year',
      'month of year',
      'last day of month',
    ],
    because: 'lengths of time are plain numbers of days, months or years',
    mend: 'Use days between, whole months, whole years or add months.',
  },
  {
    code: 'formula/context-function',
    names: ['get value', 'get entries', 'context', 'context put', 'context merge'],
    because: 'there are no contexts',
    mend: 'Read the field of a record: item.kind.',
  },
  { code: 'formula/list-contains', names: ['list contains', 'index of', 'contains all'], because: '"in" looks into lists', mend: 'Write x in xs.' },
  {
    code: 'formula/quantifier-function',
    names: ['all', 'any'],
    because: '"every" and "some" ask lists',
    mend: 'Write every x in xs satisfies ..., or some x in xs satisfies ....',
  },
  {
    code: 'formula/list-function',
    names: [
      'append',
      'concatenate',
      'insert before',
      'remove',
      'reverse',
      'union',
      'flatten',
      'sort',
      'sublist',
      'list replace',
      'duplicate values',
      'partition',
      'is empty',
    ],
    because: 'lists are read and never rearranged',
    mend: 'Filter with xs[condition], or go through it with for.',
  },
  {
    code: 'formula/statistics',
    names: ['product', 'stddev', 'mode', 'variance'],
    because: 'only exact aggregates are there',
    mend: 'Use sum, count, min, max, mean or median.',
  },
  {
    code: 'formula/power',
    names: ['sqrt', 'exp', 'log', 'power', 'pow'],
    because: 'there are no powers, roots or logarithms',
    mend: 'Use a table with hit: linear for a curve.',
  },
  {
    code: 'formula/number-function',
    names: ['number', 'odd', 'even', 'random number'],
    because: 'numbers are numbers already',
    mend: 'For even and odd write modulo(n, 2) = 0.',
  },
  {
    code: 'formula/range-function',
    names: [
      'before',
      'after',
      'meets',
      'met by',
      'overlaps',
      'overlaps before',
      'overlaps after',
      'finishes',
      'finished by',
      'includes',
      'during',
      'starts',
      'started by',
      'coincides',
      'range',
    ],
    because: 'ranges stand only after "in"',
    mend: 'Compare with <, <=, or x in [a..b].',
  },
  {
    code: 'formula/null-test',
    names: ['is defined', 'is', 'is blank', 'get or else', 'assert', 'if null'],
    because: 'present(x) is the one test for a value that does not apply',
    mend: 'Write present(x).',
  },
];

const BY_NAME: ReadonlyMap<string, Family> = new Map(FAMILIES_NOT_HERE.flatMap((family) => family.names.map((name) => [name, family])));

/** What to say about a function of standard FEEL that is not here. */
export function notHere(name: string): Omit<Finding, 'span'> | undefined {
  const family = BY_NAME.get(name);
  return family && { code: family.code, message: `The function ${name} is not part of the language: ${family.because}.`, mend: family.mend };
}
