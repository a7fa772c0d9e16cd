/**
 * Sanctions and blocks as effects: proposed once for each case, with their start and their meeting rule.
 * In: fired sanctions and blocks in the order of the plan, the effects that came in, the paid (or assessed) period. Out: the effects to keep.
 * A key that is already there, in whatever status, is not proposed again. What could not be given back is a fault of its rule.
 */
import type { Effect } from '../model/effect.ts';
import { type EffectField, MOST_EFFECTS, effectRefusal, monthText } from '../model/effect-door.ts';
import { lastDayOf } from '../model/effect-span.ts';
import { type CalendarDate, addDays, addMonths } from '../values/calendar-date.ts';
import { type Exact, isExact, numerator } from '../values/exact.ts';
import { type Period, periodAround } from '../values/period.ts';
import { Fault } from '../values/result.ts';
import { keyOf } from './effect-fault.ts';
import type { FiredEvent } from './events.ts';

export interface Proposal {
  readonly effect: Effect;
  /** Whether the case was there already. */
  readonly known: boolean;
  readonly event: FiredEvent;
}

/** The effects of one run: those that came in, and what fired rules add to them. */
export class EffectBook {
  readonly proposals: Proposal[] = [];
  private readonly kept: Effect[];

  /** @param period the paid period; without one, the month in which the assessed period ends. */
  constructor(
    incoming: readonly Effect[],
    private readonly period: Period,
  ) {
    this.kept = [...incoming];
  }

  /** Writes down the effect of a sanction or block; a fault where no appraisal could hold it, which then is not written down. */
  propose(event: FiredEvent): Fault | undefined {
    if (event.kind !== 'sanction' && event.kind !== 'block') return undefined;
    const key = keyOf(event);
    const existing = this.kept.find((effect) => effect.key === key);
    if (existing) {
      this.proposals.push({ effect: existing, known: true, event });
      return undefined;
    }
    const draft = event.kind === 'block' ? blockEffect(event, key, this.period) : sanctionEffect(event, key, this.kept, this.period);
    if (this.kept.length >= MOST_EFFECTS)
      return new Fault('effect/too-many', `"${event.rule.id}" adds an effect to ${this.kept.length}, and an appraisal holds at most ${MOST_EFFECTS}.`);
    const effect = withEnd(draft);
    if (effect instanceof Fault) return effect;
    this.kept.push(effect);
    this.proposals.push({ effect, known: false, event });
    return undefined;
  }
}

/**
 * The effects of all that fired.
 * @throws TypeError for an event that {@link EffectBook.propose} does not take; whoever calls this has made sure that there is none.
 */
export function proposeEffects(events: readonly FiredEvent[], incoming: readonly Effect[], period: Period): readonly Proposal[] {
  const book = new EffectBook(incoming, period);
  for (const event of events) {
    const fault = book.propose(event);
    if (fault) throw new TypeError(fault.message);
  }
  return book.proposals;
}

function sanctionEffect(event: FiredEvent, key: string, kept: readonly Effect[], period: Period): Draft {
  const { words } = event.rule.event;
  const meets = words.get('meets') as Effect['meets'];
  const months = event.values.get('months');
  const first = startOf(words.get('starts')!, period);
  const starts = meets === 'queue' ? afterRunning(kept, first) : first;
  return {
    key,
    code: event.code,
    kind: 'sanction',
    status: words.get('imposed') === 'automatic' ? 'imposed' : 'proposed',
    rule: event.rule.id,
    meets,
    cut: exactOf(event.values.get('cut')),
    months: exactOf(months),
    starts,
  };
}

function blockEffect(event: FiredEvent, key: string, period: Period): Draft {
  return {
    key,
    code: event.code,
    kind: 'block',
    status: 'imposed',
    rule: event.rule.id,
    months: exactOf(event.values.get('months')),
    starts: periodAround(period.to, 'month').from,
  };
}

/** The first day of the paid month, or of the one after it. */
function startOf(word: string, period: Period): CalendarDate {
  const month = periodAround(period.to, 'month');
  return word === 'thisPayment' ? month.from : addDays(month.to, 1);
}

/** Behind the last running sanction, for those that queue. */
function afterRunning(kept: readonly Effect[], first: CalendarDate): CalendarDate {
  let start = first;
  for (const effect of kept) {
    if (effect.kind !== 'sanction' || effect.status !== 'imposed') continue;
    const last = lastDayOf(effect);
    if (last && last.epochDay >= start.epochDay) start = addDays(last, 1);
  }
  return start;
}

type Draft = { readonly [K in keyof Effect]?: Effect[K] | undefined } & Pick<Effect, 'key' | 'code' | 'kind' | 'status'> & {
    readonly rule: string;
    readonly starts: CalendarDate;
  };

/** With its last day; its months are whole, and at least 0. */
function withEnd(draft: Draft): Effect | Fault {
  const { months, starts, rule } = draft;
  const beyond = (field: EffectField, day: CalendarDate, verb: string): Fault | undefined =>
    effectRefusal(field, monthText(day)) &&
    new Fault(
      'effect/calendar',
      `The effect of "${rule}" would ${verb} in ${monthText(day)}, which no appraisal can hold: the calendar ends with the year 2200.`,
    );
  const early = beyond('starts', starts, 'start');
  if (early) return early;
  const ends = months && numerator(months) > 0n ? addDays(addMonths(starts, Number(numerator(months))), -1) : undefined;
  const late = ends && beyond('ends', ends, 'end');
  if (late) return late;
  const effect: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) if (value !== undefined) effect[name] = value;
  if (ends) effect['ends'] = ends;
  return effect as unknown as Effect;
}

const exactOf = (result: ReturnType<FiredEvent['values']['get']>): Exact | undefined => (result !== undefined && isExact(result) ? result : undefined);
