/**
 * The fault of a function that has no answer for an empty list.
 * In: the function and its place. Out: the fault.
 */
import type { Span } from '../../values/finding.ts';
import { Fault } from '../../values/result.ts';

export const ofNothing = (name: string, span: Span): Fault =>
  new Fault('formula/empty-list', `${name} of an empty list has no answer; test the list with count(...) > 0 first.`, span);
