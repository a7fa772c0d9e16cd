/**
 * How sure an outcome is: shares of each standing by rules used and by rupiah, and the placeholders by name.
 * In: an outcome and its ruleset. Out: the sureness part of an {@link Explanation}.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import { STANDINGS } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Exact, HUNDRED, ZERO, add, divide, fromCanonicalText, isZero, multiply, ratio } from '../values/exact.ts';
import { percent } from './body-details.ts';
import type { Explanation } from './explanation-shape.ts';
import { NUMBER } from './value.ts';

export function tellSureness(ruleset: Ruleset, outcome: AppraisalOutcome): Explanation['sureness'] {
  const { nodes, rupiah, placeholders } = outcome.standing;
  const counts = STANDINGS.map((standing) => ratio(BigInt(nodes[standing])));
  const amounts = STANDINGS.map((standing) => fromCanonicalText(rupiah[standing].toFixed()));
  const share = (part: Exact, all: readonly Exact[]): Exact => {
    const sum = all.reduce(add, ZERO);
    return isZero(sum) ? ZERO : divide(multiply(part, HUNDRED), sum);
  };
  const paid = amounts.some((amount) => !isZero(amount));
  return {
    nodes: STANDINGS.map((standing, at) => ({ standing, count: nodes[standing], share: percent(share(counts[at]!, counts)) })),
    rupiah: STANDINGS.map((standing, at) => ({
      standing,
      amount: NUMBER(rupiah[standing].toFixed(), 'IDR'),
      ...(paid && { share: percent(share(amounts[at]!, amounts)) }),
    })),
    placeholders: placeholders.map((id) => placeholderTold(id, ruleset, outcome)),
  };
}

const ROUNDING = ' (rounding)';

function placeholderTold(id: string, ruleset: Ruleset, outcome: AppraisalOutcome): Explanation['sureness']['placeholders'][number] {
  const bare = id.endsWith(ROUNDING) ? id.slice(0, -ROUNDING.length) : id;
  const step = outcome.trace.steps.find((each) => each.id === bare);
  const callable = [...ruleset.plan.callables.values()].find((each) => each.id === bare);
  const origin = step?.origin ?? callable?.origin;
  const title: Title = origin?.title ?? { id: bare, en: bare };
  if (bare === id) return { id, title, ...(origin?.note !== undefined && { note: origin.note }) };
  const rounded = callable ?? ruleset.plan.steps.find((each) => each.id === bare);
  const note = rounded && 'round' in rounded ? rounded.round?.note : undefined;
  return { id, title: { id: `${title.id} (pembulatan)`, en: `${title.en} (rounding)` }, ...(note !== undefined && { note }) };
}
