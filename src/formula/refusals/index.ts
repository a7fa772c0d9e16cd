/**
 * Every refusal, in the order in which they look at a node: the first that speaks is heard.
 * In: nothing. Out: {@link REFUSALS}, and {@link refusalsAt} for the walk over a text.
 */
import { betweenRefused, chainedComparison, comparisonWithNull, doubledComparator } from './comparisons.ts';
import { instanceOf, lambda, namedArguments, oddCallee, power, questionMark, unaryPlus } from './constructs.ts';
import { dateLiteral, nullRefused, numberForm, textEscape } from './literals.ts';
import { countedIteration, outwardBrackets, rangeElsewhere, severalVariables, swallowedAfterIn, unaryTest } from './membership.ts';
import { boundNameWithSpace, nameWithSpace, strangeName } from './names.ts';
import type { Refusal } from './refusal.ts';

export const REFUSALS: readonly Refusal[] = [
  nameWithSpace,
  boundNameWithSpace,
  strangeName,
  doubledComparator,
  comparisonWithNull,
  betweenRefused,
  chainedComparison,
  swallowedAfterIn,
  countedIteration,
  severalVariables,
  outwardBrackets,
  rangeElsewhere,
  unaryTest,
  numberForm,
  textEscape,
  dateLiteral,
  nullRefused,
  lambda,
  power,
  unaryPlus,
  instanceOf,
  namedArguments,
  oddCallee,
  questionMark,
];

const BY_NODE: ReadonlyMap<string, readonly Refusal[]> = new Map(
  [...new Set(REFUSALS.flatMap((refusal) => refusal.at))].map((name) => [name, REFUSALS.filter((refusal) => refusal.at.includes(name))]),
);

/** The refusals that look at nodes of this name. */
export const refusalsAt = (name: string): readonly Refusal[] => BY_NODE.get(name) ?? [];
