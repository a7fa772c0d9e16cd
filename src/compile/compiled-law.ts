/**
 * A ruleset as compiled for one interval of law: from plain records, or from appraisals as read, to outcomes.
 * In: a resolved ruleset, which back end. Out: a {@link CompiledLaw}, which many periods of the same law share.
 */
import { appraiseRead } from '../engine/appraise.ts';
import type { Appraisal } from '../model/appraisal.ts';
import type { RulesetStamp } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Evaluator, closuresOf } from './closures-back-end.ts';
import { type CompiledOutcome, LazyOutcome } from './compiled-outcome.ts';
import { ExactBackEnd } from './exact-back-end.ts';
import { withFieldsRead } from './fields-read.ts';
import { functionOf, generatedOf } from './generated.ts';
import { type Head, headOf, headOfIngested, newIngested } from './head.ts';
import { type Ingest, closureIngest } from './ingest/closure-ingest.ts';
import { ingestPlan } from './ingest/plan-ingest.ts';
import { ingestText } from './ingest/ingest-text.ts';
import type { IngestPlan } from './ingest/ingest-plan.ts';
import { type Scan, type ScannedHead, scanText } from './ingest/scan-text.ts';
import { type Cursor, asciiText, newCursor } from './ingest/scan-words.ts';
import { loadLowered } from './load-lowered.ts';
import type { Lowered } from './lowered.ts';
import { lowerPlan } from './lower-plan.ts';
import { type Assembly, assemblyOf } from './outcome-assembly.ts';
import type { Program } from './program.ts';
import { scoresAtOnce } from './scores-of.ts';
import { LineWriter, type WrittenField } from './write/line-writer.ts';

/** `closures`: no code is generated; `generated`: a function of text; `exact`: BigInt ratios alone. */
export type BackEndName = 'closures' | 'generated' | 'exact';

export class CompiledLaw {
  readonly program: Program;
  private readonly assembly: Assembly;
  private readonly evaluate: Evaluator;
  private readonly ingest: Ingest;
  private readonly facts: (Lowered | undefined)[];
  private readonly scanner: Scan | undefined;
  /** What was read last. */
  readonly head: Readonly<ScannedHead> = { ...newIngested(), assessedWritten: '', paidWritten: '' };
  /** Where the id of the employee lies, after {@link scan}. */
  readonly cursor: Readonly<Cursor> = newCursor();
  /** The bytes of the record at hand, where it was scanned. */
  private scanned: Uint8Array | undefined;

  constructor(ruleset: Ruleset, code: BackEndName) {
    this.program = lowerPlan(ruleset);
    this.assembly = assemblyOf(this.program, code === 'generated' ? scoresAtOnce(functionOf) : undefined);
    this.evaluate = evaluatorOf(this.program, code);
    const plan = ingestPlan(ruleset, withFieldsRead(this.program));
    this.ingest = code === 'generated' ? printed(plan, ingestText) : closureIngest(plan);
    this.scanner = code === 'generated' ? printed(plan, scanText) : undefined;
    this.facts = new Array<Lowered | undefined>(this.program.facts.length);
  }

  /** The outcome of a plain record that is surely sound; undefined leaves the record to {@link outcomeOf}. */
  quick(record: unknown, stamp: RulesetStamp): LazyOutcome | undefined {
    return this.take(record) ? this.outcomeTaken(stamp, this.run()) : undefined;
  }

  /** Reads a plain record that is surely sound, for {@link run}; false leaves it to {@link outcomeOf}. */
  take(record: unknown): boolean {
    this.scanned = undefined;
    return this.ingest(record, this.facts, this.head);
  }

  /** As {@link take} for the record whose JSON stands at `from` up to `to`; false, too, for unusual JSON. Only generated code can do this. */
  scan(bytes: Uint8Array, from: number, to: number): boolean {
    this.scanned = bytes;
    return this.scanner !== undefined && this.scanner(bytes, from, to, this.facts, this.head, this.cursor);
  }

  /** The outputs for what was taken last. */
  run(): readonly Lowered[] {
    return this.evaluate(this.facts as Lowered[]);
  }

  /** Whose record was taken last, and for which periods. */
  headTaken(): Head {
    const head = headOfIngested(this.head);
    const { employeeFrom, employeeTo } = this.cursor;
    return this.scanned ? { ...head, employee: asciiText(this.scanned, employeeFrom, employeeTo) } : head;
  }

  outcomeTaken(stamp: RulesetStamp, out: readonly Lowered[]): LazyOutcome {
    return new LazyOutcome(this.assembly, stamp, this.headTaken(), out);
  }

  /** Writes outcomes as lines of JSON; all fields unless some are selected. */
  writer(fields?: readonly WrittenField[] | undefined): LineWriter {
    return new LineWriter(this.assembly, fields);
  }

  /**
   * @param ruleset as resolved for the periods of the appraisal.
   * @throws InputError as `appraise` does.
   */
  outcomeOf(ruleset: Ruleset, appraisal: Appraisal): LazyOutcome | CompiledOutcome {
    const facts = loadLowered(ruleset, this.program, appraisal);
    return facts ? new LazyOutcome(this.assembly, stampOf(ruleset), headOf(appraisal), this.evaluate(facts)) : withoutTrace(ruleset, appraisal);
  }
}

export const stampOf = ({ id, version, hash, dates: { assessed, paid } }: Ruleset): RulesetStamp =>
  Object.freeze({ id, version, hash, assessedOn: assessed.to.toString(), ...(paid && { paidOn: paid.to.toString() }) });

/** A reader of records made of text; whatever it does not take goes the way of the exact evaluator. */
function printed<Made>(plan: IngestPlan, print: (plan: IngestPlan, constants: unknown[]) => string): Made {
  const constants: unknown[] = [];
  const text = print(plan, constants);
  return (functionOf(text) as (constants: readonly unknown[]) => Made)(constants);
}

function evaluatorOf(program: Program, code: BackEndName): Evaluator {
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
