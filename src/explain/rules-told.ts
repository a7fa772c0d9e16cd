/**
 * The rules: which applied and why, which did not and by how much, which are open.
 * In: the rule steps of a trace. Out: {@link RuleTold}s in the order of the ruleset.
 */
import type { Trace, TraceStep } from '../engine/trace.ts';
import type { RuleStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { absolute, isExact, isZero, toText } from '../values/exact.ts';
import { isFault, isUnknown } from '../values/result.ts';
import { isDate } from '../values/result.ts';
import { type JudgedLeaf, decisive, judgedLeaves } from './blame.ts';
import type { Derivation } from './derivation.ts';
import type { Explanation, LeafTold, RuleTold, Value } from './explanation-shape.ts';
import { inNames } from './formula-in-words.ts';
import { groundOf } from './ground.ts';
import { NUMBER, valueOf } from './value.ts';

export type TracedRule = TraceStep & { kind: 'rule' };

/** The rules of a trace beside their plans. */
export function rulesOf(ruleset: Ruleset, trace: Trace): readonly { readonly step: TracedRule; readonly plan: RuleStep }[] {
  return trace.steps.flatMap((step) => {
    const plan = ruleset.plan.byKey.get(step.key);
    return step.kind === 'rule' && plan?.kind === 'rule' ? [{ step, plan }] : [];
  });
}

export function tellRules(ruleset: Ruleset, trace: Trace, derivation: Derivation): Pick<Explanation['rules'], 'fired' | 'idle' | 'open'> {
  const fired: RuleTold[] = [];
  const idle: RuleTold[] = [];
  const open: RuleTold[] = [];
  for (const { step, plan } of rulesOf(ruleset, trace)) {
    const judged = judgedLeaves(plan.condition, step.leaves);
    const tell = (leaves: readonly JudgedLeaf[]): RuleTold => ({
      rule: step.id,
      event: plan.event.kind,
      title: step.origin.title,
      leaves: leaves.map((leaf) => leafTold(leaf, derivation)),
      ground: groundOf(step.id, step.origin),
    });
    if (step.result === true) fired.push(tell(decisive(plan.condition, judged, true)));
    else if (step.result === false) idle.push(tell(decisive(plan.condition, judged, false)));
    else open.push(tell(judged.filter(({ traced }) => isUnknown(traced.verdict) || isFault(traced.verdict))));
  }
  return { fired, idle, open };
}

function leafTold({ plan, traced, inverted }: JudgedLeaf, derivation: Derivation): LeafTold {
  const { names, telling } = derivation;
  const gap = gapOf(traced, plan.fact.type.kind === 'number' ? plan.fact.type.unit.text : 'day');
  return {
    fact: inNames(plan.fact, telling),
    operator: `operator.${plan.operator}`,
    asked: inNames(plan.value, telling),
    left: valueOf(traced.left, plan.fact.type, names),
    right: valueOf(traced.right, plan.value.type, names),
    verdict: valueOf(traced.verdict, { kind: 'boolean' }, names),
    ...(gap && { gap }),
    inverted,
  };
}

function gapOf(traced: JudgedLeaf['traced'], unit: string): Value | undefined {
  if (!traced.gap || isZero(traced.gap)) return undefined;
  return isExact(traced.left) || isDate(traced.left) ? NUMBER(toText(absolute(traced.gap)), unit) : undefined;
}
