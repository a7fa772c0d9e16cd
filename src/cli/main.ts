#!/usr/bin/env node
/**
 * The program `kinerja`: gives the process to the command line. The only place that ends the process.
 * In: the process. Out: its output and its exit code.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { shippedFolder } from '../node/ruleset-folder.ts';
import { run } from './run.ts';

/** Whether stdout carries a batch: then a reader that has gone has missed something, and the batch says so. */
let carriesBatch = false;

// A reader that has seen enough (`kinerja list | head -1`) closes the pipe: that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (carriesBatch && stream === process.stdout) return;
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

function versionOf(): string {
  try {
    const { version } = JSON.parse(readFileSync(join(dirname(shippedFolder()), 'package.json'), 'utf8')) as { version?: unknown };
    return String(version);
  } catch {
    return 'unknown';
  }
}

function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const STOPS = ['SIGTERM', 'SIGINT'] as const;

/** The first signal asks, the second ends the process as if nobody listened. */
function onStop(stop: () => void): () => void {
  const forget = (): void => STOPS.forEach((signal) => process.off(signal, asked));
  const asked = (): void => {
    forget();
    stop();
  };
  for (const signal of STOPS) process.on(signal, asked);
  return forget;
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: (written) => void process.stdout.write(written),
  stderr: (written) => void process.stderr.write(written),
  isTTY: process.stdout.isTTY === true,
  isErrorTTY: process.stderr.isTTY === true,
  cwd: process.cwd(),
  env: process.env,
  readStdin: () => text(process.stdin),
  stdinBytes: () => process.stdin,
  stdoutBytes: (bytes) => {
    carriesBatch = true;
    return new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve())));
  },
  onStop,
  today: today(),
  version: versionOf(),
});
