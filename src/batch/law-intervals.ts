/**
 * The law of each record: every interval in which the same law holds is resolved once, however many periods lie in it.
 * In: {@link RulesetData}, and what to prepare for each interval. Out: {@link LawIntervals}, asked by the periods of a record.
 * Law can be read at both ends of both periods, so an interval is told by the law on those four days.
 */
import { checkOverrides } from '../ruleset/check-overrides.ts';
import { RulesetError, sortDiagnostics } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { changeDays } from '../ruleset/in-force.ts';
import { type ReadRuleset, readDocument } from '../ruleset/read-document.ts';
import { Report } from '../ruleset/report.ts';
import { type Ruleset, resolveRead } from '../ruleset/resolve.ts';
import { hashOf } from '../ruleset/hash.ts';
import type { CalendarDate } from '../values/calendar-date.ts';
import { type Period, periodText } from '../values/period.ts';

/** The law for the periods of one record. */
export interface LawAt<Prepared> {
  /** As resolved for exactly these periods. */
  readonly ruleset: Ruleset;
  /** What was prepared for the interval of law. */
  readonly prepared: Prepared;
}

/** The names that an outcome of the ruleset can hold, over all its versions. */
export interface OutputNames {
  readonly scores: readonly string[];
  readonly payments: readonly string[];
  readonly carry: readonly string[];
}

/** Periods remembered at once; a file that holds more distinct ones is no file of payments. */
const MOST_PERIODS = 10_000;

export class LawIntervals<Prepared> {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly names: OutputNames;
  private readonly read: ReadRuleset;
  private readonly days: readonly CalendarDate[];
  private readonly laws = new Map<string, { readonly ruleset: Ruleset; readonly prepared: Prepared }>();
  private readonly periods = new Map<string, LawAt<Prepared>>();

  /** @throws RulesetError when the ruleset cannot be read at any date. */
  constructor(
    private readonly data: RulesetData,
    private readonly prepare: (ruleset: Ruleset) => Prepared,
  ) {
    const report = new Report();
    const read = readDocument(data, report);
    if (read) checkOverrides(read, report);
    if (!read || report.hasErrors) throw new RulesetError(String(data.manifest?.['id'] ?? 'unnamed'), sortDiagnostics(report.diagnostics));
    this.read = read;
    this.days = changeDays(read);
    const own = read.manifests.at(-1)!.data;
    this.id = own.id;
    this.version = String(own.version);
    this.hash = hashOf(data);
    this.names = namesOf(read);
  }

  /** How many intervals of law were resolved so far. */
  get resolved(): number {
    return this.laws.size;
  }

  /** @throws RulesetError when the ruleset has an error at these dates, or does not speak of them. */
  at(assessed: Period, paid: Period | undefined): LawAt<Prepared> {
    const periods = `${assessed.from.epochDay} ${assessed.to.epochDay}${paid ? ` ${paid.from.epochDay} ${paid.to.epochDay}` : ''}`;
    const known = this.periods.get(periods);
    if (known) return known;
    const { ruleset, prepared } = this.lawFor(assessed, paid);
    const law = { ruleset: Object.freeze({ ...ruleset, dates: Object.freeze({ assessed, ...(paid && { paid }) }) }), prepared };
    if (this.periods.size >= MOST_PERIODS) this.periods.clear();
    this.periods.set(periods, law);
    return law;
  }

  private lawFor(assessed: Period, paid: Period | undefined): { readonly ruleset: Ruleset; readonly prepared: Prepared } {
    const days = paid ? [assessed.from, assessed.to, paid.from, paid.to] : [assessed.from, assessed.to];
    const interval = days.map((day) => this.intervalOf(day)).join(' ');
    const known = this.laws.get(interval);
    if (known) return known;
    const report = new Report();
    const ruleset = resolveRead(this.data, this.read, { assessed, ...(paid && { paid }) }, report);
    if (!ruleset) {
      const about = report.diagnostics.length === 0 ? ` for ${periodText(assessed)}` : '';
      throw new RulesetError(`${this.id}${about}`, sortDiagnostics(report.diagnostics));
    }
    const law = { ruleset, prepared: this.prepare(ruleset) };
    this.laws.set(interval, law);
    return law;
  }

  /** The number of the interval between changes in which a day lies; -1 before the first. */
  private intervalOf(day: CalendarDate): number {
    return this.days.findLastIndex((change) => change.epochDay <= day.epochDay);
  }
}

function namesOf(read: ReadRuleset): OutputNames {
  const nodes = [...read.nodes.values()];
  const idsIn = (section: string): readonly string[] => nodes.filter((node) => node.section === section).map((node) => node.id);
  const scores = new Set(read.manifests.flatMap((manifest) => Object.keys(manifest.data.outputs?.scores ?? {})));
  return Object.freeze({ scores: Object.freeze([...scores]), payments: Object.freeze(idsIn('payments')), carry: Object.freeze(idsIn('carry')) });
}
