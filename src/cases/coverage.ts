/**
 * What the cases of a ruleset reach: rules fired and not, table rows, branches, and each edge from below, at and above.
 * In: outcomes, as they come. Out: the items that no case reaches, out of all there are at any date.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { AppliedCall, TraceStep } from '../engine/trace.ts';
import type { Position } from '../ruleset/diagnostic.ts';
import type { Callable, Origin, PlanStep, TableCallable } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { edgesOf } from '../table/edges.ts';
import { type Exact, compare, isExact, isNegative, isZero, ratio, toText } from '../values/exact.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Result, isDate } from '../values/result.ts';
import { type Comparison, comparisonsOf, gapsOf } from './comparisons.ts';

export type CoverageKind = 'rule' | 'row' | 'branch' | 'edge';
export type Side = 'below' | 'at' | 'above';

/** Something that a case should reach. */
export interface CoverageItem {
  readonly key: string;
  readonly kind: CoverageKind;
  /** The ruleset whose text it stands in. */
  readonly ruleset: string;
  readonly id: string;
  /** What is to be reached, as a reader says it: `fires`, `row 3 (11..13)`, `days at 11`. */
  readonly text: string;
  readonly position?: Position | undefined;
}

/** Collects what outcomes reach. */
export class Coverage {
  private readonly reached = new Set<string>();
  private readonly nodes = new Set<string>();
  private readonly edges = new Map<TableCallable, ReturnType<typeof tableEdges>>();

  note(ruleset: Ruleset, outcome: AppraisalOutcome): void {
    for (const step of outcome.trace.steps) {
      this.noteStep(ruleset, step, outcome);
      // Parameters and facts are evaluated always; a case comes by one only when something reads it.
      if (step.kind !== 'parameter' && step.kind !== 'fact') this.nodes.add(`${step.origin.ruleset} ${step.id}`);
      for (const key of step.inputs) {
        const read = outcome.trace.byKey.get(key);
        if (read) this.nodes.add(`${read.origin.ruleset} ${read.id}`);
      }
      for (const call of step.calls) this.nodes.add(`${call.origin.ruleset} ${call.id}`);
      for (const call of step.calls) if (call.kind === 'table') this.noteCall(ruleset, call);
    }
  }

  has(item: CoverageItem): boolean {
    return this.reached.has(item.key);
  }

  /** Whether a case came by a version of a node that a ruleset wrote. */
  used(ruleset: string, id: string): boolean {
    return this.nodes.has(`${ruleset} ${id}`);
  }

  private noteStep(ruleset: Ruleset, step: TraceStep, outcome: AppraisalOutcome): void {
    const at = versionKey(step.id, step.origin);
    if (step.kind === 'rule') {
      if (step.result === true) this.reached.add(`rule ${at} fires`);
      if (step.result === false) this.reached.add(`rule ${at} does not fire`);
      step.leaves.forEach((leaf, index) => {
        if (leaf.gap) this.reached.add(`edge ${at} leaf ${index} ${sideOf(leaf.gap)}`);
      });
    } else if (step.kind === 'term') {
      if (step.branch) this.reached.add(`branch ${at} ${step.branch.letter}`);
      const planned = ruleset.plan.byKey.get(step.key);
      if (planned?.kind === 'term') {
        for (const { index, gap } of gapsOf(planned, step, ruleset.plan, outcome.trace)) this.reached.add(`edge ${at} comparison ${index} ${sideOf(gap)}`);
      }
    }
  }

  private noteCall(ruleset: Ruleset, call: AppliedCall): void {
    const at = versionKey(call.id, call.origin);
    if (call.row) this.reached.add(`row ${at} ${call.row.index}`);
    if (call.otherwise) this.reached.add(`row ${at} otherwise`);
    const table = ruleset.plan.callables.get(call.key);
    if (table?.kind !== 'table') return;
    let edges = this.edges.get(table);
    if (!edges) this.edges.set(table, (edges = tableEdges(table)));
    for (const edge of edges) {
      const value = ordinate(call.args[edge.input]);
      if (value && edge.hit(value)) this.reached.add(`edge ${at} ${edge.name}`);
    }
  }
}

/** Everything there is to reach in a resolved ruleset. Two versions of a node are two items. */
export function coverageItems(ruleset: Ruleset): readonly CoverageItem[] {
  const items: CoverageItem[] = [];
  for (const step of ruleset.plan.steps) items.push(...stepItems(step));
  for (const callable of ruleset.plan.callables.values()) items.push(...callableItems(callable));
  return items;
}

