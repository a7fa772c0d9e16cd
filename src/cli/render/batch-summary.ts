/**
 * The closing summary of a batch: that nothing was lost, how the records ended, and the exact totals.
 * In: a {@link BatchSummary}. Out: lines of text.
 */
import { LINE_STATUSES } from '../../batch/tally.ts';
import type { BatchSummary } from '../../node/batch/batch-options.ts';
import type { QueuedBatchSummary } from '../../node/queue/queued-batch-options.ts';
import { durationText } from '../batch-progress.ts';
import { grouped, many } from './grouped.ts';

export function renderBatchSummary(summary: BatchSummary): string {
  const { ruleset, status, ratings, payments, rejections } = summary;
  const rows = [
    `${grouped(summary.read)} records in = ${grouped(summary.evaluated)} out + ${grouped(summary.rejected)} rejected${summary.blank > 0 ? `; ${many(summary.blank, 'blank line')}` : ''}`,
    ...(summary.resumed > 0 ? [`taken up after ${many(summary.resumed, 'record')} of an earlier run`] : []),
    `status: ${grouped(status.complete)} complete, ${grouped(status.undetermined)} undetermined, ${grouped(status.faulted)} faulted`,
    ...Object.entries(ratings).map(([rating, { records, rupiah }]) => `rating ${rating}: ${many(records, 'record')}, Rp ${grouped(rupiah)} paid`),
    ...(summary.unrated > 0 ? [`without a rating: ${many(summary.unrated, 'record')}`] : []),
    ...Object.entries(payments).flatMap(([id, lines]) =>
      LINE_STATUSES.filter((each) => lines[each].records > 0).map(
        (each) =>
          `payment ${id}, ${each}: ${many(lines[each].records, 'record')}${each === 'paid' || each === 'held' ? `, Rp ${grouped(lines[each].rupiah)}` : ''}`,
      ),
    ),
    ...Object.entries(rejections).map(([code, records]) => `rejected ${code}: ${many(records, 'record')}`),
    ...(summary.rejected > 0
      ? [summary.rejects === undefined ? 'the rejected records are kept nowhere: --rejects FILE keeps them' : `rejects: ${summary.rejects}`]
      : []),
    `ruleset ${ruleset.id} ${ruleset.version}, hash ${ruleset.hash}`,
    `${durationText(summary.seconds)}, ${grouped(rate(summary))} records a second, ${summary.workers === 1 ? 'one worker' : `${summary.workers} workers`}`,
  ];
  return `kinerja batch: done\n${rows.map((row) => `  ${row}\n`).join('')}`;
}

const rate = ({ read, resumed, seconds }: BatchSummary): number => (seconds > 0 ? Math.round((read - resumed) / seconds) : 0);

/** The same for a batch on more than one machine, with its partitions. */
export function renderQueuedSummary(summary: QueuedBatchSummary): string {
  const { all, resumed, repeated } = summary.partitions;
  const taken = resumed > 0 ? `, ${grouped(resumed)} of them from an earlier run` : '';
  return `${renderBatchSummary(summary)}  ${many(all, 'partition')}${taken}, ${grouped(repeated)} begun again\n`;
}
