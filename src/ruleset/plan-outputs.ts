/**
 * Plans what the outcome names: scores and the rating, from the manifests of the chain.
 * In: the manifests. Out: {@link OutputPlan}; two writers of one output are an error with both lines.
 */
import { didYouMean } from '../values/suggest.ts';
import { typeText } from '../values/type.ts';
import { type PlanContext, isUnreadable, versionAt } from './context.ts';
import type { OutputPlan } from './plan.ts';
import { type Place, below } from './report.ts';

export function planOutputs(context: PlanContext, planned: ReadonlySet<string>): OutputPlan {
  const scores = new Map<string, { name: string; key: string; id: string; place: Place }>();
  let rating: { key: string; id: string; place: Place } | undefined;
  for (const manifest of context.ruleset.manifests) {
    const { outputs } = manifest.data;
    const at = below(manifest.place, 'outputs');
    for (const [name, id] of Object.entries(outputs?.scores ?? {})) {
      const place = below(at, 'scores', name);
      const first = scores.get(name);
      if (first) twice(context, `the score "${name}"`, place, first.place);
      else if (exists(context, id, place, 'number')) scores.set(name, { name, id, key: id, place });
    }
    if (outputs?.rating === undefined) continue;
    const place = below(at, 'rating');
    if (rating) twice(context, 'the rating', place, rating.place);
    else if (exists(context, outputs.rating, place, 'enum')) rating = { id: outputs.rating, key: outputs.rating, place };
  }
  const reached = (id: string): boolean => planned.has(id) || context.declarations.get(id)?.kind === 'value';
  return {
    scores: [...scores.values()].filter((score) => reached(score.id) && inForceNow(context, score.id)).map(({ name, key, id }) => ({ name, key, id })),
    ...(rating && inForceNow(context, rating.id) && { rating: { key: rating.key, id: rating.id } }),
  };
}

function exists(context: PlanContext, id: string, place: Place, kind: 'number' | 'enum'): boolean {
  const declaration = context.declarations.get(id);
  if (declaration?.kind !== 'value') {
    if (isUnreadable(context, id) || [...context.ruleset.broken].some((broken) => id.startsWith(`${broken}.`))) return false;
    context.report.error(place, 'formula/unknown-name', `"${id}" is not declared.`, didYouMean(id, context.declarations.keys()));
    return false;
  }
  if (declaration.type.kind === kind) return true;
  context.report.error(
    place,
    'output/type',
    `"${id}" is ${typeText(declaration.type)}; a ${kind === 'enum' ? 'rating is a member of an enumeration' : 'score is a number'}.`,
  );
  return false;
}

export function inForceNow(context: PlanContext, id: string): boolean {
  const declaration = context.declarations.get(id);
  const node = declaration?.kind === 'value' ? declaration.node : undefined;
  return !node || versionAt(context, node, 'assessed') !== undefined;
}

function twice(context: PlanContext, what: string, place: Place, first: Place): void {
  context.report.error(
    place,
    'output/two-writers',
    `Two entries name ${what}.`,
    first.ruleset === place.ruleset ? 'Remove one of them.' : `"${first.ruleset}" names it already: vary the term instead.`,
    { related: { message: 'first named here', place: first } },
  );
}
