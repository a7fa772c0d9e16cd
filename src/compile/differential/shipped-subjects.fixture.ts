/**
 * The shipped rulesets and the example shapes as subjects, each at every pair of periods that its cases ask for, with the appraisals of those cases.
 * In: the folders `rulesets` and `examples/shapes`. Out: {@link CaseSubject}s.
 */
import { join, dirname } from 'node:path';
import { prepareCase } from '../../cases/prepare-case.ts';
import { RulesetCache } from '../../cases/run-cases.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { findRulesets, openRuleset, shippedFolder } from '../../node/ruleset-folder.ts';
import { RulesetError } from '../../ruleset/diagnostic.ts';
import type { Subject } from './back-end.fixture.ts';

/** A subject with the appraisals of its cases. */
export interface CaseSubject extends Subject {
  readonly appraisals: readonly AppraisalInput[];
}

/** The ids of the shipped rulesets' folders and of the shapes, as paths. */
export function shippedPaths(): readonly string[] {
  const folder = shippedFolder();
  return [...findRulesets(folder), ...findRulesets(join(dirname(folder), 'examples', 'shapes'))];
}

export function caseSubjects(path: string): readonly CaseSubject[] {
  const folder = openRuleset(path);
  const cache = new RulesetCache(folder.data);
  const subjects = new Map<Subject['ruleset'], { subject: Subject; appraisals: AppraisalInput[] }>();
  for (const { data } of folder.cases) {
    const prepared = prepareCase(data, folder.people, cache.ownFacts);
    if ('finding' in prepared) continue;
    const ruleset = rulesetFor(cache, prepared.appraisal);
    if (!ruleset) continue;
    const { dates } = ruleset;
    const found = subjects.get(ruleset) ?? {
      subject: { name: `${folder.id} at ${dates.assessed.to}${dates.paid ? `, paid ${dates.paid.to}` : ''}`, data: folder.data, dates, ruleset },
      appraisals: [],
    };
    subjects.set(ruleset, found);
    found.appraisals.push(prepared.appraisal);
  }
  return [...subjects.values()].map(({ subject, appraisals }) => ({ ...subject, appraisals }));
}

function rulesetFor(cache: RulesetCache, appraisal: AppraisalInput): Subject['ruleset'] | undefined {
  try {
    return cache.for(appraisal);
  } catch (error) {
    if (error instanceof RulesetError) return undefined;
    throw error;
  }
}
