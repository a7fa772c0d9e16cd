/**
 * A worker thread as a hand. It has its next piece before it ends the one at work, so that it waits for nobody.
 * In: the ruleset, the plan, work. Out: results by messages; bytes change hands without being copied.
 */
import { Worker } from 'node:worker_threads';
import { BatchError, type BatchErrorCode } from './batch-error.ts';
import type { Hand } from './hand.ts';
import type { ChunkResult, Work } from './work.ts';
import { workerFile } from './worker-file.ts';
import type { WorkerAnswer, WorkerStart, WorkerTask } from './worker.ts';

/** One at work and one that lies ready. */
const ROOM = 2;

interface Waiting {
  readonly resolve: (result: ChunkResult) => void;
  readonly reject: (error: unknown) => void;
}

export class ThreadHand implements Hand {
  readonly room = ROOM;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  /** Memory of outputs that are written; it goes along with the next work. */
  private readonly spares: ArrayBuffer[] = [];
  private count = 0;
  private dead: BatchError | undefined;

  constructor(start: WorkerStart) {
    this.worker = new Worker(workerFile(), { workerData: start, execArgv: [] });
    this.worker.on('message', (answer: WorkerAnswer) => this.answered(answer));
    this.worker.on('error', (error) => this.died(error));
    this.worker.on('exit', (code) => code !== 0 && this.died(new Error(`it ended with code ${code}`)));
  }

  run(work: Work): Promise<ChunkResult> {
    return new Promise((resolve, reject) => {
      if (this.dead) return reject(this.dead);
      const task: WorkerTask = { number: this.count++, work, spare: this.spares.pop() };
      this.waiting.set(task.number, { resolve, reject });
      this.worker.postMessage(task, [...(work.kind === 'bytes' ? [work.bytes.buffer] : []), ...(task.spare ? [task.spare] : [])]);
    });
  }

  giveBack({ output }: ChunkResult): void {
    if (this.spares.length < ROOM) this.spares.push(output.buffer);
  }

  async close(): Promise<void> {
    this.worker.removeAllListeners('exit');
    await this.worker.terminate();
  }

  private answered(answer: WorkerAnswer): void {
    const waiting = this.waiting.get(answer.number)!;
    this.waiting.delete(answer.number);
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
