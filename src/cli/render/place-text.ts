/**
 * A place in a file as editors and terminals make a link of it.
 * In: a position. Out: `file:line:column`.
 */
import type { Position } from '../../ruleset/diagnostic.ts';

export const placeText = ({ file, line, column }: Position): string => `${file}:${line}:${column}`;
