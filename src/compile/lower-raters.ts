/**
 * Rater schemes as nodes: the ratings are gathered into sums, and weights, rows and what is missing become formulas over them.
 * In: a scheme of the plan. Out: its values by key: each source's score and presence, each criterion, and the score.
 * The meaning is that of `engine/evaluate-raters.ts`.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { RaterSourcePlan, RatersStep } from '../ruleset/plan.ts';
import { type Exact, HUNDRED, ONE, ZERO, add, divide, isZero, numerator, denominator, ratio, subtract } from '../values/exact.ts';
import {
  NotCompiled,
  arithmetic,
  choose,
  compareNumbers,
  constantNumber,
  constantTruth,
  faultConstant,
  join,
  need,
  noneConstant,
  not,
  numberInfo,
  unknownConstant,
} from './build-ir.ts';
import { type GatherScheme, type GatherSource, type Ir, MAY_FAULT, MAY_NONE, MAY_UNKNOWN, type Slot } from './ir.ts';
import { readersOf } from './rating-fields.ts';
import { presentOf } from './lower-body.ts';
import { type NumberBounds, UNIT, wholeBounds } from './number-bounds.ts';

/** What the plan answers while a scheme is lowered. */
export interface RatersScope {
  readonly ratings: Ir;
  expected(source: string): Ir;
  read(key: string): Ir;
  /** Keeps a node as a value of the record. */
  keep(key: string, ir: Ir): Ir;
  slotOf(ir: Ir): Slot;
}

export function lowerRaters(step: RatersStep, scope: RatersScope): ReadonlyMap<string, Ir> {
  const scheme = schemeOf(step);
  const gathered = scope.slotOf(
    scope.keep(`${step.key} gathered`, { op: 'gather', scheme, ratings: scope.ratings, info: { rep: { kind: 'nothing' }, may: 0 } }),
  );
  const out = new Map<string, Ir>();
  const sources = step.sources.map((plan, at) => lowerSource(step, plan, at, scheme, gathered, scope));
  for (const { plan, score } of sources) {
    out.set(`${step.id}.${plan.source}.score`, score);
    out.set(`${step.id}.${plan.source}.present`, presentOf(score));
  }
  const criteria = (step.criteria?.members ?? []).map((member, at) => {
    const key = `${step.id}.criterion.${member}`;
    const value = scope.keep(key, lowerCriterion(step, at, scheme, gathered, sources));
    out.set(key, value);
    return value;
  });
  const score = scope.keep(
    `${step.id}.score`,
    need(
      sources.map((source) => presentOf(source.score)),
      (...present) =>
        step.criteria && step.combine.at(-1) === 'criteria'
          ? overCriteria(step, criteria)
          : weigh(
              step,
              present,
              sources.map((source) => source.raw),
              () => unknownConstant(...step.sources.map(({ source }) => `ratings.${source}`)),
            ),
      { name: true },
    ),
  );
  out.set(`${step.id}.score`, score);
  out.set(step.key, score);
  return out;
}

interface LoweredSource {
  readonly plan: RaterSourcePlan;
  readonly score: Ir;
  /** The score where it is known to be there. */
  readonly raw: Ir;
  /** Enough raters, on the right scale. */
  readonly enough: Ir;
}

function lowerSource(step: RatersStep, plan: RaterSourcePlan, at: number, scheme: GatherScheme, from: Slot, scope: RatersScope): LoweredSource {
  const bounds = scoreBounds(scheme.sources[at]!);
  const read = (what: 'raters' | 'score' | 'fits', info: Ir['info']): Ir => ({ op: 'gathered', from, what, source: at, member: 0, info });
  const raters = read('raters', numberInfo(wholeBounds(0, 5_000, 0)));
  const maybe = MAY_FAULT | (step.criteria?.incomplete === 'hold' ? MAY_UNKNOWN : 0);
  const raw = read('score', numberInfo(bounds));
  const given = read('score', { rep: { kind: 'number', bounds }, may: maybe });
  const quorum = quorumOf(plan, scope);
  if (quorum.info.may !== 0 && step.criteria) throw new NotCompiled('a quorum that may be missing, with criteria');
  const reached = (count: Ir): Ir => join(false, [compareNumbers('>=', raters, constantNumber(ONE)), compareNumbers('>=', raters, count)]);
  const below = plan.below === 'absent' ? noneConstant : unknownConstant(`ratings.${plan.source}`);
  const score = need([quorum], (count) => choose(reached(count!), given, below), { pass: true });
  const enough = quorum.info.may === 0 ? join(false, [reached(quorum), read('fits', { rep: { kind: 'truth' }, may: 0 })]) : constantTruth(false);
  return { plan, score: scope.keep(`${step.id}.${plan.source}.score`, score), raw, enough };
}

