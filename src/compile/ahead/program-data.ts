/**
 * A program as data: as far as an outcome and the exact back end read it once the module is made.
 * In: a program, the nodes that may stay undecided. Out: a lean program, and what stands for facts and slots.
 * Formulas, conditions and positions stay behind: what they say is in the nodes already.
 */
import type { Gate, Origin } from '../../ruleset/plan.ts';
import type { Ir, Slot } from '../ir.ts';
import type { Program } from '../program.ts';
import { partsOf } from '../reachable.ts';

export function programData(program: Program, nodes: readonly Ir[]): object {
  const asked = slotsUnder(nodes);
  return {
    facts: program.facts,
    slots: program.slots.map((slot) => (asked.has(slot) ? slot : undefined)),
    outputs: program.outputs.map((output) => ({ info: output.info, ...(output.op === 'constant' && { op: 'constant', value: output.value }) })),
    rules: program.rules.map(({ step, ...rest }) => ({
      ...rest,
      step: { id: step.id, origin: said(step.origin), event: { kind: step.event.kind, words: step.event.words, payment: step.event.payment } },
    })),
    payments: program.payments.map(({ step, ...rest }) => ({
      ...rest,
      step: { id: step.id, origin: said(step.origin), for: step.for, notEntitled: step.notEntitled.map(gate), held: step.held.map(gate) },
    })),
    carries: program.carries.map(({ step, value }) => ({ step: { id: step.id }, value })),
    scores: program.scores,
    rating: program.rating,
    roots: program.roots,
  };
}

/** Facts and slots are told apart by what they are, not by what they say. */
export function placesOf(program: Program): ReadonlyMap<unknown, () => unknown> {
  return new Map<unknown, () => unknown>([
    ...program.facts.map((fact, at) => [fact, () => ({ fact: at })] as const),
    ...program.slots.map((slot, at) => [slot, () => ({ slot: at, ir: slot.ir })] as const),
  ]);
}

const said = ({ title, cite }: Origin): object => ({ title, cite });
const gate = ({ reason, text, cite, until }: Gate): object => ({ reason, text, cite, until });

/** Slots that the exact back end may come to when it works out a node. */
function slotsUnder(nodes: readonly Ir[]): ReadonlySet<Slot> {
  const found = new Set<Slot>();
  const seen = new Set<Ir>();
  const stack = [...nodes];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    const slot = node.op === 'slot' ? node.slot : node.op === 'gathered' ? node.from : undefined;
    if (!slot || found.has(slot)) continue;
    found.add(slot);
    stack.push(slot.ir);
  }
  return found;
}
