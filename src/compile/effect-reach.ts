/**
 * How late effects of one run may begin and end: near the end of the calendar the exact engine answers, which makes a fault of it.
 * In: a plan. Out: the last day on which a period may end so that no effect of the run can lead beyond the calendar; and whether an appraisal is safe.
 */
import type { Appraisal } from '../model/appraisal.ts';
import { MOST_EFFECTS, effectNumber } from '../model/effect-door.ts';
import { lastDayOf } from '../model/effect-span.ts';
import type { Tree } from '../formula/tree.ts';
import type { Plan, RuleStep } from '../ruleset/plan.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { isExact, toText } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import type { Type } from '../values/type.ts';

const LAST_YEAR = 2200;
const NEVER = -1e9;
const ALWAYS = 1e9;

interface Reach {
  readonly rules: number;
  readonly until: number;
}

const REACHES = new WeakMap<Plan, Reach>();

function reachOf(plan: Plan): Reach {
  let reach = REACHES.get(plan);
  if (!reach) {
    const rules = plan.steps.filter((step): step is RuleStep => step.kind === 'rule' && (step.event.kind === 'sanction' || step.event.kind === 'block'));
    reach = { rules: rules.length, until: lastSafeDay(rules, plan) };
    REACHES.set(plan, reach);
  }
  return reach;
}

/** The day number up to which periods may end, and effects in force run, without leading beyond the calendar. */
export const safeUntil = (plan: Plan): number => reachOf(plan).until;

function lastSafeDay(rules: readonly RuleStep[], plan: Plan): number {
  if (rules.length === 0) return ALWAYS;
  const spans = rules.map((rule) => ({ queues: rule.event.words.get('imposed') === 'automatic', months: mostMonths(rule.event.values.get('months'), plan) }));
  // Those that are imposed at once may queue behind one another; any other begins behind them at the latest.
  const queue = spans.reduce((sum, { queues, months }) => sum + (queues ? months : 0), 0);
  const months = 1 + queue + Math.max(...spans.map((span) => span.months));
  const last = LAST_YEAR * 12 + 11 - months;
  const next = CalendarDate.of(Math.floor((last + 1) / 12), ((last + 1) % 12) + 1, 1);
  return next ? next.epochDay - 1 : NEVER;
}

/** Whether compiled code may write the effects of this appraisal. */
export function isWithinReach(plan: Plan, { assessed, paid, effects = [] }: Pick<Appraisal, 'assessed' | 'paid' | 'effects'>): boolean {
  const { rules, until } = reachOf(plan);
  if (rules === 0) return true;
  if (effects.length + rules > MOST_EFFECTS || (paid?.period ?? assessed).to.epochDay > until) return false;
  return effects.every((effect) => effect.kind !== 'sanction' || effect.status !== 'imposed' || (lastDayOf(effect)?.epochDay ?? 0) <= until);
}

/** The greatest number of months that the tree may give; what effects do not take is a fault anyway. */
function mostMonths(tree: Tree | undefined, plan: Plan): number {
  if (!tree) return 0;
  const greatest = Number(toText(effectNumber('months').max!));
  const known = tree.op === 'constant' ? monthsOf(tree.value) : tree.op === 'read' ? readMonths(tree.id, plan) : undefined;
  return Math.min(known ?? greatest, greatest);
}

function readMonths(key: string, plan: Plan): number | undefined {
  const step = plan.byKey.get(key);
  if (step?.kind === 'parameter') return monthsOf(step.value);
  return step?.kind === 'fact' && !step.derive ? boundOf(step.type) : undefined;
}

const boundOf = (type: Type): number | undefined => (type.kind === 'number' && type.max ? Number(toText(type.max)) : undefined);
const monthsOf = (value: Result): number | undefined => (isExact(value) && value.d === 1n ? Math.max(0, Number(toText(value))) : undefined);
