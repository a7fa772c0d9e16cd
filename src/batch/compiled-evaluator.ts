/**
 * Evaluates records by compiled rulesets, each interval of law compiled once.
 * In: the intervals of law of a ruleset, and a selection. Out: a {@link RecordEvaluator}.
 * A record that the fast reader does not take is read in full, so that its faults are told as everywhere.
 */
import { type BackEndName, CompiledLaw, stampOf } from '../compile/compiled-law.ts';
import type { CompiledOutcome, LazyOutcome } from '../compile/compiled-outcome.ts';
import type { ByteSink } from '../compile/write/byte-sink.ts';
import type { LineWriter } from '../compile/write/line-writer.ts';
import type { PeriodPieces, RecordAtHand } from '../compile/write/record-at-hand.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { RulesetStamp } from '../model/outcome.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import { LawIntervals } from './law-intervals.ts';
import type { EvaluatedPayment, EvaluatedRecord, RecordCounter, RecordEvaluator } from './record-evaluator.ts';
import { type Cell, type Selection, cellsOf, lineOf } from './selection.ts';

type Outcome = LazyOutcome | CompiledOutcome;

/** @throws RulesetError when the ruleset cannot be read at any date. */
export const compiledLaw = (data: RulesetData, code: BackEndName): LawIntervals<CompiledLaw> =>
  new LawIntervals(data, (ruleset) => new CompiledLaw(ruleset, code));

export const compiledEvaluator = (law: LawIntervals<CompiledLaw>, selection: Selection): RecordEvaluator => new CompiledEvaluator(law, selection);

const MOST_PERIODS = 1_000;

/** The law of some periods, and what all lines of these periods hold; by the kind of payment. */
interface KnownPeriods {
  readonly compiled: CompiledLaw;
  readonly writer: LineWriter;
  readonly stamp: RulesetStamp;
  readonly pieces: Map<string | undefined, PeriodPieces>;
}

class CompiledEvaluator implements RecordEvaluator {
  private readonly known = new Map<string, KnownPeriods>();
  private readonly writers = new Map<CompiledLaw, LineWriter>();
  private readonly fields: Selection['fields'] | undefined;
  private readonly atHand: RecordAtHand = { out: [], period: NO_PERIOD, source: new Uint8Array(), from: 0, to: 0, lazy: () => this.outcomeTaken() };
  private at: KnownPeriods | undefined;
  /** The law by which the last line was scanned: the next is likely of the same. */
  private last: CompiledLaw | undefined;
  /** The periods of the last line as written, and what is known of them. */
  private assessed: string | undefined;
  private paid: string | undefined;
  private scannedAt: KnownPeriods | undefined;

  constructor(
    private readonly law: LawIntervals<CompiledLaw>,
    private readonly selection: Selection,
  ) {
    this.fields = selection.whole ? undefined : selection.fields;
  }

  evaluate(record: unknown): EvaluatedRecord {
    const key = periodsOf(record);
    const at = key === undefined ? undefined : this.known.get(key);
    const quick = at?.compiled.quick(record, at.stamp);
    if (quick) return new CompiledRecord(quick, this.selection);
    const appraisal = readAppraisal(record);
    const { ruleset, prepared } = this.law.at(appraisal.assessed, appraisal.paid?.period);
    const outcome = prepared.outcomeOf(ruleset, appraisal);
    if (key !== undefined && !at) {
      this.assessed = undefined;
      if (this.known.size >= MOST_PERIODS) this.known.clear();
      this.known.set(key, { compiled: prepared, writer: this.writerOf(prepared), stamp: stampOf(ruleset), pieces: new Map() });
    }
    return new CompiledRecord(outcome, this.selection);
  }

  write(record: unknown, sink: ByteSink, tally: RecordCounter): boolean {
    const key = periodsOf(record);
    const at = key === undefined ? undefined : this.known.get(key);
    if (!at?.compiled.take(record)) return false;
    const head = at.compiled.headTaken();
    this.atHand.source = ENCODER.encode(JSON.stringify(head.employee));
    this.atHand.from = 1;
    this.atHand.to = this.atHand.source.length - 1;
    this.writeTaken(at, head.kind, sink, tally);
    return true;
  }

