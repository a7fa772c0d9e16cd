/**
 * What one run of an ingest knows beside the record at hand: the periods, and the keys of the members of lists.
 * In: nothing. Out: {@link Context}, made once for an ingest and used again for each record.
 */

export interface Context {
  /** The assessed period, as day numbers. */
  from: number;
  to: number;
  /** The paid period; 0 and -1 where there is none. */
  paidFrom: number;
  paidTo: number;
  /** How many members the lists hold that are looked at again in the end; -1 where the list is absent. */
  indicators: number;
  activities: number;
  days: number;
  effects: number;
  /** The effects as written. */
  effectsWritten: unknown;
  /** The days on which an effect must hold to be in force: those of the paid period, or of the month in which the assessed one ends. */
  forceFrom: number;
  forceTo: number;
  /** Whether each effect of the list is in force. */
  readonly inForce: boolean[];
  /** What the days add up to, by the places of {@link COUNTS}: days and times in halves, minutes whole; -1 where the days tell nothing. */
  readonly counted: number[];
  readonly statuses: readonly string[];
  /** Keys of the members of lists, by the number of the key and the place of the member. */
  readonly keys: (string | number | undefined)[][];
  readonly pangkat: Readonly<Record<string, string>>;
}

/** Counts of attendance that days add up to, in the order of `counted`. */
export const COUNTS = [
  'workdays',
  'present',
  'absent',
  'leave',
  'permit',
  'sick',
  'duty',
  'study',
  'cancelled',
  'late',
  'early',
  'missingIn',
  'missingOut',
  'missed',
  'lateMinutes',
  'earlyMinutes',
] as const;

export function newContext(keys: number, pangkat: Context['pangkat']): Context {
  return {
    from: 0,
    to: 0,
    paidFrom: 0,
    paidTo: -1,
    indicators: -1,
    activities: -1,
    days: -1,
    effects: -1,
    effectsWritten: undefined,
    forceFrom: 0,
    forceTo: 0,
    inForce: [],
    counted: COUNTS.map(() => 0),
    statuses: COUNTS.slice(1, 9),
    keys: Array.from({ length: keys }, () => []),
    pangkat,
  };
}
