/**
 * Bodies of terms and functions: a formula, lettered branches, or a weighted composite; and their rounding.
 * In: a body of the plan. Out: {@link Ir}; the meaning is that of `engine/evaluate-body.ts`.
 */
import type { Body, RoundPlan } from '../ruleset/plan.ts';
import { ZERO } from '../values/exact.ts';
import { None } from '../values/result.ts';
import {
  arithmetic,
  choose,
  compareNumbers,
  constantNumber,
  constantTruth,
  faultConstant,
  join,
  mapped,
  need,
  newLocal,
  noneConstant,
  not,
  readLocal,
  round,
  unknownConstant,
} from './build-ir.ts';
import { type Ir, MAY_NONE } from './ir.ts';
import { mapList } from './lower-list.ts';
import { lowerTree } from './lower-tree.ts';
import type { Locals, Scope } from './scope.ts';

export function lowerBody(body: Body, scope: Scope, locals: Locals): Ir {
  switch (body.form) {
    case 'formula':
      return lowerTree(body.tree, scope, locals);
    case 'choose':
      return body.branches.reduceRight<Ir>((rest, { when, then }) => {
        const value = then instanceof None ? noneConstant : lowerTree(then, scope, locals);
        return when ? choose(lowerTree(when, scope, locals), value, rest) : value;
      }, faultConstant('term/no-branch'));
    case 'parts':
      return lowerParts(body, scope, locals);
  }
}

/** The value rounded: a number, or each number of a list; what is missing stays missing. */
export function lowerRounded(value: Ir, plan: RoundPlan | undefined): Ir {
  if (!plan) return value;
  return mapped(value, (known) => {
    const { kind } = known.info.rep;
    if (kind === 'number' || kind === 'exact') return round(known, plan.step, plan.mode);
    return kind === 'list' ? mapList(known, (local) => lowerRounded(readLocal(local), plan), false) : known;
  });
}

/** Σ weight · value ÷ Σ weight, over the parts that are applicable. */
function lowerParts(body: Extract<Body, { form: 'parts' }>, scope: Scope, locals: Locals): Ir {
  const values = body.parts.map((part) => lowerTree(part.value, scope, locals));
  const zero = constantNumber(ZERO);
  return need(
    body.parts.map((part) => lowerTree(part.weight, scope, locals)),
    (...weights) => {
      const negative = join(
        true,
        weights.map((weight) => compareNumbers('<', weight, zero)),
      );
      const sum = weights.reduce((a, b) => arithmetic('add', a, b));
      const wrong = compareNumbers('!=', sum, constantNumber(body.total));
      const composite = weighted(values, weights, body);
      return choose(negative, faultConstant('weights/negative'), choose(wrong, faultConstant('weights/sum'), composite));
    },
    { name: true },
  );
}

function weighted(values: readonly Ir[], weights: readonly Ir[], body: Extract<Body, { form: 'parts' }>): Ir {
  const total = (scores: readonly Ir[]): Ir => scores.map((score, at) => arithmetic('multiply', score, weights[at]!)).reduce((a, b) => arithmetic('add', a, b));
  if (values.every((value) => (value.info.may & MAY_NONE) === 0)) {
    // The weights are known to add up to the total by now.
    return need(values, (...known) => divideSum(total(known), constantNumber(body.total)));
  }
  // Each part named once, none left as it is; what is unknown or a fault is answered before.
  const locals = values.map((value) => newLocal(value.info, value));
  const named = locals.map(readLocal);
  const inner = need(
    named.map((value) => (value.info.may === 0 ? constantTruth(true) : presentOf(value))),
    (...present) => {
      const zero = constantNumber(ZERO);
      const none = join(false, present.map(not));
      const some = join(true, present.map(not));
      const chosen = (at: number, then: (value: Ir) => Ir): Ir =>
        choose(
          present[at]!,
          need([named[at]!], (value) => then(value!)),
          zero,
        );
      const counted = weights.map((weight, at) => choose(present[at]!, weight, zero)).reduce((a, b) => arithmetic('add', a, b));
      const whole = named.map((_, at) => chosen(at, (value) => arithmetic('multiply', value, weights[at]!)));
      const ratio = need(
        [counted],
        (under) =>
          choose(
            compareNumbers('=', under!, zero),
            faultConstant('weights/sum'),
            need(whole, (...parts) =>
              divideSum(
                parts.reduce((a, b) => arithmetic('add', a, b)),
                under!,
              ),
            ),
          ),
        { name: true },
      );
      const absent = need(
        present.map((each, at) => choose(each, constantTruth(true), unknownConstant(body.parts[at]!.name))),
        () => noneConstant,
      );
      const answered = body.notApplicable === 'unknown' ? choose(some, absent, ratio) : ratio;
      return choose(none, noneConstant, answered);
    },
    { name: true },
  );
  return letAll(locals, values, inner);
}

const divideSum = (whole: Ir, by: Ir): Ir => need([whole, by], (a, b) => arithmetic('divide', a!, b!));

export const presentOf = (value: Ir): Ir => ({ op: 'present', a: value, info: { rep: { kind: 'truth' }, may: value.info.may & ~MAY_NONE } });

/** Names values as they are, missing or not. */
export function letAll(locals: readonly ReturnType<typeof newLocal>[], values: readonly Ir[], body: Ir): Ir {
  return locals.reduceRight((inner, local, at) => ({ op: 'let', local, value: values[at]!, body: inner, info: inner.info }), body);
}
