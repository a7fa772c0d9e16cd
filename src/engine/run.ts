/**
 * One run of a plan: the values so far, and what the node at work has read and called.
 * In: a plan. Out: {@link Run}, the environment in which its trees are evaluated; the notes it gives are frozen.
 */
import { evaluate } from '../formula/evaluate-formula.ts';
import type { Environment } from '../formula/scope.ts';
import type { Tree } from '../formula/tree.ts';
import { lookup } from '../table/lookup.ts';
import type { Callable, DatedCallable, FunctionCallable, Origin, Plan, TableCallable } from '../ruleset/plan.ts';
import { Fault, type Result, isDate, isFault, isNoValue, unknown } from '../values/result.ts';
import { evaluateBody } from './evaluate-body.ts';
import { roundResult } from './round-result.ts';
import type { AppliedCall } from './trace.ts';

const MAX_CALL_DEPTH = 50;

/** What a node has read and called: keys, each once, in the order of reading. */
interface Notes {
  readonly inputs: readonly string[];
  readonly calls: readonly AppliedCall[];
}

const NO_INPUTS: readonly string[] = Object.freeze([]);
const NO_CALLS: readonly AppliedCall[] = Object.freeze([]);
/** The notes of a node that is evaluated without reading anything. */
export const NO_NOTES: Notes = Object.freeze({ inputs: NO_INPUTS, calls: NO_CALLS });

export class Run implements Environment {
  readonly values = new Map<string, Result>();
  private inputs: string[] = [];
  private calls: AppliedCall[] = [];
  private depth = 0;

  constructor(readonly plan: Plan) {}

  read(key: string): Result {
    if (!this.inputs.includes(key)) this.inputs.push(key);
    return this.values.get(key) ?? this.plan.calendars.get(key) ?? new Fault('engine/not-evaluated', `"${key}" was read before it was evaluated.`);
  }

  apply(key: string, args: readonly Result[]): Result {
    const callable = this.plan.callables.get(key);
    if (!callable) return new Fault('engine/not-evaluated', `"${key}" is not in the plan.`);
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

  /** Keeps the result of a node, and takes the notes of what it has read and called. */
  settle(key: string, result: Result): Notes & { readonly result: Result } {
    this.values.set(key, result);
    const { inputs, calls } = this;
    if (inputs.length > 0) this.inputs = [];
    if (calls.length > 0) this.calls = [];
    return { result, inputs: inputs.length > 0 ? Object.freeze(inputs) : NO_INPUTS, calls: calls.length > 0 ? Object.freeze(calls) : NO_CALLS };
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
    const { id, table } = callable;
    if (found instanceof Fault) return this.note(callable, callable.origin, args, new Fault(found.code, `${id}: ${found.message}`));
    if ('gap' in found) return this.note(callable, callable.origin, args, unknown(id));
    const single = found.outputs.length === 1;
    const result: Result = single ? found.outputs[0]! : new Map(table.outputs.map((column, index) => [column.name, found.outputs[index]!]));
    if (!found.row) return this.note(callable, callable.origin, args, result, found.otherwise ? { otherwise: true } : undefined);
    const { index, text } = found.row;
    const own = callable.rowOrigins.get(index);
    return this.note(callable, callable.origin, args, result, { row: Object.freeze(own ? { index, text, ...own } : { index, text }) });
  }

  /** Notes a call and gives its result back. */
  private note({ key, id, kind }: Callable, origin: Origin, args: readonly Result[], result: Result, more?: Partial<AppliedCall>): Result {
    const call: AppliedCall = { key, id, kind, args: Object.freeze(args), result, origin };
    this.calls.push(Object.freeze(more ? Object.assign(call, more) : call));
    return result;
  }

  private applyFunction(callable: FunctionCallable, args: readonly Result[]): Result {
    const locals = new Map<string, Result>();
    for (let at = 0; at < args.length; at++) locals.set(callable.parameters[at]!.name, args[at]!);
    const { result: exact } = evaluateBody(callable.body, this, locals);
    const rounded = callable.round && roundResult(exact, callable.round);
    return this.note(callable, callable.origin, args, rounded?.result ?? exact, rounded?.rounding && { rounding: rounded.rounding });
  }

  private applyDated(callable: DatedCallable, args: readonly Result[]): Result {
    const [date] = args;
    if (date === undefined || !isDate(date))
      return isFault(date ?? false) || (date !== undefined && isNoValue(date)) ? date! : new Fault('value/kind', `"${callable.id}" is asked for a date.`);
    const version = [...callable.versions].reverse().find((each) => each.from <= date.epochDay && (each.to === undefined || each.to >= date.epochDay));
    if (!version) return new Fault('version/not-in-force', `"${callable.id}" has no version in force on ${date}.`);
    return this.note(callable, version.origin, args, version.value);
  }
}
