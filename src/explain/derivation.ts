/**
 * The derivation in reading order: inputs before results, each node explained once and numbered.
 * In: a trace with its ruleset. Out: a {@link Derivation}: steps below given roots, with the facts (D) and parameters (P) that they read.
 */
import type { Trace, TraceStep } from '../engine/trace.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Type } from '../values/type.ts';
import { listType, numberType } from '../values/type.ts';
import { parseUnit } from '../values/unit.ts';
import type { Retelling } from './body-details.ts';
import type { Entry, Step } from './explanation-shape.ts';
import { groundOf } from './ground.ts';
import { type Names, namesOf } from '../ruleset/titles.ts';
import { replay } from './replay.ts';
import { stepDetails } from './step-details.ts';
import { valueOf } from './value.ts';

export interface Derivation {
  readonly names: Names;
  readonly telling: Retelling;
  /** The number of what a key stands for; undefined before it was explained. */
  readonly refOf: (key: string) => string | undefined;
  /** The steps below these keys that were not explained before, inputs first. */
  readonly stepsBelow: (keys: readonly string[]) => readonly Step[];
  /** Facts and parameters met so far, in the order of their numbers. */
  readonly data: readonly Entry[];
  readonly parameters: readonly Entry[];
  readonly typeOf: (step: TraceStep) => Type | undefined;
}

const POINTS = numberType(parseUnit('points')!);
const IDR = numberType(parseUnit('IDR')!);

export function deriveFrom(ruleset: Ruleset, trace: Trace): Derivation {
  const names = namesOf(ruleset);
  const numbers = new Map<string, string>();
  const data: Entry[] = [];
  const parameters: Entry[] = [];
  let steps = 0;

  const traced = (key: string): TraceStep | undefined => trace.byKey.get(key) ?? trace.byKey.get(names.stepOf(key)?.key ?? '');
  const refOf = (key: string): string | undefined => numbers.get(traced(key)?.key ?? key);
  const telling: Retelling = { names, environment: replay(ruleset, trace), refOf };

  function typeOf(step: TraceStep): Type | undefined {
    const plan = ruleset.plan.byKey.get(step.key);
    if (step.kind === 'raters') return POINTS;
    if (step.kind === 'payment') return IDR;
    if (plan?.kind === 'term' && plan.each) return listType(plan.type);
    return plan && 'type' in plan ? plan.type : undefined;
  }

  /** Facts that were worked out have a formula to tell; all others, and parameters, are entries of a table. */
  function enter(step: TraceStep, out: Step[]): void {
    const entry = { title: names.key(step.key), value: valueOf(step.result, typeOf(step), names), ground: groundOf(step.id, step.origin) };
    if (step.kind === 'parameter') {
      numbers.set(step.key, `P${parameters.length + 1}`);
      parameters.push({ number: `P${parameters.length + 1}`, ...entry });
    } else if (step.kind === 'fact' && step.source !== 'derived') {
      numbers.set(step.key, `D${data.length + 1}`);
      data.push({ number: `D${data.length + 1}`, source: step.source, ...entry });
    } else {
      const number = String(++steps);
      const plan = ruleset.plan.byKey.get(step.key);
      const details = plan ? stepDetails(step, plan, telling) : [];
      numbers.set(step.key, number);
      out.push({ number, key: step.key, ...entry, ...(step.kind === 'fact' && { source: step.source }), details });
    }
  }

  function visit(key: string, out: Step[], seen: Set<string>): void {
    const step = traced(key);
    if (!step || numbers.has(step.key) || seen.has(step.key) || step.kind === 'rule' || step.kind === 'payment') return;
    seen.add(step.key);
    for (const input of step.inputs) visit(input, out, seen);
    enter(step, out);
  }

  return {
    names,
    telling,
    refOf,
    data,
    parameters,
    typeOf,
    stepsBelow(keys) {
      const out: Step[] = [];
      const seen = new Set<string>();
      for (const key of keys) visit(key, out, seen);
      return out;
    },
  };
}
