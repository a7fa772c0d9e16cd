/**
 * kinerja: performance appraisal and performance pay of Indonesian civil servants, by rulesets that are data.
 * In: rulesets, appraisals, formulas and tables as data. Out: exact, explained outcomes. Pure: runs in Node and in a browser.
 */

export { resolveRuleset, tryResolve } from './ruleset/resolve.ts';
export type { DatesInput, PeriodInput, Ruleset, Validity } from './ruleset/resolve.ts';
export { RulesetError, diagnosticText, pathText, sortDiagnostics } from './ruleset/diagnostic.ts';
export type { DataPath, Diagnostic, Locate, Position, Severity } from './ruleset/diagnostic.ts';
export type { RulesetData } from './ruleset/document.ts';
export { hashOf } from './ruleset/hash.ts';
export { STAGES } from './ruleset/stage.ts';
export type { Phase, Stage } from './ruleset/stage.ts';
export { EVENT_KINDS, EVENT_PARAMETERS } from './ruleset/event.ts';
export type { EventKind, EventParameter } from './ruleset/event.ts';
export { CONDITION_OPERATORS } from './ruleset/plan.ts';
export type { ConditionOperator, ConditionPlan, Origin, Plan, PlanStep, ResolveDates, RoundPlan, SelectionPlan } from './ruleset/plan.ts';
export type { Manifest, SourceData, Standing, Title } from './ruleset/schema.ts';
export { factsNeeded } from './ruleset/facts-needed.ts';
export type { FactNeeded } from './ruleset/facts-needed.ts';

export { appraise, appraiseRead } from './engine/appraise.ts';
export type { AppraisalOutcome } from './engine/appraise.ts';
export { compile } from './compile/compile.ts';
export type { CompileOptions, CompiledRuleset } from './compile/compile.ts';
export type { CompiledFault, CompiledOutcome } from './compile/compiled-outcome.ts';
export { refusePlaceholders, PlaceholderError } from './engine/strict.ts';
export { outcomeJson } from './engine/outcome-json.ts';
export type { AppliedCall, FactSource, Rounding, Trace, TraceStep, TracedGate, TracedLeaf, TracedPart, TracedSource } from './engine/trace.ts';

export { appraiseStream } from './batch/appraise-stream.ts';
export type { RejectedRecord, StreamOptions, StreamedRecord } from './batch/appraise-stream.ts';
export type { BatchOutcome } from './batch/batch-outcome.ts';
export type { RecordFault } from './batch/rejection.ts';
export type { BatchTally, Counted as BatchCount } from './batch/tally.ts';

export { appraisalSchema } from './model/appraisal.ts';
export type { Appraisal, AppraisalInput } from './model/appraisal.ts';
export { readAppraisal } from './model/read-appraisal.ts';
export { InputError } from './model/input-error.ts';
export type { InputIssue } from './model/input-error.ts';
export { appraisalJsonSchema } from './model/json-schema.ts';
export { FACT_CATALOGUE, CATALOGUE_TYPES } from './model/catalogue.ts';
export type { CatalogueFact } from './model/catalogue.ts';
export { readCalendar, calendarSchema } from './model/calendar.ts';
export type { Calendar, CalendarInput } from './model/calendar.ts';
export { dayRecords } from './model/day-records.ts';
export type { RulesetIds } from './model/ruleset-ids.ts';
export type {
  Advice,
  Award,
  BlockOutcome,
  CarryOutcome,
  Flag,
  Outcome,
  OutcomeFault,
  OutcomeJson,
  OutcomeStatus,
  PaymentLine,
  Reason,
  RuleOutcome,
  RulesetStamp,
  SanctionProposal,
  Score,
  StandingShares,
  TermOutcome,
} from './model/outcome.ts';

export { evaluateFormula } from './formula/use-formula.ts';
export { FormulaError } from './formula/formula-error.ts';
export { evaluateTable } from './table/use-table.ts';
export { TableError } from './table/use-table.ts';
export { HIT_POLICIES } from './table/table.ts';
export type { CellData, HitPolicy, RowData, TableData, TableFinding } from './table/table.ts';

export { explain } from './explain/explanation.ts';
export type { Explanation } from './explain/explanation.ts';
export { renderText } from './explain/render-text.ts';
export { renderMarkdown } from './explain/render-markdown.ts';
export { renderHtml } from './explain/render-html.ts';

export { monitor } from './cohort/monitor.ts';
export type { MonitorOptions } from './cohort/monitor.ts';
export { selectByCompetence } from './cohort/select-by-competence.ts';
export type { SelectionInput } from './cohort/select-by-competence.ts';
export type { CriterionInput } from './cohort/criteria.ts';
export { unitOf } from './cohort/unit-of.ts';
export { renderMonitoringMarkdown, renderMonitoringText } from './cohort/render-monitoring.ts';
export { renderSelectionMarkdown, renderSelectionText } from './cohort/render-selection.ts';
export type { CohortMember, CohortOutcome, CohortPeriod, CohortRuleset, RefusedMember } from './cohort/cohort-shape.ts';
export type { Counted, Monitoring, PaymentTotal, ScoreSpread, UnitSummary } from './cohort/monitoring-shape.ts';
export type { Candidate, Condition, Criterion, CriterionValue, Decision, Ranked, Selection, TieAtTheEnd, Unranked } from './cohort/selection-shape.ts';

export { KinerjaDecimal } from './values/decimal.ts';
export { CalendarDate } from './values/calendar-date.ts';
export { Fault, NONE, None, Unknown, isFault, isNone, isUnknown, toJson } from './values/result.ts';
export type { Datum, ListValue, RecordValue, Result } from './values/result.ts';
export { NumberRefused, fromCanonicalText, fromDecimalText, fromNumber, toText } from './values/exact.ts';
export type { Exact } from './values/exact.ts';
export { ROUNDING_MODES, round } from './values/rounding.ts';
export type { RoundingMode } from './values/rounding.ts';
export type { Finding, Span } from './values/finding.ts';
export type { Period } from './values/period.ts';
