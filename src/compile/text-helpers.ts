/**
 * What generated code calls for what does not read well as an expression.
 * In: lowered values. Out: lowered values.
 */
import type { Exact } from '../values/exact.ts';
import { Fault, NONE, Unknown } from '../values/result.ts';
import { findPiece } from './find-piece.ts';
import type { Quotient } from './gather.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';
import { isMissing, plainWord, worstOf } from './missing.ts';

export const presence = (value: Lowered): Lowered => (value instanceof Unknown || value instanceof Fault ? value : value !== NONE);

/** What keeps a rule that holds from firing; true when nothing does. */
export const settledBy = (values: readonly Lowered[]): Lowered => worstOf(values) ?? true;

/** The list, or the worst of its members. */
export const openOf = (list: readonly Lowered[]): Lowered => (list.some(isMissing) ? (worstOf(list) ?? NONE) : list);

export const memberAt = (list: readonly Lowered[], at: number, otherwise: Fault): Lowered => list.at(at) ?? otherwise;

export const rankIn = (order: readonly string[], word: string): number => order.indexOf(word);

export function firedList(rules: readonly (readonly [settled: Lowered, code: Lowered, id: string])[]): Lowered {
  const open = worstOf(rules.map(([settled]) => settled));
  if (open) return open;
  return rules.flatMap(([settled, code, id]): readonly LoweredRecord[] => (settled === true ? [{ f0: id, f1: plainWord(code) ?? id }] : []));
}

export function pieceExact(cuts: readonly Exact[], value: Exact): number {
  const at = cuts.findIndex((cut) => value.compare(cut) <= 0);
  return at < 0 ? 2 * cuts.length : 2 * at + (value.equals(cuts[at]!) ? 1 : 0);
}

/** The piece of a number that is off by at most `reach`; -1 when that does not tell. `surely`: nearer than unequal values can be means on the cut. */
export function pieceNear(cuts: Float64Array, value: number, reach: number, surely: boolean): number {
  const low = findPiece(cuts, value - reach);
  if (low % 2 === 0 && low === findPiece(cuts, value + reach)) return low;
  return surely ? low | 1 : -1;
}

/** The score of a criterion as a carried number; none where nobody gave one. */
export const quotientOf = (found: Quotient | undefined): Lowered => (found === undefined ? NONE : found.n / found.d);
