/**
 * What keeps a fired sanction or block from being an effect: it could not be given back with the next appraisal.
 * In: a fired event with settled values. Out: a {@link Fault}, or undefined. When the effect begins and ends is looked at in effects.ts.
 */
import { type EffectField, effectRefusal } from '../model/effect-door.ts';
import { isExact, toText } from '../values/exact.ts';
import type { EventKind } from '../ruleset/event.ts';
import { Fault, type Result } from '../values/result.ts';

/** What of a fired event makes its effect. */
export interface EffectParts {
  readonly rule: { readonly id: string };
  readonly kind: EventKind;
  readonly code: string;
  readonly values: ReadonlyMap<string, Result>;
  /** The case that a sanction answers, as text. */
  readonly key?: string | undefined;
}

/** With its indefinite article, as a sentence says it. */
const WORDS: Readonly<Partial<Record<EffectField, string>>> = { code: 'a code', key: 'a key', cut: 'a cut', months: 'months' };

/** The key by which the case is known among the effects. */
export const keyOf = (event: EffectParts): string => (event.kind === 'block' ? `block/${event.code}` : event.key!);

/** @returns a fault of the code `effect/code`, `effect/key`, `effect/cut` or `effect/months`. */
export function effectFault(event: EffectParts): Fault | undefined {
  if (event.kind !== 'sanction' && event.kind !== 'block') return undefined;
  const refused = (field: EffectField, written: string): Fault | undefined => {
    const refusal = effectRefusal(field, written);
    return refusal && new Fault(`effect/${field}`, `"${event.rule.id}" gives ${WORDS[field]!} that no effect can have: ${refusal.message}`);
  };
  const number = (field: 'cut' | 'months'): Fault | undefined => {
    const value = event.values.get(field);
    return value !== undefined && isExact(value) ? refused(field, toText(value)) : undefined;
  };
  return refused('code', event.code) ?? number('cut') ?? number('months') ?? refused('key', keyOf(event));
}
