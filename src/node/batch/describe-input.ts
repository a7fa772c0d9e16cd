/**
 * Finds out what the input is before the run: the columns of a flat file, and that the mapping fits them.
 * In: the options. Out: the {@link InputShape} for the plan; for a stream also its bytes, of which the beginning was looked at.
 */
import { createReadStream } from 'node:fs';
import { cellsOfCsv, likelySeparator } from '../../batch/csv/csv-text.ts';
import type { Mapping } from '../../batch/mapping/mapping.ts';
import { ownMapping } from '../../batch/mapping/own-mapping.ts';
import { rowReader } from '../../batch/mapping/row-reader.ts';
import { BatchError, readingError } from './batch-error.ts';
import type { BatchOptions } from './batch-options.ts';
import { unpacked } from './compression.ts';
import { headerOf } from './cut-csv.ts';
import { shapeOf } from './file-shape.ts';
import { ParquetInput, type ParquetColumn } from './parquet-input.ts';
import { readMappingFile } from './read-mapping-file.ts';
import type { InputShape } from './work.ts';

export interface DescribedInput {
  readonly shape: InputShape;
  readonly blocks?: AsyncIterable<Uint8Array> | undefined;
}

/** @throws BatchError for a header that cannot be read; MappingError when columns and mapping do not fit. */
export async function describeInput({ input, format, mapping: path }: BatchOptions): Promise<DescribedInput> {
  const file = shapeOf(typeof input === 'string' ? input : '', format);
  const blocks = typeof input === 'string' ? undefined : input;
  const mapping = path === undefined ? undefined : readMappingFile(path);
  switch (file.format) {
    case 'ndjson':
      if (mapping)
        throw new BatchError('mapping/invalid', 'A mapping is for columns, and NDJSON has none.', 'Leave out --mapping, or say the format with --format csv.');
      return { shape: file, blocks };
    case 'csv':
      return describeCsv(file, input, mapping);
    case 'parquet':
      if (typeof input !== 'string' || file.compression !== 'none')
        throw new BatchError('format/unknown', 'Parquet is read from an uncompressed file alone: its directory stands at its end.', 'Give the file itself.');
      return { shape: await describeParquet(file, input, mapping) };
  }
}

async function describeCsv(
  file: Pick<InputShape, 'format' | 'compression'>,
  input: BatchOptions['input'],
  mapping: Mapping | undefined,
): Promise<DescribedInput> {
  const name = typeof input === 'string' ? input : 'the input';
  const stream = typeof input === 'string' ? createReadStream(input) : undefined;
  let header: Awaited<ReturnType<typeof headerOf>>;
  try {
    header = await headerOf(
      unpacked(stream ?? (input as AsyncIterable<Uint8Array>), file.compression, name),
      mapping?.separator === undefined ? likelySeparator : () => mapping.separator!,
    );
  } catch (error) {
    throw readingError(error, name);
  } finally {
    stream?.destroy();
  }
  const names = cellsOfCsv(header.line, header.separator).map((cell) => cell.trim());
  if (header.line.trim() === '')
    throw new BatchError('file/header', `"${name}" has no first line with the names of its columns.`, 'Write the names of the columns in the first line.');
  const twice = names.find((each, index) => each !== '' && names.indexOf(each) !== index);
  if (twice !== undefined) throw new BatchError('file/header', `"${name}" has two columns "${twice}".`, 'Give each column a name of its own.');
  const used = mapping ?? ownMapping(names);
  rowReader(used, { names });
  return { shape: { ...file, columns: names, separator: header.separator, mapping: used }, ...(stream === undefined && { blocks: header.blocks }) };
}

async function describeParquet(file: Pick<InputShape, 'format' | 'compression'>, path: string, mapping: Mapping | undefined): Promise<InputShape> {
  const opened = await ParquetInput.open(path);
  const { columns, groups } = opened.shape;
  await opened.close();
  const names = columns.map(({ name }) => name);
  const used = mapping ?? ownMapping(names);
  const exact = columns.map(({ kind }) => kind !== 'text');
  rowReader(used, { names, exact });
  refuseFloats(columns, used);
  return { ...file, columns: names, exact, groups, mapping: used };
}

/** A float has lost already what the file of its origin knew. */
function refuseFloats(columns: readonly ParquetColumn[], mapping: Mapping): void {
  const wanted = new Set(Object.keys(mapping.columns));
  for (const { repeat, columns: own } of mapping.lists)
    for (let n = 1; n <= repeat; n++) for (const name of Object.keys(own)) wanted.add(name.replaceAll('{n}', String(n)));
  for (const { name, kind } of columns) {
    if (!wanted.has(name)) continue;
    if (kind === 'float')
      throw new BatchError(
        'format/column',
        `The column "${name}" holds binary floating-point numbers, which are not exact.`,
        'Write it as text, as a decimal or as a whole number, and give that file.',
      );
    if (kind === 'other')
      throw new BatchError(
        'format/column',
        `The column "${name}" is of a kind that is not read here.`,
        'Write it as text, a whole number, a decimal, a date or a truth value.',
      );
  }
}
