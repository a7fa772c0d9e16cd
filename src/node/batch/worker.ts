/**
 * The thread of a worker: takes pieces of work, hands back what they came to. Bytes change hands without being copied.
 * In: `workerData` with the ruleset and the plan, then messages with work. Out: messages with results or errors, by number.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError } from './batch-error.ts';
import { ChunkRunner } from './chunk-runner.ts';
import type { BatchPlan, ChunkResult, Work } from './work.ts';

/** What a worker is born with. */
export interface WorkerStart {
  readonly data: RulesetData;
  readonly plan: BatchPlan;
}
export interface WorkerTask {
  readonly number: number;
  readonly work: Work;
  /** Memory for the output after this one. */
  readonly spare?: ArrayBuffer | undefined;
}
export type WorkerAnswer =
  | { readonly number: number; readonly result: ChunkResult }
  | { readonly number: number; readonly error: { readonly code?: string | undefined; readonly message: string; readonly mend?: string | undefined } };

const { data, plan } = workerData as WorkerStart;
const runner = ChunkRunner.open(data, plan);
const port = parentPort!;

// One piece after the other: all are read into the same memory.
let last: Promise<void> = Promise.resolve();
port.on('message', (task: WorkerTask) => {
  last = last.then(() => answer(task));
});

async function answer({ number, work, spare }: WorkerTask): Promise<void> {
  try {
    const opened = await runner;
    if (spare) opened.giveBack(new Uint8Array(spare));
    const result = await opened.run(work);
    port.postMessage({ number, result } satisfies WorkerAnswer, [result.output.buffer, result.rejects.buffer]);
  } catch (error) {
    const told = error instanceof BatchError ? { code: error.code, mend: error.mend } : {};
    port.postMessage({ number, error: { ...told, message: error instanceof Error ? error.message : String(error) } } satisfies WorkerAnswer);
  }
}
