/**
 * Puts the facts of an appraisal into a run: catalogue facts from the model, the ruleset's own by their types, carries by their resets.
 * In: a plan, an appraisal. Out: results and sources by key; what may not be absent, and what does not fit, is an input issue.
 */
import { type Appraisal } from '../model/appraisal.ts';
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { factReader } from '../model/facts-of.ts';
import { type InputIssue, inputIssue } from '../model/input-error.ts';
import type { CarryFactStep, FactStep, Plan } from '../ruleset/plan.ts';
import { addDays } from '../values/calendar-date.ts';
import { isExact, toText } from '../values/exact.ts';
import { periodAround, samePeriod } from '../values/period.ts';
import { readDatum } from '../values/read-datum.ts';
import { NONE, type Result, isDate, isList, isNoValue, isRecord, unknown } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import type { Run } from './run.ts';
import type { FactSource } from './trace.ts';

/** The facts that an appraisal gives. Those of the catalogue are read from it when they are asked for. */
export type GivenFacts = Pick<ReadonlyMap<string, Result>, 'get' | 'has'>;

/** Loads every fact that an appraisal gives; derived ones are evaluated in their turn. */
export function loadFacts(plan: Plan, appraisal: Appraisal, issues: InputIssue[]): { readonly given: GivenFacts } {
  const own = new Map<string, Result>();
  for (const [id, written] of appraisal.facts ?? []) {
    const type = plan.ownFacts.get(id);
    if (!type) {
      issues.push(
        inputIssue(
          'facts/unknown',
          ['facts', id],
          `The ruleset has no fact "${id}".`,
          didYouMean(id, plan.ownFacts.keys()) ?? 'Remove it, or declare it in facts.yaml.',
        ),
      );
      continue;
    }
    const read = readDatum(written, type);
    if ('finding' in read) {
      issues.push(inputIssue('facts/value', ['facts', id], read.finding.message, read.finding.mend ?? 'Give a value of its type.'));
      // It is there, though it could not be read: it must not be called missing as well.
      own.set(id, unknown(id));
    } else own.set(id, read.value);
  }
  for (const id of appraisal.carry?.values.keys() ?? []) {
    if (!plan.byKey.has(`carry.${id}`) && !plan.carryIds.has(id))
      issues.push(inputIssue('carry/unknown', ['carry', 'values', id], `The ruleset carries no "${id}".`, didYouMean(id, plan.carryIds) ?? 'Remove it.'));
  }
  const factOf = factReader(appraisal);
  const get = (id: string): Result | undefined => {
    const fact = FACT_CATALOGUE.get(id);
    return own.get(id) ?? (fact && factOf(fact));
  };
  return { given: { get, has: (id) => get(id) !== undefined } };
}

/** The value of one fact: given, derived, or what its absence means. */
export function settleFact(step: FactStep, given: GivenFacts, run: Run, issues: InputIssue[]): { readonly result: Result; readonly source: FactSource } {
  const value = given.get(step.id);
  if (step.derive) {
    const derived = run.evaluate(step.derive);
    if (value !== undefined && !isNoValue(derived) && !sameResult(value, derived)) {
      issues.push(
        inputIssue(
          'facts/differs',
          ['facts', step.id],
          `"${step.id}" is given as ${resultText(value)}, but its formula gives ${resultText(derived)}.`,
          'Correct the given value, or leave it out.',
        ),
      );
    }
    return value !== undefined && isNoValue(derived) ? { result: value, source: 'given' } : { result: derived, source: 'derived' };
  }
  if (value !== undefined) return { result: value, source: value === NONE ? 'notApplicable' : 'given' };
  switch (step.absence) {
    case 'required':
      issues.push(inputIssue('facts/missing', pathOf(step), `The fact "${step.id}" is missing, and the ruleset requires it.`, 'Supply it.'));
      return { result: unknown(step.id), source: 'missing' };
    case 'unknown':
      return { result: unknown(step.id), source: 'missing' };
    case 'none':
      return { result: NONE, source: 'notApplicable' };
    default:
      return { result: step.absence.default, source: 'default' };
  }
}

const pathOf = (step: FactStep): readonly string[] => (step.catalogue ? step.id.split('.') : ['facts', step.id]);

/** What the period before handed over; the opening where a span (such as the year) begins anew; unknown where it should be there and is not. */
export function settleCarry(step: CarryFactStep, appraisal: Appraisal, issues: InputIssue[]): { readonly result: Result; readonly source: FactSource } {
  const { assessed, carry } = appraisal;
  const id = step.id.slice('carry.'.length);
  const opened = { result: step.opening, source: 'opened' } as const;
  if (step.resets !== 'never' && periodAround(assessed.from, step.resets).from.epochDay === assessed.from.epochDay) return opened;
  const value = carry?.values.get(id);
  if (!carry || value === undefined) return { result: unknown(step.id), source: 'missing' };
  if (step.resets !== 'never' && !samePeriod(periodAround(carry.through, step.resets), periodAround(assessed.from, step.resets))) {
    return { result: unknown(step.id), source: 'missing' };
  }
  if (carry.through.epochDay !== addDays(assessed.from, -1).epochDay) {
    issues.push(
      inputIssue(
        'carry/gap',
        ['carry', 'through'],
        `The carry runs through ${carry.through}, and the assessed period begins on ${assessed.from}.`,
        `Give the carry through ${addDays(assessed.from, -1)}.`,
      ),
    );
  }
  return { result: value, source: 'carried' };
}

export function sameResult(a: Result, b: Result): boolean {
  if (isExact(a) && isExact(b)) return a.equals(b);
  if (isDate(a) && isDate(b)) return a.epochDay === b.epochDay;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((member, index) => sameResult(member, b[index]!));
  if (isRecord(a) && isRecord(b)) return a.size === b.size && [...a].every(([name, value]) => b.has(name) && sameResult(value, b.get(name)!));
  return a === b;
}

function resultText(result: Result): string {
  if (isExact(result)) return toText(result);
  if (isNoValue(result)) return result.kind;
  return isList(result) || isRecord(result) ? 'another value' : String(result);
}
