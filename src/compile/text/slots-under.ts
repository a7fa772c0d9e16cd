/**
 * The slots that must be in store before code outside the part at work is asked about a node.
 * In: a node. Out: slots.
 */
import { partsOf } from '../reachable.ts';
import { isSolid } from '../exact-back-end.ts';
import type { Ir, Slot } from '../ir.ts';

/** Slots that a node reads, those behind slots that are not whole too. */
export function allSlots(ir: Ir): readonly Slot[] {
  const found = new Set<Slot>();
  const seen = new Set<Ir>();
  const stack = [ir];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    if (node.op === 'gathered') found.add(node.from);
    if (node.op !== 'slot') continue;
    found.add(node.slot);
    if (!isSolid(node.slot.ir.info.rep)) stack.push(node.slot.ir);
  }
  return [...found];
}

/** Whole values that the always-exact back end may take over when it works out a node. */
export function coneSlots(ir: Ir): readonly Slot[] {
  const found = new Set<Slot>();
  const seen = new Set<Ir>();
  const stack = [ir];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    if (node.op !== 'slot') continue;
    if (isSolid(node.slot.ir.info.rep)) found.add(node.slot);
    else stack.push(node.slot.ir);
  }
  return [...found];
}
