/**
 * Walks through rows that were read already: those of a Parquet file.
 * In: rows of cells, the names of the columns, and how rows become appraisals. Out: a {@link RecordCursor}; a line is the number of a row.
 */
import type { RowCell } from '../../batch/mapping/row-reader.ts';
import type { RawRecord, RecordCursor } from './record-cursor.ts';

export class RowCursor implements RecordCursor {
  line = 0;
  readonly blank = 0;
  readonly json = undefined;

  constructor(
    private readonly rows: readonly (readonly RowCell[])[],
    private readonly names: readonly string[],
    private readonly rowOf: (cells: readonly RowCell[]) => unknown,
  ) {}

  get lines(): number {
    return this.rows.length;
  }

  next(): boolean {
    if (this.line >= this.rows.length) return false;
    this.line++;
    return true;
  }

  record(): unknown {
    return this.rowOf(this.rows[this.line - 1]!);
  }

  raw(): RawRecord {
    const row = this.rows[this.line - 1]!;
    return { text: JSON.stringify(Object.fromEntries(this.names.map((name, index) => [name, row[index]]))) };
  }
}
