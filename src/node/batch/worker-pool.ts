/**
 * Who does the work: the main thread alone, or worker threads that each take the next piece as soon as they are free.
 * In: the ruleset, the plan, a number of workers. Out: a {@link Pool}; results come back as promises, in whatever order they end.
 */
import { Worker } from 'node:worker_threads';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError, type BatchErrorCode } from './batch-error.ts';
import { ChunkRunner } from './chunk-runner.ts';
import type { BatchPlan, ChunkResult, Work } from './work.ts';
import { workerFile } from './worker-file.ts';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './worker.ts';

export interface Pool {
  /** How many pieces may be under way at once, waiting ones included. */
  readonly ahead: number;
  /** @throws BatchError when the input cannot be read, or a worker dies. */
  run(work: Work): Promise<ChunkResult>;
  /** Nobody reads this result any more: its memory may be written again. */
  giveBack(result: ChunkResult): void;
  close(): Promise<void>;
}

/** @param threads whether a single worker, too, is a thread: the caller stays free to answer others, and outlives it. */
export async function openPool(data: RulesetData, plan: BatchPlan, workers: number, threads = workers > 1): Promise<Pool> {
  if (threads) return new WorkerPool(withoutPlaces(data), plan, workers);
  const runner = await ChunkRunner.open(data, plan);
  return { ahead: 1, run: (work) => runner.run(work), giveBack: ({ output }) => runner.giveBack(output), close: () => runner.close() };
}

/** A ruleset as data alone: the finder of places is a function and cannot change threads. */
function withoutPlaces({ locate: _, base, ...data }: RulesetData): RulesetData {
  return { ...data, ...(base && { base: withoutPlaces(base) }) };
}

interface Waiting {
  readonly resolve: (result: ChunkResult) => void;
  readonly reject: (error: unknown) => void;
}

class WorkerPool implements Pool {
  readonly ahead: number;
  private readonly idle: Worker[] = [];
  private readonly all: Worker[];
  private readonly tasks: WorkerTask[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private readonly busy = new Map<Worker, number>();
  /** Memory of outputs that are written; it goes along with the next work. */
  private readonly spares: ArrayBuffer[] = [];
  private count = 0;
  private dead: BatchError | undefined;

  constructor(data: RulesetData, plan: BatchPlan, workers: number) {
    this.ahead = workers * 3;
    const start: WorkerStart = { data, plan };
    this.all = Array.from({ length: workers }, () => {
      const worker = new Worker(workerFile(), { workerData: start, execArgv: [] });
      worker.on('message', (answer: WorkerAnswer) => this.answered(worker, answer));
      worker.on('error', (error) => this.died(error));
      worker.on('exit', (code) => code !== 0 && this.died(new Error(`it ended with code ${code}`)));
      this.idle.push(worker);
      return worker;
    });
  }

  run(work: Work): Promise<ChunkResult> {
    return new Promise((resolve, reject) => {
      if (this.dead) return reject(this.dead);
      const number = this.count++;
      this.waiting.set(number, { resolve, reject });
      this.tasks.push({ number, work });
      this.handOut();
    });
  }

  giveBack({ output }: ChunkResult): void {
    if (this.spares.length < this.all.length) this.spares.push(output.buffer);
  }

  async close(): Promise<void> {
    for (const worker of this.all) worker.removeAllListeners('exit');
    await Promise.all(this.all.map((worker) => worker.terminate()));
  }

  private handOut(): void {
    while (this.idle.length > 0 && this.tasks.length > 0) {
      const worker = this.idle.shift()!;
      const task: WorkerTask = { ...this.tasks.shift()!, spare: this.spares.pop() };
      this.busy.set(worker, task.number);
      worker.postMessage(task, [...(task.work.kind === 'bytes' ? [task.work.bytes.buffer] : []), ...(task.spare ? [task.spare] : [])]);
    }
  }

  private answered(worker: Worker, answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.number)!;
    this.waiting.delete(answer.number);
    this.busy.delete(worker);
    this.idle.push(worker);
    this.handOut();
    if ('result' in answer) waiting.resolve(answer.result);
    else waiting.reject(errorOf(answer.error));
  }

  private died(error: Error): void {
    this.dead ??= new BatchError(
      'worker/died',
      `A worker ended in the middle of its work: ${error.message}.`,
      'Give the program more memory or fewer workers, then run again with --resume.',
    );
    for (const { reject } of this.waiting.values()) reject(this.dead);
    this.waiting.clear();
  }
}

function errorOf({ code, message, mend }: Extract<WorkerAnswer, { error: unknown }>['error']): Error {
  return code !== undefined && mend !== undefined ? new BatchError(code as BatchErrorCode, message, mend) : new Error(message);
}
