/**
 * Keys of maps that are ids of a ruleset: dotted names such as `absence.yearDays`.
 * In: nothing. Out: the zod schema of such a key; words that could reach a prototype are refused before zod sees them.
 */
import * as z from 'zod';

export const ID_KEY = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*(?:\.[a-z][A-Za-z0-9]*)*$/)
  .max(200);
