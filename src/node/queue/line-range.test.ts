import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lineRangesOf } from './line-range.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-lines-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('numbers the lines that begin in each range, whatever the cut: none is named twice, none is missing', () => {
  const path = join(folder, 'in.ndjson');
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'é') }), { minLength: 1, maxLength: 30 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 40 }),
      (lines, ended, step) => {
        const bytes = Buffer.from(lines.join('\n') + (ended ? '\n' : ''));
        writeFileSync(path, bytes);
        const ranges = Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) => ({ from: at * step, to: Math.min((at + 1) * step, bytes.length) }));
        const begins = [...bytes.keys()].filter((at) => at === 0 || bytes[at - 1] === 10);
        const found = lineRangesOf(path, ranges)!;
        expect(found.map(({ first, last }) => last - first + 1)).toEqual(ranges.map(({ from, to }) => begins.filter((at) => at >= from && at < to).length));
        let next = 1;
        for (const { first, last } of found) {
          expect(first).toBe(next);
          next = last + 1;
        }
      },
    ),
  );
});

it('says nothing of a file that is gone', () => {
  expect(lineRangesOf(join(folder, 'gone'), [{ from: 0, to: 1 }])).toBeUndefined();
});
