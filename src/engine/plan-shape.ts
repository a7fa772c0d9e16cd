/**
 * What is the same in every outcome of a plan: worked out once, and kept beside the frozen plan.
 * In: a plan. Out: {@link PlanShape}: where the node behind a key stands, under which names terms are told, where schemes put their outputs.
 */
import type { Plan, PlanStep, RatersStep } from '../ruleset/plan.ts';
import type { Result } from '../values/result.ts';
import type { Type } from '../values/type.ts';

/** The keys of a scheme's outputs: `conduct.peer.score`. */
interface SchemeKeys {
  readonly score: string;
  readonly sources: readonly { readonly score: string; readonly present: string }[];
  /** By member. */
  readonly criteria: ReadonlyMap<string, string>;
}

/** A number or other value that the outcome tells among its terms. */
export interface ToldTerm {
  readonly name: string;
  readonly key: string;
  /** Undefined for a list of one value a member. */
  readonly type: Type | undefined;
}

interface Root {
  readonly key: string;
  readonly slot: number;
  /** Undefined for an output of a scheme, for which the scheme itself answers. */
  readonly id: string | undefined;
}

export interface PlanShape {
  /** The place of a step in the plan by its key, and that of the scheme by the keys of its outputs. */
  readonly places: ReadonlyMap<string, number>;
  /** The slot of each value of a run by its key, in the order in which they come to be; calendars stand last. */
  readonly slots: ReadonlyMap<string, number>;
  /** By slot. */
  readonly keys: readonly string[];
  /** By slot, what is there before anything is evaluated: parameters and calendars. */
  readonly initial: readonly (Result | undefined)[];
  /** What an outcome answers for: payments, rules, carries, scores and the rating. */
  readonly roots: readonly Root[];
  readonly scores: readonly { readonly name: string; readonly slot: number; readonly unit: string }[];
  readonly carries: readonly { readonly id: string; readonly slot: number }[];
  readonly terms: readonly ToldTerm[];
  /** What an outcome may call a node of the law by, in the order of the alphabet. */
  readonly ids: readonly string[];
  /** By the key of the scheme. */
  readonly schemes: ReadonlyMap<string, SchemeKeys>;
}

/** How the rounding of a node is called, where it has a standing of its own. */
export const roundingOf = (id: string): string => `${id} (rounding)`;

const SHAPES = new WeakMap<Plan, PlanShape>();

export function shapeOf(plan: Plan): PlanShape {
  let shape = SHAPES.get(plan);
  if (!shape) {
    shape = readShape(plan);
    SHAPES.set(plan, shape);
  }
  return shape;
}

function readShape(plan: Plan): PlanShape {
  const { steps, byKey, callables, calendars, outputs } = plan;
  const schemes = new Map<string, SchemeKeys>();
  const places = new Map<string, number>();
  for (const [place, step] of steps.entries()) {
    if (step.kind === 'raters') {
      const keys = schemeKeys(step);
      schemes.set(step.key, keys);
      for (const key of inOrder(keys)) places.set(key, place);
    }
    places.set(step.key, place);
  }
  const keys = [...places.keys()];
  const ids = new Set([...steps, ...callables.values()].flatMap(({ id }) => [id, roundingOf(id)]));
  const slots = new Map([...new Set([...keys, ...calendars.keys()])].map((key, slot) => [key, slot]));
  const initial = Array.from(slots.keys(), (key): Result | undefined => calendars.get(key));
  for (const step of steps) if (step.kind === 'parameter') initial[slots.get(step.key)!] = step.value;
  const slotOf = (key: string): number => slots.get(key) ?? -1;
  const answering = steps.filter(({ kind }) => kind === 'payment' || kind === 'rule' || kind === 'carry');
  const roots = [...answering, ...outputs.scores, ...(outputs.rating ? [outputs.rating] : [])];
  return {
    places,
    slots,
    keys: [...slots.keys()],
    initial,
    roots: roots.map(({ key }) => ({ key, slot: slotOf(key), id: byKey.get(key)?.id })),
    scores: outputs.scores.map(({ name, key }) => ({ name, slot: slotOf(key), unit: unitOf(byKey.get(key)) })),
    carries: steps.flatMap(({ kind, id, key }) => (kind === 'carry' ? [{ id, slot: slotOf(key) }] : [])),
    schemes,
    ids: [...ids].sort(),
    terms: steps.flatMap((step) => toldTerms(step, keys)),
  };
}

function unitOf(step: PlanStep | undefined): string {
  const type = step && 'type' in step ? step.type : undefined;
  return type?.kind === 'number' ? type.unit.text : 'points';
}

const POINTS: Type = Object.freeze({ kind: 'number', unit: Object.freeze({ text: 'points', powers: Object.freeze({ points: 1 }) }) });

/** A scheme tells all that stands below its name, its sources and its criteria. */
function toldTerms(step: PlanStep, keys: readonly string[]): readonly ToldTerm[] {
  if (step.kind === 'term') return [{ name: step.id, key: step.key, type: step.each ? undefined : step.type }];
  if (step.kind !== 'raters') return [];
  const below = [`${step.id}.criterion.`, ...step.sources.map(({ source }) => `${step.id}.${source}.`)];
  return keys.filter((key) => key === `${step.id}.score` || below.some((start) => key.startsWith(start))).map((key) => ({ name: key, key, type: POINTS }));
}

const schemeKeys = ({ id, sources, criteria }: RatersStep): SchemeKeys => ({
  score: `${id}.score`,
  sources: sources.map(({ source }) => ({ score: `${id}.${source}.score`, present: `${id}.${source}.present` })),
  criteria: new Map((criteria?.members ?? []).map((member) => [member, `${id}.criterion.${member}`])),
});

/** In the order in which a scheme gives its outputs. */
const inOrder = ({ sources, criteria, score }: SchemeKeys): readonly string[] => [
  ...sources.flatMap((source) => [source.score, source.present]),
  ...criteria.values(),
  score,
];
