/**
 * Keys of maps that are ids of a ruleset: dotted names such as `absence.yearDays`.
 * In: nothing. Out: the zod schema of such a key; words that could reach a prototype are refused before zod sees them.
 */
import * as z from 'zod';

const DOTTED_NAME = /^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/;
const LONGEST = 200;

export const ID_KEY = z.string().regex(DOTTED_NAME).max(LONGEST);

/** Whether {@link ID_KEY} takes a key. */
export const isIdKey = (key: string | symbol): boolean => typeof key === 'string' && key.length <= LONGEST && DOTTED_NAME.test(key);
