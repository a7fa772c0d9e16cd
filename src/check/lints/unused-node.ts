/**
 * Entries that nothing reads at any date: a parameter, table, term, rater scheme, named condition or fact.
 * In: the plans of all dates. Out: a smell at the name of each own entry that none of them reads.
 * What a version delegates is for the regions, and what outputs, payments, carries and the selection name is read.
 */
import type { ConditionPlan, Plan } from '../../ruleset/plan.ts';
import { type LayeredNode, nodeKey, versionsOf } from '../../ruleset/read-document.ts';
import { type Lint, type LintInput, isOwn } from '../lint.ts';

const WORDS = { parameters: 'parameter', tables: 'table', terms: 'term', raters: 'rater scheme', conditions: 'condition' } as const;
type Watched = keyof typeof WORDS;
const isWatched = (section: string): section is Watched => Object.hasOwn(WORDS, section);

export const unusedNode: Lint = {
  codes: ['unused/parameter', 'unused/table', 'unused/term', 'unused/raters', 'unused/condition', 'unused/fact'],
  *check(input) {
    if (!input.complete) return;
    const used = usedIds(input);
    for (const node of input.read.nodes.values()) {
      if (!isWatched(node.section) || !isOwn(input, node.place) || used.has(nodeKey(node.section, node.id)) || isDelegated(node)) continue;
      if (node.section === 'raters' && [...used].some((id) => id.startsWith(`${node.id}.`))) continue;
      const code = `unused/${node.section === 'raters' ? 'raters' : WORDS[node.section]}`;
      yield {
        severity: 'warning',
        place: node.place,
        key: true,
        finding: { code, message: `Nothing reads the ${WORDS[node.section]} "${node.id}".`, mend: 'Use it, or remove it.' },
      };
    }
    for (const fact of input.read.facts.values()) {
      if (!isOwn(input, fact.place) || used.has(fact.id)) continue;
      yield {
        severity: 'warning',
        place: fact.place,
        key: true,
        finding: { code: 'unused/fact', message: `Nothing reads the fact "${fact.id}".`, mend: 'Use it, or remove it: people would be asked for it in vain.' },
      };
    }
  },
};

const isDelegated = (node: LayeredNode): boolean => versionsOf(node).some((version) => version.delegate !== undefined);

function usedIds({ read, rulesets }: LintInput): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { plan } of rulesets) for (const key of readsOf(plan)) used.add(key.replace(/@.*$/, ''));
  for (const { data } of read.manifests) {
    for (const id of Object.values(data.outputs?.scores ?? {})) used.add(id);
    if (data.outputs?.rating !== undefined) used.add(data.outputs.rating);
    for (const each of data.selection?.by ?? []) used.add(typeof each === 'string' ? each : each.term);
    for (const id of data.selection?.eligible ?? []) used.add(id);
  }
  return used;
}

function* readsOf(plan: Plan): Iterable<string> {
  for (const step of plan.steps) {
    yield* step.reads;
    if (step.kind === 'rule') yield* namesOf(step.condition);
  }
  for (const callable of plan.callables.values()) if (callable.kind === 'function') yield* callable.reads;
}

function* namesOf(condition: ConditionPlan): Iterable<string> {
  if (condition.name !== undefined) yield nodeKey('conditions', condition.name);
  if (condition.kind === 'not') yield* namesOf(condition.condition);
  else if (condition.kind !== 'leaf') for (const inner of condition.conditions) yield* namesOf(inner);
}
