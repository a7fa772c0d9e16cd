/**
 * The constants at which a plan can change its mind: where records have to be aimed.
 * In: a plan. Out: {@link Edges}: numbers by unit, dates and texts, from formulas, parameters, tables, roundings, rater schemes and bounds.
 */
import { childrenOf } from '../../formula/tree-children.ts';
import type { Tree } from '../../formula/tree.ts';
import type { Body, ConditionPlan, Plan, RoundPlan } from '../../ruleset/plan.ts';
import type { Cell, Table } from '../../table/table.ts';
import { type Exact, ZERO, add, divide, isExact, ratio, toText } from '../../values/exact.ts';
import { type Result, isDate, isList, isRecord } from '../../values/result.ts';
import type { Type } from '../../values/type.ts';

export class Edges {
  private readonly numbers = new Map<string, Map<string, Exact>>();
  private readonly days = new Set<number>();
  private readonly words = new Set<string>();

  constructor(plan: Plan) {
    for (const step of plan.steps) {
      if ('type' in step) this.noteType(step.type);
      if (step.kind === 'parameter') this.noteValue(step.value, step.type);
      if (step.kind === 'fact' && typeof step.absence === 'object') this.noteValue(step.absence.default, step.type);
      if (step.kind === 'fact' && step.derive) this.noteTree(step.derive);
      if (step.kind === 'term') {
        this.noteBody(step.body);
        this.noteRound(step.round, step.type);
        if (step.each) this.noteTree(step.each.list);
      }
      if (step.kind === 'rule') {
        this.noteCondition(step.condition);
        for (const tree of [...step.event.values.values(), ...(step.event.key ?? [])]) this.noteTree(tree);
      }
      if (step.kind === 'payment') for (const gate of [...step.notEntitled, ...step.held]) this.noteTree(gate.when);
      if (step.kind === 'carry') this.noteTree(step.next);
      if (step.kind === 'carryFact') this.note(unitOf(step.type), step.opening);
      if (step.kind === 'raters') for (const source of step.sources) for (const end of [source.low, source.high]) this.note('points', end);
    }
    for (const callable of plan.callables.values()) {
      if (callable.kind === 'table') this.noteTable(callable.table);
      if (callable.kind === 'function') {
        this.noteBody(callable.body);
        this.noteRound(callable.round, callable.type);
      }
      if (callable.kind === 'dated') {
        for (const version of callable.versions) {
          this.noteValue(version.value, callable.type);
          this.days.add(version.from);
        }
      }
    }
  }

  /** Constants that a number of this unit may be compared with. */
  of(unit: string): readonly Exact[] {
    return [...(this.numbers.get(unit)?.values() ?? [])];
  }

  get dates(): readonly number[] {
    return [...this.days];
  }

  get texts(): readonly string[] {
    return [...this.words];
  }

  private note(unit: string, value: Exact): void {
    const known = this.numbers.get(unit) ?? new Map<string, Exact>();
    this.numbers.set(unit, known.set(toText(value), value));
  }

  private noteType(type: Type): void {
    if (type.kind === 'list') this.noteType(type.of);
    else if (type.kind === 'record') for (const field of type.fields.values()) this.noteType(field);
    else if (type.kind === 'number') for (const bound of [type.min, type.max]) if (bound) this.note(type.unit.text, bound);
  }

  private noteValue(value: Result, type: Type): void {
    if (isExact(value)) this.note(unitOf(type), value);
    else if (isDate(value)) this.days.add(value.epochDay);
    else if (typeof value === 'string') this.words.add(value);
    else if (isList(value)) for (const member of value) this.noteValue(member, type.kind === 'list' ? type.of : type);
    else if (isRecord(value)) for (const [name, part] of value) this.noteValue(part, (type.kind === 'record' && type.fields.get(name)) || type);
  }

  private noteTree(tree: Tree): void {
    if (tree.op === 'constant') this.noteValue(tree.value, tree.type);
    for (const child of childrenOf(tree)) this.noteTree(child);
  }

  private noteBody(body: Body): void {
    if (body.form === 'formula') this.noteTree(body.tree);
    else if (body.form === 'choose') {
      for (const branch of body.branches) {
        if (branch.when) this.noteTree(branch.when);
        if ('op' in branch.then) this.noteTree(branch.then);
      }
    } else for (const part of body.parts) for (const tree of [part.value, part.weight]) this.noteTree(tree);
  }

  /** The step, half of it, and where the half lies on the second step. */
  private noteRound(round: RoundPlan | undefined, type: Type): void {
    if (!round) return;
    const half = divide(round.step, ratio(2n));
    for (const value of [ZERO, half, round.step, add(round.step, half)]) this.note(unitOf(type), value);
  }

  private noteCondition(condition: ConditionPlan): void {
    if (condition.kind === 'leaf') for (const tree of [condition.fact, condition.value]) this.noteTree(tree);
    else if (condition.kind === 'not') this.noteCondition(condition.condition);
    else condition.conditions.forEach((inner) => this.noteCondition(inner));
  }

  private noteTable(table: Table): void {
    const cells = [...table.rows.map((row) => row.when), ...table.gaps.map((gap) => gap.when)];
    table.inputs.forEach((column, at) => {
      this.noteType(column.type);
      for (const when of cells) this.noteCell(when[at]!, column.type);
    });
    table.outputs.forEach((column, at) => table.rows.forEach((row) => this.noteValue(row.gives[at]!, column.type)));
  }

  private noteCell(cell: Cell, type: Type): void {
    if (cell.kind === 'words' || cell.kind === 'except') for (const word of cell.words) this.words.add(word);
    if (cell.kind !== 'intervals') return;
    for (const end of cell.intervals.flatMap(({ low, high }) => [low, high])) {
      if (!end) continue;
      if (type.kind === 'date') this.days.add(Number(end.n * end.s));
      else this.note(unitOf(type), end);
    }
  }
}

const unitOf = (type: Type): string => (type.kind === 'number' ? type.unit.text : type.kind === 'list' ? unitOf(type.of) : 'ratio');
