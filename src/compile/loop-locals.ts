/**
 * The variables of the loops around a node that it reads, by way of named values too.
 * In: a node. Out: loop variables that are bound outside it, each once.
 */
import type { Ir, Local } from './ir.ts';
import { partsOf } from './reachable.ts';

export function loopLocals(ir: Ir): readonly Local[] {
  const found = new Map<number, Local>();
  const inner = new Set<number>();
  const stack: Ir[] = [ir];
  const seen = new Set<Ir>();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'map' || node.op === 'filter' || node.op === 'quantify') inner.add(node.local.id);
    if (node.op !== 'local') continue;
    if (node.local.source) stack.push(node.local.source);
    else found.set(node.local.id, node.local);
  }
  return [...found.values()].filter((local) => !inner.has(local.id));
}
