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
  /** Keys of the members of lists, by the number of the key and the place of the member. */
  readonly keys: (string | number | undefined)[][];
  readonly pangkat: Readonly<Record<string, string>>;
}

export function newContext(keys: number, pangkat: Context['pangkat']): Context {
  return {
    from: 0,
    to: 0,
    paidFrom: 0,
    paidTo: -1,
    indicators: -1,
    activities: -1,
    keys: Array.from({ length: keys }, () => []),
    pangkat,
  };
}
