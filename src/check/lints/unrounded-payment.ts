/**
 * An amount that is paid and may hold a part of a rupiah: money leaves in whole rupiah, and only a written `round` may make it so.
 * In: the payments of every plan. Out: a smell at the version of the term that a payment pays.
 * A term that only copies, chooses or adds what is whole is whole itself.
 */
import type { Tree } from '../../formula/tree.ts';
import type { Plan, TermStep } from '../../ruleset/plan.ts';
import { ONE, isExact, isMultiple, type Exact } from '../../values/exact.ts';
import { NONE } from '../../values/result.ts';
import type { Type } from '../../values/type.ts';
import { type Lint, isOwn, versionOf } from '../lint.ts';

export const unroundedPayment: Lint = {
  codes: ['payment/unrounded'],
  *check(input) {
    for (const { plan } of input.rulesets) {
      for (const payment of plan.steps) {
        if (payment.kind !== 'payment' || isWholeKey(payment.amount, plan, new Set())) continue;
        const term = plan.byKey.get(payment.amount);
        const found = term && versionOf(input, 'terms', term.id, term.origin);
        const pays = versionOf(input, 'payments', payment.id, payment.origin);
        if (!found || !pays || !(isOwn(input, found.version.place) || isOwn(input, pays.version.place))) continue;
        yield {
          severity: 'warning',
          place: isOwn(input, found.version.place) ? found.version.place : pays.version.place,
          finding: {
            code: 'payment/unrounded',
            message: `"${payment.id}" pays "${payment.amount}", which is not rounded to whole rupiah.`,
            mend: 'Write round: with its step, mode and article on the term.',
          },
        };
      }
    }
  },
};

function isWholeKey(key: string, plan: Plan, seen: Set<string>): boolean {
  if (seen.has(key)) return true;
  seen.add(key);
  const step = plan.byKey.get(key);
  switch (step?.kind) {
    case 'term':
      return isWholeTerm(step, plan, seen);
    case 'parameter':
      return isExact(step.value) && isWholeNumber(step.value);
    case 'fact':
    case 'carryFact':
      return isWholeType(step.type);
    default:
      return false;
  }
}

function isWholeTerm(term: TermStep, plan: Plan, seen: Set<string>): boolean {
  if (term.round) return isWholeNumber(term.round.step);
  if (term.each) return false;
  switch (term.body.form) {
    case 'formula':
      return isWhole(term.body.tree, plan, seen);
    case 'choose':
      return term.body.branches.every(({ then }) => then === NONE || isWhole(then as Tree, plan, seen));
    case 'parts':
      return false;
  }
}

function isWhole(tree: Tree, plan: Plan, seen: Set<string>): boolean {
  switch (tree.op) {
    case 'constant':
      return isExact(tree.value) && isWholeNumber(tree.value);
    case 'read':
      return isWholeKey(tree.id, plan, seen);
    case 'negate':
      return isWhole(tree.operand, plan, seen);
    case 'add':
    case 'subtract':
      return isWhole(tree.left, plan, seen) && isWhole(tree.right, plan, seen);
    case 'if':
      return isWhole(tree.then, plan, seen) && isWhole(tree.else, plan, seen);
    case 'call':
      return (tree.name === 'min' || tree.name === 'max') && tree.args.every((argument) => isWhole(argument, plan, seen));
    default:
      return false;
  }
}

const isWholeNumber = (value: Exact): boolean => isMultiple(value, ONE);
const isWholeType = (type: Type): boolean => type.kind === 'number' && type.step !== undefined && isWholeNumber(type.step);
