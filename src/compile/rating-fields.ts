/**
 * Readers of the fields of a rating, each reading one place always.
 * In: the places. Out: a function for each field.
 */
import type { RatingField } from './ir.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';

type Reader = (record: LoweredRecord) => Lowered;

/** A function of its own for each place, so that engines see one name where it is read. */
const READERS: readonly Reader[] = [
  (record) => record.f0!,
  (record) => record.f1!,
  (record) => record.f2!,
  (record) => record.f3!,
  (record) => record.f4!,
  (record) => record.f5!,
  (record) => record.f6!,
  (record) => record.f7!,
];

export function readersOf(fields: Readonly<Record<RatingField, number>>): Readonly<Record<RatingField, Reader>> {
  const entries = Object.entries(fields).map(([name, place]) => [name, READERS[place] ?? ((record: LoweredRecord) => record[`f${place}`]!)]);
  return Object.fromEntries(entries) as Record<RatingField, Reader>;
}
