/**
 * The rules of one list of the outcome, in their order: which of them fired, and what those say.
 * In: rules of a program, outputs. Out: what the list holds. A list of rules that always say the same is made once and shared.
 */
import type { RuleOutcome } from '../model/outcome.ts';
import type { Lowered } from './lowered.ts';
import type { RuleProgram } from './program.ts';

export interface RuleReading {
  readonly program: RuleProgram;
  readonly verdict: number;
  readonly settled: number;
  /** What it says whenever it fires. */
  readonly always: RuleOutcome | undefined;
}

export const hasFired = ({ verdict, settled }: Pick<RuleReading, 'verdict' | 'settled'>, out: readonly Lowered[]): boolean =>
  out[verdict] === true && out[settled] === true;

/** As many rules as a whole number has bits to tell them by. */
const TOLD_BY_BITS = 30;
/** Lists that are kept: rules fire together in few ways. */
const MOST_KEPT = 1024;
const NOTHING: readonly never[] = Object.freeze([]);

export class RuleGroup {
  readonly #rules: readonly RuleReading[];
  readonly #shared = new Map<number, readonly RuleOutcome[]>();

  constructor(rules: readonly RuleReading[]) {
    this.#rules = rules;
  }

  /** What the list holds, where every rule that fired always says the same. */
  known(out: readonly Lowered[]): readonly RuleOutcome[] | undefined {
    const rules = this.#rules;
    if (rules.length > TOLD_BY_BITS) return undefined;
    let bits = 0;
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at]!;
      if (!hasFired(rule, out)) continue;
      if (rule.always === undefined) return undefined;
      bits |= 1 << at;
    }
    return bits === 0 ? NOTHING : (this.#shared.get(bits) ?? this.#share(bits));
  }

  fired(out: readonly Lowered[]): readonly RuleReading[] {
    return this.#rules.filter((rule) => hasFired(rule, out));
  }

  #share(bits: number): readonly RuleOutcome[] {
    const made = Object.freeze(this.#rules.flatMap(({ always }, at) => (always && (bits & (1 << at)) !== 0 ? [always] : [])));
    if (this.#shared.size < MOST_KEPT) this.#shared.set(bits, made);
    return made;
  }
}