function stepItems(step: PlanStep): readonly CoverageItem[] {
  const at = versionKey(step.id, step.origin);
  const item = (kind: CoverageKind, key: string, text: string): CoverageItem => ({ key: `${kind} ${at} ${key}`, kind, text, ...placeOf(step) });
  if (step.kind === 'rule') {
    const leaves = leavesOf(step.condition);
    const edges = leaves.flatMap((leaf, index) =>
      leaf.ordered ? (['below', 'at', 'above'] as const).map((side) => item('edge', `leaf ${index} ${side}`, `${leaf.text}: ${side}`)) : [],
    );
    return [item('rule', 'fires', 'fires'), item('rule', 'does not fire', 'does not fire'), ...edges];
  }
  if (step.kind !== 'term') return [];
  const branches = step.body.form === 'choose' ? step.body.branches.map((branch) => item('branch', branch.letter, `branch ${branch.letter}`)) : [];
  return [
    ...branches,
    ...comparisonsOf(step).flatMap((comparison: Comparison) =>
      (['below', 'at', 'above'] as const).map((side) => item('edge', `comparison ${comparison.index} ${side}`, `${comparison.text}: ${side}`)),
    ),
  ];
}

function callableItems(callable: Callable): readonly CoverageItem[] {
  if (callable.kind !== 'table') return [];
  const at = versionKey(callable.id, callable.origin);
  const item = (kind: CoverageKind, key: string, text: string): CoverageItem => ({ key: `${kind} ${at} ${key}`, kind, text, ...placeOf(callable) });
  const rows = new Map(callable.table.rows.map((row) => [row.index, row]));
  return [
    ...[...rows.values()].map((row) => item('row', String(row.index), `row ${row.index + 1} (${row.text.join(', ')})`)),
    ...tableEdges(callable).map((edge) => item('edge', edge.name, edge.name)),
  ];
}

const placeOf = (node: { readonly id: string; readonly origin: Origin }): Pick<CoverageItem, 'ruleset' | 'id' | 'position'> => ({
  ruleset: node.origin.ruleset,
  id: node.id,
  ...(node.origin.position && { position: node.origin.position }),
});
const versionKey = (id: string, origin: Origin): string => `${origin.ruleset} ${id} ${origin.from ?? ''}`;
const sideOf = (gap: Exact): Side => (isZero(gap) ? 'at' : isNegative(gap) ? 'below' : 'above');

function leavesOf(condition: Extract<PlanStep, { kind: 'rule' }>['condition']): readonly { readonly text: string; readonly ordered: boolean }[] {
  switch (condition.kind) {
    case 'leaf':
      return [
        { text: condition.text, ordered: /Than/.test(condition.operator) && (condition.fact.type.kind === 'number' || condition.fact.type.kind === 'date') },
      ];
    case 'not':
      return leavesOf(condition.condition);
    default:
      return condition.conditions.flatMap(leavesOf);
  }
}

/** Each side of each edge of a table's columns: the neighbour by the step, or, without a step, anything up to the next edge. */
function tableEdges(callable: TableCallable): readonly { readonly name: string; readonly input: number; readonly hit: (value: Exact) => boolean }[] {
  const edges = edgesOf(callable.table);
  return edges.flatMap((edge, index) => {
    const input = callable.table.inputs.findIndex((column) => column.name === edge.column);
    const isDay = callable.table.inputs[input]!.type.kind === 'date';
    const same = (other: typeof edge | undefined): Exact | undefined => (other?.column === edge.column ? other.at : undefined);
    const before = same(edges[index - 1]);
    const after = same(edges[index + 1]);
    const name = (side: Side): string => `${edge.column} ${side} ${isDay ? CalendarDate.fromEpochDay(Number(edge.at.n)).toString() : toText(edge.at)}`;
    const sides: { name: string; input: number; hit: (value: Exact) => boolean }[] = [
      { name: name('at'), input, hit: (value) => compare(value, edge.at) === 0 },
    ];
    if (edge.step) {
      const { below, above } = edge;
      if (below) sides.push({ name: name('below'), input, hit: (value) => compare(value, below) === 0 });
      if (above) sides.push({ name: name('above'), input, hit: (value) => compare(value, above) === 0 });
    } else if (isOpen(callable, input, edge.at)) {
      sides.push({ name: name('below'), input, hit: (value) => compare(value, edge.at) < 0 && (!before || compare(value, before) >= 0) });
      sides.push({ name: name('above'), input, hit: (value) => compare(value, edge.at) > 0 && (!after || compare(value, after) <= 0) });
    }
    return sides;
  });
}

/** An edge at the end of the column's domain has only one side. */
function isOpen(callable: TableCallable, input: number, at: Exact): boolean {
  const { type } = callable.table.inputs[input]!;
  return type.kind !== 'number' || !((type.min && compare(type.min, at) === 0) || (type.max && compare(type.max, at) === 0));
}

function ordinate(value: Result | undefined): Exact | undefined {
  if (value === undefined) return undefined;
  if (isExact(value)) return value;
  return isDate(value) ? ratio(BigInt(value.epochDay)) : undefined;
}
