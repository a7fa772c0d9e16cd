/**
 * Tests one ruleset: its cases by both opinions, the cases of its base where it extends one, and what no case reaches.
 * In: a ruleset's folder. Out: {@link TestedRuleset}.
 */
import { type BaseCasesResult, runBaseCases } from '../cases/base-cases.ts';
import type { LocatedCase } from '../cases/case-schema.ts';
import { type CoverageReport, reportCoverage } from '../cases/coverage-report.ts';
import { type CaseResult, runCases } from '../cases/run-cases.ts';
import { checkRuleset } from '../check/check-ruleset.ts';
import { edgeDiagnostics } from '../check/edge-diagnostics.ts';
import { type RulesetFolder, textDiagnostics } from '../node/ruleset-folder.ts';
import type { Diagnostic } from '../ruleset/diagnostic.ts';

/** A result with the case that it is of. */
export interface TestedCase extends CaseResult {
  readonly working?: string | undefined;
  /** The provisions that ask for it. */
  readonly because: readonly string[];
}

export interface TestedRuleset {
  readonly id: string;
  readonly place: string;
  /** Errors of the text, for which no case could be run. */
  readonly textErrors: readonly Diagnostic[];
  readonly cases: readonly TestedCase[];
  readonly base?: (Omit<BaseCasesResult, 'results'> & { readonly cases: readonly TestedCase[] }) | undefined;
  /** Undefined when only some cases were run. */
  readonly coverage?: (Omit<CoverageReport, 'missing'> & { readonly missing: readonly Diagnostic[] }) | undefined;
}

export interface TestOptions {
  /** Part of a case's name; all cases when left out. */
  readonly filter?: string | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export async function testRuleset(folder: RulesetFolder, { filter, onProgress }: TestOptions): Promise<TestedRuleset> {
  const { id, data, people, base } = folder;
  const textErrors = textDiagnostics(folder).filter((diagnostic) => diagnostic.severity === 'error');
  if (textErrors.length > 0) return { id, place: folder.shown, textErrors, cases: [] };
  const chosen = folder.cases.filter((located) => isChosen(located, filter));
  const { results, coverage } = await runCases(data, chosen, { people, onProgress });
  const baseCases = base?.cases.filter((located) => isChosen(located, filter)) ?? [];
  const ofBase = base && baseCases.length > 0 ? await runBaseCases({ data, baseCases, basePeople: base.people, regionalCases: folder.cases, regionalPeople: people }) : undefined;
  const resolved = filter === undefined ? checkRuleset(data).intervals.flatMap(({ ruleset }) => ruleset ?? []) : [];
  const { missing, ...counts } = reportCoverage(resolved, coverage, id);
  return {
    id,
    place: folder.shown,
    textErrors,
    cases: withTexts(results, chosen),
    ...(ofBase && { base: { base: ofBase.base, passedOver: ofBase.passedOver, variations: ofBase.variations, cases: withTexts(ofBase.results, baseCases) } }),
    ...(filter === undefined && { coverage: { ...counts, missing: edgeDiagnostics(missing) } }),
  };
}

const isChosen = ({ data }: LocatedCase, filter: string | undefined): boolean => filter === undefined || data.name.toLowerCase().includes(filter.toLowerCase());

function withTexts(results: readonly CaseResult[], cases: readonly LocatedCase[]): readonly TestedCase[] {
  const texts = new Map(cases.map((located) => [`${located.file} ${located.index}`, located.data]));
  return results.map((result) => {
    const { working, because } = texts.get(`${result.file} ${result.index}`)!;
    return { ...result, ...(working !== undefined && { working }), because: because === undefined ? [] : [because].flat() };
  });
}
