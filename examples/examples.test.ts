/**
 * Runs every example as a reader would, and compares what it prints.
 * In: NN-title.mjs and expected/NN.txt. Out: a failing test shows the difference. The library must have been built.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const examples = readdirSync(FOLDER)
  .filter((file) => /^\d\d-.*\.mjs$/.test(file))
  .sort();

describe('the examples', () => {
  it.each(examples)('%s prints what is expected', { timeout: 60_000 }, (file) => {
    const printed = execFileSync(process.execPath, [join(FOLDER, file)], {
      encoding: 'utf8',
      cwd: dirname(FOLDER),
      env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    expect(printed).toBe(readFileSync(join(FOLDER, 'expected', `${file.slice(0, 2)}.txt`), 'utf8'));
  });

  it('are numbered from 01 without a hole, each with its expected text', () => {
    expect(examples.map((file) => file.slice(0, 2))).toEqual(examples.map((_, index) => String(index + 1).padStart(2, '0')));
    expect(readdirSync(join(FOLDER, 'expected')).sort()).toEqual(examples.map((file) => `${file.slice(0, 2)}.txt`));
  });

  it('run against a built library', () => expect(existsSync(join(dirname(FOLDER), 'dist', 'index.js'))).toBe(true));
});
