/**
 * Modules made ahead of time, as back ends under attack.
 * In: a ruleset. Out: its module, imported where no package can be found (from a `data:` address), and a back end that counts what it declines.
 */
import { bundleRuntime } from '../../../scripts/bundle-runtime.mjs';
import { appraise } from '../../engine/appraise.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { type BackEnd, STAND_IN, type Subject } from '../differential/back-end.fixture.ts';
import { functionOf } from '../generated.ts';
import { newIngested } from '../head.ts';
import type { Ingest } from '../ingest/closure-ingest.ts';
import { ingestPlan } from '../ingest/ingest-plan.ts';
import { ingestText } from '../ingest/ingest-text.ts';
import { lowerPlan } from '../lower-plan.ts';
import { moduleText } from './module-text.ts';

export interface Made {
  readonly evaluate: (appraisal: unknown) => object;
  readonly createEvaluator: (options?: { readonly otherwise?: (appraisal: never) => object }) => (appraisal: unknown) => object;
  readonly AppraisalDeclined: new (...args: never) => Error;
  readonly ruleset: Readonly<Record<string, unknown>>;
}

export const RUNTIME = await bundleRuntime();

export const textFor = (ruleset: Ruleset): string => moduleText(ruleset, RUNTIME);

/** Packages cannot be imported from a `data:` address: what is not in the text is not there. */
export async function imported(text: string): Promise<Made> {
  return (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Made;
}

/** Declined records go to the exact engine; what the module declines and the library's own reader of the same plan takes is a crash. */
export async function aheadOfTime(subject: Subject): Promise<BackEnd & { taken: number; declined: number }> {
  const { createEvaluator } = await imported(textFor(subject.ruleset));
  const library = libraryReads(subject.ruleset);
  const byLibrary = STAND_IN.build(subject);
  const backEnd = {
    name: 'ahead of time',
    taken: 0,
    declined: 0,
    build: () => {
      const evaluate = createEvaluator({
        otherwise: (appraisal: AppraisalInput) => {
          if (library(appraisal)) throw new TypeError('The module declines what the library reads.');
          backEnd.declined++;
          return byLibrary(appraisal);
        },
      });
      return (appraisal: AppraisalInput): object => {
        backEnd.taken++;
        return evaluate(appraisal);
      };
    },
  };
  return backEnd;
}

function libraryReads(ruleset: Ruleset): (appraisal: AppraisalInput) => boolean {
  const { facts } = lowerPlan(ruleset);
  const constants: unknown[] = [];
  const text = ingestText(ingestPlan(ruleset, facts), constants);
  const ingest = (functionOf(text) as (constants: readonly unknown[]) => Ingest)(constants);
  const places = new Array(facts.length).fill(undefined);
  return (appraisal) => ingest(appraisal, places, newIngested());
}

export const exactJson = (ruleset: Ruleset, appraisal: AppraisalInput): unknown => JSON.parse(JSON.stringify(appraise(ruleset, appraisal)));
