/**
 * What there is to reach in a ruleset over all its dates, and what its cases miss.
 * In: the rulesets resolved for each interval of law, and a {@link Coverage}. Out: {@link CoverageReport}.
 */
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Coverage, type CoverageItem, type CoverageKind, coverageItems } from './coverage.ts';

export interface CoverageReport {
  readonly total: number;
  readonly reached: number;
  readonly byKind: Readonly<Record<CoverageKind, { readonly total: number; readonly reached: number }>>;
  readonly missing: readonly CoverageItem[];
}

/** @param own the ruleset whose text is asked about: a region answers for its own nodes and versions, not for the nation's. */
export function reportCoverage(rulesets: Iterable<Ruleset>, coverage: Coverage, own: string): CoverageReport {
  const items = new Map<string, CoverageItem>();
  for (const ruleset of rulesets) for (const item of coverageItems(ruleset)) if (item.ruleset === own) items.set(item.key, item);
  const byKind = { rule: { total: 0, reached: 0 }, row: { total: 0, reached: 0 }, branch: { total: 0, reached: 0 }, edge: { total: 0, reached: 0 } };
  const missing: CoverageItem[] = [];
  for (const item of items.values()) {
    byKind[item.kind].total++;
    if (coverage.has(item)) byKind[item.kind].reached++;
    else missing.push(item);
  }
  return { total: items.size, reached: items.size - missing.length, byKind, missing };
}
