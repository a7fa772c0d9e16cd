/**
 * Who does the work: this thread, alone or beside others; or threads alone, where this one must stay free.
 * In: the ruleset, the plan, a number of workers. Out: a {@link Pool}; results come back as promises, in whatever order they end.
 */
import type { RulesetData } from '../../ruleset/document.ts';
import { ChunkRunner } from './chunk-runner.ts';
import { type Hand, ownHand } from './hand.ts';
import { ThreadHand } from './thread-hand.ts';
import type { BatchPlan, ChunkResult, Work } from './work.ts';

export interface Pool {
  /** How many pieces may be under way at once, waiting ones included. */
  readonly ahead: number;
  /** @throws BatchError when the input cannot be read, or a worker dies. */
  run(work: Work): Promise<ChunkResult>;
  /** Nobody reads this result any more: its memory may be written again. */
  giveBack(result: ChunkResult): void;
  close(): Promise<void>;
}

/**
 * @param workers hands in all: this thread is one of them.
 * @param apart whether all hands are threads: the caller stays free to answer others, and outlives them.
 */
export async function openPool(data: RulesetData, plan: BatchPlan, workers: number, apart = false): Promise<Pool> {
  const threads = apart ? workers : workers - 1;
  // Threads begin to load while this one compiles.
  const start = { data: withoutPlaces(data), plan };
  const hands: Hand[] = Array.from({ length: threads }, () => new ThreadHand(start));
  try {
    if (!apart) hands.push(ownHand(await ChunkRunner.open(data, plan)));
  } catch (error) {
    await Promise.all(hands.map((hand) => hand.close()));
    throw error;
  }
  return new SharedWork(hands);
}

/** A ruleset as data alone: the finder of places is a function and cannot change threads. */
function withoutPlaces({ locate: _, base, ...data }: RulesetData): RulesetData {
  return { ...data, ...(base && { base: withoutPlaces(base) }) };
}

interface Waiting {
  readonly work: Work;
  readonly start: (result: Promise<ChunkResult>) => void;
}

/** Each hand takes the next piece as soon as it has room for it; threads before this one, which writes as well. */
class SharedWork implements Pool {
  readonly ahead: number;
  private readonly waiting: Waiting[] = [];
  private readonly load = new Map<Hand, number>();
  private readonly doneBy = new WeakMap<ChunkResult, Hand>();

  constructor(private readonly hands: readonly Hand[]) {
    this.ahead = hands.length === 1 ? hands[0]!.room : hands.length * 3;
    for (const hand of hands) this.load.set(hand, 0);
  }

  run(work: Work): Promise<ChunkResult> {
    return new Promise((start) => {
      this.waiting.push({ work, start });
      this.handOut();
    });
  }

  giveBack(result: ChunkResult): void {
    this.doneBy.get(result)?.giveBack(result);
  }

  async close(): Promise<void> {
    this.waiting.length = 0;
    await Promise.all(this.hands.map((hand) => hand.close()));
  }

  private handOut(): void {
    for (const hand of this.hands) {
      while (this.waiting.length > 0 && this.load.get(hand)! < hand.room) {
        const { work, start } = this.waiting.shift()!;
        start(this.done(hand, work));
      }
    }
  }

  private async done(hand: Hand, work: Work): Promise<ChunkResult> {
    this.load.set(hand, this.load.get(hand)! + 1);
    try {
      const result = await hand.run(work);
      this.doneBy.set(result, hand);
      return result;
    } finally {
      this.load.set(hand, this.load.get(hand)! - 1);
      this.handOut();
    }
  }
}
