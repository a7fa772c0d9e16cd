/**
 * Gives a condition its opinion on what is not known: `sure` holds it for false, `maybe` for true.
 * In: a checked condition in json-rules-engine's format. Out: the same with each leaf's operator as `sure.OP` or, under an odd number of `not`, `maybe.OP`; or the reverse.
 * A rule that fires by `sure` fires whatever the unknown facts turn out to be; one that does not even fire by `maybe` never can.
 */
import type { ConditionProperties, TopLevelCondition } from 'json-rules-engine';

/** How a leaf that cannot be decided is taken. */
export type Opinion = 'sure' | 'maybe';
export const OPINIONS: readonly Opinion[] = ['sure', 'maybe'];

export type AnyCondition = ConditionProperties | TopLevelCondition;

/** The name under which an operator or a named condition is kept for one opinion. */
export const leaningName = (opinion: Opinion, name: string): string => `${opinion}.${name}`;

export function leanCondition(condition: AnyCondition, opinion: Opinion): AnyCondition {
  if ('all' in condition) return { ...condition, all: condition.all.map((inner) => leanCondition(inner, opinion)) };
  if ('any' in condition) return { ...condition, any: condition.any.map((inner) => leanCondition(inner, opinion)) };
  if ('not' in condition) return { ...condition, not: leanCondition(condition.not, opinion === 'sure' ? 'maybe' : 'sure') };
  if ('condition' in condition) return { ...condition, condition: leaningName(opinion, condition.condition) };
  return { ...condition, operator: leaningName(opinion, condition.operator) };
}

/** json-rules-engine wants a group at the root. */
export const rootCondition = (condition: AnyCondition): TopLevelCondition => ('fact' in condition ? { all: [condition] } : condition);
