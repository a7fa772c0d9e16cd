/**
 * A formula used by itself, without a ruleset.
 * In: the text of a formula and plain facts. Out: its result: a value, none, unknown or fault.
 */
import { type Result, unknown } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { type TypeExpression, isFinding, readType } from '../values/type-expression.ts';
import { compileFormula } from './compile-formula.ts';
import { evaluate } from './evaluate-formula.ts';
import { FormulaError } from './formula-error.ts';
import { FactRefused, asType, typeOf, valueOf } from './infer-facts.ts';
import type { Declared, Scope } from './scope.ts';

export interface UseOptions {
  /** Types of facts, by name, where the data do not show them: of an empty list, of a number with a unit, of a fact that may be missing (then it is unknown). */
  readonly types?: Readonly<Record<string, TypeExpression>> | undefined;
}

/**
 * Evaluates a formula over plain facts. Numbers are plain (no unit) unless `options.types` says otherwise.
 * @throws FormulaError for a text that does not parse or check, and for facts that are no values; its `findings` have line and column.
 * @example evaluateFormula('sum(lates.minutes) / 60', { lates: [{ minutes: 10 }, { minutes: 35 }] }) // 3/4
 */
export function evaluateFormula(text: string, facts: Readonly<Record<string, unknown>>, options: UseOptions = {}): Result {
  const values = new Map<string, Result>();
  const types = new Map<string, Type>();
  readDeclared(text, options, types);
  readFacts(text, facts, values, types);
  const compiled = compileFormula(text, scopeOf(types));
  if ('findings' in compiled) throw new FormulaError(text, compiled.findings);
  return evaluate(compiled.tree, { read: (id) => values.get(id) ?? unknown(id), apply: (id) => unknown(id) });
}

function readDeclared(text: string, options: UseOptions, types: Map<string, Type>): void {
  for (const [name, written] of Object.entries(options.types ?? {})) {
    const type = readType(written, new Map());
    if (isFinding(type)) throw new FormulaError(text, [{ ...type, message: `The type of ${name}: ${type.message}` }]);
    types.set(name, type);
  }
}

function readFacts(text: string, facts: Readonly<Record<string, unknown>>, values: Map<string, Result>, types: Map<string, Type>): void {
  try {
    for (const [name, data] of Object.entries(facts)) {
      const value = valueOf(data, name);
      const type = types.get(name) ?? typeOf(value, name);
      types.set(name, type);
      values.set(name, asType(value, type, name));
    }
  } catch (error) {
    if (error instanceof FactRefused) throw new FormulaError(text, [error.finding]);
    throw error;
  }
}

const scopeOf = (types: ReadonlyMap<string, Type>): Scope => ({
  lookup(id): Declared | undefined {
    const type = types.get(id);
    return type && { kind: 'value', id, type };
  },
  ids: () => types.keys(),
});
