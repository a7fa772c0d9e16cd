/**
 * Small rulesets for tests of the engine, as plain data.
 * In: what a test wants different. Out: {@link RulesetData} and appraisals.
 */
import type { AppraisalInput } from '../model/appraisal.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { type DatesInput, type Ruleset, resolveRuleset } from '../ruleset/resolve.ts';

const title = { id: 'Judul', en: 'Title' };
export const law = { from: '2024-01-01', cite: 'law#art-1', standing: 'confirmed' } as const;

export function sample(sections: Partial<RulesetData>): RulesetData {
  return {
    manifest: { id: 'sample', title, issuer: 'Test', version: '1', from: '2024-01-01', ...(sections.manifest ?? {}) },
    sources: { law: { kind: 'pp', title: 'A law', effective: { from: '2024-01-01' } }, ...sections.sources },
    ...Object.fromEntries(Object.entries(sections).filter(([key]) => key !== 'manifest' && key !== 'sources')),
  };
}

export const JUNE: DatesInput = { assessed: '2024-06', paid: '2024-06' };

export const resolveSample = (sections: Partial<RulesetData>, dates: DatesInput = JUNE): Ruleset => resolveRuleset(sample(sections), dates);

export const appraisal = (more: Partial<AppraisalInput> = {}): AppraisalInput => ({
  employee: { id: '1', status: 'pns' },
  assessed: '2024-06',
  paid: { period: '2024-06', kind: 'regular' },
  ...more,
});
