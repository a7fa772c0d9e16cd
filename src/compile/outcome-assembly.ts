/**
 * What is the same for all outcomes of a compiled ruleset: where its outputs stand, and what needs no work when a record comes.
 * In: a program. Out: an {@link Assembly}. The outcome of a rule whose parameters are constants is made once, and shared.
 */
import { plainText } from '../engine/events.ts';
import { ruleOutcome } from '../engine/outcome.ts';
import type { RuleOutcome } from '../model/outcome.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import type { Result } from '../values/result.ts';
import { placesOf } from './carried-node.ts';
import { raise } from './lower-datum.ts';
import { MAY_FAULT, MAY_UNKNOWN } from './ir.ts';
import type { Lowered } from './lowered.ts';
import type { Program, RuleProgram } from './program.ts';

export interface RuleReading {
  readonly program: RuleProgram;
  readonly verdict: number;
  readonly settled: number;
  /** What it says whenever it fires. */
  readonly always: RuleOutcome | undefined;
}

export interface ScoreReading {
  readonly name: string;
  readonly unit: string;
  readonly output: number;
  /** Of a carried number. */
  readonly places: number;
}

export interface Assembly {
  readonly program: Program;
  /** Outputs of rules, scores and rating that may be unknown or a fault. */
  readonly mayBeOpen: readonly number[];
  readonly scores: readonly ScoreReading[];
  /** All names of scores, in their order. */
  readonly blankScores: Readonly<Record<string, undefined>>;
  readonly awards: readonly RuleReading[];
  readonly development: readonly RuleReading[];
  readonly flags: readonly RuleReading[];
  /** Sanctions and blocks. */
  readonly effects: readonly RuleReading[];
}

export function assemblyOf(program: Program): Assembly {
  const { outputs, roots, rules } = program;
  const readings = rules.map((rule) => ({ program: rule, verdict: rule.verdict, settled: rule.settled, always: alwaysOf(rule, program) }));
  const ofKinds = (...kinds: readonly string[]): readonly RuleReading[] => readings.filter((reading) => kinds.includes(reading.program.step.event.kind));
  const scores = program.scores.map(({ name, unit, value }) => ({ name, unit, output: value, places: placesOf(outputs[value]!) }));
  const judged = roots.flatMap((root) => (root.kind === 'rule' ? [rules[root.at]!.settled] : root.kind === 'value' ? [root.output] : []));
  return {
    program,
    mayBeOpen: judged.filter((output) => (outputs[output]!.info.may & (MAY_FAULT | MAY_UNKNOWN)) !== 0),
    scores,
    blankScores: Object.fromEntries(scores.map(({ name }) => [name, undefined])),
    awards: ofKinds('award'),
    development: ofKinds('development'),
    flags: ofKinds('flag'),
    effects: ofKinds('sanction', 'block'),
  };
}

/** An output as the exact evaluator would give it. */
export const resultOf = ({ outputs }: Program, out: readonly Lowered[], output: number): Result => raise(out[output]!, outputs[output]!.info.rep);

function alwaysOf({ step, values }: RuleProgram, { outputs }: Program): RuleOutcome | undefined {
  const constants: (readonly [string, Result])[] = [];
  for (const [name, output] of values) {
    const ir = outputs[output]!;
    if (ir.op !== 'constant') return undefined;
    constants.push([name, raise(ir.value, ir.info.rep)]);
  }
  const given = new Map(constants);
  return deepFreeze(ruleOutcome({ rule: step, kind: step.event.kind, code: plainText(given.get('code')) ?? step.id, values: given }));
}
