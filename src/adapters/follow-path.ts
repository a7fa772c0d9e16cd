/**
 * Follows a path of a rule (`absence.step.code`, `entries.grade`) to its value.
 * In: the tree of a path, and values by key. Out: a result; a path that leads nowhere is a fault.
 * Written apart from the formula evaluator, for the second opinion.
 */
import type { ReadTree, Tree } from '../formula/tree.ts';
import { Fault, type Result, isList, isNone, isNoValue, isRecord } from '../values/result.ts';

const LOST = new Fault('adapter/lost', 'The path leads to no value.');

export function followPath(tree: Tree, valueOf: (key: string) => Result | undefined): Result {
  switch (tree.op) {
    case 'constant':
      return tree.value;
    case 'read':
      return valueOf(tree.id) ?? LOST;
    case 'field':
      return fieldOf(followPath(tree.of, valueOf), tree.field);
    case 'project': {
      const list = followPath(tree.of, valueOf);
      return isList(list) ? list.map((member) => fieldOf(member, tree.field)) : fieldOf(list, tree.field);
    }
    default:
      return LOST;
  }
}

/** What a path starts from; undefined for a constant. */
export function startOf(tree: Tree): ReadTree | undefined {
  if (tree.op === 'field' || tree.op === 'project') return startOf(tree.of);
  return tree.op === 'read' ? tree : undefined;
}

function fieldOf(record: Result, field: string): Result {
  if (isRecord(record)) return record.get(field) ?? LOST;
  return isNoValue(record) && !isNone(record) ? record : LOST;
}
