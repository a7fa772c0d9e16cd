/**
 * Generated code in process: an opt-in, because it makes a function of text.
 * In: a program. Out: a function from lowered facts to lowered outputs. The text holds only numbers and indexes; words stand among its constants.
 */
import type { Evaluator } from './closures-back-end.ts';
import type { Program } from './program.ts';
import { textOf } from './text-back-end.ts';

export function generatedOf(program: Program): Evaluator {
  const { text, constants } = textOf(program);
  return (functionOf(text) as (constants: readonly unknown[]) => Evaluator)(constants);
}

/** The one place where text becomes a function. */
export function functionOf(text: string): unknown {
  return new Function(`'use strict'; return ${text};`)() as unknown;
}
