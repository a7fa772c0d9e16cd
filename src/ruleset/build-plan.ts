/**
 * Builds the plan of a read ruleset at given dates: declares names, plans each node, fixes the order.
 * In: a {@link ReadRuleset}, dates, a report. Out: a frozen {@link Plan}, or undefined with errors in the report.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { calendarValue } from '../model/calendar.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { readDatum } from '../values/read-datum.ts';
import type { Datum, None } from '../values/result.ts';
import { NONE } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { type Declaration, type PlanContext, keyOf, readFormula, scopeOf, versionAt } from './context.ts';
import { declareNames } from './declare.ts';
import { EVENT_KINDS } from './event.ts';
import { changeDays, inForce, intervalAround } from './in-force.ts';
import { orderSteps } from './order.ts';
import { readsByPhase } from './reads-by-phase.ts';
import { planOutputs } from './plan-outputs.ts';
import { planSelection } from './plan-selection.ts';
import { planParameter, planDatedParameter, refuseChangeInside } from './plan-parameter.ts';
import { planCarry, planCarryFact, planPayment } from './plan-payment.ts';
import { planRaters } from './plan-raters.ts';
import { planRule } from './plan-rule.ts';
import { planTable } from './plan-table.ts';
import { planFunction, planTerm } from './plan-term.ts';
import type { Callable, FactStep, FiredStep, ParameterStep, Plan, PlanStep, ResolveDates, RuleStep } from './plan.ts';
import type { LayeredNode, ReadFact, ReadRuleset } from './read-document.ts';
import { type Report, below } from './report.ts';
import { STAGES, type Phase, type Stage, phaseOf, stageIndex } from './stage.ts';

export function buildPlan(ruleset: ReadRuleset, dates: ResolveDates, report: Report): Plan | undefined {
  const days = changeDays(ruleset);
  const context: PlanContext = { ruleset, dates, report, split: isSplit(ruleset, days, dates), declarations: new Map() };
  declareNames(context);
  const phases: readonly Phase[] = dates.paid ? ['assessed', 'paid'] : ['assessed'];
  const nodes = [...ruleset.nodes.values()];

  const constants = new Map<string, ParameterStep>();
  const callables = new Map<string, Callable>();
  const steps: PlanStep[] = [];
  for (const fact of ruleset.facts.values()) {
    const step = planFact(context, fact);
    if (step) steps.push(step);
  }
  for (const node of nodes) planUnstaged(context, node, phases, constants, callables, steps);
  for (const node of nodes) planFunctions(context, node, phases, constants, callables);
  const staged = nodes.map((node) => planStaged(context, node, constants)).filter((step) => step !== undefined);
  const payments = dates.paid ? nodes.filter((node) => node.section === 'payments').map((node) => planPayment(context, node as LayeredNode<'payments'>)) : [];
  const carries = nodes.filter((node) => node.section === 'carry').map((node) => carryOf(context, node as LayeredNode<'carry'>));
  const evaluated = [...staged, ...[...payments, ...carries].filter((step) => step !== undefined)];
  steps.push(...evaluated, ...firedSteps(evaluated));
  const outputs = planOutputs(context, new Set(steps.map((step) => step.key)));
  const selection = planSelection(context);
  const read = new Set([...steps, ...callables.values()].flatMap((step) => ('reads' in step ? step.reads : [])));
  const used = steps.filter((step) => !(step.kind === 'fact' || step.kind === 'parameter' || step.kind === 'carryFact') || read.has(step.key));
  const byPhase = readsByPhase(steps, callables, dates.paid !== undefined);
  for (const node of nodes) {
    if (node.section !== 'parameters') continue;
    for (const phase of phases) if (byPhase[phase].has(keyOf(context, node, phase))) refuseChangeInside(context, node as LayeredNode<'parameters'>, phase);
  }
  const ordered = orderSteps(sortByStage(used), (key) => readsOfUnplanned(context, key, callables));
  if ('cycle' in ordered) {
    reportCycle(context, ordered.cycle);
    return undefined;
  }
  if (report.hasErrors) return undefined;
  const calendars = new Map<string, Datum>([...ruleset.calendars].map(([id, calendar]) => [id, calendarValue(calendar.calendar)]));
  return deepFreeze({
    steps: ordered.steps,
    byKey: new Map(ordered.steps.map((step) => [step.key, step])),
    callables,
    calendars,
    outputs,
    ...(selection && { selection }),
    ownFacts: ownFacts(context),
    carryIds: new Set(nodes.filter((node) => node.section === 'carry').map((node) => node.id)),
  });
}

function ownFacts(context: PlanContext): ReadonlyMap<string, Type> {
  const own = [...context.ruleset.facts.values()].filter((fact) => !fact.catalogue);
  return new Map(
    own.flatMap((fact) => {
      const declaration = context.declarations.get(fact.id);
      return declaration?.kind === 'value' ? [[fact.id, declaration.type] as const] : [];
    }),
  );
}

/** Also where a value is taken at the start of a period, and the law has changed between the two starts. */
function isSplit(ruleset: ReadRuleset, days: ReturnType<typeof changeDays>, dates: ResolveDates): boolean {
  const { assessed, paid } = dates;
  if (!paid) return false;
  const atStart = [...ruleset.nodes.values()].filter(
    (node) => node.section === 'parameters' && (node as LayeredNode<'parameters'>).node.withinPeriod === 'start',
  );
  if (atStart.some((node) => inForce(node, assessed.from)?.version !== inForce(node, paid.from)?.version)) return true;
  return intervalAround(days, assessed.to)?.from !== intervalAround(days, paid.to)?.from;
}

