/**
 * How the number of a node is carried.
 * In: a node. Out: its places, and whether it is an integer that is carried exactly.
 */
import type { Ir } from './ir.ts';

/** Zero for what is no number. */
export const placesOf = ({ info: { rep } }: Pick<Ir, 'info'>): number => (rep.kind === 'number' ? rep.bounds.places : 0);
/** Also for what is no number: nothing inexact is in it. */
export const isWhole = ({ info: { rep } }: Ir): boolean => rep.kind !== 'number' || rep.bounds.whole;
