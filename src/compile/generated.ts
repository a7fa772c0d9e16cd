/**
 * Generated code in process: an opt-in, because it makes a function of text.
 * In: a program. Out: a function from lowered facts to lowered outputs. The text holds only numbers and indexes; words stand among its constants.
 */
import type { Evaluator } from './closures-back-end.ts';
import type { ListColumns } from './list-columns.ts';
import type { Lowered } from './lowered.ts';
import type { Program } from './program.ts';
import { sureProgram } from './sure-program.ts';
import { textOf } from './text-back-end.ts';
import { usuallySure } from './usually-sure.ts';

/** @param lists facts that come as columns, by their number. */
export function generatedOf(program: Program, lists?: ReadonlyMap<number, ListColumns>): Evaluator {
  const sure = made<(facts: readonly Lowered[]) => readonly Lowered[] | undefined>(sureProgram(program), lists);
  return usuallySure(sure, () => made<Evaluator>(program));
}

function made<Made>(program: Program, lists?: ReadonlyMap<number, ListColumns>): Made {
  const { text, constants } = textOf(program, lists);
  return (functionOf(text) as (constants: readonly unknown[]) => Made)(constants);
}

/** The one place where text becomes a function. */
export function functionOf(text: string): unknown {
  return new Function(`'use strict'; return ${text};`)() as unknown;
}
