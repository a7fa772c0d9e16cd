/**
 * How a score arose from raters: who was counted and why, with which weights, and the sum.
 * In: a rater step of the trace and its plan. Out: {@link Detail}s.
 */
import type { TraceStep, TracedSource } from '../engine/trace.ts';
import { RATER_SOURCE } from '../model/rating.ts';
import type { RaterSourcePlan, RatersStep } from '../ruleset/plan.ts';
import { type Exact, HUNDRED, ZERO, add, compare, divide, isExact, multiply, toText } from '../values/exact.ts';
import { type RecordValue, type Result, isList, isNone, isRecord, isUnknown } from '../values/result.ts';
import { type Type, numberType } from '../values/type.ts';
import { type Unit, parseUnit } from '../values/unit.ts';
import { type Retelling, percent } from './body-details.ts';
import type { Detail, Phrase, SourceTold, Value } from './explanation-shape.ts';
import { NUMBER, valueOf } from './value.ts';
import type { WordKey } from './words/words.ts';

const unitType = (text: string): Type => numberType(parseUnit(text) as Unit);
const POINTS = unitType('points');
const PERSON = unitType('person');

export function ratersDetails(step: TraceStep & { kind: 'raters' }, plan: RatersStep, telling: Retelling): readonly Detail[] {
  const { names } = telling;
  const say = (result: Result): Value => valueOf(result, POINTS, names);
  const sources = plan.sources.flatMap((source): SourceTold[] => {
    const traced = step.sources.find((each) => each.source === source.source);
    return traced ? [sourceTold(source, traced, plan, telling, say)] : [];
  });
  const raters: Detail = {
    kind: 'raters',
    sources,
    how: step.weights.how,
    ...(step.weights.row !== undefined && { row: step.weights.row + 1 }),
    ...(step.weights.cite !== undefined && { cite: step.weights.cite }),
    sum: sumPhrase(step, say),
    gives: say(step.result),
  };
  if (step.criteria.size === 0) return [raters];
  const criteria = [...step.criteria].map(([member, score]) => ({ title: names.criterion(plan, member), value: say(score) }));
  return [raters, { kind: 'criteria', criteria, decide: plan.combine.at(-1) === 'criteria' }];
}

function sourceTold(source: RaterSourcePlan, traced: TracedSource, plan: RatersStep, telling: Retelling, say: (result: Result) => Value): SourceTold {
  const full = plan.full?.weights.get(source.source);
  return {
    title: RATER_SOURCE.titles.get(source.source as 'peer') ?? { id: source.source, en: source.source },
    raters: traced.raters,
    ...quorumTold(source, telling),
    method: `raters.method.${source.within.form}`,
    convert: convertWord(source),
    scale: [NUMBER(toText(source.low), 'ratio'), NUMBER(toText(source.high), 'ratio')],
    given: givenScores(source, plan, telling),
    state: stateOf(traced),
    score: say(traced.score),
    ...(full && { full: percent(shareOf(full, plan)) }),
    ...(traced.weight && { used: percent(traced.weight) }),
  };
}

/** What a reader needs to check the score, without the raters' names. */
function givenScores({ source }: RaterSourcePlan, plan: RatersStep, { environment, names }: Retelling): SourceTold['given'] {
  const ratings = environment.values.get('ratings');
  if (ratings === undefined || !isList(ratings)) return [];
  const own = ratings.filter(isRecord).filter((rating) => rating.get('source') === source);
  const scoresOf = (of: readonly RecordValue[]): readonly Value[] =>
    of
      .map((rating) => rating.get('score'))
      .filter((score) => score !== undefined && isExact(score))
      .sort(compare)
      .map((score) => NUMBER(toText(score), 'ratio'));
  const groups = plan.criteria
    ? plan.criteria.members.map((member) => ({
        title: names.criterion(plan, member),
        scores: scoresOf(own.filter((rating) => rating.get('criterion') === member)),
      }))
    : [{ scores: scoresOf(own) }];
  return groups.filter(({ scores }) => scores.length > 0);
}

const stateOf = (traced: TracedSource): SourceTold['state'] => {
  if (traced.present) return 'counted';
  if (isUnknown(traced.score) || !isNone(traced.score)) return 'held';
  return traced.belowQuorum ? 'tooFew' : 'nobody';
};

function quorumTold({ quorum }: RaterSourcePlan, telling: Retelling): { quorum?: Value } {
  if (quorum.form === 'number') return { quorum: NUMBER(String(quorum.count), 'person') };
  return quorum.form === 'parameter' ? { quorum: valueOf(telling.environment.read(quorum.key), PERSON, telling.names) } : {};
}

const convertWord = ({ convert }: RaterSourcePlan): WordKey => (typeof convert === 'string' ? `raters.convert.${convert}` : 'raters.convert.table');

/** A weight of the row that names every source, as percent of that row. */
function shareOf(weight: Exact, plan: RatersStep): Exact {
  const total = [...plan.full!.weights.values()].reduce(add, ZERO);
  return compare(total, ZERO) === 0 ? weight : divide(multiply(weight, HUNDRED), total);
}

/** `80 poin × 60 % + 90 poin × 40 %`. */
function sumPhrase(step: TraceStep & { kind: 'raters' }, say: (result: Result) => Value): Phrase {
  const weighed = step.sources.filter((source) => source.weight !== undefined);
  return weighed.flatMap((source, at): Phrase => [
    ...(at === 0 ? [] : [{ kind: 'sign', text: ' + ' } as const]),
    { kind: 'value', value: say(isNone(source.score) ? ZERO : source.score) },
    { kind: 'sign', text: ' × ' },
    { kind: 'value', value: percent(source.weight!) },
  ]);
}
