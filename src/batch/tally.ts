/**
 * Counts a batch: records in and out, by status, by rating, by payment, with exact totals of money.
 * In: evaluated records and rejections. Out: a {@link BatchTally} of plain JSON; two of them merge into one, in any order.
 */
import type { OutcomeStatus, PaymentLine } from '../model/outcome.ts';
import { MoneySum } from './money-sum.ts';
import type { EvaluatedRecord, RecordCounter, WrittenLine } from './record-evaluator.ts';

export const LINE_STATUSES = ['paid', 'held', 'notEntitled', 'undetermined', 'faulted'] as const satisfies readonly PaymentLine['status'][];

/** Records and rupiah; money is exact text. */
export interface Counted {
  readonly records: number;
  readonly rupiah: string;
}

/** What a batch came to. `read` is always `evaluated` + `rejected`; blank lines are no records. */
export interface BatchTally {
  readonly read: number;
  readonly evaluated: number;
  readonly rejected: number;
  readonly blank: number;
  readonly status: Readonly<Record<OutcomeStatus, number>>;
  /** Records of each rating, with the rupiah paid to them. */
  readonly ratings: Readonly<Record<string, Counted>>;
  /** Records without a rating: the ruleset has none, or it is not known. */
  readonly unrated: number;
  /** Lines of each payment by status, with their rupiah. */
  readonly payments: Readonly<Record<string, Readonly<Record<PaymentLine['status'], Counted>>>>;
  /** Rejections by code. */
  readonly rejections: Readonly<Record<string, number>>;
}

class Count {
  records = 0;
  readonly sum = new MoneySum();
  json(): Counted {
    return { records: this.records, rupiah: this.sum.toText() };
  }
  merge({ records, rupiah }: Counted): void {
    this.records += records;
    this.sum.add(rupiah);
  }
}

const newCount = (): Count => new Count();

type LineCounts = Readonly<Record<PaymentLine['status'], Count>>;
const lineCounts = (): LineCounts =>
  ({ paid: new Count(), held: new Count(), notEntitled: new Count(), undetermined: new Count(), faulted: new Count() }) satisfies LineCounts;

/** A tally that grows. */
export class Tally implements RecordCounter {
  private evaluated = 0;
  private rejected = 0;
  private blank = 0;
  private unrated = 0;
  private readonly status: Record<OutcomeStatus, number> = { complete: 0, undetermined: 0, faulted: 0 };
  private readonly ratings = new Map<string, Count>();
  private readonly payments = new Map<string, LineCounts>();
  private readonly rejections = new Map<string, number>();

  evaluatedOne({ status, rating, payments }: Pick<EvaluatedRecord, 'status' | 'rating' | 'payments'>): void {
    this.evaluated++;
    this.status[status]++;
    const rated = rating === undefined ? undefined : countIn(this.ratings, rating, newCount);
    if (rated) rated.records++;
    else this.unrated++;
    for (const { id, status: line, amount } of payments) {
      const count = countIn(this.payments, id, lineCounts)[line];
      count.records++;
      if (amount === null) continue;
      count.sum.add(amount);
      if (line === 'paid') rated?.sum.add(amount);
    }
  }

  /** A complete record whose line was written from scaled integers. */
  writtenOne(rating: string | undefined, lines: readonly WrittenLine[]): void {
    this.evaluated++;
    this.status.complete++;
    const rated = rating === undefined ? undefined : countIn(this.ratings, rating, newCount);
    if (rated) rated.records++;
    else this.unrated++;
    for (let at = 0; at < lines.length; at++) {
      const { id, form, amount, places } = lines[at]!;
      if (!form) continue;
      const count = countIn(this.payments, id, lineCounts)[form.status];
      count.records++;
      if (!form.hasAmount) continue;
      count.sum.addScaled(amount, places);
      if (form.status === 'paid') rated?.sum.addScaled(amount, places);
    }
  }

  rejectedOne(code: string): void {
    this.rejected++;
    this.rejections.set(code, (this.rejections.get(code) ?? 0) + 1);
  }

  blankOnes(count: number): void {
    this.blank += count;
  }

  merge(other: BatchTally): void {
    this.evaluated += other.evaluated;
    this.rejected += other.rejected;
    this.blank += other.blank;
    this.unrated += other.unrated;
    for (const status of ['complete', 'undetermined', 'faulted'] as const) this.status[status] += other.status[status];
    for (const [rating, counted] of Object.entries(other.ratings)) countIn(this.ratings, rating, newCount).merge(counted);
    for (const [id, lines] of Object.entries(other.payments)) {
      const counts = countIn(this.payments, id, lineCounts);
      for (const status of LINE_STATUSES) counts[status].merge(lines[status]);
    }
    for (const [code, count] of Object.entries(other.rejections)) this.rejections.set(code, (this.rejections.get(code) ?? 0) + count);
  }

  /** Plain JSON, with names in alphabetical order: the same whatever the order of records and merges. */
  json(): BatchTally {
    return {
      read: this.evaluated + this.rejected,
      evaluated: this.evaluated,
      rejected: this.rejected,
      blank: this.blank,
      status: { ...this.status },
      ratings: sorted(this.ratings, (count) => count.json()),
      unrated: this.unrated,
      payments: sorted(
        this.payments,
        (counts) => Object.fromEntries(LINE_STATUSES.map((status) => [status, counts[status].json()])) as Record<PaymentLine['status'], Counted>,
      ),
      rejections: sorted(this.rejections, (count) => count),
    };
  }
}

function countIn<Value>(map: Map<string, Value>, key: string, fresh: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = fresh();
  map.set(key, made);
  return made;
}

const sorted = <Value, Out>(map: ReadonlyMap<string, Value>, write: (value: Value) => Out): Record<string, Out> =>
  Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, write(value)]));
