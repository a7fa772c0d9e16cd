/**
 * Walks through the records of a piece of CSV.
 * In: bytes of whole records, and how rows become appraisals. Out: a {@link RecordCursor}; the names of the columns are passed over.
 */
import { isUtf8 } from 'node:buffer';
import { CsvScanner } from '../../batch/csv/csv-scanner.ts';
import { cellsOfCsv } from '../../batch/csv/csv-text.ts';
import { InputError, inputIssue } from '../../model/input-error.ts';
import type { RowCell } from '../../batch/mapping/row-reader.ts';
import type { RawRecord, RecordCursor } from './record-cursor.ts';

const NEWLINE = 10;
const RETURN = 13;

export interface CsvShape {
  readonly separator: string;
  /** How many cells the first line has. */
  readonly columns: number;
  readonly rowOf: (cells: readonly RowCell[]) => unknown;
}

export class CsvCursor implements RecordCursor {
  line = 0;
  lines = 0;
  blank = 0;
  readonly json = undefined;
  private readonly scanner: CsvScanner;
  private start = 0;
  private end = 0;
  private at = 0;
  private sound = true;

  /** @param offset where the bytes stand in the text: at 0 the names of the columns come first. */
  constructor(
    private readonly bytes: Buffer,
    offset: number,
    private readonly shape: CsvShape,
  ) {
    this.scanner = new CsvScanner(bytes, shape.separator.charCodeAt(0));
    if (offset === 0 && bytes.length > 0) this.advance();
  }

  next(): boolean {
    while (this.at < this.bytes.length) {
      this.advance();
      if (this.bytes.subarray(this.start, this.end).every((byte) => byte === 32 || byte === 9 || byte === RETURN)) {
        this.blank++;
        continue;
      }
      return true;
    }
    return false;
  }

  record(): unknown {
    if (!isUtf8(this.bytes.subarray(this.start, this.end))) throw refusal('record/encoding', 'The line is no UTF-8.', 'Save the file as UTF-8.');
    if (!this.sound)
      throw refusal(
        'csv/quote',
        'A cell that begins with a quotation mark does not end with one.',
        'Close the mark before the next separator, and double marks inside.',
      );
    const cells = cellsOfCsv(this.text(), this.shape.separator);
    if (cells.length !== this.shape.columns)
      throw refusal(
        'csv/cells',
        `The record has ${cells.length} cells, and the first line ${this.shape.columns}.`,
        'Give each record a cell for each column; put cells with separators in quotation marks.',
      );
    return this.shape.rowOf(cells);
  }

  raw(): RawRecord {
    const bytes = this.bytes.subarray(this.start, this.end);
    return isUtf8(bytes) ? { text: this.text() } : { base64: bytes.toString('base64') };
  }

  private text(): string {
    return this.bytes.toString('utf8', this.start, this.end);
  }

  private advance(): void {
    const record = this.scanner.at(this.at, true)!;
    this.line = this.lines + 1;
    this.start = this.at;
    this.at = record.end;
    this.sound = record.sound;
    const ended = this.bytes[record.end - 1] === NEWLINE;
    this.end = ended ? record.end - 1 : record.end;
    if (ended && this.end > this.start && this.bytes[this.end - 1] === RETURN) this.end--;
    this.lines++;
    for (let at = this.bytes.indexOf(NEWLINE, this.start); at >= 0 && at < this.end; at = this.bytes.indexOf(NEWLINE, at + 1)) this.lines++;
  }
}

const refusal = (code: string, message: string, mend: string): InputError => new InputError('record', [inputIssue(code, [], message, mend)]);
