/**
 * `kinerja batch`: appraises all records of a file, as many as there are.
 * In: a ruleset, an input and an output. Out: outcomes in the order of the input, rejects, and a summary on stderr.
 */
import { InvalidArgumentError, Option } from 'commander';
import { writeFile } from '../../node/write-file.ts';
import type { BatchSummary } from '../../node/batch/batch-options.ts';
import { runBatch } from '../../node/batch/run-batch.ts';
import type { Format } from '../../node/batch/work.ts';
import { batchTeller } from '../batch-progress.ts';
import { type CliCommand, type ExitCode, FINDINGS, GOOD } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { renderBatchSummary, renderQueuedSummary } from '../render/batch-summary.ts';
import { jsonText } from '../render/json-text.ts';
import type { Io } from '../io.ts';
import { openFolder, pathFrom, rulesetAt } from '../targets.ts';
import { type QueuedFlags, declareQueuedBatch, refuseQueueFlags, runOnQueue } from '../queued-batch.ts';

interface Options extends QueuedFlags {
  readonly in: string;
  readonly out: string;
  readonly workers?: number;
  readonly rejects?: string;
  readonly resume?: boolean;
  readonly select?: string;
  readonly mapping?: string;
  readonly format?: Format;
  readonly outFormat?: Format;
  readonly summary?: string;
}

const FORMATS: readonly Format[] = ['ndjson', 'csv', 'parquet'];

export const batch: CliCommand = {
  name: 'batch',
  summary: 'appraise all records of a file: NDJSON, CSV or Parquet, of any size',
  about: `Names tell what files are: .ndjson, .csv, .parquet, each also with .gz or .zst. Records may be of different periods.
A record that cannot be appraised goes to the rejects with its line, the reason and itself; the rest goes on.
The output stands under its name only once it is whole. A killed run goes on with --resume and ends with the same bytes.
Exit code 0 when every record has an outcome; 1 when some were rejected; 2 when the run could not begin or go on.`,
  examples: [
    ['kinerja batch nasional --in staff.ndjson --out pay.ndjson', 'whole outcomes'],
    ['kinerja batch nasional --in staff.ndjson --out pay.ndjson --resume', 'go on after a kill'],
    ['kinerja batch salatiga --in staff.csv --mapping staff.yaml --out pay.csv', 'from and to spreadsheets'],
    ['kinerja batch salatiga --in a.ndjson.gz --out b.ndjson.gz --select status,rating', 'some fields, compressed'],
    ['kinerja batch nasional --in - --out - < staff.ndjson', 'in a pipe'],
    ['kinerja batch nasional --in staff.ndjson --out pay.ndjson --queue redis://queue:6379', 'by kinerja worker'],
  ],
  declare: (command) =>
    declareQueuedBatch(
      command
        .argument('<ruleset>', 'id or folder')
        .requiredOption('-i, --in <file>', 'the records; - for stdin')
        .requiredOption('-o, --out <file>', 'the outcomes; - for stdout')
        .option('-w, --workers <number>', 'threads; default: as many as cores, or one for less than 16 MB', wholeNumber)
        .option('--rejects <file>', 'the rejected records; default: <out>.rejects.ndjson, nowhere with --out -')
        .option('--resume', 'go on where a killed run stopped; begin anew where there was none')
        .option('--select <fields>', 'fields to write, such as status,rating,payments.tpp')
        .option('--mapping <file>', 'how columns become appraisals (YAML), for CSV and Parquet')
        .addOption(new Option('-f, --format <format>', 'format of the input, where its name does not tell').choices(FORMATS))
        .addOption(new Option('--out-format <format>', 'format of the output, where its name does not tell').choices(FORMATS))
        .option('--summary <file>', 'write the closing summary as JSON as well'),
    ),
  async run({ io, args, options }) {
    const {
      in: input,
      out,
      rejects,
      summary: summaryFile,
      mapping,
      queue,
      queueName,
      patience,
      partitionSize,
      attempts,
      lockTime,
      ...rest
    } = options as unknown as Options;
    const [ruleset] = args as readonly [string];
    const { path } = openFolder(rulesetAt(io, ruleset));
    const flags: QueuedFlags = { queue, queueName, patience, partitionSize, attempts, lockTime };
    if (queue === undefined) refuseQueueFlags(flags);
    const files = { rejects: rejects === undefined ? undefined : pathFrom(io, rejects), mapping: mapping === undefined ? undefined : pathFrom(io, mapping) };
    const close = (summary: BatchSummary, text: string): ExitCode => {
      io.stderr(text);
      if (summaryFile !== undefined) writeFile(pathFrom(io, summaryFile), jsonText(summary), { replace: true });
      return summary.rejected > 0 ? FINDINGS : GOOD;
    };
    if (queue !== undefined) {
      const summary = await runOnQueue(io, { ...rest, ...files, ruleset: path, in: input, out }, { ...flags, queue });
      return close(summary, renderQueuedSummary(summary));
    }
    const teller = batchTeller(io);
    try {
      const summary = await runBatch({
        ...rest,
        ruleset: path,
        input: input === '-' ? streamOf(io) : pathFrom(io, input),
        output: out === '-' ? sinkOf(io) : pathFrom(io, out),
        ...files,
        onProgress: teller.tell,
      });
      teller.clear();
      return close(summary, renderBatchSummary(summary));
    } finally {
      teller.clear();
    }
  },
};

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d{1,3}$/.test(text) || number < 1) throw new InvalidArgumentError('Give a whole number from 1 to 999.');
  return number;
}

function streamOf(io: Io): AsyncIterable<Uint8Array> {
  if (!io.stdinBytes) throw new Misuse('There is no stdin here.', 'Give a file.');
  return io.stdinBytes();
}

function sinkOf(io: Io): (bytes: Uint8Array) => Promise<void> {
  if (!io.stdoutBytes) throw new Misuse('There is no stdout for bytes here.', 'Give a file.');
  return io.stdoutBytes;
}
