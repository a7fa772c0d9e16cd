/**
 * What an editor says about keys that the zod schemas leave without a description.
 * In: a kind of file and its properties. Out: the same properties, each described.
 */
import type { FileKind } from './file-places.ts';
import type { JsonSchema } from './schema-parts.ts';

/** What each kind of file holds, shown at its top. */
export const KIND_WORDS: Readonly<Record<FileKind, string>> = {
  ruleset: 'The manifest of a ruleset: who it is for, from when, and what comes out of it.',
  sources: 'Instruments of law and other sources, by id; cited as source#pinpoint.',
  types: 'Enumerations and records, by name.',
  facts: 'The facts that the ruleset uses, and what the absence of each means.',
  calendars: 'Working hours, holidays and marked days, by id.',
  parameters: 'Dated values, by id.',
  tables: 'Decision tables, by id.',
  terms: 'Named values and functions, by id.',
  raters: 'How assessments become scores, by id.',
  conditions: 'Named conditions, by id.',
  rules: 'Conditions and their events, by id.',
  payments: 'What is paid, by id.',
  carry: 'What a period hands to the next, by id.',
  overrides: 'Versions that a region adds to national nodes, by the id of the node.',
  cases: 'Cases: what must come of an appraisal.',
  people: 'An appraisal that cases are like.',
};

/** By key; a key that means different things in different files stands as `kind.key`. */
const WORDS: Readonly<Record<string, string>> = {
  description: 'More about it, for a reader.',
  note: 'A remark for the reader.',
  title: 'What a reader sees, in Indonesian and in English.',
  stage: 'When it is computed: a node reads its own stage and earlier ones.',
  cite: 'Where the law says so: source#pinpoint, such as pp-94-2021#art-10(2)f.',
  inputs: 'The columns that are matched, each with its type.',
  outputs: 'What a row gives, each with its type.',
  hit: 'Which row answers; unique when left out.',
  rows: 'One row for each line of the source.',
  columns: 'A crosstab: one input spread over columns; each row then gives cells.',
  otherwise: 'What inputs get that no row reaches.',
  gaps: 'Holes that the source itself leaves: such inputs are unknown.',
  formula: 'The formula that gives the value.',
  choose: 'Branches from the top; the first that holds gives the value.',
  parts: 'A weighted composite: parts with their weights.',
  round: 'The only place where a digit may be lost.',
  criteria: 'The criteria that are rated, and what a missing one means.',
  combine: 'The order of aggregation.',
  weights: 'The weight of each source, by which sources are present.',
  'raters.sources': 'Who rates, on which scale, and how many are needed.',
  'rules.conditions': 'When the rule fires.',
  'rules.event': 'What happens when it fires.',
  'conditions.when': 'The condition.',
  'payments.for': 'Which payments it belongs to.',
  'payments.amount': 'The id of the term that gives the amount.',
  'payments.entitled': 'Who is entitled; the first that fails is the reason why nothing is paid.',
  'payments.hold': 'What holds the payment, and until when.',
  resets: 'When it begins anew.',
  opening: 'The value at the beginning.',
  next: 'The formula of the value that is handed on.',
  literals: 'The reason of each literal number in the formula.',
  absence: 'What it means when the fact is not there.',
  'types.members': 'Makes an enumeration: its members with their titles.',
  id: 'The id by which others name it.',
  issuer: 'Who issued it.',
  aliases: 'Other names by which it may be asked for.',
  version: 'The version of this ruleset.',
  cycle: 'How often it assesses and pays, and how a rating acts on later payments.',
  'ruleset.outputs': 'The scores and the rating that an outcome names.',
  selection: 'How candidates are compared: criteria in order, and the conditions that all must meet.',
  number: 'The number of the instrument.',
  year: 'The year of the instrument.',
  enacted: 'The day on which it was enacted.',
  effective: 'The days on which it is in force.',
  amends: 'The sources that it amends.',
  repeals: 'The sources that it repeals.',
  url: 'Where it can be read.',
};

export function describeProperties(kind: FileKind, properties: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const word = [`${kind}.${key}`, key].find((name) => Object.hasOwn(WORDS, name));
      return [key, schema['description'] === undefined && word !== undefined ? { description: WORDS[word], ...schema } : schema];
    }),
  );
}