/** Parameters and tables of both phases; what came in by carry. */
function planUnstaged(
  context: PlanContext,
  node: LayeredNode,
  phases: readonly Phase[],
  constants: Map<string, ParameterStep>,
  callables: Map<string, Callable>,
  steps: PlanStep[],
): void {
  const declaration = context.declarations.get(node.section === 'carry' ? `carry.${node.id}` : node.id);
  if (!declaration) return;
  if (node.section === 'carry' && declaration.kind === 'value') {
    const step = planCarryFact(context, node as LayeredNode<'carry'>, declaration.type);
    if (step) steps.push(step);
    return;
  }
  if (node.section === 'parameters' && declaration.kind === 'callable') {
    const dated = planDatedParameter(context, node as LayeredNode<'parameters'>, declaration.returns);
    if (dated) for (const phase of phases) callables.set(keyOf(context, node, phase), { ...dated, key: keyOf(context, node, phase) });
    return;
  }
  for (const phase of phases) {
    if (node.section === 'parameters' && declaration.kind === 'value') {
      const step = planParameter(context, node as LayeredNode<'parameters'>, phase, declaration.type);
      if (!step || constants.has(step.key)) continue;
      constants.set(step.key, step);
      steps.push(step);
    } else if (node.section === 'tables') {
      if (callables.has(keyOf(context, node, phase)) || !versionAt(context, node, phase)) continue;
      const table = planTable(context, node as LayeredNode<'tables'>, phase);
      if (table) callables.set(table.key, table);
    }
  }
}

function planFunctions(
  context: PlanContext,
  node: LayeredNode,
  phases: readonly Phase[],
  constants: ReadonlyMap<string, ParameterStep>,
  callables: Map<string, Callable>,
): void {
  const declaration = context.declarations.get(node.id);
  if (node.section !== 'terms' || declaration?.kind !== 'callable') return;
  for (const phase of phases) {
    if (callables.has(keyOf(context, node, phase))) continue;
    const callable = planFunction(context, node as LayeredNode<'terms'>, phase, declaration.parameters, declaration.returns, constants);
    if (callable) callables.set(callable.key, callable);
  }
}

function planStaged(context: PlanContext, node: LayeredNode, constants: ReadonlyMap<string, ParameterStep>): PlanStep | undefined {
  const stage = stageOf(node);
  if (!stage) return undefined;
  const phase = phaseOf(stage);
  if (phase === 'paid' && !context.dates.paid) return undefined;
  switch (node.section) {
    case 'terms': {
      const declaration = context.declarations.get(node.id);
      if (declaration?.kind !== 'value') return undefined;
      return planTerm(context, node as LayeredNode<'terms'>, stage, phase, memberType(declaration, node as LayeredNode<'terms'>), constants);
    }
    case 'raters':
      return planRaters(context, node as LayeredNode<'raters'>, stage, phase);
    case 'rules':
      return planRule(context, node as LayeredNode<'rules'>, stage, phase, constants);
    default:
      return undefined;
  }
}

function stageOf(node: LayeredNode): Stage | undefined {
  if (node.section === 'raters') return (node as LayeredNode<'raters'>).node.stage ?? 'assessment';
  if (node.section === 'rules') return (node as LayeredNode<'rules'>).node.stage ?? 'payroll';
  return node.section === 'terms' ? (node as LayeredNode<'terms'>).node.stage : undefined;
}

function memberType(declaration: Extract<Declaration, { kind: 'value' }>, node: LayeredNode<'terms'>): Type {
  const listed = [...node.versions, ...node.layers.flatMap((layer) => layer.versions)].some((version) => version.content?.for !== undefined);
  return listed && declaration.type.kind === 'list' ? declaration.type.of : declaration.type;
}

