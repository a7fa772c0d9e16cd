/**
 * Progress of long work: one line on stderr that is written over, only where somebody looks on.
 * In: the host. Out: a function that is told how far the work is, and one that clears the line.
 */
import type { Io } from './io.ts';

export interface Progress {
  readonly show: (what: string, done: number, total: number) => void;
  readonly clear: () => void;
}

const CLEAR_LINE = '\r\u001b[K';

export function progressOn(io: Pick<Io, 'stderr' | 'isErrorTTY' | 'env'>): Progress {
  if (!io.isErrorTTY || io.env['CI'] !== undefined) return { show: () => undefined, clear: () => undefined };
  let last = '';
  return {
    show: (what, done, total) => {
      const text = total === 0 ? what : `${what} ${Math.floor((100 * done) / total)}%`;
      if (text !== last) io.stderr(`${CLEAR_LINE}${text}`);
      last = text;
    },
    clear: () => {
      if (last !== '') io.stderr(CLEAR_LINE);
      last = '';
    },
  };
}
