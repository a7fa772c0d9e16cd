/**
 * Carried integers as exact ratios.
 * In: an integer, its places. Out: the exact value.
 */
import { type Exact, ratio } from '../values/exact.ts';

const POWERS: readonly bigint[] = Array.from({ length: 64 }, (_, places) => 10n ** BigInt(places));

export const exactOf = (carried: number, places: number): Exact => ratio(BigInt(carried), POWERS[places]!);
