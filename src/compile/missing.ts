/**
 * Missing values in compiled code: none, unknown and fault, told apart as everywhere.
 * In: lowered values. Out: what stands in their place. Faults carry their code alone; their sentence is the exact evaluator's to say.
 */
import { type Exact, isExact, toText } from '../values/exact.ts';
import { Fault, None, Unknown, unknown } from '../values/result.ts';

export const NONE_MET = new Fault('value/none', '');
export const BY_ZERO = new Fault('formula/division-by-zero', '');
export const EMPTY = new Fault('formula/empty-list', '');
export const NO_MEMBER = new Fault('formula/index', '');

export const isMissing = (value: unknown): value is None | Unknown | Fault => value instanceof Unknown || value instanceof None || value instanceof Fault;

/** The first fault, else one unknown of all facts. */
export function worstOf(values: readonly unknown[]): Fault | Unknown | undefined {
  let open: Unknown | undefined;
  for (const value of values) {
    if (value instanceof Fault) return value;
    if (value instanceof Unknown) open = open ? unknown(...open.facts, ...value.facts) : value;
  }
  return open;
}

/** What an operation gives of whose operands at least one is missing. */
export const missingOf = (...values: readonly unknown[]): Fault | Unknown => worstOf(values) ?? NONE_MET;

type Truth = boolean | Unknown | Fault;

/** One more operand of `and` or `or`; `decisive` decides whatever the others are. */
export function joinTruths<T>(decisive: boolean, a: T, b: T): T | Truth {
  if (b === (decisive as unknown)) return decisive;
  if (a === (!decisive as unknown)) return b;
  if (b === (!decisive as unknown)) return a;
  return worstOf([a, b])!;
}

/** A code as text, as events print it. */
export function plainWord(value: unknown): string | undefined {
  if (isExact(value)) return toText(value as Exact);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : undefined;
}
