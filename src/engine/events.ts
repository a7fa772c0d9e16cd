/**
 * What fired rules bring about: awards, advice, flags, blocks, holds and exclusions, with their parameters.
 * In: a fired {@link RuleStep}. Out: {@link FiredEvent}; a parameter that is unknown or faulted, or that no effect can have, makes the event so.
 */
import type { RuleStep } from '../ruleset/plan.ts';
import { isExact, toText } from '../values/exact.ts';
import { type Result, isDate, isNone, worst } from '../values/result.ts';
import { type EffectParts, effectFault } from './effect-fault.ts';
import type { Run } from './run.ts';

export interface FiredEvent extends EffectParts {
  readonly rule: RuleStep;
  /** Why the event is not settled, when one of its parameters is unknown or a fault, or makes no effect. */
  readonly unsettled?: Result | undefined;
}

export function fireEvent(rule: RuleStep, run: Run): FiredEvent {
  const { event } = rule;
  const values = new Map([...event.values].map(([name, tree]) => [name, run.evaluate(tree)]));
  const keyParts = event.key?.map((tree) => run.evaluate(tree));
  const fired = {
    rule,
    kind: event.kind,
    code: plainText(values.get('code')) ?? rule.id,
    values,
    ...(keyParts && { key: keyText(keyParts) }),
  };
  const unsettled = worst([...values.values(), ...(keyParts ?? [])]) ?? effectFault(fired);
  return { ...fired, ...(unsettled && { unsettled }) };
}

/** The parts of a key as one text. */
export const keyText = (parts: readonly Result[]): string => parts.map((part) => plainText(part) ?? 'none').join('/');

export function plainText(result: Result | undefined): string | undefined {
  if (result === undefined || isNone(result)) return undefined;
  if (isExact(result)) return toText(result);
  if (isDate(result)) return result.toString();
  return typeof result === 'string' || typeof result === 'boolean' ? String(result) : undefined;
}
