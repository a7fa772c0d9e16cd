/**
 * Writes a Parquet file from rows that were kept as lines of JSON, one row group after the other.
 * In: the file of rows and the names of the columns. Out: a Parquet file of texts: money and scores are exact decimal text, never floats.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type * as HyparquetWriter from 'hyparquet-writer';
import type { Cell } from '../../batch/selection.ts';
import { writingError } from './batch-error.ts';
import { optionalLibrary } from './optional-library.ts';

const ROWS_IN_GROUP = 50_000;

export const loadParquetWriter = (): Promise<typeof HyparquetWriter> =>
  optionalLibrary('hyparquet-writer', 'Writing Parquet', () => import('hyparquet-writer'));

/** @throws BatchError when the library is missing or the disk refuses. */
export async function writeParquet(rowsPath: string, path: string, columns: readonly string[]): Promise<void> {
  const { ParquetWriter, fileWriter } = await loadParquetWriter();
  try {
    const writer = new ParquetWriter({
      writer: fileWriter(path),
      createdBy: 'kinerja',
      schema: [
        { name: 'outcomes', num_children: columns.length },
        ...columns.map((name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }) as const),
      ],
    });
    let rows: (readonly Cell[])[] = [];
    const flush = async (): Promise<void> => {
      const columnData = columns.map((name, index) => ({ name, data: rows.map((row) => row[index] ?? null) }));
      if (rows.length > 0) await writer.write({ columnData, rowGroupSize: ROWS_IN_GROUP });
      rows = [];
    };
    for await (const line of createInterface({ input: createReadStream(rowsPath), crlfDelay: Infinity })) {
      rows.push(JSON.parse(line) as readonly Cell[]);
      if (rows.length === ROWS_IN_GROUP) await flush();
    }
    await flush();
    await writer.finish();
  } catch (error) {
    throw writingError(error, path);
  }
}
