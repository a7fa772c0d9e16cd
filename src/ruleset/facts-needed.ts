/**
 * The facts that a ruleset reads at its dates: for forms, CSV mapping and completion.
 * In: a resolved {@link Ruleset}. Out: each fact with its title, type and what its absence means; derived facts are not asked for.
 */
import { typeText } from '../values/type.ts';
import type { FactStep } from './plan.ts';
import type { Ruleset } from './resolve.ts';
import type { Title } from './schema.ts';

export interface FactNeeded {
  readonly id: string;
  readonly title: Title;
  /** In words: `a number of IDR`. */
  readonly type: string;
  readonly absence: 'required' | 'unknown' | 'none' | 'default';
  /** Where it stands in an appraisal: `employee.class`, or `facts["region.ikk"]`. */
  readonly place: string;
}

/**
 * @example factsNeeded(ruleset).filter((fact) => fact.absence === 'required').map((fact) => fact.place)
 */
export function factsNeeded(ruleset: Ruleset): readonly FactNeeded[] {
  const facts = ruleset.plan.steps.filter((step): step is FactStep => step.kind === 'fact' && step.derive === undefined && !step.id.startsWith('period.'));
  return Object.freeze(
    facts.map((fact) =>
      Object.freeze({
        id: fact.id,
        title: fact.origin.title,
        type: typeText(fact.type),
        absence: typeof fact.absence === 'object' ? 'default' : fact.absence,
        place: fact.catalogue ? fact.id : `facts[${JSON.stringify(fact.id)}]`,
      }),
    ),
  );
}