  scan(bytes: Uint8Array, from: number, to: number, sink: ByteSink, tally: RecordCounter): boolean {
    const first = this.last;
    if (first?.scan(bytes, from, to)) return this.writeScanned(first, bytes, sink, tally);
    for (const compiled of this.writers.keys()) {
      if (compiled === first || !compiled.scan(bytes, from, to)) continue;
      this.last = compiled;
      return this.writeScanned(compiled, bytes, sink, tally);
    }
    return false;
  }

  private writeScanned(compiled: CompiledLaw, bytes: Uint8Array, sink: ByteSink, tally: RecordCounter): boolean {
    const { assessedWritten, paidWritten, paidKind } = compiled.head;
    if (assessedWritten !== this.assessed || paidWritten !== this.paid) {
      this.scannedAt = this.known.get(paidWritten === '' ? assessedWritten : `${assessedWritten} ${paidWritten}`);
      this.assessed = assessedWritten;
      this.paid = paidWritten;
    }
    const at = this.scannedAt;
    // The law of these periods may be another that takes the record as well.
    if (at?.compiled !== compiled) {
      this.assessed = undefined;
      return false;
    }
    this.atHand.source = bytes;
    this.atHand.from = compiled.cursor.employeeFrom;
    this.atHand.to = compiled.cursor.employeeTo;
    this.writeTaken(at, paidKind, sink, tally);
    return true;
  }

  private writeTaken(at: KnownPeriods, kind: string | undefined, sink: ByteSink, tally: RecordCounter): void {
    const { compiled, writer, stamp, pieces } = at;
    let period = pieces.get(kind);
    if (!period) {
      period = writer.piecesOf(compiled.headTaken(), stamp, this.fields);
      pieces.set(kind, period);
    }
    const record = this.atHand;
    record.out = compiled.run();
    record.period = period;
    this.at = at;
    if (writer.write(sink, record)) return tally.writtenOne(writer.ratingOf(record.out), writer.lines);
    const evaluated = new CompiledRecord(this.outcomeTaken(), this.selection);
    sink.all(ENCODER.encode(evaluated.line()));
    tally.evaluatedOne(evaluated);
  }

  private outcomeTaken(): LazyOutcome {
    const { compiled, stamp } = this.at!;
    return compiled.outcomeTaken(stamp, this.atHand.out);
  }

  private writerOf(compiled: CompiledLaw): LineWriter {
    const known = this.writers.get(compiled) ?? compiled.writer(this.fields);
    this.writers.set(compiled, known);
    return known;
  }
}

const ENCODER = new TextEncoder();
const NO_PERIOD: PeriodPieces = { stamp: { id: '', version: '', hash: '', assessedOn: '' }, kind: undefined, constants: [], effects: new Map() };

/** The periods as written, when they are texts. */
function periodsOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { assessed, paid } = record as { assessed?: unknown; paid?: { period?: unknown } | null };
  if (typeof assessed !== 'string') return undefined;
  if (paid === undefined) return assessed;
  const period = typeof paid === 'object' && paid !== null ? paid.period : undefined;
  return typeof period === 'string' ? `${assessed} ${period}` : undefined;
}

class CompiledRecord implements EvaluatedRecord {
  constructor(
    private readonly from: Outcome,
    private readonly selection: Selection,
  ) {}

  get status(): EvaluatedRecord['status'] {
    return this.from.status;
  }

  get rating(): string | undefined {
    return this.from.rating;
  }

  get payments(): readonly EvaluatedPayment[] {
    return this.from.payments.map(({ id, status, amount }) => ({ id, status, amount: amount && amount.toFixed() }));
  }

  line(): string {
    return this.selection.whole ? JSON.stringify(this.from) : lineOf(this.selection, this.outcome());
  }

  cells(): readonly Cell[] {
    return cellsOf(this.selection, this.outcome());
  }

  outcome(): BatchOutcome {
    return JSON.parse(JSON.stringify(this.from)) as BatchOutcome;
  }
}
