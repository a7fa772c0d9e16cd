/**
 * Partitions that could not be done, however often they were tried.
 * In: what the queue says of them. Out: {@link PoisonedError}, which names each, its lines, its reason, and how to go on.
 */
import { BatchError } from '../batch/batch-error.ts';
import type { Partition } from '../batch/partition.ts';
import { lineRangesOf } from './line-range.ts';

export interface PoisonedPartition {
  /** From 1, in the order of the input. */
  readonly number: number;
  /** Bytes of the input: from the first up to before the last. */
  readonly bytes: { readonly from: number; readonly to: number };
  /** Lines of the input, from 1; undefined when the input cannot be read any more. */
  readonly lines: { readonly first: number; readonly last: number } | undefined;
  readonly tries: number;
  readonly reason: string;
  /** The worker that had it last. */
  readonly worker: string | undefined;
}

/** What the queue says of a partition that failed for good. */
export interface Failed {
  readonly partition: Partition;
  readonly tries: number;
  readonly reason: string;
  readonly worker: string | undefined;
}

/** Some partitions are poisoned; all others are done and kept for `resume`. */
export class PoisonedError extends BatchError {
  constructor(
    readonly partitions: readonly PoisonedPartition[],
    all: number,
  ) {
    super(
      'queue/poisoned',
      `${partitions.length} of ${all} partitions could not be done. ${partitions.slice(0, TOLD).map(told).join(' ')}${more(partitions.length)}`,
      'Mend what the reason names, then run again with --resume: what is done is kept.',
    );
  }
}

const TOLD = 5;

export function poisonedError(failed: readonly Failed[], all: number): PoisonedError {
  const inOrder = failed.toSorted((a, b) => a.partition.number - b.partition.number);
  const lines = lineRangesOf(
    inOrder[0]!.partition.input,
    inOrder.map(({ partition }) => partition),
  );
  return new PoisonedError(
    inOrder.map(({ partition: { number, from, to }, tries, reason, worker }, index) => ({
      number: number + 1,
      bytes: { from, to },
      lines: lines?.[index],
      tries,
      reason,
      worker,
    })),
    all,
  );
}

function told({ number, lines, bytes, tries, reason, worker }: PoisonedPartition): string {
  const where = lines ? `lines ${lines.first} to ${lines.last} of the input` : `bytes ${bytes.from} to ${bytes.to} of the input`;
  const times = tries === 1 ? 'once' : `${tries} times`;
  return `Partition ${number} (${where}) failed ${times}${worker === undefined ? '' : `, last at ${worker}`}: ${reason}`;
}

const more = (count: number): string => (count > TOLD ? ` And ${count - TOLD} more.` : '');
