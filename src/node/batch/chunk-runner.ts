/**
 * Appraises one piece of the input: the same code in the main thread, in a worker thread and behind a queue.
 * In: the data of a ruleset, a {@link BatchPlan}, then {@link Work}. Out: {@link ChunkResult}s. Knows nothing of who calls it, and of no other piece.
 */
import { closeSync, openSync } from 'node:fs';
import { compiledEvaluator, compiledLaw } from '../../batch/compiled-evaluator.ts';
import type { RecordEvaluator } from '../../batch/record-evaluator.ts';
import { rejectionOf } from '../../batch/rejection.ts';
import { csvLine } from '../../batch/csv/csv-text.ts';
import { type RowCell, rowReader } from '../../batch/mapping/row-reader.ts';
import type { EvaluatedRecord } from '../../batch/record-evaluator.ts';
import { selectionFor } from './output-fields.ts';
import { Tally } from '../../batch/tally.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError, readingError } from './batch-error.ts';
import { ByteWriter } from './byte-writer.ts';
import { NdjsonCursor } from './ndjson-cursor.ts';
import { type Packer, packerOf } from './compression.ts';
import { CsvCursor } from './csv-cursor.ts';
import { ParquetInput } from './parquet-input.ts';
import { RangeReader } from './read-range.ts';
import type { RecordCursor } from './record-cursor.ts';
import { rejectLine } from './reject-line.ts';
import { RowCursor } from './row-cursor.ts';
import type { BatchPlan, ChunkResult, Format, Work } from './work.ts';

export class ChunkRunner {
  private readonly evaluator: RecordEvaluator;
  private readonly output = new ByteWriter(1 << 20);
  private readonly rejects = new ByteWriter();
  private readonly ranges = new RangeReader();
  private readonly files = new Map<string, number>();

  private readonly parquet = new Map<string, Promise<ParquetInput>>();
  private readonly rowOf: (cells: readonly RowCell[]) => unknown;
  private readonly write: (evaluated: EvaluatedRecord) => string;
  /** Whether lines of JSON are written, which the evaluator can do itself. */
  private readonly lines: boolean;

  private constructor(
    private readonly plan: BatchPlan,
    evaluator: RecordEvaluator,
    private readonly pack: Packer,
  ) {
    this.evaluator = evaluator;
    const { mapping, columns, exact } = plan.input;
    this.rowOf = mapping ? rowReader(mapping, { names: columns ?? [], exact }) : (cells) => cells;
    this.write = WRITERS[plan.output.format];
    this.lines = plan.output.format === 'ndjson';
  }

  /** @throws RulesetError when the ruleset cannot be read; BatchError when it is not the one of the plan. */
  static async open(data: RulesetData, plan: BatchPlan): Promise<ChunkRunner> {
    const law = compiledLaw(data, 'generated');
    if (law.hash !== plan.ruleset.hash)
      throw new BatchError(
        'file/changed',
        `The ruleset "${plan.ruleset.id}" is not the one that the batch was begun with: its hash is ${law.hash}, not ${plan.ruleset.hash}.`,
        'Give every machine the same files of the ruleset.',
      );
    return new ChunkRunner(plan, compiledEvaluator(law, selectionFor(plan, law.names)), await packerOf(plan.output.compression));
  }

  /** @throws BatchError when the input cannot be read; never for a bad record. */
  async run(work: Work): Promise<ChunkResult> {
    const cursor = await this.cursorOf(work);
    const tally = new Tally();
    while (cursor.next()) this.one(cursor, tally);
    tally.blankOnes(cursor.blank);
    return { output: this.pack(this.output.take()), rejects: this.rejects.take(), lines: cursor.lines, tally: tally.json() };
  }

  /** Takes back the memory of an output that is written. */
  giveBack(output: Uint8Array<ArrayBuffer>): void {
    if (output.buffer.byteLength > 0) this.output.giveBack(output);
  }

  async close(): Promise<void> {
    for (const file of this.files.values()) closeSync(file);
    this.files.clear();
    for (const file of this.parquet.values()) await (await file).close();
    this.parquet.clear();
  }

  private one(cursor: RecordCursor, tally: Tally): void {
    const { output, evaluator } = this;
    const start = output.length;
    let line: string;
    try {
      const { json } = cursor;
      if (this.lines && json && evaluator.scan(json.bytes, json.from, json.to, output, tally)) return output.end();
      output.length = start;
      const record = cursor.record();
      if (this.lines && evaluator.write(record, output, tally)) return output.end();
      output.length = start;
      const evaluated = evaluator.evaluate(record);
      line = this.write(evaluated);
      tally.evaluatedOne(evaluated);
    } catch (error) {
      output.length = start;
      const rejection = rejectionOf(error);
      this.rejects.line(rejectLine(cursor.line, rejection, cursor.raw()));
      tally.rejectedOne(rejection.code);
      return;
    }
    output.line(line);
  }

  private async cursorOf(work: Work): Promise<RecordCursor> {
    const { format, separator, columns = [] } = this.plan.input;
    switch (work.kind) {
      case 'range':
        try {
          return new NdjsonCursor(this.ranges.read(this.fileOf(work.path), work.from, work.to));
        } catch (error) {
          throw readingError(error, work.path);
        }
      case 'bytes': {
        const bytes = Buffer.from(work.bytes.buffer, work.bytes.byteOffset, work.bytes.byteLength);
        if (format === 'csv') return new CsvCursor(bytes, work.offset, { separator: separator ?? ',', columns: columns.length, rowOf: this.rowOf });
        return new NdjsonCursor({ bytes, offset: work.offset, cut: work.cut });
      }
      case 'rows':
        return new RowCursor(await (await this.parquetOf(work.path)).rows(work.from, work.to), columns, this.rowOf);
    }
  }

  private parquetOf(path: string): Promise<ParquetInput> {
    const open = this.parquet.get(path) ?? ParquetInput.open(path);
    this.parquet.set(path, open);
    return open;
  }

  private fileOf(path: string): number {
    const open = this.files.get(path);
    if (open !== undefined) return open;
    const file = openSync(path, 'r');
    this.files.set(path, file);
    return file;
  }
}

/** What is kept of a record; rows of a Parquet file are JSON until the file is written. */
const WRITERS: Readonly<Record<Format, (evaluated: EvaluatedRecord) => string>> = {
  ndjson: (evaluated) => evaluated.line(),
  csv: (evaluated) => csvLine(evaluated.cells()),
  parquet: (evaluated) => JSON.stringify(evaluated.cells()),
};
