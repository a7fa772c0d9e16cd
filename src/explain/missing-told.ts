/**
 * What is missing: the facts to supply, with what they expect, and the formulas without an answer.
 * In: an outcome and the names of its ruleset. Out: {@link MissingTold}s and {@link FaultTold}s.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { RATER_SOURCE } from '../model/rating.ts';
import { type Title, title } from '../model/title.ts';
import type { Type } from '../values/type.ts';
import type { Derivation } from './derivation.ts';
import type { FaultTold, MissingTold } from './explanation-shape.ts';
import type { Names } from '../ruleset/titles.ts';
import { EN } from './words/en.ts';
import { ID } from './words/id.ts';

const RATINGS = 'ratings.';
const EXPECTED = 'raters.expected.';

/** What a reader calls a fact that is missing: ratings are missing by group. */
export function missingTitle(id: string, names: Names): Title {
  const source = (prefix: string): Title =>
    RATER_SOURCE.titles.get(id.slice(prefix.length) as 'peer') ?? title(id.slice(prefix.length), id.slice(prefix.length));
  const filled = (key: 'missing.ratings' | 'missing.raters', by: Title): Title => title(ID[key].replace('{source}', by.id), EN[key].replace('{source}', by.en));
  if (id.startsWith(EXPECTED)) return filled('missing.raters', source(EXPECTED));
  if (id.startsWith(RATINGS)) return filled('missing.ratings', source(RATINGS));
  const callable = names.callable(id);
  return callable.en === id ? names.key(id) : callable;
}

export function tellMissing(
  outcome: AppraisalOutcome,
  { names, telling }: Derivation,
): { readonly facts: readonly MissingTold[]; readonly faults: readonly FaultTold[] } {
  const { callables } = telling.environment.plan;
  return {
    facts: outcome.unknownFacts.map((id) => ({ id, title: missingTitle(id, names), expects: callables.has(id) ? { kind: 'gap' } : expectsOf(id, names) })),
    faults: outcome.faults.map(({ code, node, message }) => ({
      code,
      node,
      title: names.rule(node).id === node ? names.key(node) : names.rule(node),
      message,
    })),
  };
}

function expectsOf(id: string, names: Names): MissingTold['expects'] {
  if (id.startsWith(EXPECTED)) return { kind: 'raters' };
  if (id.startsWith(RATINGS)) return { kind: 'ratings' };
  const type: Type | undefined = names.typeOf(id) ?? FACT_CATALOGUE.get(id)?.type;
  switch (type?.kind) {
    case 'number':
      return { kind: 'number', unit: type.unit.text };
    case 'boolean':
      return { kind: 'truth' };
    case 'enum':
      return { kind: 'words', words: type.members.map((member) => names.word(type, member)) };
    case 'date':
    case 'record':
    case 'list':
      return { kind: type.kind };
    default:
      return { kind: 'text' };
  }
}
