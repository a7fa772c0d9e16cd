/**
 * Modules made ahead of time, as back ends under attack.
 * In: a ruleset. Out: its module, imported where no package can be found (from a `data:` address), and a back end that counts what it declines.
 */
import { bundleRuntime } from '../../../scripts/bundle-runtime.mjs';
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { Attack, disagreementText } from '../differential/attack.fixture.ts';
import { type BackEnd, STAND_IN, type Subject } from '../differential/back-end.fixture.ts';
import { functionOf } from '../generated.ts';
import { newIngested } from '../head.ts';
import type { Ingest } from '../ingest/closure-ingest.ts';
import { ingestPlan } from '../ingest/plan-ingest.ts';
import { ingestText } from '../ingest/ingest-text.ts';
import { lowerPlan } from '../lower-plan.ts';
import { moduleText } from './module-text.ts';

/** What a module exports. */
export interface Made {
  readonly evaluate: (appraisal: unknown) => object;
  readonly createEvaluator: (options?: { readonly otherwise?: (appraisal: never) => object }) => (appraisal: unknown) => object;
  readonly AppraisalDeclined: new (...args: never) => Error;
  readonly ruleset: Readonly<Record<string, unknown>>;
}

const RUNTIME = await bundleRuntime();

export const textFor = (ruleset: Ruleset): string => moduleText(ruleset, RUNTIME);

/** Packages cannot be imported from a `data:` address: what is not in the text is not there. */
export async function imported(text: string): Promise<Made> {
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Made;
}

export interface Attacked {
  /** The first differences, as text. */
  readonly differences: readonly string[];
  /** How many records the module answered itself. */
  readonly answered: number;
  readonly declined: readonly AppraisalInput[];
}

/** All records, by the exact evaluator and by a module of the ruleset. */
export async function attacked(subject: Subject, records: readonly AppraisalInput[]): Promise<Attacked> {
  const { backEnd, declined } = await aheadOfTime(subject);
  const attack = new Attack([backEnd]);
  attack.on(subject, records);
  const differences = attack.tally.differences.get(backEnd.name)!.slice(0, 3).map(disagreementText);
  return { differences, answered: records.length - declined.length, declined };
}

/** Declined records go to the exact engine; to decline what the library's own reader of the same plan takes is a crash. */
async function aheadOfTime(subject: Subject): Promise<{ readonly backEnd: BackEnd; readonly declined: readonly AppraisalInput[] }> {
  const { createEvaluator } = await imported(textFor(subject.ruleset));
  const library = libraryReads(subject.ruleset);
  const byLibrary = STAND_IN.build(subject);
  const declined: AppraisalInput[] = [];
  const otherwise = (appraisal: AppraisalInput): object => {
    if (library(appraisal)) throw new TypeError('The module declines what the library reads.');
    declined.push(appraisal);
    return byLibrary(appraisal);
  };
  return { backEnd: { name: 'ahead of time', build: () => createEvaluator({ otherwise }) }, declined };
}

function libraryReads(ruleset: Ruleset): (appraisal: AppraisalInput) => boolean {
  const { facts } = lowerPlan(ruleset);
  const constants: unknown[] = [];
  const text = ingestText(ingestPlan(ruleset, facts), constants);
  const ingest = (functionOf(text) as (constants: readonly unknown[]) => Ingest)(constants);
  const places = new Array(facts.length).fill(undefined);
  return (appraisal) => ingest(appraisal, places, newIngested());
}
