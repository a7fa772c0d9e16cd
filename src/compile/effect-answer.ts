/**
 * Asks the exact engine whether the effect of a rule that fired could be given back.
 * In: what is known of the rule beforehand, its lowered parameters and parts of its key. Out: true, or the fault.
 */
import { effectFault } from '../engine/effect-fault.ts';
import { keyText, plainText } from '../engine/events.ts';
import { isFault, isUnknown } from '../values/result.ts';
import type { EffectQuestion } from './ir.ts';
import { raise } from './lower-datum.ts';
import type { Lowered } from './lowered.ts';

export function effectAnswer({ rule, kind, names, hasKey, reps }: EffectQuestion): (args: readonly Lowered[]) => Lowered {
  return (args) => {
    const results = args.map((value, at) => raise(value, reps[at]!));
    // What is unknown or a fault speaks for itself.
    if (results.some((result) => isUnknown(result) || isFault(result))) return true;
    const values = new Map(names.map((name, at) => [name, results[at]!]));
    const code = plainText(values.get('code')) ?? rule.id;
    return effectFault({ rule, kind, code, values, ...(hasKey && { key: keyText(results.slice(names.length)) }) }) ?? true;
  };
}
