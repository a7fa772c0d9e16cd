/**
 * The facts of an appraisal as compiled code reads them, by way of the exact loading: the path for whatever the fast reader does not take.
 * In: a ruleset, its program, an appraisal as read. Out: lowered facts; undefined where the exact evaluator has to answer, or to refuse.
 */
import { checkFit } from '../engine/check-fit.ts';
import { loadFacts, settleCarry } from '../engine/load-facts.ts';
import type { Appraisal } from '../model/appraisal.ts';
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { factReader } from '../model/facts-of.ts';
import type { InputIssue } from '../model/input-error.ts';
import type { CarryFactStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { isWithinReach } from './effect-reach.ts';
import { type Lowered, lower, shapeOf } from './lowered.ts';
import type { Program } from './program.ts';

export function loadLowered(ruleset: Ruleset, program: Program, appraisal: Appraisal): Lowered[] | undefined {
  if (!isWithinReach(ruleset.plan, appraisal)) return undefined;
  const issues: InputIssue[] = [...checkFit(ruleset, appraisal)];
  const { given } = loadFacts(ruleset.plan, appraisal, issues);
  for (const id of program.derived) if (given.has(id)) return undefined;
  const factOf = factReader(appraisal);
  const facts: Lowered[] = [];
  for (const { kind, step, id, type, absent } of program.facts) {
    if (kind === 'carryFact') {
      facts.push(settleCarry(step as CarryFactStep, appraisal, issues).result as Lowered);
      continue;
    }
    const fact = step ? undefined : FACT_CATALOGUE.get(id);
    // What no step of the plan reads, such as the ratings behind a scheme, is read from the model.
    const value = fact ? factOf(fact) : given.get(id);
    if (value === undefined && absent === 'required') return undefined;
    facts.push(value === undefined ? (absent as Lowered) : lower(value, shapeOf(type)));
  }
  return issues.length > 0 ? undefined : facts;
}
