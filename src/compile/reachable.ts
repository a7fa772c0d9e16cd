/**
 * Leaves out what nothing reads, and walks the parts of a node.
 * In: slots, facts and outputs. Out: those that the outputs need, with their places made close.
 */
import type { FactSlot, Ir, Slot } from './ir.ts';

/** The nodes inside a node. */
export function partsOf(ir: Ir): readonly Ir[] {
  switch (ir.op) {
    case 'constant':
    case 'fact':
    case 'slot':
    case 'local':
    case 'gathered':
      return [];
    case 'field':
      return [ir.of];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'checkedDivide':
    case 'least':
    case 'greatest':
    case 'modulo':
    case 'compare':
    case 'same':
      return [ir.a, ir.b];
    case 'negate':
    case 'absolute':
    case 'rescale':
    case 'round':
    case 'toExact':
    case 'rank':
    case 'not':
    case 'present':
    case 'isTrue':
    case 'piece':
    case 'pieceExact':
    case 'pieceWord':
    case 'pieceTruth':
      return [ir.a];
    case 'exactCall':
    case 'dateCall':
    case 'foreign':
      return ir.args;
    case 'join':
      return ir.operands;
    case 'if':
      return [ir.condition, ir.then, ir.else];
    case 'bind':
      return [...ir.values, ir.body];
    case 'let':
      return [ir.value, ir.body];
    case 'settle':
      return [ir.verdict, ...ir.values];
    case 'fired':
      return ir.rules.flatMap(({ settled, code, id }) => [settled, code, id]);
    case 'list':
      return ir.items;
    case 'map':
      return [ir.list, ir.body];
    case 'filter':
    case 'quantify':
      return [ir.list, ir.condition];
    case 'members':
    case 'fold':
    case 'at':
      return [ir.list];
    case 'lookup':
      return ir.pieces;
    case 'gather':
      return [ir.ratings];
  }
}

/** The slots and facts that the outputs read, in the same order. */
export function reachable(
  slots: readonly Slot[],
  facts: readonly FactSlot[],
  outputs: readonly Ir[],
): { readonly slots: readonly Slot[]; readonly facts: readonly FactSlot[] } {
  const usedSlots = new Set<Slot>();
  const usedFacts = new Set<FactSlot>();
  const seen = new Set<Ir>();
  const stack = [...outputs];
  for (let ir = stack.pop(); ir; ir = stack.pop()) {
    if (seen.has(ir)) continue;
    seen.add(ir);
    stack.push(...partsOf(ir));
    const slot = ir.op === 'slot' ? ir.slot : ir.op === 'gathered' ? ir.from : undefined;
    if (slot && !usedSlots.has(slot)) {
      usedSlots.add(slot);
      stack.push(slot.ir);
    }
    if (ir.op === 'fact') usedFacts.add(ir.fact);
  }
  // A fact that an appraisal must have is asked for even when nothing comes of it, and so is a carry, which must not leave a gap.
  return {
    slots: slots.filter((slot) => usedSlots.has(slot)),
    facts: facts.filter((fact) => usedFacts.has(fact) || fact.absent === 'required' || fact.kind === 'carryFact'),
  };
}
