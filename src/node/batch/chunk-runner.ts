/**
 * Appraises one piece of the input: the same code in the main thread, in a worker thread and behind a queue.
 * In: the data of a ruleset, a {@link BatchPlan}, then {@link Work}. Out: {@link ChunkResult}s. Knows nothing of who calls it, and of no other piece.
 */
import { closeSync, openSync } from 'node:fs';
import { exactEvaluator } from '../../batch/exact-evaluator.ts';
import { LawIntervals } from '../../batch/law-intervals.ts';
import type { RecordEvaluator } from '../../batch/record-evaluator.ts';
import { rejectionOf } from '../../batch/rejection.ts';
import { type Selection, WHOLE, selectFields } from '../../batch/selection.ts';
import { Tally } from '../../batch/tally.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError, readingError } from './batch-error.ts';
import { ByteWriter } from './byte-writer.ts';
import { NdjsonCursor } from './ndjson-cursor.ts';
import { RangeReader } from './read-range.ts';
import type { RecordCursor } from './record-cursor.ts';
import { rejectLine } from './reject-line.ts';
import type { BatchPlan, ChunkResult, Work } from './work.ts';

export class ChunkRunner {
  private readonly evaluator: RecordEvaluator;
  private readonly output = new ByteWriter(1 << 20);
  private readonly rejects = new ByteWriter();
  private readonly ranges = new RangeReader();
  private readonly files = new Map<string, number>();

  private constructor(
    private readonly plan: BatchPlan,
    evaluator: RecordEvaluator,
  ) {
    this.evaluator = evaluator;
  }

  /** @throws RulesetError when the ruleset cannot be read; BatchError when it is not the one of the plan. */
  static async open(data: RulesetData, plan: BatchPlan): Promise<ChunkRunner> {
    const law = new LawIntervals(data, () => undefined);
    if (law.hash !== plan.ruleset.hash)
      throw new BatchError(
        'file/changed',
        `The ruleset "${plan.ruleset.id}" is not the one that the batch was begun with: its hash is ${law.hash}, not ${plan.ruleset.hash}.`,
        'Give every machine the same files of the ruleset.',
      );
    const selection: Selection = plan.select ? selectFields(plan.select, law.names) : WHOLE;
    return new ChunkRunner(plan, exactEvaluator(law, selection));
  }

  /** @throws BatchError when the input cannot be read; never for a bad record. */
  async run(work: Work): Promise<ChunkResult> {
    const cursor = this.cursorOf(work);
    const tally = new Tally();
    while (cursor.next()) this.one(cursor, tally);
    tally.blankOnes(cursor.blank);
    return { output: this.output.take(), rejects: this.rejects.take(), lines: cursor.lines, tally: tally.json() };
  }

  close(): void {
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
  }

  private one(cursor: RecordCursor, tally: Tally): void {
    let line: string;
    try {
      const evaluated = this.evaluator.evaluate(cursor.record());
      line = evaluated.line();
      tally.evaluatedOne(evaluated);
    } catch (error) {
      const rejection = rejectionOf(error);
      this.rejects.line(rejectLine(cursor.line, rejection, cursor.raw()));
      tally.rejectedOne(rejection.code);
      return;
    }
    this.output.line(line);
  }

  private cursorOf(work: Work): RecordCursor {
    switch (work.kind) {
      case 'range':
        try {
          return new NdjsonCursor(this.ranges.read(this.fileOf(work.path), work.from, work.to));
        } catch (error) {
          throw readingError(error, work.path);
        }
      case 'bytes':
        return new NdjsonCursor({ bytes: Buffer.from(work.bytes.buffer, work.bytes.byteOffset, work.bytes.byteLength), offset: work.offset, cut: work.cut });
      case 'rows':
        throw new BatchError('format/unknown', 'Rows are not read yet.', 'Give NDJSON.');
    }
  }

  private fileOf(path: string): number {
    const open = this.files.get(path);
    if (open !== undefined) return open;
    const file = openSync(path, 'r');
    this.files.set(path, file);
    return file;
  }
}
