/**
 * The functions that nodes of a program hold, as calls that make them again where a module is loaded.
 * In: a program. Out: what stands for each. Any other call of the exact engine is refused before.
 */
import type { Ir } from '../ir.ts';
import type { Program } from '../program.ts';
import { partsOf } from '../reachable.ts';
import { RuntimeCall } from './write-data.ts';

export function functionsOf(program: Program): ReadonlyMap<unknown, () => unknown> {
  const found = new Map<unknown, () => unknown>();
  const seen = new Set<Ir>();
  const stack = [...program.slots.map(({ ir }) => ir), ...program.outputs];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
    if (node.op === 'local' && node.local.source) stack.push(node.local.source);
    if (node.op === 'foreign' && node.effect) {
      const { answer, effect } = node;
      found.set(answer, () => new RuntimeCall('effectAnswer', [effect]));
    }
    if (node.op === 'gather') {
      const { read, fields } = node.scheme;
      found.set(read, () => new RuntimeCall('readersOf', [fields]));
    }
  }
  return found;
}
