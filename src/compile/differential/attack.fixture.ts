/**
 * The attack: every record is answered by the exact engine and by each back end, and the answers are compared.
 * In: back ends, subjects with their records. Out: the {@link Tally}, and each difference with what is needed to replay it.
 */
import type { AppraisalInput } from '../../model/appraisal.ts';
import { type Answer, type BackEnd, EXACT, type Evaluator, type Subject, answerOf } from './back-end.fixture.ts';
import { type Difference, outcomeDifference } from './outcome-difference.fixture.ts';

export interface Disagreement extends Difference {
  readonly backEnd: string;
  readonly subject: string;
  readonly record: AppraisalInput | undefined;
}

/** What was met: an attack that never sees an unknown or a fault says nothing about them. */
export interface Tally {
  records: number;
  rulesets: number;
  readonly status: Record<string, number>;
  readonly lines: Record<string, number>;
  readonly faults: Record<string, number>;
  readonly events: Record<string, number>;
  /** Codes of what the door objected to. */
  readonly refusals: Record<string, number>;
  /** Crashes of the exact engine, which throws nothing but a refusal. */
  readonly crashes: Disagreement[];
  readonly differences: ReadonlyMap<string, Disagreement[]>;
}

const KEPT = 20;
const EVENTS = ['awards', 'sanctions', 'development', 'flags', 'blocks'] as const;

export class Attack {
  readonly tally: Tally;
  /** How many differences there are; of each back end only the first are kept. */
  readonly counts = new Map<string, number>();

  constructor(
    private readonly backEnds: readonly BackEnd[],
    private readonly ignored: readonly string[] = [],
  ) {
    const differences = new Map(backEnds.map(({ name }) => [name, []]));
    this.tally = { records: 0, rulesets: 0, status: {}, lines: {}, faults: {}, events: {}, refusals: {}, crashes: [], differences };
  }

  /** Answers the records with all back ends; returns how many differences were found. */
  on(subject: Subject, records: Iterable<AppraisalInput>): number {
    this.tally.rulesets++;
    const exact = EXACT.build(subject);
    const others = this.backEnds.flatMap((backEnd) => {
      const evaluate = this.built(backEnd, subject);
      return evaluate ? [{ backEnd, evaluate }] : [];
    });
    let found = 0;
    for (const record of records) {
      this.tally.records++;
      const wanted = answerOf(exact, record);
      this.note(subject, record, wanted);
      if (wanted.kind === 'crashed') continue;
      for (const { backEnd, evaluate } of others) {
        const before = JSON.stringify(record);
        const difference = outcomeDifference(wanted, answerOf(evaluate, record), this.ignored) ?? changed(before, record);
        if (!difference) continue;
        found++;
        this.keep(backEnd.name, { backEnd: backEnd.name, subject: subject.name, record: JSON.parse(before) as AppraisalInput, ...difference });
      }
    }
    return found;
  }

  private built(backEnd: BackEnd, subject: Subject): Evaluator | undefined {
    try {
      return backEnd.build(subject);
    } catch (error) {
      const other = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.keep(backEnd.name, { backEnd: backEnd.name, subject: subject.name, record: undefined, path: 'build', exact: 'an evaluator', other });
      return undefined;
    }
  }

  private keep(name: string, difference: Disagreement): void {
    const kept = this.tally.differences.get(name)!;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    if (kept.length < KEPT) kept.push(difference);
  }

  private note(subject: Subject, record: AppraisalInput, answer: Answer): void {
    const { tally } = this;
    if (answer.kind === 'crashed') {
      bump(tally.status, 'crashed');
      if (tally.crashes.length < KEPT)
        tally.crashes.push({ backEnd: 'exact', subject: subject.name, record, path: 'answer', exact: 'an outcome or a refusal', other: answer.error });
      return;
    }
    if (answer.kind === 'refused') {
      bump(tally.status, 'refused');
      for (const issue of answer.issues) bump(tally.refusals, issue.split(' ', 1)[0]!);
      return;
    }
    const outcome = answer.outcome as Record<string, unknown>;
    bump(tally.status, String(outcome['status']));
    for (const line of outcome['payments'] as readonly { readonly status: string }[]) bump(tally.lines, line.status);
    for (const { code } of outcome['faults'] as readonly { readonly code: string }[]) bump(tally.faults, code);
    for (const kind of EVENTS) bump(tally.events, kind, (outcome[kind] as readonly unknown[]).length);
  }
}

const changed = (before: string, record: AppraisalInput): Difference | undefined =>
  before === JSON.stringify(record) ? undefined : { path: 'the record itself', exact: before, other: JSON.stringify(record) };

function bump(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by;
}

/** A difference as a failing test shows it; the record is JSON that can be appraised again. */
export function disagreementText({ backEnd, subject, record, path, exact, other }: Disagreement): string {
  return [
    `${backEnd} differs on ${subject} at ${path}:`,
    `  exact: ${exact}`,
    `  ${backEnd}: ${other}`,
    ...(record === undefined ? [] : [`  record: ${JSON.stringify(record)}`]),
  ].join('\n');
}
