/**
 * Times of day in whole minutes since midnight: counts, not measurements, so plain integers.
 * In: text such as `07:30`. Out: minutes, and their text.
 */

/** Minutes since midnight, 0 to 1439. */
export type TimeOfDay = number;

/** Reads `HH:MM`; undefined for any other text. */
export function parseTime(text: string): TimeOfDay | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

export const timeText = (time: TimeOfDay): string => `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
