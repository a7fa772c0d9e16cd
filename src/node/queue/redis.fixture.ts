/**
 * A Redis of the test's own: on a free port of the loopback, in a folder of its own, ended by its process id.
 * In: further arguments of redis-server. Out: {@link TestRedis}. Where Redis is not installed the tests say so loudly; under CI they fail.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'vitest';

const installed = spawnSync('redis-server', ['--version']).status === 0;

/** `describe` for tests that need Redis. */
export function describeWithRedis(name: string, tests: () => void): void {
  if (!installed && process.env['CI'] !== undefined) throw new Error('These tests need redis-server, and CI does not do without: apt-get install redis-server');
  if (!installed) process.stderr.write(`\n!!! SKIPPED: "${name}" needs redis-server, which is not installed (apt-get install redis-server).\n\n`);
  describe.skipIf(!installed)(name, tests);
}

export class TestRedis {
  private process: ChildProcess | undefined;
  private readonly folder = mkdtempSync(join(tmpdir(), 'kinerja-redis-'));

  private constructor(
    readonly port: number,
    private readonly more: readonly string[],
  ) {}

  static async start(...more: readonly string[]): Promise<TestRedis> {
    const redis = new TestRedis(await freePort(), more);
    await redis.begin();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Starts it; what it knew before is forgotten, unless its arguments say otherwise. */
  async begin(): Promise<void> {
    const words = ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', this.folder, ...this.more];
    this.process = spawn('redis-server', words, { stdio: 'ignore' });
    await this.answers();
  }

  /** Ends it without warning. */
  async kill(): Promise<void> {
    const ended = this.process;
    this.process = undefined;
    if (!ended || ended.exitCode !== null) return;
    const exit = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill('SIGKILL');
    await exit;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Sends one command in one line and gives back the raw answer. */
  ask(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(`${command}\r\n`));
      socket.setTimeout(5_000, () => socket.destroy(new Error('Redis is silent.')));
      socket.once('data', (answer) => {
        socket.destroy();
        resolve(answer.toString());
      });
      socket.once('error', reject);
    });
  }

  /** The names of all keys. */
  async keys(): Promise<readonly string[]> {
    return (await this.ask('KEYS *')).split('\r\n').filter((line) => /^[^*$]/.test(line));
  }

  private async answers(): Promise<void> {
    const until = performance.now() + 10_000;
    for (;;) {
      try {
        if (/^(?:\+PONG|-NOAUTH)/.test(await this.ask('PING'))) return;
      } catch {
        if (performance.now() > until) throw new Error('redis-server does not start.');
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
}

/** A port on which nobody listens. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
