/**
 * Runs the nation's cases under a region: every expectation that the region's own versions cannot reach must still be met.
 * In: a region's document, the nation's cases and people, the region's cases. Out: results, and what is varied by which article.
 */
import type { CaseExpectation, LocatedCase } from './case-schema.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { Plan } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { Report } from '../ruleset/report.ts';
import { readDocument } from '../ruleset/read-document.ts';
import type { Wanted } from './compare-outcome.ts';
import { type CaseResult, RulesetCache, runCases } from './run-cases.ts';
import { prepareCase } from './prepare-case.ts';

/** A national node that the region varies. */
export interface Variation {
  readonly id: string;
  readonly from: string;
  readonly cite?: string | undefined;
  /** How many expectations of the nation's cases it reaches. */
  readonly expectations: number;
  /** Whether a case of the region comes by the node's own version. */
  readonly regionalCase: boolean;
}

export interface BaseCasesResult {
  readonly base: string;
  readonly results: readonly CaseResult[];
  /** Cases that the region cannot run: its own facts are missing in them. */
  readonly passedOver: number;
  readonly variations: readonly Variation[];
}

export interface BaseCasesInput {
  readonly data: RulesetData;
  readonly baseCases: readonly LocatedCase[];
  readonly basePeople: ReadonlyMap<string, unknown>;
  readonly regionalCases: readonly LocatedCase[];
  readonly regionalPeople: ReadonlyMap<string, unknown>;
  /** Called before each national case. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export async function runBaseCases(input: BaseCasesInput): Promise<BaseCasesResult | undefined> {
  const { data } = input;
  if (!data.base) return undefined;
  const read = readDocument(data, new Report());
  if (!read) return undefined;
  const region = read.id;
  const varied = new Map<string, { from: string; cite?: string | undefined; expectations: number; regionalCase: boolean }>();
  for (const node of read.nodes.values()) {
    for (const layer of node.layers) {
      if (layer.ruleset !== region) continue;
      const first = layer.versions.find((version) => version.content !== undefined);
      if (first) varied.set(node.id, { from: first.from.toString(), cite: first.cite, expectations: 0, regionalCase: false });
    }
  }
  const baseCycle = [...read.manifests].reverse().find((manifest) => manifest.data.id !== region && manifest.data.cycle)?.data.cycle;
  const cache = new RulesetCache(data, baseCycle);
  const results: CaseResult[] = [];
  let passedOver = 0;
  for (const [index, located] of input.baseCases.entries()) {
    input.onProgress?.(index, input.baseCases.length);
    const prepared = prepareCase(located.data, input.basePeople, cache.ownFacts);
    if ('finding' in prepared) continue;
    let ruleset: Ruleset;
    try {
      ruleset = cache.for(prepared.appraisal);
    } catch {
      passedOver++;
      continue;
    }
    const reached = reach(ruleset, region, new Set(varied.keys()));
    const wanted: Wanted = (section, id) => {
      const causes = causesOf(section, id, reached, ruleset);
      for (const cause of causes) {
        const variation = varied.get(cause);
        if (variation) variation.expectations++;
      }
      return causes.size === 0 && !(section === 'status' || section === 'unknown');
    };
    const {
      results: [result],
    } = await runCases(data, [located], { people: input.basePeople, wanted, rulesets: cache });
    if (result!.problem?.includes('the ruleset requires it')) passedOver++;
    else results.push(result!);
  }
  await noteRegionalCases(input, varied, region);
  return { base: String(data.base.manifest['id']), results, passedOver, variations: [...varied].map(([id, variation]) => ({ id, ...variation })) };
}

/** For each key of the plan, the varied nodes that can reach it. */
function reach(ruleset: Ruleset, region: string, varied: ReadonlySet<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const { plan } = ruleset;
  const reached = new Map<string, Set<string>>();
  const idOf = (key: string): string => key.replace('@paid', '').replace(/^(?:rule|payment) /, '');
  const isVaried = (key: string): boolean => varied.has(idOf(key)) && originRuleset(plan, key) === region;
  const visit = (key: string, path: ReadonlySet<string>): Set<string> => {
    const known = reached.get(key);
    if (known || path.has(key)) return known ?? new Set();
    const causes = new Set<string>(isVaried(key) ? [idOf(key)] : []);
    const step = plan.byKey.get(key);
    const callable = plan.callables.get(key);
    const reads = step?.reads ?? (callable?.kind === 'function' ? callable.reads : schemeOf(plan, key));
    for (const read of reads) for (const cause of visit(read, new Set([...path, key]))) causes.add(cause);
    reached.set(key, causes);
    return causes;
  };
  for (const key of [...plan.byKey.keys(), ...plan.callables.keys()]) visit(key, new Set());
  return reached;
}

const originRuleset = (plan: Plan, key: string): string | undefined => (plan.byKey.get(key) ?? plan.callables.get(key))?.origin.ruleset;

/** `conduct.peer.score` is an output of the scheme `conduct`. */
function schemeOf(plan: Plan, key: string): readonly string[] {
  const segments = key.split('.');
  for (let length = segments.length - 1; length > 0; length--) {
    const id = segments.slice(0, length).join('.');
    if (plan.byKey.get(id)?.kind === 'raters') return [id];
  }
  return [];
}

/** The varied nodes that an expectation may feel. What is about the whole outcome feels every rule and payment. */
function causesOf(
  section: keyof CaseExpectation,
  id: string | undefined,
  reached: ReadonlyMap<string, ReadonlySet<string>>,
  ruleset: Ruleset,
): ReadonlySet<string> {
  const { plan } = ruleset;
  const of = (...keys: readonly string[]): ReadonlySet<string> =>
    new Set(keys.flatMap((key) => [...(reached.get(key) ?? schemeOf(plan, key).flatMap((scheme) => [...(reached.get(scheme) ?? [])]))]));
  const rules = (kinds?: readonly string[]): readonly string[] =>
    plan.steps.flatMap((step) => (step.kind === 'rule' && (!kinds || kinds.includes(step.event.kind)) ? [step.key] : []));
  switch (section) {
    case 'terms':
      return of(id!);
    case 'scores':
      return of(...plan.outputs.scores.filter((score) => score.name === id).map((score) => score.key));
    case 'rating':
      return plan.outputs.rating ? of(plan.outputs.rating.key) : new Set();
    case 'payments':
      return of(`payment ${id!}`, ...rules(['hold', 'exclude']));
    case 'carry':
      return of(`next.carry.${id!}`);
    case 'fired':
      // Asked once for the whole set, then rule by rule: rules that a region adds are its own affair.
      return id === undefined ? new Set() : isForeign(plan, id, ruleset) ? new Set([id]) : of(`rule ${id}`);
    case 'awards':
    case 'development':
    case 'flags':
      return of(...rules([section === 'awards' ? 'award' : section === 'flags' ? 'flag' : section]));
    case 'effects':
      return of(...rules(['sanction', 'block']));
    case 'hold':
    case 'exclude':
      return of(...plan.steps.flatMap((step) => (step.kind === 'payment' ? [step.key] : [])), ...rules(['hold', 'exclude']));
    default:
      return new Set();
  }
}

const isForeign = (plan: Plan, id: string, ruleset: Ruleset): boolean => plan.byKey.get(`rule ${id}`)?.origin.ruleset === ruleset.id;

async function noteRegionalCases(input: BaseCasesInput, varied: ReadonlyMap<string, { from: string; regionalCase: boolean }>, region: string): Promise<void> {
  const { coverage } = await runCases(input.data, input.regionalCases, { people: input.regionalPeople });
  for (const [id, variation] of varied) (variation as { regionalCase: boolean }).regionalCase = coverage.used(region, id);
}
