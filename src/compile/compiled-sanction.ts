/**
 * A sanction that a compiled outcome proposes: which rule is known at once, the rest is written out when it is read.
 * In: what its rule always says, and a function that works out the proposal. Out: a {@link SanctionProposal}.
 */
import type { EffectInput } from '../model/effect.ts';
import type { SanctionProposal } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';
import type { RuleStep } from '../ruleset/plan.ts';
import { PRINTED } from './compiled-score.ts';

export class CompiledSanction implements SanctionProposal {
  readonly #step: RuleStep;
  readonly #work: () => SanctionProposal;
  #worked: SanctionProposal | undefined;

  constructor(step: RuleStep, work: () => SanctionProposal) {
    this.#step = step;
    this.#work = work;
  }

  get rule(): string {
    return this.#step.id;
  }

  get code(): string {
    return this.toJSON().code;
  }

  get title(): Title | undefined {
    return this.#step.origin.title;
  }

  get cite(): string | undefined {
    return this.#step.origin.cite;
  }

  get params(): SanctionProposal['params'] {
    return this.toJSON().params;
  }

  get key(): string {
    return this.toJSON().key;
  }

  get imposed(): SanctionProposal['imposed'] {
    return this.toJSON().imposed;
  }

  get effect(): EffectInput {
    return this.toJSON().effect;
  }

  toJSON(): SanctionProposal {
    return (this.#worked ??= this.#work());
  }

  [PRINTED](): SanctionProposal {
    return this.toJSON();
  }
}
