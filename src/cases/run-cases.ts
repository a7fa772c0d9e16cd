/**
 * Runs the cases of a ruleset: by the engine, and by json-rules-engine as a second opinion on every rule.
 * In: a document, its cases and people. Out: a result for each case, and what the cases reached.
 */
import { secondOpinion } from '../adapters/second-opinion.ts';
import { type AppraisalOutcome, appraise } from '../engine/appraise.ts';
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { InputError } from '../model/input-error.ts';
import type { Position } from '../ruleset/diagnostic.ts';
import { RulesetError, diagnosticText } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { type Ruleset, tryResolve } from '../ruleset/resolve.ts';
import type { LocatedCase } from './case-schema.ts';
import { type Mismatch, type Wanted, compareOutcome } from './compare-outcome.ts';
import { Coverage } from './coverage.ts';
import { prepareCase, readPeriod } from './prepare-case.ts';

/** A rule on which json-rules-engine and the engine differ. */
export interface Disagreement {
  readonly rule: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface CaseResult {
  readonly name: string;
  readonly file: string;
  readonly index: number;
  readonly position?: Position | undefined;
  readonly status: 'passed' | 'failed';
  readonly mismatches: readonly (Mismatch & { readonly position?: Position | undefined })[];
  readonly disagreements: readonly Disagreement[];
  /** Why the case could not be run. */
  readonly problem?: string | undefined;
  /** How many rules were decided by both. */
  readonly rulesCompared: number;
}

export interface CasesResult {
  readonly results: readonly CaseResult[];
  readonly coverage: Coverage;
}

export interface RunCasesOptions {
  readonly people: ReadonlyMap<string, unknown>;
  /** Called after each case. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Which expectations are looked at; for a nation's cases run under a region. */
  readonly wanted?: Wanted | undefined;
  /** Rulesets that were resolved before, to be used again. */
  readonly rulesets?: RulesetCache | undefined;
}

export async function runCases(data: RulesetData, cases: readonly LocatedCase[], options: RunCasesOptions): Promise<CasesResult> {
  const coverage = new Coverage();
  const rulesets = options.rulesets ?? new RulesetCache(data);
  const results: CaseResult[] = [];
  for (const located of cases) {
    results.push(await runCase(located, rulesets, options, coverage));
    options.onProgress?.(results.length, cases.length);
  }
  return { results, coverage };
}

async function runCase(located: LocatedCase, rulesets: RulesetCache, options: RunCasesOptions, coverage: Coverage): Promise<CaseResult> {
  const base = { name: located.data.name, file: located.file, index: located.index, position: located.locate([]) };
  const failed = (problem: string): CaseResult => ({ ...base, status: 'failed', mismatches: [], disagreements: [], problem, rulesCompared: 0 });
  const prepared = prepareCase(located.data, options.people, rulesets.ownFacts);
  if ('finding' in prepared)
    return { ...failed(`${prepared.finding.message} ${prepared.finding.mend ?? ''}`.trim()), position: located.locate(prepared.finding.path) };
  let outcome: AppraisalOutcome;
  let ruleset: Ruleset;
  try {
    ruleset = rulesets.for(prepared.appraisal);
    outcome = appraise(ruleset, prepared.appraisal);
  } catch (error) {
    if (error instanceof InputError) {
      const wanted = located.data.expect.fault;
      if (wanted !== undefined && error.issues.some((issue) => issue.code === wanted))
        return { ...base, status: 'passed', mismatches: [], disagreements: [], rulesCompared: 0 };
      return failed(error.message);
    }
    if (error instanceof RulesetError) return failed(error.diagnostics.map(diagnosticText).join('\n'));
    throw error;
  }
  const mismatches = compareOutcome(located.data.expect, outcome, options.wanted).map((mismatch) => ({ ...mismatch, position: located.locate(mismatch.path) }));
  coverage.note(ruleset, outcome);
  const { disagreements, compared } = await compareOpinions(ruleset, outcome);
  return { ...base, status: mismatches.length + disagreements.length === 0 ? 'passed' : 'failed', mismatches, disagreements, rulesCompared: compared };
}

async function compareOpinions(ruleset: Ruleset, outcome: AppraisalOutcome): Promise<{ disagreements: readonly Disagreement[]; compared: number }> {
  const theirs = await secondOpinion(ruleset.plan, outcome.trace);
  const disagreements: Disagreement[] = [];
  let compared = 0;
  for (const step of outcome.trace.steps) {
    if (step.kind !== 'rule') continue;
    compared++;
    const ours = step.result === true ? 'fired' : step.result === false ? 'notFired' : 'unknown';
    const other = theirs.get(step.key) ?? 'no answer';
    // A rule whose condition holds but whose parameters are unknown is unknown here, and fired there.
    const settled = ours === 'unknown' && other === 'fired' && step.verdict === true;
    if (ours !== other && !settled) disagreements.push({ rule: step.id, ours, theirs: other });
  }
  return { disagreements, compared };
}

/** Rulesets resolved for the periods that cases ask for, each once; under another cycle than their own, when the cases follow one. */
export class RulesetCache {
  private readonly resolved = new Map<string, Ruleset | RulesetError>();
  readonly ownFacts: ReadonlySet<string>;

  constructor(
    private readonly data: RulesetData,
    private readonly cycle?: Ruleset['cycle'],
  ) {
    const ids = new Set<string>();
    for (let current: RulesetData | undefined = data; current; current = current.base)
      for (const id of Object.keys(current.facts ?? {})) if (!FACT_CATALOGUE.has(id)) ids.add(id);
    this.ownFacts = ids;
  }

  /** @throws RulesetError when the ruleset does not resolve for these periods. */
  for(appraisal: { readonly assessed?: unknown; readonly paid?: { readonly period?: unknown } | undefined }): Ruleset {
    const assessed = readPeriod(appraisal.assessed);
    const paid = readPeriod(appraisal.paid?.period);
    const key = `${String(assessed?.from)} ${String(assessed?.to)} ${String(paid?.from)} ${String(paid?.to)}`;
    let found = this.resolved.get(key);
    if (!found) {
      const { ruleset, diagnostics } = tryResolve(this.data, {
        assessed: assessed ?? String(appraisal.assessed),
        ...(appraisal.paid !== undefined && { paid: paid ?? String(appraisal.paid.period) }),
      });
      found = ruleset ? (this.cycle ? { ...ruleset, cycle: this.cycle } : ruleset) : new RulesetError(String(this.data.manifest['id']), diagnostics);
      this.resolved.set(key, found);
    }
    if (found instanceof RulesetError) throw found;
    return found;
  }
}
