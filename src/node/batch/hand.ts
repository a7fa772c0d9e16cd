/**
 * A hand of a batch: whoever evaluates pieces, this thread or another.
 * In: {@link Work}. Out: {@link ChunkResult}s, in the order in which the work was given.
 */
import type { ChunkRunner } from './chunk-runner.ts';
import type { ChunkResult, Work } from './work.ts';

export interface Hand {
  /** How many pieces may lie before it at once, the one at work included. */
  readonly room: number;
  /** @throws BatchError when the input cannot be read, or the hand dies. */
  run(work: Work): Promise<ChunkResult>;
  /** Nobody reads this result any more: its memory may be written again. */
  giveBack(result: ChunkResult): void;
  close(): Promise<void>;
}

/** This thread as a hand: before each piece it answers whatever else waits. */
export function ownHand(runner: ChunkRunner): Hand {
  let last: Promise<unknown> = Promise.resolve();
  const evaluated = async (work: Work): Promise<ChunkResult> => {
    await new Promise((resolve) => setImmediate(resolve));
    return runner.run(work);
  };
  return {
    room: 1,
    run: (work) => {
      const result = evaluated(work);
      last = result.catch(() => undefined);
      return result;
    },
    giveBack: ({ output }) => runner.giveBack(output),
    close: async () => {
      await last;
      await runner.close();
    },
  };
}
