/**
 * How the number of a node is carried.
 * In: a node. Out: its places, and whether it is an integer that is carried exactly.
 */
import type { Ir } from '../ir.ts';

export const placesOf = ({ info: { rep } }: Ir): number => (rep.kind === 'number' ? rep.bounds.places : 0);
export const isWhole = ({ info: { rep } }: Ir): boolean => rep.kind !== 'number' || rep.bounds.whole;
