/**
 * What fired rules bring about: awards, advice, flags, blocks, holds and exclusions, with their parameters.
 * In: a fired {@link RuleStep}. Out: {@link FiredEvent}; a parameter that is unknown or faulted, or that no effect can have, makes the event so.
 */
import { type Link, prepareTree } from '../formula/prepare-tree.ts';
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

/** The event of a rule as a function of a run in which the rule has fired. */
export function prepareEvent(rule: RuleStep, link: Link<Run>): (run: Run) => FiredEvent {
  const { event } = rule;
  const parameters = Array.from(event.values, ([name, tree]) => ({ name, value: prepareTree(tree, link) }));
  const key = event.key?.map((tree) => prepareTree(tree, link));
  return (run) => {
    const values = new Map<string, Result>();
    for (let at = 0; at < parameters.length; at++) values.set(parameters[at]!.name, parameters[at]!.value(run, undefined));
    const keyParts = key?.map((part) => part(run, undefined));
    const code = plainText(values.get('code')) ?? rule.id;
    const fired = keyParts ? { rule, kind: event.kind, code, values, key: keyText(keyParts) } : { rule, kind: event.kind, code, values };
    const unsettled = worst(keyParts ? [...values.values(), ...keyParts] : values.values()) ?? effectFault(fired);
    return unsettled ? Object.assign(fired, { unsettled }) : fired;
  };
}

/** The parts of a key as one text. */
export const keyText = (parts: readonly Result[]): string => parts.map((part) => plainText(part) ?? 'none').join('/');

export function plainText(result: Result | undefined): string | undefined {
  if (result === undefined || isNone(result)) return undefined;
  if (isExact(result)) return toText(result);
  if (isDate(result)) return result.toString();
  return typeof result === 'string' || typeof result === 'boolean' ? String(result) : undefined;
}
