/**
 * The names of one ruleset and of what it extends, as JSON Schemas that an editor completes and checks.
 * In: {@link RulesetData}. Out: {@link vocabularyOf}, schemas by the definition names that `narrow-schema.ts` puts in place.
 */
import { CATALOGUE_TYPES } from '../model/catalogue.ts';
import type { RulesetData, SectionName } from '../ruleset/document.ts';
import { EVENT_KINDS } from '../ruleset/event.ts';
import { BASE_UNITS } from '../values/unit.ts';
import type { JsonSchema } from './schema-parts.ts';

const WORDS = ['boolean', 'date', 'text', 'integer', 'number', 'calendar'];
const PINPOINT = '[A-Za-z0-9()./-]+';

/** The ruleset and its bases, the ruleset first. */
export function chainOf(data: RulesetData): readonly RulesetData[] {
  const chain: RulesetData[] = [];
  for (let current: RulesetData | undefined = data; current && chain.length < 8; current = current.base) chain.push(current);
  return chain;
}

/** The ids of a section in the whole chain, sorted. */
export function idsOf(data: RulesetData, section: SectionName): readonly string[] {
  return [...new Set(chainOf(data).flatMap((level) => Object.keys(level[section] ?? {})))].sort();
}

export const VOCABULARY = [
  'cite',
  'sourceId',
  'unit',
  'typeWord',
  'enumeration',
  'path',
  'conditionName',
  'payment',
  'term',
  'rule',
  'carryId',
  'score',
] as const;
export type VocabularyName = (typeof VOCABULARY)[number];

export function vocabularyOf(data: RulesetData): Readonly<Record<VocabularyName, JsonSchema>> {
  const ids = (section: SectionName): readonly string[] => idsOf(data, section);
  const carried = ids('carry').map((id) => `carry.${id}`);
  const fired = EVENT_KINDS.map((kind) => `fired.${kind}`);
  const types = [...ids('types'), ...CATALOGUE_TYPES.keys()];
  return {
    cite: citations(data),
    sourceId: oneOf(ids('sources')),
    unit: units(),
    typeWord: { anyOf: [{ enum: [...WORDS, ...types] }, units()] },
    enumeration: oneOf(types),
    path: withFields([...ids('facts'), ...ids('parameters'), ...ids('terms'), ...ids('raters'), ...carried, ...fired]),
    conditionName: oneOf(ids('conditions')),
    payment: oneOf(ids('payments')),
    term: withFields(ids('terms')),
    rule: oneOf(ids('rules')),
    carryId: oneOf([...ids('carry'), ...carried]),
    score: oneOf([...new Set(chainOf(data).flatMap(scoreNames))]),
  };
}

const ANYTHING: JsonSchema = { type: 'string' };
const oneOf = (names: readonly string[]): JsonSchema => (names.length === 0 ? ANYTHING : { enum: [...names] });
const alternatives = (names: readonly string[]): string => names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');

/** An id, or an id with fields behind it. */
const withFields = (ids: readonly string[]): JsonSchema =>
  ids.length === 0 ? ANYTHING : { anyOf: [{ enum: [...ids] }, { type: 'string', pattern: `^(?:${alternatives(ids)})(?:\\.[A-Za-z][A-Za-z0-9]*)+$` }] };

function units(): JsonSchema {
  const unit = `(?:${alternatives([...BASE_UNITS, 'ratio'])})`;
  return { anyOf: [{ enum: [...BASE_UNITS, 'ratio'] }, { type: 'string', pattern: `^${unit}(?:[*/]${unit})+$` }] };
}

/** Completed as `pp-94-2021#`, and as each citation that stands somewhere in the ruleset already. */
function citations(data: RulesetData): JsonSchema {
  const sources = idsOf(data, 'sources');
  if (sources.length === 0) return ANYTHING;
  const pattern = `^(?:${alternatives(sources)})(?:#${PINPOINT})?$`;
  const known = new RegExp(pattern);
  const used = new Set<string>();
  for (const level of chainOf(data))
    for (const [section, entries] of Object.entries(level)) if (section !== 'base' && section !== 'locate') collectCitations(entries, used);
  return { anyOf: [{ enum: [...sources.map((source) => `${source}#`), ...[...used].filter((cite) => known.test(cite)).sort()] }, { type: 'string', pattern }] };
}

function collectCitations(value: unknown, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'cite' && typeof inner === 'string') into.add(inner);
    else collectCitations(inner, into);
  }
}

function scoreNames(level: RulesetData): readonly string[] {
  const outputs = level.manifest['outputs'];
  const scores = typeof outputs === 'object' && outputs !== null && Object.hasOwn(outputs, 'scores') ? (outputs as { scores: unknown }).scores : undefined;
  return typeof scores === 'object' && scores !== null ? Object.keys(scores) : [];
}
