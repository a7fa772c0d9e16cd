/**
 * Compiles a resolved ruleset: the same answers as `appraise`, without the trace, many times as fast.
 * In: a {@link Ruleset}. Out: a synchronous function from an appraisal to a {@link CompiledOutcome}.
 */
import { appraiseRead } from '../engine/appraise.ts';
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { Appraisal, AppraisalInput } from '../model/appraisal.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { RulesetIds } from '../model/ruleset-ids.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Evaluator, closuresOf } from './closures-back-end.ts';
import { type CompiledOutcome, LazyOutcome, assemblyOf } from './compiled-outcome.ts';
import { ExactBackEnd } from './exact-back-end.ts';
import { functionOf, generatedOf } from './generated.ts';
import { headOf, headOfIngested, newIngested } from './head.ts';
import { type Ingest, closureIngest } from './ingest/closure-ingest.ts';
import { ingestPlan } from './ingest/ingest-plan.ts';
import { ingestText } from './ingest/ingest-text.ts';
import { loadLowered } from './load-lowered.ts';
import type { Lowered } from './lowered.ts';
import { lowerPlan } from './lower-plan.ts';
import type { Program } from './program.ts';

export interface CompileOptions {
  /**
   * `closures` (default) generates no code and runs under a strict content security policy; `generated` makes a function of text, several times as fast;
   * `exact` is the simple back end that computes with BigInt alone.
   */
  readonly code?: 'closures' | 'generated' | 'exact' | undefined;
}

/** A compiled ruleset. */
export interface CompiledRuleset<Ids extends RulesetIds = RulesetIds> {
  /** @throws InputError as `appraise` does. */
  (input: AppraisalInput): CompiledOutcome<Ids>;
  /** The nodes that the exact evaluator answers, because compiled code cannot, and why. */
  readonly interpreted: readonly { readonly id: string; readonly why: string }[];
  /** The same appraisal with its trace, by the exact evaluator. */
  readonly trace: (input: AppraisalInput) => AppraisalOutcome<Ids>;
}

/**
 * Compiles a ruleset once, to appraise many.
 * @example
 * const run = compile(ruleset);
 * for (const appraisal of appraisals) console.log(run(appraisal).rating);
 */
export function compile<Ids extends RulesetIds = RulesetIds>(ruleset: Ruleset<Ids>, options: CompileOptions = {}): CompiledRuleset<Ids> {
  const program = lowerPlan(ruleset);
  const evaluate = backEnd(program, options);
  const assembly = assemblyOf(ruleset, program);
  const { ingest, facts: given } = fastIngest(ruleset, program, options);
  const head = newIngested();
  const run = (input: AppraisalInput): CompiledOutcome<Ids> => {
    // A typed ruleset names in its ids whatever any of its versions can give, so its outcome holds no other.
    if (ingest(input, given, head)) return new LazyOutcome(assembly, headOfIngested(head), evaluate(given as Lowered[])) as unknown as CompiledOutcome<Ids>;
    const appraisal = readAppraisal(input);
    const facts = loadLowered(ruleset, program, appraisal);
    const outcome = facts ? new LazyOutcome(assembly, headOf(appraisal), evaluate(facts)) : withoutTrace(ruleset, appraisal);
    return outcome as unknown as CompiledOutcome<Ids>;
  };
  return Object.freeze(Object.assign(run, { interpreted: program.foreign, trace: (input: AppraisalInput) => appraiseRead(ruleset, readAppraisal(input)) }));
}

/** Reads plain records straight into facts; whatever it does not take goes the way of the exact evaluator. */
function fastIngest(ruleset: Ruleset, program: Program, { code }: CompileOptions): { readonly ingest: Ingest; readonly facts: (Lowered | undefined)[] } {
  const plan = ingestPlan(ruleset, program.facts);
  if (code !== 'generated') return { ingest: closureIngest(plan), facts: new Array<Lowered | undefined>(program.facts.length) };
  const constants: unknown[] = [];
  const text = ingestText(plan, constants);
  return { ingest: (functionOf(text) as (constants: readonly unknown[]) => Ingest)(constants), facts: new Array<Lowered | undefined>(program.facts.length) };
}

function backEnd(program: Program, { code }: CompileOptions): Evaluator {
  if (code === 'exact') {
    const exact = new ExactBackEnd(program);
    return (facts) => exact.run(facts);
  }
  return code === 'generated' ? generatedOf(program) : closuresOf(program);
}

/** The exact evaluator's outcome in the shape of a compiled one; it throws for what an appraisal may not hold. */
function withoutTrace(ruleset: Ruleset, appraisal: Appraisal): CompiledOutcome {
  const { terms: _terms, trace: _trace, standing: _standing, faults, ...rest } = appraiseRead(ruleset, appraisal);
  return { ...rest, faults: faults.map(({ code, node }) => ({ code, node })) };
}
