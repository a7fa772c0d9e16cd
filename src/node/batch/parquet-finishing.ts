/**
 * How the output of a batch is finished: Parquet keeps its rows until all are there; other files are written as they come.
 * In: a prepared batch. Out: what makes the file of its rows, or undefined.
 */
import type { Finishing } from './journal.ts';
import { writeParquet } from './parquet-output.ts';
import type { PreparedBatch } from './prepare-batch.ts';

export function finishingOf({ plan, columns }: PreparedBatch): Finishing | undefined {
  return plan.output.format === 'parquet' ? (rows, part) => writeParquet(rows, part, columns) : undefined;
}
