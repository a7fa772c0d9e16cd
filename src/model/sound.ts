/**
 * What is left of a value when its faulty parts are taken away.
 * In: nothing. Out: the {@link Sound} type: records with any field absent, lists with any member undefined, leaves whole.
 */
import type { CalendarDate } from '../values/calendar-date.ts';
import type { Exact } from '../values/exact.ts';
import type { Period } from '../values/period.ts';

type Whole = string | number | boolean | null | undefined | Exact | CalendarDate | ReadonlyMap<string, unknown>;

export type Sound<T> = T extends Whole
  ? T
  : [T, Period] extends [Period, T]
    ? T
    : T extends readonly (infer Member)[]
      ? readonly (Sound<Member> | undefined)[]
      : { readonly [Field in keyof T]?: Sound<T[Field]> | undefined };
