/**
 * One run of a plan: the values so far, and what the node at work has read and called.
 * In: a plan. Out: {@link Run}, the environment in which its trees are evaluated.
 */
import { evaluate } from '../formula/evaluate-formula.ts';
import type { Environment } from '../formula/scope.ts';
import type { Tree } from '../formula/tree.ts';
import { lookup } from '../table/lookup.ts';
import type { Callable, DatedCallable, FunctionCallable, Plan, TableCallable } from '../ruleset/plan.ts';
import { Fault, type Result, isDate, isFault, isNoValue, unknown } from '../values/result.ts';
import { evaluateBody } from './evaluate-body.ts';
import { roundResult } from './round-result.ts';
import type { AppliedCall, Rounding } from './trace.ts';

const MAX_CALL_DEPTH = 50;

export class Run implements Environment {
  readonly values = new Map<string, Result>();
  private inputs = new Set<string>();
  private calls: AppliedCall[] = [];
  private depth = 0;

  constructor(readonly plan: Plan) {}

  read(key: string): Result {
    this.inputs.add(key);
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

  /** What was read and called since the last time it was asked. */
  takeNotes(): { readonly inputs: readonly string[]; readonly calls: readonly AppliedCall[] } {
    const notes = { inputs: [...this.inputs], calls: this.calls };
    this.inputs = new Set();
    this.calls = [];
    return notes;
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
    const { key, id, origin, table } = callable;
    const note = (result: Result, more: Partial<AppliedCall> = {}): Result => {
      this.calls.push({ key, id, kind: 'table', args, result, origin, ...more });
      return result;
    };
    if (found instanceof Fault) return note(new Fault(found.code, `${id}: ${found.message}`));
    if ('gap' in found) return note(unknown(id));
    const single = found.outputs.length === 1;
    const result: Result = single ? found.outputs[0]! : new Map(table.outputs.map((column, index) => [column.name, found.outputs[index]!]));
    if (!found.row) return note(result, found.otherwise ? { otherwise: true } : {});
    const own = callable.rowOrigins.get(found.row.index);
    return note(result, { row: { index: found.row.index, text: found.row.text, ...own } });
  }

  private applyFunction(callable: FunctionCallable, args: readonly Result[]): Result {
    const locals = new Map(callable.parameters.map((parameter, index) => [parameter.name, args[index]!]));
    const { result: exact } = evaluateBody(callable.body, this, locals);
    const rounded = callable.round ? roundResult(exact, callable.round) : { result: exact };
    const rounding: Rounding | undefined = rounded.rounding;
    this.calls.push({
      key: callable.key,
      id: callable.id,
      kind: 'function',
      args,
      result: rounded.result,
      origin: callable.origin,
      ...(rounding && { rounding }),
    });
    return rounded.result;
  }

  private applyDated(callable: DatedCallable, args: readonly Result[]): Result {
    const [date] = args;
    if (date === undefined || !isDate(date))
      return isFault(date ?? false) || (date !== undefined && isNoValue(date)) ? date! : new Fault('value/kind', `"${callable.id}" is asked for a date.`);
    const version = [...callable.versions].reverse().find((each) => each.from <= date.epochDay && (each.to === undefined || each.to >= date.epochDay));
    if (!version) return new Fault('version/not-in-force', `"${callable.id}" has no version in force on ${date}.`);
    this.calls.push({ key: callable.key, id: callable.id, kind: 'dated', args, result: version.value, origin: version.origin });
    return version.value;
  }
}