function quorumOf(plan: RaterSourcePlan, scope: RatersScope): Ir {
  switch (plan.quorum.form) {
    case 'number':
      return constantNumber(ratio(BigInt(plan.quorum.count)));
    case 'parameter':
      return scope.read(plan.quorum.key);
    case 'all':
      return scope.expected(plan.source);
  }
}

/** One criterion over the sources that rated it; none where nobody did. */
function lowerCriterion(step: RatersStep, at: number, scheme: GatherScheme, from: Slot, sources: readonly LoweredSource[]): Ir {
  const scores = sources.map((source, index): Ir => {
    const rep = { kind: 'number', bounds: scoreBounds(scheme.sources[index]!) } as const;
    const raw: Ir = { op: 'gathered', from, what: 'criterion', source: index, member: at, info: { rep, may: MAY_NONE } };
    return choose(source.enough, raw, noneConstant);
  });
  return need(
    scores.map(presentOf),
    (...rated) =>
      weigh(
        step,
        rated,
        scores.map((score) => assured(score)),
        () => noneConstant,
      ),
    { name: true },
  );
}

/** A value that stands behind a test of its presence. */
const assured = (ir: Ir): Ir => need([ir], (value) => value!);

function overCriteria(step: RatersStep, criteria: readonly Ir[]): Ir {
  return need(
    criteria.map(presentOf),
    (...present) => {
      const zero = constantNumber(ZERO);
      const one = constantNumber(ONE);
      const values = criteria.map((value, at) => choose(present[at]!, assured(value), zero));
      const count = present.map((each) => choose(each, one, zero)).reduce((a, b) => arithmetic('add', a, b));
      const open = unknownConstant('ratings');
      const absent = present.map(not);
      const mean = need([need(values, (...known) => known.reduce((a, b) => arithmetic('add', a, b))), count], (whole, by) => arithmetic('divide', whole!, by!));
      if (step.criteria!.incomplete === 'hold') return choose(join(true, absent), open, mean);
      return choose(join(false, absent), open, mean);
    },
    { name: true },
  );
}

/** The weighted score of the sources that are present. */
function weigh(step: RatersStep, present: readonly Ir[], scores: readonly Ir[], nobody: () => Ir): Ir {
  const names = step.sources.map(({ source }) => source);
  const weightsOf = (weights: ReadonlyMap<string, Exact>): readonly Exact[] => names.map((name) => weights.get(name) ?? ZERO);
  const byRows = step.rows.reduceRight<Ir>(
    (rest, row) =>
      choose(
        join(
          false,
          names.map((name, at) => (row.weights.has(name) ? present[at]! : not(present[at]!))),
        ),
        totalOf(weightsOf(row.weights), scores),
        rest,
      ),
    otherwise(step, names, present, scores, weightsOf),
  );
  return choose(join(false, present.map(not)), nobody(), byRows);
}

function otherwise(
  step: RatersStep,
  names: readonly string[],
  present: readonly Ir[],
  scores: readonly Ir[],
  weightsOf: (weights: ReadonlyMap<string, Exact>) => readonly Exact[],
): Ir {
  const full = step.full?.weights;
  if (step.otherwise === 'hold' || !full) return unknownMissing(names, present);
  const weights = weightsOf(full);
  const zero = constantNumber(ZERO);
  const filled = (): readonly Ir[] => scores.map((score, at) => choose(present[at]!, score, zero));
  if (step.otherwise === 'zero') return need(filled(), (...known) => totalOf(weights, known));
  const counted = weights.map((weight, at) => choose(present[at]!, constantNumber(weight), zero));
  if (typeof step.otherwise === 'object') {
    const { substitute } = step.otherwise;
    const at = names.indexOf(substitute);
    if (at < 0) throw new NotCompiled('a substitute that is no source');
    const passed = counted.map((weight, index) => (index === at ? constantNumber(ZERO) : arithmetic('subtract', constantNumber(weights[index]!), weight)));
    const own = [constantNumber(weights[at]!), ...passed].reduce((a, b) => arithmetic('add', a, b));
    const moved = counted.map((weight, index) => (index === at ? own : weight));
    const whole = weights.reduce(add, ZERO);
    const score = need(filled(), (...known) => dividedBy(products(moved, known), constantNumber(whole)));
    return choose(present[at]!, score, unknownConstant(`ratings.${substitute}`));
  }
  return need(filled(), (...known) => {
    const sum = counted.reduce((a, b) => arithmetic('add', a, b));
    return need([sum], (by) => choose(compareNumbers('=', by!, zero), faultConstant('weights/sum'), dividedBy(products(counted, known), by!)), { name: true });
  });
}

