/**
 * The long differential run behind `npm run differential`: round after round with new seeds, a line for each.
 * In: a seed, how many rounds, a printer. Out: how many differences were found; the first of each back end is shrunk and printed.
 */
import { type Attack, type Disagreement, disagreementText } from './attack.fixture.ts';
import { BACK_ENDS, type Subject } from './back-end.fixture.ts';
import { attackNearestMisses, attackRandom, attackShipped } from './campaign.fixture.ts';
import { nearestMissSubject } from './nearest-misses.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
import { caseSubjects, shippedPaths } from './shipped-subjects.fixture.ts';
import { shrink } from './shrink.fixture.ts';

export interface LongRun {
  readonly seed: number;
  readonly rounds: number;
  readonly print: (line: string) => void;
}

const RULESETS = 100;
const RECORDS = 20;

export function longRun({ seed, rounds, print }: LongRun): number {
  const sums = {
    records: 0,
    rulesets: 0,
    skipped: 0,
    crashes: 0,
    status: new Map<string, number>(),
    faults: new Map<string, number>(),
    differences: new Map<string, number>(),
  };
  for (let round = 0; round < rounds; round++) {
    const start = seed + round * RULESETS;
    const random = attackRandom(BACK_ENDS, start, RULESETS, RECORDS);
    const attacks: readonly (readonly [string, Attack])[] = [
      ['random rulesets', random.attack],
      ['nearest misses', attackNearestMisses(BACK_ENDS, start, 400)],
      ['shipped rulesets and shapes', attackShipped(BACK_ENDS, start, 4)],
    ];
    sums.skipped += random.skipped.length;
    for (const [name, { tally, counts }] of attacks) {
      sums.records += tally.records;
      sums.rulesets += tally.rulesets;
      sums.crashes += tally.crashes.length;
      add(sums.status, tally.status);
      add(sums.faults, tally.faults);
      for (const backEnd of BACK_ENDS) add(sums.differences, { [backEnd.name]: counts.get(backEnd.name) ?? 0 });
      print(
        `seed ${start}, ${name}: ${lineOf(tally.records, tally.rulesets, tally.status)}; differences: ${BACK_ENDS.map((backEnd) => `${backEnd.name} ${counts.get(backEnd.name) ?? 0}`).join(', ')}`,
      );
      for (const crash of tally.crashes.slice(0, 1)) print(disagreementText(crash));
      for (const [first] of tally.differences.values()) if (first) printFirst(first, print);
    }
  }
  const total = [...sums.differences.values()].reduce((so, count) => so + count, 0);
  print(
    `all: ${lineOf(sums.records, sums.rulesets, Object.fromEntries(sums.status))}; drafts that did not resolve: ${sums.skipped} of ${rounds * RULESETS + sums.skipped}; crashes of the exact engine: ${sums.crashes}`,
  );
  print(
    `faults met: ${[...sums.faults]
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]) => `${code} ${count}`)
      .join(', ')}`,
  );
  print(`differences: ${[...sums.differences].map(([name, count]) => `${name} ${count}`).join(', ')}`);
  return total;
}

function lineOf(records: number, rulesets: number, status: Readonly<Record<string, number>>): string {
  const shares = ['complete', 'undetermined', 'faulted', 'refused'].map((each) => `${each} ${((100 * (status[each] ?? 0)) / records).toFixed(1)} %`);
  return `${records} records on ${rulesets} rulesets; ${shares.join(', ')}`;
}

function add(sums: Map<string, number>, counts: Readonly<Record<string, number>>): void {
  for (const [name, count] of Object.entries(counts)) sums.set(name, (sums.get(name) ?? 0) + count);
}

function printFirst(first: Disagreement, print: LongRun['print']): void {
  print(disagreementText(first));
  const subject = subjectNamed(first.subject);
  const backEnd = BACK_ENDS.find(({ name }) => name === first.backEnd);
  const small = subject && backEnd && first.record && shrink(subject, first.record, backEnd);
  if (small) print(`  shrunk: ${JSON.stringify(small)}`);
}

/** Finds a subject by the words of a difference. */
function subjectNamed(name: string): Subject | undefined {
  const drawn = /^the ruleset of seed (\d+)$/.exec(name);
  if (drawn) return randomRuleset(Number(drawn[1])).subject;
  if (name === 'nearest misses') return nearestMissSubject();
  for (const path of shippedPaths()) {
    const found = caseSubjects(path).find((subject) => subject.name === name);
    if (found) return found;
  }
  return undefined;
}
