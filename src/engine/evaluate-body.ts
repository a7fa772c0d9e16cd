/**
 * Evaluates the body of a term or function: a formula, lettered branches, or a weighted composite. Each is made into a function once.
 * In: a body and an environment. Out: the result before rounding, with the branch taken or the weights used.
 */
import type { Environment } from '../formula/scope.ts';
import { BY_ID, framed } from '../formula/evaluate-formula.ts';
import { type Frame, type Link, prepareTree } from '../formula/prepare-tree.ts';
import { HUNDRED, type Exact, ZERO, add, divide, equals, isExact, isNegative, isZero, multiply, toText } from '../values/exact.ts';
import { Fault, NONE, None, type Result, type Unknown, isNone, unknown, worst } from '../values/result.ts';
import type { Body } from '../ruleset/plan.ts';
import type { TracedPart } from './trace.ts';

export interface BodyResult {
  readonly result: Result;
  readonly branch?: { readonly letter: string; readonly cite?: string | undefined } | undefined;
  readonly parts?: readonly TracedPart[] | undefined;
}

type Locals = ReadonlyMap<string, Result> | undefined;

/** A body as a function. */
export type PreparedBody<E> = (environment: E, frame: Frame | undefined) => BodyResult;

const PREPARED = new WeakMap<Body, PreparedBody<Environment>>();

/** Evaluates a body for any environment; its function is made once. */
export function evaluateBody(body: Body, environment: Environment, locals?: Locals): BodyResult {
  let prepared = PREPARED.get(body);
  if (!prepared) {
    prepared = prepareBody(body, BY_ID);
    PREPARED.set(body, prepared);
  }
  return prepared(environment, framed(locals));
}

/** The function of a body. */
export function prepareBody<E>(body: Body, link: Link<E>): PreparedBody<E> {
  switch (body.form) {
    case 'formula': {
      const prepared = prepareTree(body.tree, link);
      return (environment, frame) => ({ result: prepared(environment, frame) });
    }
    case 'choose':
      return prepareChoose(body.branches, link);
    case 'parts':
      return prepareParts(body, link);
  }
}

/** The first branch whose condition is true; an unknown condition makes the whole unknown, never the next branch. */
function prepareChoose<E>(branches: Extract<Body, { form: 'choose' }>['branches'], link: Link<E>): PreparedBody<E> {
  const prepared = branches.map(({ letter, cite, when, then }) => ({
    letter,
    taken: Object.freeze(cite === undefined ? { letter } : { letter, cite }),
    when: when && prepareTree(when, link),
    then: then instanceof None ? () => NONE : prepareTree(then, link),
  }));
  return (environment, frame) => {
    for (let at = 0; at < prepared.length; at++) {
      const { letter, taken, when, then } = prepared[at]!;
      const holds = when ? when(environment, frame) : true;
      if (holds === false) continue;
      if (holds === true) return { result: then(environment, frame), branch: taken };
      return { result: isNone(holds) ? new Fault('value/none', `The condition of branch ${letter} is not applicable.`) : holds, branch: taken };
    }
    return { result: new Fault('term/no-branch', 'No branch applies.') };
  };
}

function prepareParts<E>(body: Extract<Body, { form: 'parts' }>, link: Link<E>): PreparedBody<E> {
  const prepared = body.parts.map(({ name, value, weight }) => ({ name, value: prepareTree(value, link), weight: prepareTree(weight, link) }));
  return (environment, frame) => {
    const evaluated: TracedPart[] = [];
    for (let at = 0; at < prepared.length; at++) {
      const { name, value, weight } = prepared[at]!;
      evaluated.push(Object.freeze({ name, value: value(environment, frame), weight: weight(environment, frame) }));
    }
    return weighParts(body, Object.freeze(evaluated));
  };
}

function weighParts(body: Extract<Body, { form: 'parts' }>, evaluated: readonly TracedPart[]): BodyResult {
  const sum = weightsOf(evaluated, body.total);
  if (!isExact(sum)) return { result: sum, parts: evaluated };
  // A part of weight zero still has to be known: a rule that ignores it says so by its weight being absent.
  const values = worst(evaluated.map((part) => part.value));
  if (values) return { result: values, parts: evaluated };
  const present = evaluated.filter((part) => !isNone(part.value));
  if (present.length === 0) return { result: NONE, parts: evaluated };
  if (present.length < evaluated.length && body.notApplicable === 'unknown')
    return { result: unknown(...evaluated.filter((part) => isNone(part.value)).map((part) => part.name)), parts: evaluated };
  const presentSum = present.length === evaluated.length ? sum : present.reduce((total, part) => add(total, part.weight as Exact), ZERO);
  if (isZero(presentSum)) return { result: new Fault('weights/sum', 'All parts that are applicable have the weight 0.'), parts: evaluated };
  const parts = evaluated.map((part) => {
    const { name, value, weight } = part;
    return isNone(value) ? part : Object.freeze({ name, value, weight, used: divide(multiply(weight as Exact, HUNDRED), presentSum) });
  });
  const total = present.reduce((whole, part) => add(whole, multiply(part.value as Exact, part.weight as Exact)), ZERO);
  return { result: divide(total, presentSum), parts: Object.freeze(parts) };
}

/** The sum of the weights, which has to be the declared total. */
function weightsOf(parts: readonly TracedPart[], total: Exact): Exact | Fault | Unknown {
  const bad = worst(parts.map((part) => part.weight));
  if (bad) return bad;
  if (parts.some((part) => isNone(part.weight))) return new Fault('value/none', 'A weight is not applicable.');
  const weights = parts.map((part) => part.weight as Exact);
  const negative = weights.find(isNegative);
  if (negative) return new Fault('weights/negative', `A weight is ${toText(negative)}.`);
  const sum = weights.reduce(add, ZERO);
  return equals(sum, total) ? sum : new Fault('weights/sum', `The weights add up to ${toText(sum)}, not to ${toText(total)}.`);
}
