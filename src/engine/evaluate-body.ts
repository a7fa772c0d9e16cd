/**
 * Evaluates the body of a term or function: a formula, lettered branches, or a weighted composite.
 * In: a body and an environment. Out: the result before rounding, with the branch taken or the weights used.
 */
import type { Environment } from '../formula/scope.ts';
import { evaluate } from '../formula/evaluate-formula.ts';
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

export function evaluateBody(body: Body, environment: Environment, locals?: Locals): BodyResult {
  switch (body.form) {
    case 'formula':
      return { result: evaluate(body.tree, environment, locals) };
    case 'choose':
      return evaluateChoose(body.branches, environment, locals);
    case 'parts':
      return evaluateParts(body, environment, locals);
  }
}

/** The first branch whose condition is true; an unknown condition makes the whole unknown, never the next branch. */
function evaluateChoose(branches: Extract<Body, { form: 'choose' }>['branches'], environment: Environment, locals: Locals): BodyResult {
  for (let at = 0; at < branches.length; at++) {
    const branch = branches[at]!;
    const holds = branch.when ? evaluate(branch.when, environment, locals) : true;
    if (holds === false) continue;
    const { letter, cite } = branch;
    const taken = Object.freeze(cite === undefined ? { letter } : { letter, cite });
    if (holds === true) return { result: branch.then instanceof None ? NONE : evaluate(branch.then, environment, locals), branch: taken };
    return { result: isNone(holds) ? new Fault('value/none', `The condition of branch ${letter} is not applicable.`) : holds, branch: taken };
  }
  return { result: new Fault('term/no-branch', 'No branch applies.') };
}

function evaluateParts(body: Extract<Body, { form: 'parts' }>, environment: Environment, locals: Locals): BodyResult {
  const evaluated: readonly TracedPart[] = Object.freeze(
    body.parts.map((part) =>
      Object.freeze({ name: part.name, value: evaluate(part.value, environment, locals), weight: evaluate(part.weight, environment, locals) }),
    ),
  );
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
