/**
 * What an application adds to the rules of a ruleset: operators, named conditions and rules of its own.
 * In: rules and conditions in json-rules-engine's format, not yet checked. Out: {@link OwnRules}, and the names of the facts that they read.
 */
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';

export interface OwnRules {
  readonly operators: ReadonlyMap<string, (fact: never, value: never) => boolean>;
  readonly conditions: ReadonlyMap<string, TopLevelCondition>;
  readonly rules: readonly RuleProperties[];
}

/** Deeper than any rule that is let in. */
const DEEPEST = 60;

/** The facts that a rule names in its conditions (also in the named ones that it uses) and in its event. */
export function factsOfRule(rule: RuleProperties, conditions: OwnRules['conditions']): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (written: unknown, depth: number): void => {
    if (typeof written !== 'object' || written === null || depth > DEEPEST) return;
    if (!Array.isArray(written)) {
      const { fact, condition } = written as { readonly fact?: unknown; readonly condition?: unknown };
      if (typeof fact === 'string') names.add(fact);
      if (typeof condition === 'string') visit(conditions.get(condition), depth + 1);
    }
    for (const inner of Object.values(written)) visit(inner, depth + 1);
  };
  visit(rule?.conditions, 0);
  visit(rule?.event?.params, 0);
  return names;
}
