/**
 * Progress of a batch on stderr: a bar that is written over where somebody looks on, one line a minute elsewhere.
 * In: the host. Out: a function that is told how far the batch is, and one that clears the bar.
 */
import type { BatchProgress } from '../node/batch/batch-options.ts';
import type { Io } from './io.ts';
import { grouped } from './render/grouped.ts';

export interface BatchTeller<Told extends BatchProgress = BatchProgress> {
  readonly tell: (progress: Told) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = '\r\u001b[K';
const BAR = 24;
const EVERY_ON_TERMINAL = 0.2;
const EVERY_IN_LOG = 60;

export function batchTeller<Told extends BatchProgress>(
  io: Pick<Io, 'stderr' | 'isErrorTTY' | 'env'>,
  text: (progress: Told) => string = progressText,
): BatchTeller<Told> {
  const terminal = io.isErrorTTY === true && io.env['CI'] === undefined;
  const every = terminal ? EVERY_ON_TERMINAL : EVERY_IN_LOG;
  let last = terminal ? -every : 0;
  let shown = false;
  return {
    tell: (progress) => {
      if (progress.seconds - last < every) return;
      last = progress.seconds;
      shown = terminal;
      io.stderr(terminal ? `${CLEAR_LINE}${bar(progress)} ${text(progress)}` : `kinerja batch: ${text(progress)}\n`);
    },
    clear: () => {
      if (shown) io.stderr(CLEAR_LINE);
      shown = false;
    },
  };
}

/** `35%, 1,200,000 records, 12 rejected, 250,000 a second, 9 s left`. */
export function progressText({ read, rejected, done, size, seconds, resumedAt }: BatchProgress): string {
  const share = size === undefined || size === 0 ? undefined : done / size;
  const fresh = done - resumedAt;
  const left = share === undefined || fresh <= 0 ? undefined : ((size! - done) * seconds) / fresh;
  return [
    ...(share === undefined ? [] : [`${Math.floor(100 * share)}%`]),
    `${grouped(read)} records`,
    `${grouped(rejected)} rejected`,
    ...(seconds > 0 && resumedAt === 0 ? [`${grouped(Math.round(read / seconds))} a second`] : []),
    ...(left === undefined ? [] : [`${durationText(left)} left`]),
  ].join(', ');
}

function bar({ done, size }: BatchProgress): string {
  if (size === undefined || size === 0) return '';
  const full = Math.round((BAR * done) / size);
  return `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`;
}

/** `8 s`, `2 min 5 s`, `1 h 3 min`. */
export function durationText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3_600)} h ${Math.floor((whole % 3_600) / 60)} min`;
}
