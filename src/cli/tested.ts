/**
 * Tests one ruleset: its cases by both opinions, the cases of its base where it extends one, and what no case reaches.
 * In: a ruleset's folder. Out: {@link TestedRuleset}.
 */
import { type BaseCasesResult, type Variation, runBaseCases } from '../cases/base-cases.ts';
import type { LocatedCase } from '../cases/case-schema.ts';
import { type CoverageReport, reportCoverage } from '../cases/coverage-report.ts';
import { type CaseResult, runCases } from '../cases/run-cases.ts';
import { checkRuleset } from '../check/check-ruleset.ts';
import { edgeDiagnostics } from '../check/edge-diagnostics.ts';
import { type RulesetFolder, textDiagnostics } from '../node/ruleset-folder.ts';
import type { Diagnostic, Position } from '../ruleset/diagnostic.ts';

/** A result with the case that it is of. */
export interface TestedCase extends CaseResult {
  readonly working?: string | undefined;
  /** The provisions that ask for it. */
  readonly because: readonly string[];
}

/** A national node that a region varies, with the place of the override. */
export type TestedVariation = Variation & { readonly position?: Position | undefined };

/** The cases of the nation under a region. */
export interface TestedBase extends Omit<BaseCasesResult, 'results' | 'variations'> {
  readonly cases: readonly TestedCase[];
  readonly variations: readonly TestedVariation[];
}

export interface TestedRuleset {
  readonly id: string;
  readonly place: string;
  /** Of the manifest. */
  readonly position?: Position | undefined;
  /** Errors of the text, for which no case could be run. */
  readonly textErrors: readonly Diagnostic[];
  readonly cases: readonly TestedCase[];
  readonly base?: TestedBase | undefined;
  /** First days of the intervals of law in which the ruleset has errors. */
  readonly unsound: readonly string[];
  /** Undefined when only some cases were run, and when the ruleset has errors. */
  readonly coverage?: (Omit<CoverageReport, 'missing'> & { readonly missing: readonly Diagnostic[] }) | undefined;
}

export interface TestOptions {
  /** Part of a case's name; all cases when left out. */
  readonly filter?: string | undefined;
  /** Called as the cases go by: those of the ruleset itself, then those of its base. */
  readonly onProgress?: ((what: string, done: number, total: number) => void) | undefined;
}

export async function testRuleset(folder: RulesetFolder, { filter, onProgress }: TestOptions): Promise<TestedRuleset> {
  const { id, data, people, base } = folder;
  const position = data.locate?.(['manifest']);
  const named = { id, place: folder.shown, ...(position && { position }) };
  const textErrors = textDiagnostics(folder).filter((diagnostic) => diagnostic.severity === 'error');
  if (textErrors.length > 0) return { ...named, textErrors, cases: [], unsound: [] };
  const chosen = folder.cases.filter((located) => isChosen(located, filter));
  const { results, coverage } = await runCases(data, chosen, { people, onProgress: (done, total) => onProgress?.(`${id}: cases`, done, total) });
  const baseCases = base?.cases.filter((located) => isChosen(located, filter)) ?? [];
  const ofBase =
    base && baseCases.length > 0
      ? await runBaseCases({
          data,
          baseCases,
          basePeople: base.people,
          regionalCases: folder.cases,
          regionalPeople: people,
          onProgress: (done, total) => onProgress?.(`${id}: cases of ${base.id}`, done, total),
        })
      : undefined;
  const intervals = filter === undefined ? checkRuleset(data).intervals : [];
  const unsound = intervals.filter(({ ruleset }) => ruleset === undefined).map(({ from }) => from);
  const { missing, ...counts } = reportCoverage(
    intervals.flatMap(({ ruleset }) => ruleset ?? []),
    coverage,
    id,
  );
  return {
    ...named,
    textErrors,
    cases: withTexts(results, chosen),
    ...(ofBase && {
      base: {
        base: ofBase.base,
        passedOver: ofBase.passedOver,
        variations: ofBase.variations.map((variation) => ({ ...variation, position: data.locate?.(['overrides', variation.id], { key: true }) })),
        cases: withTexts(ofBase.results, baseCases),
      },
    }),
    unsound,
    ...(intervals.length > 0 && unsound.length === 0 && { coverage: { ...counts, missing: edgeDiagnostics(missing) } }),
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
