/**
 * What a file is, told by its name: its format, and how it is compressed.
 * In: a name such as `staff.csv.gz`. Out: format and compression. What has no known ending is NDJSON.
 */
import type { Compression, Format } from './work.ts';

export interface FileShape {
  readonly format: Format;
  readonly compression: Compression;
}

const COMPRESSIONS: Readonly<Record<string, Compression>> = { '.gz': 'gzip', '.zst': 'zstd' };
const FORMATS: Readonly<Record<string, Format>> = { '.csv': 'csv', '.parquet': 'parquet' };

export function shapeOf(name: string, format?: Format): FileShape {
  const lower = name.toLowerCase();
  const ending = Object.keys(COMPRESSIONS).find((each) => lower.endsWith(each));
  const bare = ending === undefined ? lower : lower.slice(0, -ending.length);
  const known = Object.keys(FORMATS).find((each) => bare.endsWith(each));
  return { format: format ?? (known === undefined ? 'ndjson' : FORMATS[known]!), compression: ending === undefined ? 'none' : COMPRESSIONS[ending]! };
}
