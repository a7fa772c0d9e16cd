/**
 * What leaves the machine: constants stand ready, slots are read from their registers, anything else is a closure.
 * In: a program and where its slots stand. Out: a function that gives the lowered outputs, a list of its own for each record.
 */
import { NONE } from '../../values/result.ts';
import type { Ir, Slot } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';
import type { Frame, Step } from './closure-parts.ts';
import { type Registers, kindOf } from './registers.ts';

export function outputsOf(program: Program, registers: Registers, registerOf: (slot: Slot) => number, step: (ir: Ir) => Step, frame: Frame): () => Lowered[] {
  const { outputs } = program;
  const ready: readonly Lowered[] = outputs.map((ir) => (ir.op === 'constant' ? ir.value : NONE));
  const from: number[][] = [[], [], []];
  const others: { readonly at: number; readonly step: Step }[] = [];
  for (const [at, ir] of outputs.entries()) {
    if (ir.op === 'constant') continue;
    if (ir.op === 'slot') from[['number', 'truth', 'object'].indexOf(kindOf(ir.slot.ir.info.rep))]!.push(at, registerOf(ir.slot));
    else others.push({ at, step: step(ir) });
  }
  const [numbers, truths, objects] = from.map((list) => Int32Array.from(list)) as [Int32Array, Int32Array, Int32Array];
  const { numbers: R, objects: O } = registers;
  return () => {
    const out = ready.slice();
    for (let at = 0; at < numbers.length; at += 2) {
      const register = numbers[at + 1]!;
      const value = R[register]!;
      out[numbers[at]!] = value === value ? value : O[register]!;
    }
    for (let at = 0; at < truths.length; at += 2) {
      const register = truths[at + 1]!;
      const value = R[register]!;
      out[truths[at]!] = value === value ? value === 1 : O[register]!;
    }
    for (let at = 0; at < objects.length; at += 2) out[objects[at]!] = O[objects[at + 1]!]!;
    for (let at = 0; at < others.length; at++) out[others[at]!.at] = others[at]!.step(frame);
    return out;
  };
}
