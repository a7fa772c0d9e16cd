/**
 * The evaluator inside a module made ahead of time.
 * In: the constants as text, the two generated functions. Out: `evaluate` and what else the module exports.
 * Whatever the reader does not take, invalid or beyond it, never reaches compiled code.
 */
import type { RulesetStamp } from '../../model/outcome.ts';
import type { Evaluator } from '../closures-back-end.ts';
import { LazyOutcome } from '../compiled-outcome.ts';
import { headOfIngested, newIngested } from '../head.ts';
import type { Ingest } from '../ingest/closure-ingest.ts';
import type { Ir } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import { assemblyOf } from '../outcome-assembly.ts';
import type { Program } from '../program.ts';
import { undecidedOf } from '../undecided.ts';

/** What the module's text of constants holds. */
export interface ModuleData {
  readonly stamp: RulesetStamp;
  readonly ruleset: object;
  /** As far as an outcome and the exact back end read it. */
  readonly program: Program;
  /** Nodes that the exact back end may be asked for, by number. */
  readonly nodes: readonly Ir[];
  /** Constants of the two functions; the place of the undecided nodes' answerer is left empty. */
  readonly evaluating: readonly unknown[];
  readonly undecided: number;
  readonly reading: readonly unknown[];
}

type Printed<T> = (constants: readonly unknown[]) => T;

/** An appraisal that the module does not take. */
export class AppraisalDeclined extends Error {
  override readonly name = 'AppraisalDeclined';
  readonly code = 'appraisal/declined';
  /** What to do: one sentence. */
  readonly mend: string;
  constructor(readonly ruleset: RulesetStamp) {
    const mend =
      'Appraise it with the library: its error names each wrong field, and it appraises what is only beyond this module. Or give createEvaluator an "otherwise".';
    super(
      `This appraisal is invalid, or holds what the compiled module of "${ruleset.id}" ${ruleset.version} does not read: effects, periods of another law. ${mend}`,
    );
    this.mend = mend;
  }
}

export interface EvaluatorOptions {
  readonly otherwise?: ((appraisal: unknown) => unknown) | undefined;
}

export function evaluatorOf({ stamp, program, nodes, evaluating, undecided, reading }: ModuleData, evaluates: Printed<Evaluator>, reads: Printed<Ingest>) {
  const constants = evaluating.map((constant, at) => (at === undecided ? undecidedOf(program, nodes) : constant));
  const [compute, ingest] = [evaluates(constants), reads(reading)];
  const assembly = assemblyOf(program);
  const facts = new Array<Lowered | undefined>(program.facts.length);
  const head = newIngested();
  return ({ otherwise }: EvaluatorOptions = {}) =>
    (appraisal: unknown): unknown => {
      if (ingest(appraisal, facts, head)) return new LazyOutcome(assembly, stamp, headOfIngested(head), compute(facts as Lowered[]));
      if (otherwise) return otherwise(appraisal);
      throw new AppraisalDeclined(stamp);
    };
}
