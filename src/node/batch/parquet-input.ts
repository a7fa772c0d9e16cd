/**
 * Reads flat Parquet files through hyparquet: their columns, and rows as cells with exact texts.
 * In: a path. Out: columns and cells. A decimal is read from its scaled integer; a float is never a number here.
 */
import { type FileHandle, open } from 'node:fs/promises';
import * as zlib from 'node:zlib';
import type * as Hyparquet from 'hyparquet';
import type { AsyncBuffer, Compressors, FileMetaData, SchemaElement } from 'hyparquet';
import type { RowCell } from '../../batch/mapping/row-reader.ts';
import { BatchError, readingError } from './batch-error.ts';
import { optionalLibrary } from './optional-library.ts';

export type ParquetKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'float' | 'other';

export interface ParquetColumn {
  readonly name: string;
  readonly kind: ParquetKind;
  /** Of a decimal: how many of its digits stand behind the point. */
  readonly scale: number;
}

export interface ParquetShape {
  readonly columns: readonly ParquetColumn[];
  /** Rows of each row group. */
  readonly groups: readonly number[];
}

const loadLibrary = (): Promise<typeof Hyparquet> => optionalLibrary('hyparquet', 'Reading Parquet', () => import('hyparquet'));

/** An open Parquet file. */
export class ParquetInput {
  private constructor(
    private readonly path: string,
    private readonly handle: FileHandle,
    private readonly file: AsyncBuffer,
    private readonly metadata: FileMetaData,
    readonly shape: ParquetShape,
  ) {}

  /** @throws BatchError when it is no Parquet file, is not flat, or the library is missing. */
  static async open(path: string): Promise<ParquetInput> {
    const { parquetMetadataAsync } = await loadLibrary();
    let handle: FileHandle;
    try {
      handle = await open(path, 'r');
    } catch (error) {
      throw readingError(error, path);
    }
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      slice: async (start, end = size) => {
        const bytes = new Uint8Array(Math.max(0, end - start));
        for (let done = 0; done < bytes.length;) {
          const { bytesRead } = await handle.read(bytes, done, bytes.length - done, start + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.buffer;
      },
    };
    try {
      const metadata = await parquetMetadataAsync(file);
      return new ParquetInput(path, handle, file, rawDecimals(metadata), shapeOf(metadata));
    } catch (error) {
      await handle.close();
      throw new BatchError(
        'file/damaged',
        `"${path}" cannot be read as Parquet: ${error instanceof Error ? error.message : String(error)}.`,
        'Check the file, or say its format with --format.',
      );
    }
  }

  /** The cells of rows, columns in the order of the file. */
  async rows(from: number, to: number): Promise<readonly (readonly RowCell[])[]> {
    const { parquetReadObjects } = await loadLibrary();
    let rows: readonly Readonly<Record<string, unknown>>[];
    try {
      rows = await parquetReadObjects({ file: this.file, metadata: this.metadata, rowStart: from, rowEnd: to, utf8: false, compressors: await unpackers() });
    } catch (error) {
      if (error instanceof BatchError) throw error;
      throw new BatchError(
        'file/damaged',
        `"${this.path}" cannot be read as Parquet: ${error instanceof Error ? error.message : String(error)}.`,
        'Check the file.',
      );
    }
    return rows.map((row) => this.shape.columns.map((column) => cellOf(column, row[column.name])));
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

function shapeOf({ schema, row_groups }: FileMetaData): ParquetShape {
  const [root, ...elements] = schema;
  const columns: ParquetColumn[] = [];
  let inside = 0;
  for (const element of elements) {
    if (inside > 0) {
      inside += (element.num_children ?? 0) - 1;
      continue;
    }
    inside = element.num_children ?? 0;
    columns.push({ name: element.name, kind: kindOf(element), scale: element.scale ?? 0 });
  }
  if (columns.length === 0 || !root) throw new Error('it has no columns');
  return { columns, groups: row_groups.map((group) => Number(group.num_rows)) };
}

const isDecimal = ({ converted_type, logical_type }: SchemaElement): boolean => converted_type === 'DECIMAL' || logical_type?.type === 'DECIMAL';

function kindOf(element: SchemaElement): ParquetKind {
  const { type, converted_type, logical_type, num_children, repetition_type } = element;
  if (num_children || repetition_type === 'REPEATED') return 'other';
  if (isDecimal(element)) return 'decimal';
  if (type === 'FLOAT' || type === 'DOUBLE' || logical_type?.type === 'FLOAT16') return 'float';
  if (type === 'BOOLEAN') return 'boolean';
  if (converted_type === 'DATE' || converted_type?.startsWith('TIMESTAMP') || logical_type?.type === 'DATE' || logical_type?.type === 'TIMESTAMP')
    return 'date';
  if (type === 'INT96' || logical_type?.type === 'TIME' || converted_type?.startsWith('TIME_')) return 'other';
  if (type === 'INT32' || type === 'INT64') return 'integer';
  return type === 'BYTE_ARRAY' ? 'text' : 'other';
}

/** The library would make floats of decimals: without their mark it gives the scaled integers as they stand in the file. */
function rawDecimals(metadata: FileMetaData): FileMetaData {
  const schema = metadata.schema.map((element) => {
    if (!isDecimal(element)) return element;
    const { converted_type: _, logical_type: __, ...rest } = element;
    return rest;
  });
  return { ...metadata, schema };
}

function cellOf({ kind, scale }: ParquetColumn, value: unknown): RowCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  if (kind === 'decimal') return scaledText(value instanceof Uint8Array ? signed(value) : BigInt(value as bigint | number), scale);
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8');
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | bigint);
}

/** A whole number from its bytes, the highest first, in two's complement. */
function signed(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(Math.max(1, bytes.length) * 8, value);
}

/** `12345` with scale 2 is `123.45`. */
export function scaledText(value: bigint, scale: number): string {
  if (scale === 0) return value.toString();
  const digits = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const behind = digits.slice(-scale).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}${behind === '' ? '' : `.${behind}`}`;
}

let known: Compressors | undefined;
async function unpackers(): Promise<Compressors> {
  if (known) return known;
  const own = (zlib as { readonly zstdDecompressSync?: (bytes: Uint8Array) => Buffer }).zstdDecompressSync;
  const unpackZstd =
    own ??
    (await import('fzstd').then(
      ({ decompress }) => decompress,
      () => undefined,
    ));
  known = {
    GZIP: (bytes) => zlib.gunzipSync(bytes),
    BROTLI: (bytes) => zlib.brotliDecompressSync(bytes),
    ...(unpackZstd && { ZSTD: (bytes: Uint8Array) => unpackZstd(bytes) }),
  };
  return known;
}
