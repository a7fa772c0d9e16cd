/**
 * Sanctions and blocks as effects: proposed once for each case, with their start and their meeting rule.
 * In: fired sanctions and blocks, the effects that came in, the paid (or assessed) period. Out: the effects to keep.
 * A key that is already there, in whatever status, is not proposed again.
 */
import type { Effect } from '../model/effect.ts';
import { lastDayOf } from '../model/effect-span.ts';
import { type CalendarDate, addDays, addMonths } from '../values/calendar-date.ts';
import { type Exact, isExact, numerator } from '../values/exact.ts';
import { type Period, periodAround } from '../values/period.ts';
import type { FiredEvent } from './events.ts';

export interface Proposal {
  readonly effect: Effect;
  /** Whether the case was there already. */
  readonly known: boolean;
  readonly event: FiredEvent;
}

/** @param period the paid period; without one, the month in which the assessed period ends. */
export function proposeEffects(events: readonly FiredEvent[], incoming: readonly Effect[], period: Period): readonly Proposal[] {
  const kept = [...incoming];
  const proposals: Proposal[] = [];
  for (const event of events) {
    const key = event.kind === 'block' ? `block/${event.code}` : event.key!;
    const existing = kept.find((effect) => effect.key === key);
    if (existing) {
      proposals.push({ effect: existing, known: true, event });
      continue;
    }
    const effect = event.kind === 'block' ? blockEffect(event, key, period) : sanctionEffect(event, key, kept, period);
    kept.push(effect);
    proposals.push({ effect, known: false, event });
  }
  return proposals;
}

function sanctionEffect(event: FiredEvent, key: string, kept: readonly Effect[], period: Period): Effect {
  const { words } = event.rule.event;
  const meets = words.get('meets') as Effect['meets'];
  const months = event.values.get('months');
  const first = startOf(words.get('starts')!, period);
  const starts = meets === 'queue' ? afterRunning(kept, first) : first;
  return withSpan({
    key,
    code: event.code,
    kind: 'sanction',
    status: words.get('imposed') === 'automatic' ? 'imposed' : 'proposed',
    rule: event.rule.id,
    meets,
    cut: exactOf(event.values.get('cut')),
    months: exactOf(months),
    starts,
  });
}

function blockEffect(event: FiredEvent, key: string, period: Period): Effect {
  return withSpan({
    key,
    code: event.code,
    kind: 'block',
    status: 'imposed',
    rule: event.rule.id,
    months: exactOf(event.values.get('months')),
    starts: periodAround(period.to, 'month').from,
  });
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

type Draft = { readonly [K in keyof Effect]?: Effect[K] | undefined } & Pick<Effect, 'key' | 'code' | 'kind' | 'status'>;

function withSpan(draft: Draft): Effect {
  const { months, starts } = draft;
  const ends = months && starts && numerator(months) > 0n ? addDays(addMonths(starts, Number(numerator(months))), -1) : undefined;
  const entries = Object.entries({ ...draft, ends }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Effect;
}

const exactOf = (result: ReturnType<FiredEvent['values']['get']>): Exact | undefined => (result !== undefined && isExact(result) ? result : undefined);
