/**
 * The ten operators of a condition as json-rules-engine calls them: exact, and able to leave open what is not known.
 * In: an operator's name and the kind of its operands. Out: a {@link Decide}: true, false, or undefined for "cannot be decided".
 * Written apart from the engine's evaluator; the names and the meaning are the language's, the code is not.
 */
import type { ConditionOperator } from '../ruleset/plan.ts';
import type { OperandKind } from './operand-kind.ts';

export type Decision = boolean | undefined;
export type Decide = (fact: unknown, value: unknown) => Decision;
/** Called for a value that is there and cannot be compared by the operator: it may throw. */
export type Misfit = (value: unknown, kind: OperandKind) => void;

/** Absent, or told to be none, unknown or a fault (as `toJson` of the library writes these). */
export function isMissing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return Object.hasOwn(value, 'none') || Object.hasOwn(value, 'unknown') || Object.hasOwn(value, 'fault');
}

/** An exact operator for operands of one kind. */
export function exactOperator(operator: ConditionOperator, kind: OperandKind, misfit: Misfit = () => undefined): Decide {
  const read = (value: unknown): unknown => {
    if (isMissing(value)) return undefined;
    const found = kind.read(value);
    if (found === undefined) misfit(value, kind);
    return found;
  };
  const same: Decide = (a, b) => {
    const [left, right] = [read(a), read(b)];
    if (left === undefined || right === undefined) return undefined;
    const answer = kind.same(left, right);
    if (answer === undefined) misfit(b, kind);
    return answer;
  };
  const ordered =
    (holds: (sign: number) => boolean): Decide =>
    (a, b) => {
      const [left, right] = [read(a), read(b)];
      if (left === undefined || right === undefined) return undefined;
      const sign = kind.order(left, right);
      if (sign === undefined) misfit(b, kind);
      return sign === undefined ? undefined : holds(sign);
    };
  const among = (one: unknown, list: unknown): Decision => {
    if (isMissing(list) || read(one) === undefined) return undefined;
    if (!Array.isArray(list)) {
      misfit(list, LIST);
      return undefined;
    }
    const answers = list.map((member) => same(one, member));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  };
  switch (operator) {
    case 'equal':
      return same;
    case 'notEqual':
      return opposite(same);
    case 'lessThan':
      return ordered((sign) => sign < 0);
    case 'lessThanInclusive':
      return ordered((sign) => sign <= 0);
    case 'greaterThan':
      return ordered((sign) => sign > 0);
    case 'greaterThanInclusive':
      return ordered((sign) => sign >= 0);
    case 'in':
      return among;
    case 'notIn':
      return opposite(among);
    case 'contains':
      return (fact, value) => among(value, fact);
    case 'doesNotContain':
      return opposite((fact, value) => among(value, fact));
  }
}

const LIST: OperandKind = { text: 'a list', read: (value) => value, same: () => undefined, order: () => undefined };

function opposite(decide: Decide): Decide {
  return (fact, value) => {
    const decision = decide(fact, value);
    return decision === undefined ? undefined : !decision;
  };
}