function planFact(context: PlanContext, fact: ReadFact): FactStep | undefined {
  const declaration = context.declarations.get(fact.id);
  if (declaration?.kind !== 'value') return undefined;
  const { data } = fact;
  const absence = readAbsence(context, fact, declaration.type);
  const position = fact.place.document.locate?.(fact.place.path);
  const title = data.title ?? FACT_CATALOGUE.get(fact.id)?.title ?? { id: fact.id, en: fact.id };
  const standing = typeof data.absence === 'object' ? data.absence.standing : data.derive === undefined ? 'confirmed' : 'derived';
  const origin = {
    ruleset: fact.place.ruleset,
    title,
    standing,
    ...(position && { position }),
    ...(typeof data.absence === 'object' && data.absence.note !== undefined && { note: data.absence.note }),
    ...(typeof data.absence === 'object' && data.absence.working !== undefined && { working: data.absence.working }),
    ...(typeof data.absence === 'object' && data.absence.cite !== undefined && { cite: data.absence.cite }),
  };
  const base = { kind: 'fact', key: fact.id, id: fact.id, origin, type: declaration.type, absence, catalogue: fact.catalogue } as const;
  if (data.derive === undefined) return { ...base, reads: [] };
  const read = readFormula(
    context,
    data.derive,
    below(fact.place, 'derive'),
    scopeOf(context, 'assessed', undefined, `The fact "${fact.id}"`, fact.place.ruleset),
    { expected: declaration.type, literals: new Map(Object.entries(data.literals ?? {})) },
  );
  return read && { ...base, derive: read.tree, reads: [...read.reads, ...read.applies] };
}

function readAbsence(context: PlanContext, fact: ReadFact, type: Type): FactStep['absence'] {
  const { absence, derive } = fact.data;
  if (absence === undefined) {
    if (derive === undefined)
      context.report.error(
        fact.place,
        'fact/absence',
        `The fact "${fact.id}" does not say what its absence means.`,
        'Write absence: required, unknown, none, or a default with its standing.',
      );
    return 'unknown';
  }
  if (typeof absence !== 'object') return absence;
  const read = readDatum(absence.default, type);
  let value: Datum | None = NONE;
  if ('finding' in read) context.report.add('error', below(fact.place, 'absence', 'default'), read.finding);
  else value = read.value;
  if (absence.standing === 'placeholder' && absence.note === undefined)
    context.report.error(below(fact.place, 'absence'), 'citation/placeholder-note', 'A placeholder must say what is missing.', 'Write note: and a sentence.');
  return { default: value };
}

function carryOf(context: PlanContext, node: LayeredNode<'carry'>): PlanStep | undefined {
  const declaration = context.declarations.get(`carry.${node.id}`);
  return declaration?.kind === 'value' ? planCarry(context, node, declaration.type) : undefined;
}

/** For each list `fired.kind@stage` that is read: the rules of that kind in earlier stages. */
function firedSteps(steps: readonly PlanStep[]): readonly FiredStep[] {
  const wanted = new Set(steps.flatMap((step) => step.reads).filter((key) => key.startsWith('fired.')));
  const rules = steps.filter((step): step is RuleStep => step.kind === 'rule');
  return [...wanted].map((key) => {
    const [id, stage] = key.split('@') as [string, Stage];
    const event = EVENT_KINDS.find((kind) => id === `fired.${kind}`)!;
    const earlier = rules.filter((rule) => rule.event.kind === event && stageIndex(rule.stage) < stageIndex(stage));
    return {
      kind: 'fired',
      key,
      id,
      stage,
      event,
      rules: earlier.map((rule) => rule.key),
      reads: earlier.map((rule) => rule.key),
      origin: { ruleset: '', title: { id: `Daftar ${event}`, en: `List of ${event}s` }, standing: 'confirmed' },
    };
  });
}

function sortByStage(steps: readonly PlanStep[]): readonly PlanStep[] {
  const rank = (step: PlanStep): number => {
    if ('stage' in step) return 1 + STAGES.indexOf(step.stage);
    return step.kind === 'payment' ? 100 : step.kind === 'carry' ? 101 : 0;
  };
  return [...steps].sort((a, b) => rank(a) - rank(b));
}

/** What a key without a step stands for: a callable's own reads, or a scheme's score. */
function readsOfUnplanned(context: PlanContext, key: string, callables: ReadonlyMap<string, Callable>): readonly string[] | undefined {
  const callable = callables.get(key);
  if (callable?.kind === 'function') return callable.reads;
  const declaration = context.declarations.get(key);
  return declaration?.kind === 'value' && declaration.node?.section === 'raters' ? [declaration.node.id] : undefined;
}

function reportCycle(context: PlanContext, cycle: readonly string[]): void {
  const path = cycle.map((key) => key.replace('@paid', '')).join(' → ');
  const node = context.ruleset.nodes.get(cycle[0]!.replace('@paid', '').replace(/^rule /, 'rules '));
  const fact = context.ruleset.facts.get(cycle[0]!);
  const place = node?.place ?? fact?.place ?? context.ruleset.manifests.at(-1)!.place;
  context.report.error(place, 'cycle', `"${cycle[0]!.replace('@paid', '')}" needs itself: ${path}.`, 'Break the circle: one of them must not read the next.');
}
