/**
 * Steps that compiled code does not do: the exact evaluator answers them, from the same values.
 * In: a step of the plan and the nodes it reads. Out: `foreign` nodes, whose numbers are exact ratios.
 */
import { type GivenRating, evaluateRaters } from '../engine/evaluate-raters.ts';
import { type Work, evaluateStep } from '../engine/evaluate-step.ts';
import { Run } from '../engine/run.ts';
import type { Tree } from '../formula/tree.ts';
import type { Plan, PlanStep, RatersStep, TermStep } from '../ruleset/plan.ts';
import type { Exact } from '../values/exact.ts';
import { NONE, type ListValue, type RecordValue, type Result, isFault, isUnknown } from '../values/result.ts';
import { type Type, numberType } from '../values/type.ts';
import { mapped, toExact } from './build-ir.ts';
import { type Info, type Ir, MAY_FAULT, MAY_NONE, MAY_UNKNOWN } from './ir.ts';
import { infoOfType, lowerTo, raise } from './lower-datum.ts';
import type { Lowered } from './lowered.ts';

const ANYTHING = MAY_NONE | MAY_UNKNOWN | MAY_FAULT;

/** The node with every number that is not whole as an exact ratio. */
export function exactly(ir: Ir): Ir {
  const { rep } = ir.info;
  if (rep.kind === 'number') return rep.bounds.whole ? ir : mapped(ir, toExact);
  return ir;
}

/** The answer of the exact evaluator to one tree of a step. */
export function foreignTree(tree: Tree, step: PlanStep, plan: Plan, values: ReadonlyMap<string, Ir>): Ir {
  return foreign(step, plan, values, looseInfo(tree.type), (run) => run.evaluate(tree));
}

/** The answer of the exact evaluator to a whole term, rounding included. */
export function foreignTerm(step: TermStep, plan: Plan, values: ReadonlyMap<string, Ir>): Ir {
  const info = looseInfo(step.type);
  const whole: Info = step.each ? { rep: { kind: 'list', of: info, most: undefined }, may: ANYTHING } : info;
  return foreign(step, plan, values, whole, (run) => {
    evaluateStep(step, { run } as Work);
    return run.values.get(step.key)!;
  });
}

interface Given {
  readonly ratings: Ir;
  expected(source: string): Ir;
  keep(key: string, ir: Ir): Ir;
}

/** All values of a scheme, by key. */
export function foreignRaters(step: RatersStep, plan: Plan, values: ReadonlyMap<string, Ir>, given: Given): ReadonlyMap<string, Ir> {
  const asked = step.sources.filter((source) => source.quorum.form === 'all').map((source) => source.source);
  const keys = [
    ...step.sources.flatMap(({ source }) => [`${step.id}.${source}.score`, `${step.id}.${source}.present`]),
    ...(step.criteria?.members ?? []).map((member) => `${step.id}.criterion.${member}`),
    `${step.id}.score`,
  ];
  const fields = new Map(
    keys.map((key, index) => [
      key,
      { index, info: key.endsWith('.present') ? { rep: { kind: 'truth' }, may: ANYTHING } : LOOSE_NUMBER } as { index: number; info: Info },
    ]),
  );
  const inputs = inputsOf(step, plan, values);
  const extra = [given.ratings, ...asked.map((source) => given.expected(source))];
  const rep = { kind: 'record', fields } as const;
  const answer = (args: readonly Lowered[]): Lowered => {
    const run = runWith(plan, inputs, args);
    const ratings = raise(args[inputs.length]!, given.ratings.info.rep) as ListValue;
    const expected = new Map<string, number>();
    for (const [at, source] of asked.entries()) {
      const count = args[inputs.length + 1 + at]!;
      if (typeof count === 'number') expected.set(source, count);
    }
    const scheme = evaluateRaters(step, ratings.map(givenRating), expected, run);
    const results = new Map<string, Result>([[`${step.id}.score`, scheme.score]]);
    for (const { source, score, present } of scheme.sources) {
      results.set(`${step.id}.${source}.score`, score);
      results.set(`${step.id}.${source}.present`, isUnknown(score) || isFault(score) ? score : present);
    }
    for (const [member, score] of scheme.criteria) results.set(`${step.id}.criterion.${member}`, score);
    return lowerTo(results, rep);
  };
  const whole = given.keep(`${step.key} answered`, { op: 'foreign', args: [...inputs.map(({ ir }) => ir), ...extra], answer, info: { rep, may: 0 } });
  const out = new Map<string, Ir>([...fields].map(([key, { index, info }]) => [key, { op: 'field', of: whole, index, info }]));
  out.set(step.key, out.get(`${step.id}.score`)!);
  return out;
}

function givenRating(rating: Result, index: number): GivenRating {
  const field = (name: string): Result => (rating as RecordValue).get(name)!;
  const scale = field('scale') as RecordValue;
  const criterion = field('criterion');
  return {
    source: field('source') as string,
    rater: field('rater') as string,
    score: field('score') as Exact,
    low: scale.get('min') as Exact,
    high: scale.get('max') as Exact,
    index,
    ...(criterion !== NONE && { criterion: criterion as string }),
  };
}

interface Input {
  readonly key: string;
  readonly ir: Ir;
}

function foreign(step: PlanStep, plan: Plan, values: ReadonlyMap<string, Ir>, info: Info, evaluate: (run: Run) => Result): Ir {
  const inputs = inputsOf(step, plan, values);
  const answer = (args: readonly Lowered[]): Lowered => lowerTo(evaluate(runWith(plan, inputs, args)), info.rep);
  return { op: 'foreign', args: inputs.map(({ ir }) => ir), answer, info };
}

/** Everything that the step may read, by way of functions too. */
function inputsOf(step: PlanStep, plan: Plan, values: ReadonlyMap<string, Ir>): readonly Input[] {
  const keys = new Set<string>();
  const stack = [...step.reads];
  for (let key = stack.pop(); key !== undefined; key = stack.pop()) {
    if (keys.has(key)) continue;
    keys.add(key);
    const callable = plan.callables.get(key);
    if (callable?.kind === 'function') stack.push(...callable.reads);
  }
  return [...keys].sort().flatMap((key) => {
    const ir = values.get(key);
    return ir ? [{ key, ir: exactly(ir) }] : [];
  });
}

function runWith(plan: Plan, inputs: readonly Input[], args: readonly Lowered[]): Run {
  const run = new Run(plan);
  for (const [at, { key, ir }] of inputs.entries()) run.values.set(key, raise(args[at]!, ir.info.rep));
  return run;
}

const LOOSE_NUMBER: Info = { rep: { kind: 'exact' }, may: ANYTHING };

/** What is known of a result of the exact evaluator: its type, and that its numbers are exact. */
function looseInfo(type: Type): Info {
  return { rep: infoOfType(unbounded(type)).rep, may: ANYTHING };
}

function unbounded(type: Type): Type {
  switch (type.kind) {
    case 'number':
      return numberType(type.unit);
    case 'list':
      return { ...type, of: unbounded(type.of) };
    case 'record':
      return { ...type, fields: new Map([...type.fields].map(([name, field]) => [name, unbounded(field)])) };
    default:
      return type;
  }
}
