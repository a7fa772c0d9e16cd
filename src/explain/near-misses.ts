/**
 * What was nearly reached: rules of which one condition failed by little, and table rows whose edge was close.
 * In: a trace with its ruleset. Out: {@link NearTold}s, the nearest first; each moves one quantity and leaves all else as it is.
 */
import type { Trace } from '../engine/trace.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { compare } from '../values/exact.ts';
import type { Derivation } from './derivation.ts';
import type { NearTold } from './explanation-shape.ts';
import { rowsNearlyReached } from './near-rows.ts';
import { rulesNearlyApplied } from './near-rules.ts';

export function nearMisses(ruleset: Ruleset, trace: Trace, derivation: Derivation, roots: readonly string[]): readonly NearTold[] {
  const found = [...rulesNearlyApplied(ruleset, trace, derivation), ...rowsNearlyReached(ruleset, trace, derivation, roots)];
  const told = new Set<string>();
  return found
    .sort((a, b) => compare(a.rank, b.rank))
    .filter(({ near }) => {
      const key = JSON.stringify([near.what, near.at, near.direction, near.becomes]);
      return told.has(key) ? false : told.add(key);
    })
    .map(({ near }) => near);
}
