/**
 * Lines that are written straight from compiled outputs, against `JSON.stringify` of the lazy outcome: the same bytes, and the same counts.
 * In: cases of the shipped rulesets and shapes with their mutations, random appraisals, random rulesets. Out: a failure with the two lines.
 */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Chance } from '../compile/differential/chance.fixture.ts';
import { mutations } from '../compile/differential/mutated-appraisals.fixture.ts';
import { RandomAppraisals } from '../compile/differential/random-appraisals.fixture.ts';
import { randomRuleset } from '../compile/differential/random-ruleset.fixture.ts';
import { caseSubjects, shippedPaths } from '../compile/differential/shipped-subjects.fixture.ts';
import { SEED, runs } from '../compile/differential/test-runs.fixture.ts';
import { ByteSink } from '../compile/write/byte-sink.ts';
import { LineWriter } from '../compile/write/line-writer.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { compiledEvaluator, compiledLaw } from './compiled-evaluator.ts';
import { type OutputNames } from './law-intervals.ts';
import type { RecordEvaluator } from './record-evaluator.ts';
import { OUTCOME_FIELDS } from '../compile/outcome-fields.ts';
import { type Selection, WHOLE, selectFields } from './selection.ts';
import { Tally } from './tally.ts';

const met = { records: 0, taken: 0, scanned: 0, written: 0 };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Every field there is, whole and in parts. */
function everyField({ scores, payments, carry }: OutputNames): Selection {
  const parts = ['assessed.from', 'assessed.to', 'paid.from', 'paid.to', 'paid.kind', 'ruleset.id', 'ruleset.hash', 'ruleset.paidOn'];
  const named = [
    ...scores.map((id) => `scores.${id}`),
    ...payments.flatMap((id) => [`payments.${id}`, `payments.${id}.status`]),
    ...carry.map((id) => `carry.${id}`),
  ];
  return selectFields([...parts, ...named, ...OUTCOME_FIELDS], { scores, payments, carry });
}

/** What a batch writes of a record by the slow way; undefined where it is refused. */
function slowLine(evaluator: RecordEvaluator, record: unknown, tally: Tally): string | undefined {
  try {
    const evaluated = evaluator.evaluate(record);
    const line = evaluated.line();
    tally.evaluatedOne(evaluated);
    return line;
  } catch {
    return undefined;
  }
}

/** The first line that differs between the ways. */
function firstDifference(data: RulesetData, records: readonly unknown[]): object | undefined {
  const law = compiledLaw(data, 'generated');
  for (const selection of [WHOLE, everyField(law.names)]) {
    const [slow, fast] = [compiledEvaluator(law, selection), compiledEvaluator(law, selection)];
    for (const way of ['scan', 'write'] as const) {
      const tallies = { slow: new Tally(), fast: new Tally() };
      const sink = new ByteSink(new Uint8Array(16));
      for (const record of records) {
        const text = JSON.stringify(record);
        const line = slowLine(slow, JSON.parse(text) as unknown, tallies.slow);
        if (selection.whole && way === 'scan') met.records++;
        const from = sink.length;
        const bytes = new TextEncoder().encode(`${text}\n`);
        const taken = way === 'scan' ? fast.scan(bytes, 0, bytes.length - 1, sink, tallies.fast) : fast.write(JSON.parse(text) as unknown, sink, tallies.fast);
        const written = taken ? new TextDecoder().decode(sink.bytes.subarray(from, sink.length)) : slowLine(fast, JSON.parse(text) as unknown, tallies.fast);
        if (taken) met[way === 'scan' ? 'scanned' : 'taken']++;
        if (!taken) sink.length = from;
        if (written !== line) return { way, whole: selection.whole, record: text, written, line };
      }
      if (JSON.stringify(tallies.fast.json()) !== JSON.stringify(tallies.slow.json())) return { way, fast: tallies.fast.json(), slow: tallies.slow.json() };
    }
  }
  return undefined;
}

/** Counts what the writer wrote itself. */
function watchWriter(): void {
  const { write } = LineWriter.prototype;
  vi.spyOn(LineWriter.prototype, 'write').mockImplementation(function (this: LineWriter, ...given) {
    const written = write.apply(this, given);
    if (written) met.written++;
    return written;
  });
}

describe('written lines', () => {
  it.each(shippedPaths())('of %s are those of the lazy outcomes', (path) => {
    watchWriter();
    const byData = new Map<RulesetData, unknown[]>();
    for (const [at, { data, ruleset, appraisals }] of caseSubjects(path).entries()) {
      const chance = new Chance(SEED * 7_919 + at);
      const random = new RandomAppraisals(ruleset, chance);
      const records = byData.get(data) ?? [];
      byData.set(data, records);
      records.push(...appraisals, ...mutations(ruleset, appraisals, runs(2), chance), ...Array.from({ length: runs(1) }, () => random.draw()));
    }
    for (const [data, records] of byData) {
      // Twice, so that what was learned of one record serves another.
      expect(firstDifference(data, [...records, ...records])).toBeUndefined();
    }
  });

  it('of random rulesets are those of the lazy outcomes', () => {
    watchWriter();
    for (let index = 0; index < runs(12); index++) {
      const { subject } = randomRuleset(SEED + index);
      const random = new RandomAppraisals(subject.ruleset, new Chance(SEED + index));
      const records = Array.from({ length: 20 }, () => random.draw());
      expect([index, firstDifference(subject.data, [...records, ...records])]).toEqual([index, undefined]);
    }
  });

  it('are written by the writer itself, often enough for this to mean something', () => {
    // eslint-disable-next-line no-console
    console.log(`${met.records} records, ${met.taken} and ${met.scanned} taken, parsed and scanned; ${met.written} lines by the writer`);
    expect(met.scanned).toBeGreaterThan(met.records / 4);
    expect(met.taken).toBeGreaterThan(met.records);
    expect(met.written).toBeGreaterThan(met.records / 4);
  });
});
