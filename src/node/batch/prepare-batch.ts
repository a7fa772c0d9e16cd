/**
 * Makes sure that a batch can run before anything is written: ruleset, fields, input, output.
 * In: {@link BatchOptions}. Out: {@link PreparedBatch}; what stands in the way is thrown.
 */
import { LawIntervals } from '../../batch/law-intervals.ts';
import { selectFields } from '../../batch/selection.ts';
import { RulesetError } from '../../ruleset/diagnostic.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { openRuleset, textDiagnostics } from '../ruleset-folder.ts';
import { BatchError } from './batch-error.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Fingerprint } from './checkpoint.ts';
import { packerOf } from './compression.ts';
import { describeInput } from './describe-input.ts';
import { shapeOf } from './file-shape.ts';
import { type InputFile, inspectInput } from './input-file.ts';
import { headOf, selectionFor } from './output-fields.ts';
import { loadParquetWriter } from './parquet-output.ts';
import { programVersion } from './program-version.ts';
import { type FileTarget, fileTarget, isStreamPath, rejectsTarget } from './targets.ts';
import { type BatchPlan, CHUNK_BYTES } from './work.ts';

export interface PreparedBatch {
  readonly data: RulesetData;
  readonly plan: BatchPlan;
  readonly chunkBytes: number;
  /** The fields that are written, by name. */
  readonly columns: readonly string[];
  /** What stands before the first outcome. */
  readonly head: Uint8Array<ArrayBuffer>;
  /** The bytes of an input that is a stream. */
  readonly blocks: AsyncIterable<Uint8Array> | undefined;
  /** Undefined for a stream. */
  readonly input: InputFile | undefined;
  /** A path as a target; a path of a device or pipe; undefined for a sink. */
  readonly output: { readonly file: FileTarget } | { readonly device: string } | undefined;
  readonly rejects: { readonly target: FileTarget; readonly always: boolean } | undefined;
  /** What a checkpoint names; undefined when the run could not go on from one. */
  readonly fingerprint: Fingerprint | undefined;
}

/** @throws RulesetNotFound, RulesetError, SelectionError, MappingError, BatchError. */
export async function prepareBatch(options: BatchOptions): Promise<PreparedBatch> {
  const folder = openRuleset(options.ruleset);
  const text = textDiagnostics(folder).filter(({ severity }) => severity === 'error');
  if (text.length > 0) throw new RulesetError(folder.id, text);
  const law = new LawIntervals(folder.data, () => undefined);
  const selection = options.select === undefined ? undefined : selectFields(options.select, law.names);
  const input = typeof options.input === 'string' ? inspectInput(options.input) : undefined;
  const chunkBytes = options.chunkBytes ?? CHUNK_BYTES;
  const outputShape = shapeOf(typeof options.output === 'string' ? options.output : '', options.outFormat);
  if (outputShape.format === 'parquet') {
    if (typeof options.output !== 'string' || outputShape.compression !== 'none')
      throw new BatchError('format/unknown', 'Parquet is written to a file, and packs its columns itself.', 'Name the output out.parquet.');
    await loadParquetWriter();
  }
  const { shape, blocks } = await describeInput(options);
  const plan: BatchPlan = {
    ruleset: { id: law.id, version: law.version, hash: law.hash },
    ...(selection && { select: selection.fields.map(({ name }) => name) }),
    input: shape,
    output: outputShape,
  };
  const inputs = input ? [input.path] : [];
  const output =
    typeof options.output !== 'string' ? undefined : isStreamPath(options.output) ? { device: options.output } : { file: fileTarget(options.output, inputs) };
  const file = output && 'file' in output ? output.file : undefined;
  const wanted = options.rejects !== undefined || file !== undefined;
  const rejects = wanted ? rejectsTarget(options.rejects, file?.name ?? '', [...inputs, ...(file ? [file.path] : [])]) : undefined;
  if (options.resume && (!file || !input?.regular))
    throw new BatchError('resume/stream', 'A run from or to a stream cannot be resumed.', 'Give files as input and output, or leave out --resume.');
  const { size, changed, head, tail } = input ?? { size: 0, changed: 0, head: '', tail: '' };
  const fields = selectionFor(plan, law.names);
  return {
    data: folder.data,
    plan,
    columns: fields.fields.map(({ name }) => name),
    head: (await packerOf(outputShape.compression))(headOf(plan, fields)),
    blocks,
    chunkBytes,
    input,
    output,
    rejects: rejects && { target: rejects, always: options.rejects !== undefined },
    fingerprint:
      file && input?.regular && rejects
        ? { program: programVersion(), plan, input: { size, changed, head, tail }, rejects: rejects.path, chunkBytes }
        : undefined,
  };
}
