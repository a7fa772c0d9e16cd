/**
 * One run of a plan: the values so far, and a log of what has been read and called on the way.
 * In: a plan. Out: {@link Run}, the environment in which its trees are evaluated, and {@link linkOf}, how they reach it.
 * The log is what a trace is written from: slots in the order of reading, calls in the order of calling, with marks where each step ended.
 */
import { evaluate } from '../formula/evaluate-formula.ts';
import type { Frame, Link } from '../formula/prepare-tree.ts';
import type { Environment } from '../formula/scope.ts';
import type { Tree } from '../formula/tree.ts';
import { lookup } from '../table/lookup.ts';
import type { Row } from '../table/table.ts';
import type { Callable, DatedCallable, FunctionCallable, Origin, Plan, TableCallable } from '../ruleset/plan.ts';
import { Fault, type Result, isDate, isFault, isNoValue, unknown } from '../values/result.ts';
import { type PreparedBody, prepareBody } from './evaluate-body.ts';
import { type PlanShape, shapeOf } from './plan-shape.ts';
import { roundResult } from './round-result.ts';
import type { Rounding } from './trace.ts';

const MAX_CALL_DEPTH = 50;

/** A call as it is logged: what the entry of the trace is written from. */
export interface CallNote {
  readonly callable: Callable;
  readonly origin: Origin;
  readonly args: readonly Result[];
  readonly result: Result;
  readonly row: Row | undefined;
  readonly otherwise: boolean;
  readonly rounding: Rounding | undefined;
}

/** Where the log of a step ends, and what only that step has to tell. */
export interface StepNote {
  readonly reads: number;
  readonly calls: number;
  readonly detail: unknown;
}

/** The values of a run by key. A key that the plan does not have is not kept. */
export class RunValues {
  constructor(
    private readonly shape: PlanShape,
    private readonly slots: (Result | undefined)[],
  ) {}

  get(key: string): Result | undefined {
    const slot = this.shape.slots.get(key);
    return slot === undefined ? undefined : this.slots[slot];
  }

  set(key: string, result: Result): void {
    const slot = this.shape.slots.get(key);
    if (slot !== undefined) this.slots[slot] = result;
  }
}

export class Run implements Environment {
  readonly shape: PlanShape;
  /** By the slots of the plan's shape. */
  readonly slots: (Result | undefined)[];
  /** Slots, and keys that have none. */
  readonly reads: (number | string)[] = [];
  readonly calls: CallNote[] = [];
  /** One for each step that was evaluated, in the order of the plan; parameters leave none. */
  readonly notes: StepNote[] = [];
  private depth = 0;

  constructor(readonly plan: Plan) {
    this.shape = shapeOf(plan);
    this.slots = this.shape.initial.slice();
  }

  get values(): RunValues {
    return new RunValues(this.shape, this.slots);
  }

  readSlot(slot: number): Result {
    this.reads.push(slot);
    return this.slots[slot] ?? notEvaluated(this.shape.keys[slot]!);
  }

  read(key: string): Result {
    const slot = this.shape.slots.get(key);
    if (slot !== undefined) return this.readSlot(slot);
    this.reads.push(key);
    return notEvaluated(key);
  }

  apply(key: string, args: readonly Result[]): Result {
    const callable = this.plan.callables.get(key);
    return callable ? this.call(callable, args) : new Fault('engine/not-evaluated', `"${key}" is not in the plan.`);
  }

  call(callable: Callable, args: readonly Result[]): Result {
    if (this.depth >= MAX_CALL_DEPTH) return new Fault('engine/too-deep', `"${callable.id}" calls more than ${MAX_CALL_DEPTH} functions inside one another.`);
    this.depth++;
    try {
      return this.applyCallable(callable, args);
    } finally {
      this.depth--;
    }
  }

  evaluate(tree: Tree, locals?: ReadonlyMap<string, Result>): Result {
    return evaluate(tree, this, locals);
  }

  /** Keeps the result of a step, and marks its end in the log. */
  settle(slot: number, result: Result, detail: unknown): void {
    this.slots[slot] = result;
    this.notes.push({ reads: this.reads.length, calls: this.calls.length, detail });
  }

  private applyCallable(callable: Callable, args: readonly Result[]): Result {
    switch (callable.kind) {
      case 'table':
        return this.applyTable(callable, args);
      case 'function':
        return this.applyFunction(callable, args);
      case 'dated':
        return this.applyDated(callable, args);
    }
  }

  private applyTable(callable: TableCallable, args: readonly Result[]): Result {
    const found = lookup(callable.lookup, args);
    const { id, origin, table } = callable;
    if (found instanceof Fault) return this.logged(callable, origin, args, new Fault(found.code, `${id}: ${found.message}`));
    if ('gap' in found) return this.logged(callable, origin, args, unknown(id));
    const single = found.outputs.length === 1;
    const result: Result = single ? found.outputs[0]! : new Map(table.outputs.map((column, index) => [column.name, found.outputs[index]!]));
    return this.logged(callable, origin, args, result, found.row, found.row === undefined && found.otherwise);
  }

  /** Logs a call and gives its result back. */
  private logged(callable: Callable, origin: Origin, args: readonly Result[], result: Result, row?: Row, otherwise = false, rounding?: Rounding): Result {
    this.calls.push({ callable, origin, args, result, row, otherwise, rounding });
    return result;
  }

  private applyFunction(callable: FunctionCallable, args: readonly Result[]): Result {
    let frame: Frame | undefined;
    for (let at = 0; at < args.length; at++) frame = { name: callable.parameters[at]!.name, value: args[at]!, outer: frame };
    const { result: exact } = bodyOf(callable, this.plan)(this, frame);
    if (!callable.round) return this.logged(callable, callable.origin, args, exact);
    const { result, rounding } = roundResult(exact, callable.round);
    return this.logged(callable, callable.origin, args, result, undefined, false, rounding);
  }

  private applyDated(callable: DatedCallable, args: readonly Result[]): Result {
    const [date] = args;
    if (date === undefined || !isDate(date))
      return isFault(date ?? false) || (date !== undefined && isNoValue(date)) ? date! : new Fault('value/kind', `"${callable.id}" is asked for a date.`);
    const version = [...callable.versions].reverse().find((each) => each.from <= date.epochDay && (each.to === undefined || each.to >= date.epochDay));
    if (!version) return new Fault('version/not-in-force', `"${callable.id}" has no version in force on ${date}.`);
    return this.logged(callable, version.origin, args, version.value);
  }
}

const notEvaluated = (key: string): Fault => new Fault('engine/not-evaluated', `"${key}" was read before it was evaluated.`);

/** How the trees of a plan read and call: each place finds its slot or its table once. */
export function linkOf(plan: Plan): Link<Run> {
  const { slots } = shapeOf(plan);
  return {
    read(id) {
      const slot = slots.get(id);
      return slot === undefined ? (run) => run.read(id) : (run) => run.readSlot(slot);
    },
    apply(id) {
      const callable = plan.callables.get(id);
      return callable === undefined ? (run, args) => run.apply(id, args) : (run, args) => run.call(callable, args);
    },
  };
}

const BODIES = new WeakMap<Plan, Map<FunctionCallable, PreparedBody<Run>>>();

function bodyOf(callable: FunctionCallable, plan: Plan): PreparedBody<Run> {
  let bodies = BODIES.get(plan);
  if (!bodies) BODIES.set(plan, (bodies = new Map()));
  let body = bodies.get(callable);
  if (!body) bodies.set(callable, (body = prepareBody(callable.body, linkOf(plan))));
  return body;
}
