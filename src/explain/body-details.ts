/**
 * Why a term or a function has its value: the branch taken, and its formula by names and in numbers.
 * In: a body, the values of the run, the arguments of a function. Out: {@link Detail}s in reading order.
 */
import { evaluateBody } from '../engine/evaluate-body.ts';
import type { Run } from '../engine/run.ts';
import type { Rounding, TracedPart } from '../engine/trace.ts';
import type { Tree } from '../formula/tree.ts';
import type { Body } from '../ruleset/plan.ts';
import { HUNDRED, type Exact, divide, equals, isExact, multiply, toText } from '../values/exact.ts';
import { None, isNone } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { PERCENT } from '../values/unit.ts';
import type { Detail, PartTold, Phrase } from './explanation-shape.ts';
import { type Locals, type Telling, inNames, inValues } from './formula-in-words.ts';
import { NUMBER, valueOf } from './value.ts';

const NOTHING: Detail = { kind: 'formula', names: [{ kind: 'value', value: { kind: 'none' } }], gives: { kind: 'none' } };

export interface Retelling extends Telling {
  readonly environment: Run;
}

export function bodyDetails(body: Body, telling: Retelling, locals?: Locals, traced?: readonly TracedPart[]): readonly Detail[] {
  switch (body.form) {
    case 'formula':
      return formulaDetails(body.tree, telling, locals);
    case 'choose': {
      const failed: Detail[] = [];
      for (const branch of body.branches) {
        const holds = branch.when ? telling.environment.evaluate(branch.when, locals) : true;
        if (holds === false) {
          failed.push(becauseOf(branch.when!, false, telling, locals));
          continue;
        }
        const taken: Detail = { kind: 'branch', letter: branch.letter, ...(branch.cite !== undefined && { cite: branch.cite }) };
        const because = branch.when ? [becauseOf(branch.when, holds === true, telling, locals)] : failed;
        if (holds !== true) return [taken, ...because];
        return [taken, ...because, ...(branch.then instanceof None ? [NOTHING] : formulaDetails(branch.then, telling, locals))];
      }
      return [];
    }
    case 'parts':
      return [partsDetail(body, traced ?? evaluateBody(body, telling.environment, locals).parts ?? [], telling, locals)];
  }
}

/** Follows "if" to the branch that was taken: the condition that held, else all that did not. */
function formulaDetails(tree: Tree, telling: Retelling, locals: Locals | undefined): readonly Detail[] {
  const because: Detail[] = [];
  let failed: Detail[] = [];
  let at = tree;
  while (at.op === 'if') {
    const holds = telling.environment.evaluate(at.condition, locals);
    if (holds !== true && holds !== false) return [...because, becauseOf(at.condition, false, telling, locals)];
    if (holds) {
      because.push(becauseOf(at.condition, true, telling, locals));
      failed = [];
    } else failed.push(becauseOf(at.condition, false, telling, locals));
    at = holds ? at.then : at.else;
  }
  const names = inNames(at, telling, locals);
  const values = inValues(at, telling, locals);
  const gives = valueOf(telling.environment.evaluate(at, locals), at.type, telling.names);
  const plain = values.length === 1 && JSON.stringify(values[0]) === JSON.stringify({ kind: 'value', value: gives });
  const told = gives.kind === 'truth' ? saysMore(values) : !plain;
  return [...because, ...failed, { kind: 'formula', names, ...(told && { values }), gives }];
}

/** "Because not x" is told as such, not as "because: not (x)". */
function becauseOf(condition: Tree, holds: boolean, telling: Retelling, locals: Locals | undefined): Detail {
  if (condition.op === 'not') return becauseOf(condition.operand, !holds, telling, locals);
  const names = inNames(condition, telling, locals);
  const values = inValues(condition, telling, locals);
  return { kind: 'because', condition: names, holds, ...(saysMore(values) && { values }) };
}

/** Numbers in place of names say something that "yes" and "no" do not. */
const saysMore = (phrase: Phrase): boolean =>
  phrase.filter((piece) => piece.kind === 'value').length > 1 && phrase.some((piece) => piece.kind === 'value' && piece.value.kind === 'number');

function partsDetail(body: Extract<Body, { form: 'parts' }>, traced: readonly TracedPart[], telling: Retelling, locals: Locals | undefined): Detail {
  const parts = traced.map((part, at): PartTold => {
    const plan = body.parts[at]!;
    const title = plan.title;
    return {
      name: title ? [{ kind: 'name', title }] : inNames(plan.value, telling, locals),
      value: valueOf(part.value, plan.value.type, telling.names),
      weight: isExact(part.weight) ? percent(divide(multiply(part.weight, HUNDRED), body.total)) : valueOf(part.weight, plan.weight.type, telling.names),
      ...(part.used && { used: percent(part.used) }),
    };
  });
  return { kind: 'parts', parts, renormalised: traced.some((part) => isNone(part.value)) && traced.some((part) => part.used !== undefined) };
}

export const percent = (value: Exact): { readonly kind: 'number'; readonly exact: string; readonly unit: string } => ({
  kind: 'number',
  exact: toText(value),
  unit: PERCENT.text,
});

export function roundingDetail({ exact, rounded, plan }: Rounding, type: Type | undefined): Detail {
  const unit = type?.kind === 'number' ? type.unit.text : 'ratio';
  return {
    kind: 'rounding',
    exact: NUMBER(toText(exact), unit),
    rounded: NUMBER(toText(rounded), unit),
    step: NUMBER(toText(plan.step), unit),
    mode: plan.mode,
    ...(plan.cite !== undefined && { cite: plan.cite }),
    ...(plan.standing !== undefined && { standing: plan.standing }),
  };
}

export const roundingChanges = ({ exact, rounded }: Rounding): boolean => !equals(exact, rounded);
