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
import { RuleGroup, type RuleReading } from './rule-group.ts';
import { type ScoreReading, type ScoresOf, scoresInTurn } from './scores-of.ts';

export interface Assembly {
  readonly program: Program;
  /** Outputs of rules, scores and rating that may be unknown or a fault. */
  readonly mayBeOpen: readonly number[];
  readonly scores: readonly ScoreReading[];
  /** All scores by name, where each has a value. */
  readonly scoresOf: ScoresOf;
  readonly awards: RuleGroup;
  readonly development: RuleGroup;
  readonly flags: RuleGroup;
  /** Sanctions and blocks. */
  readonly effects: readonly RuleReading[];
  /** In the order of the program's payments: the outputs that are all false where nothing stands in the way of a payment. */
  readonly hindrances: readonly (readonly number[])[];
}

/** @param scoresMade how the record of all scores is made. */
export function assemblyOf(program: Program, scoresMade: (scores: readonly ScoreReading[]) => ScoresOf = scoresInTurn): Assembly {
  const { outputs, payments, roots, rules } = program;
  const readings = rules.map((rule) => ({ program: rule, verdict: rule.verdict, settled: rule.settled, always: alwaysOf(rule, program) }));
  const ofKinds = (...kinds: readonly string[]): readonly RuleReading[] => readings.filter((reading) => kinds.includes(reading.program.step.event.kind));
  const scores = program.scores.map(({ name, unit, value }) => ({ name, unit, output: value, places: placesOf(outputs[value]!) }));
  const judged = roots.flatMap((root) => (root.kind === 'rule' ? [rules[root.at]!.settled] : root.kind === 'value' ? [root.output] : []));
  return {
    program,
    mayBeOpen: judged.filter((output) => (outputs[output]!.info.may & (MAY_FAULT | MAY_UNKNOWN)) !== 0),
    scores,
    scoresOf: scoresMade(scores),
    awards: new RuleGroup(ofKinds('award')),
    development: new RuleGroup(ofKinds('development')),
    flags: new RuleGroup(ofKinds('flag')),
    effects: ofKinds('sanction', 'block'),
    hindrances: payments.map(({ notEntitled, held, rules: by }) => [...notEntitled, ...held, ...by.map(({ rule }) => rules[rule]!.verdict)]),
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
