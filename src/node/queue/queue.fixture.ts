/**
 * A folder with an input for batches on a queue, and what one process makes of it.
 * In: how many records. Out: {@link Ground}; workers as programs of their own, ended by their process id.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RULESET, hostileLines, soundRecord } from '../batch/records.fixture.ts';
import { runBatch } from '../batch/run-batch.ts';
import type { QueuedBatchOptions } from './queued-batch-options.ts';

export class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), 'kinerja-queue-'));
  private single: { readonly output: Buffer; readonly rejects: Buffer } | undefined;

  /** Sound records with a hostile line behind every fortieth. */
  constructor(count: number) {
    const hostile = hostileLines();
    const lines = Array.from({ length: count }, (_, number) => [
      Buffer.from(`${JSON.stringify(soundRecord(number))}\n`),
      ...(number % 40 === 0 ? [hostile[(number / 40) % hostile.length]!.bytes, Buffer.from('\n')] : []),
    ]).flat();
    writeFileSync(this.at('in.ndjson'), Buffer.concat(lines));
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  batch(queue: string, more: Partial<QueuedBatchOptions> = {}): QueuedBatchOptions {
    return {
      ruleset: RULESET,
      input: this.at('in.ndjson'),
      output: this.at('out.ndjson'),
      queue,
      partitionBytes: 8_000,
      chunkBytes: 4_000,
      lockTime: 600,
      retryAfter: 20,
      patience: 20_000,
      ...more,
    };
  }

  /** What one process writes, and what the queue wrote, both as bytes: to be equal. */
  async bothWays(name = 'out.ndjson'): Promise<{ readonly queued: readonly Buffer[]; readonly single: readonly Buffer[] }> {
    if (!this.single) {
      await runBatch({ ruleset: RULESET, input: this.at('in.ndjson'), output: this.at('single.ndjson'), workers: 1 });
      this.single = { output: this.bytes('single.ndjson'), rejects: this.bytes('single.ndjson.rejects.ndjson') };
    }
    return { queued: [this.bytes(name), this.bytes(`${name}.rejects.ndjson`)], single: [this.single.output, this.single.rejects] };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private bytes(name: string): Buffer {
    return readFileSync(this.at(name));
  }
}

/** A worker of the built package as a program of its own. */
export class WorkerProgram {
  readonly child: ChildProcess;
  told = '';
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;

  /** @param begun source text that runs when a partition is begun, with its number from 1 in `partition`. */
  constructor(queue: string, begun = '') {
    const program = `import { runQueueWorker } from ${JSON.stringify(resolve('dist/bullmq.js'))};
      const stop = new AbortController();
      process.once('SIGTERM', () => stop.abort());
      const summary = await runQueueWorker({
        queue: ${JSON.stringify(queue)}, concurrency: 1, signal: stop.signal,
        onNotice: (text) => console.log(text),
        onPartition: async ({ state, partition }) => {
          console.log(state, partition);
          if (state === 'begun') { ${begun} }
        },
      });
      console.log('ended after', summary.partitions);`;
    this.child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
    const listen = (text: Buffer): void => void (this.told += text.toString());
    this.child.stdout?.on('data', listen);
    this.child.stderr?.on('data', listen);
    this.ended = new Promise((done) => this.child.once('exit', (code, signal) => done(code ?? signal ?? 'gone')));
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string> {
    this.child.kill(signal);
    return this.ended;
  }
}
