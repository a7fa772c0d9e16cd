/**
 * Answers single nodes for generated code, where floating point did not settle them.
 * In: a program, and the nodes by number. Out: a function from a node's number, facts, slots and the variables of loops to the lowered answer.
 */
import { ExactBackEnd } from './exact-back-end.ts';
import type { Ir } from './ir.ts';
import type { Lowered } from './lowered.ts';
import type { Program } from './program.ts';

export type Undecided = (node: number, facts: readonly Lowered[], slots: readonly Lowered[], ids?: readonly number[], values?: readonly Lowered[]) => Lowered;

/** @param nodes may still grow after this. */
export function undecidedOf(program: Program, nodes: readonly Ir[]): Undecided {
  const exact = new ExactBackEnd(program);
  return (node, facts, slots, ids, values) => exact.answer(nodes[node]!, { facts, slots, locals: ids && new Map(ids.map((id, at) => [id, values![at]!])) });
}
