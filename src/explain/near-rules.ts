/**
 * Rules that one condition kept from applying, and that one by little.
 * In: a trace with its ruleset. Out: ranked near misses.
 */
import type { Trace, TraceStep } from '../engine/trace.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { ZERO, absolute, compare, isExact, isZero, ratio } from '../values/exact.ts';
import { isDate } from '../values/result.ts';
import { type JudgedLeaf, judgedLeaves, withLeaf } from './blame.ts';
import type { Derivation } from './derivation.ts';
import { groundOf } from './ground.ts';
import { type Ranked, distanceValue, rankOf } from './nearness.ts';
import { rulesOf } from './rules-told.ts';
import { valueOf } from './value.ts';

export function rulesNearlyApplied(ruleset: Ruleset, trace: Trace, derivation: Derivation): readonly Ranked[] {
  return rulesOf(ruleset, trace).flatMap(({ step, plan }) => {
    if (step.result !== false) return [];
    const judged = judgedLeaves(plan.condition, step.leaves);
    return judged.flatMap((leaf) => (withLeaf(plan.condition, judged, leaf) === true ? nearLeaf(leaf, step, derivation) : []));
  });
}

const BEYOND: ReadonlySet<string> = new Set(['lessThan', 'greaterThan', 'notEqual']);

function nearLeaf({ plan, traced, inverted }: JudgedLeaf, step: TraceStep, { names }: Derivation): readonly Ranked[] {
  const { left, right, gap } = traced;
  if (!gap || plan.fact.op !== 'read') return [];
  const at = isExact(right) ? right : isDate(right) ? ratio(BigInt(right.epochDay)) : undefined;
  if (!at || plan.operator === 'in' || plan.operator === 'notIn') return [];
  // Turning a leaf that holds means leaving its side: the boundary itself then belongs to the other one.
  const included = inverted ? BEYOND.has(plan.operator) && !isZero(gap) : !BEYOND.has(plan.operator);
  const rank = rankOf(absolute(gap), isDate(left) ? ZERO : at, plan.fact.type);
  const direction = compare(gap, ZERO) < 0 || (isZero(gap) && upwards(plan.operator, inverted)) ? 'above' : 'below';
  if (!rank) return [];
  return [
    {
      rank,
      near: {
        what: names.key(plan.fact.id),
        now: valueOf(left, plan.fact.type, names),
        at: valueOf(right, plan.value.type, names),
        included,
        direction,
        distance: distanceValue(absolute(gap), plan.fact.type),
        becomes: { title: step.origin.title, rule: true },
        then: [],
        ground: groundOf(step.id, step.origin),
      },
    },
  ];
}

const upwards = (operator: string, inverted: boolean): boolean => operator.startsWith('greater') !== inverted;