function unknownMissing(names: readonly string[], present: readonly Ir[]): Ir {
  return need(
    names.map((name, at) => choose(present[at]!, constantTruth(true), unknownConstant(`ratings.${name}`))),
    () => noneConstant,
  );
}

/** Σ weight · score ÷ Σ weight, with weights that are known beforehand. */
function totalOf(weights: readonly Exact[], scores: readonly Ir[]): Ir {
  const sum = weights.reduce(add, ZERO);
  if (isZero(sum)) return faultConstant('weights/sum');
  const counted = weights.flatMap((weight, at) => (isZero(weight) ? [] : [{ weight: constantNumber(weight), score: scores[at]! }]));
  return need(
    counted.map(({ score }) => score),
    (...known) =>
      dividedBy(
        products(
          counted.map(({ weight }) => weight),
          known,
        ),
        constantNumber(sum),
      ),
  );
}

const products = (weights: readonly Ir[], scores: readonly Ir[]): Ir =>
  scores.map((score, at) => arithmetic('multiply', score, weights[at]!)).reduce((a, b) => arithmetic('add', a, b));

const dividedBy = (whole: Ir, by: Ir): Ir => arithmetic('divide', whole, by);

function schemeOf(step: RatersStep): GatherScheme {
  const type = FACT_CATALOGUE.get('ratings')!.type;
  const record = type.kind === 'list' && type.of.kind === 'record' ? type.of : undefined;
  const place = (name: string): number => [...record!.fields.keys()].indexOf(name);
  const scale = record!.fields.get('scale')!;
  const ends = scale.kind === 'record' ? [...scale.fields.keys()] : [];
  const { criteria, combine } = step;
  const fields = {
    source: place('source'),
    rater: place('rater'),
    criterion: place('criterion'),
    score: place('score'),
    scale: place('scale'),
    min: ends.indexOf('min'),
    max: ends.indexOf('max'),
  };
  return {
    sources: step.sources.map(sourceOf),
    members: criteria?.members,
    criteriaFirst: combine.indexOf('criteria') < combine.indexOf('raters'),
    holdIncomplete: criteria?.incomplete === 'hold',
    fields,
    read: readersOf(fields),
  };
}

const THOUSAND = 1_000n;
const thousandths = (value: Exact): number => {
  const scaled = value.mul(ratio(THOUSAND));
  if (denominator(scaled) !== 1n) throw new NotCompiled('a scale finer than ratings are');
  return Number(numerator(scaled));
};

function sourceOf(plan: RaterSourcePlan): GatherSource {
  if (plan.within.form === 'trimmedMean') throw new NotCompiled('a trimmed mean');
  const [low, high] = [thousandths(plan.low), thousandths(plan.high)];
  const base = { source: plan.source, low, high, within: plan.within.form };
  if (plan.convert === 'none') return { ...base, offset: 0, times: 1, by: 1 };
  if (typeof plan.convert === 'object') throw new NotCompiled('a conversion by table');
  const [offset, span] = plan.convert === 'ofTop' ? [0, plan.high] : [low, subtract(plan.high, plan.low)];
  if (isZero(span) || span.s < 0n) throw new NotCompiled('a scale of no extent');
  const factor = divide(HUNDRED, span);
  return { ...base, offset, times: Number(numerator(factor)), by: Number(denominator(factor)) };
}

/** A score lies where its scale reaches, whatever the ratings are; it is one division of whole numbers. */
function scoreBounds(source: GatherSource): NumberBounds {
  const ends = [source.low, source.high].map((end) => ((end - source.offset) * source.times) / source.by);
  const low = Math.min(...ends) * (1 - Math.sign(Math.min(...ends)) * 1e-9);
  const high = Math.max(...ends) * (1 + Math.sign(Math.max(...ends)) * 1e-9);
  return { places: 3, whole: false, low, high, abs: 0, rel: UNIT * 1.01, den: Infinity, least: 1e-18 };
}
