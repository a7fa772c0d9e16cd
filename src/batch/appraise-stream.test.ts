import { describe, expect, it } from 'vitest';
import { openRuleset } from '../node/ruleset-folder.ts';
import { soundRecord } from '../node/batch/records.fixture.ts';
import type { BatchTally } from './tally.ts';
import { type StreamedRecord, appraiseStream } from './appraise-stream.ts';

const { data } = openRuleset('src/cli/fixtures/tiny');

describe('appraiseStream', () => {
  it('gives an outcome or a reason for each record, in order, and counts at the end', async () => {
    const bad = { ...soundRecord(2), assessed: '2019-01', paid: { period: '2019-01', kind: 'regular' } };
    async function* records(): AsyncGenerator<unknown> {
      yield soundRecord(1);
      yield bad;
      yield 'hello';
      yield soundRecord(3);
    }
    const out: StreamedRecord[] = [];
    let tally: BatchTally | undefined;
    for await (const each of appraiseStream(data, records(), { onEnd: (counts) => void (tally = counts) })) out.push(each);
    expect(out.map(({ number, outcome, rejected }) => [number, outcome?.employee ?? rejected?.code, rejected?.field, rejected?.record])).toEqual([
      [1, '1000001', undefined, undefined],
      [2, 'date/before-first-version', 'assessed', bad],
      [3, 'input/kind', '', 'hello'],
      [4, '1000003', undefined, undefined],
    ]);
    expect(tally).toMatchObject({ read: 4, evaluated: 2, rejected: 2, rejections: { 'date/before-first-version': 1, 'input/kind': 1 } });
  });

  it('takes a plain list, and may be left in the middle', async () => {
    let asked = 0;
    function* records(): Generator<unknown> {
      for (;;) yield soundRecord(asked++);
    }
    for await (const { number } of appraiseStream(data, records())) if (number === 3) break;
    expect(asked).toBe(3);
    for await (const { outcome } of appraiseStream(data, [soundRecord(1)])) expect(outcome?.status).toBe('complete');
  });

  it('ends with the error of a source that fails', async () => {
    function* records(): Generator<unknown> {
      yield soundRecord(1);
      throw new Error('connection lost');
    }
    const all = async (): Promise<void> => {
      for await (const each of appraiseStream(data, records())) expect(each.outcome).toBeDefined();
    };
    await expect(all()).rejects.toThrow('connection lost');
  });
});
