/**
 * Literals take their unit, or their enumeration, from what stands beside them.
 * In: drafts and types. Out: trees of one type, or a reported finding.
 */
import { HUNDRED, ONE, equals, isExact } from '../../values/exact.ts';
import type { Finding, Span } from '../../values/finding.ts';
import { nearest } from '../../values/suggest.ts';
import { type Type, listType, numberType, sameType } from '../../values/type.ts';
import { COUNT, isPercent, isRatio, sameUnit } from '../../values/unit.ts';
import type { Tree } from '../tree.ts';
import { clash, memberList } from './clash.ts';
import type { Checker, Draft } from './draft.ts';

/** A type without what is particular to one value of it: a sum of scores in 0..100 is not in 0..100. */
export function bare(type: Type): Type {
  if (type.kind === 'number') return numberType(type.unit);
  if (type.kind === 'list') return listType(bare(type.of), { each: type.each, maxItems: type.maxItems });
  return type;
}

/** Whether a loose tree can become `type`. */
export function canAdapt(tree: Tree, type: Type): boolean {
  switch (tree.op) {
    case 'list':
      return type.kind === 'list' && tree.items.every((item) => canAdapt(item, type.of));
    case 'if':
      return canAdapt(tree.then, type) && canAdapt(tree.else, type);
    case 'index':
      return canAdapt(tree.of, listType(type));
    default:
      return tree.type.kind === 'text' ? type.kind === 'text' || type.kind === 'enum' : tree.type.kind === type.kind && type.kind === 'number';
  }
}

/** A loose tree with the type that it takes on; undefined when a text in it is no member of the enumeration (reported). */
export function retype(tree: Tree, type: Type, checker: Checker): Tree | undefined {
  const both = (left: Tree, right: Tree): readonly [Tree, Tree] | undefined => {
    const a = retype(left, type, checker);
    const b = retype(right, type, checker);
    return a && b && [a, b];
  };
  switch (tree.op) {
    case 'constant':
      return type.kind === 'enum' && !isMember(tree.value, type.members)
        ? unknownMember(tree.value as string, type, tree.span, checker)
        : { ...tree, type: bare(type) };
    case 'negate': {
      const operand = retype(tree.operand, type, checker);
      return operand && { ...tree, type, operand };
    }
    case 'add':
    case 'subtract': {
      const sides = both(tree.left, tree.right);
      return sides && { ...tree, type, left: sides[0], right: sides[1] };
    }
    case 'multiply':
    case 'divide': {
      const left = retype(tree.left, type, checker);
      return left && { ...tree, type, left };
    }
    case 'if': {
      const branches = both(tree.then, tree.else);
      return branches && { ...tree, type, then: branches[0], else: branches[1] };
    }
    case 'list': {
      if (type.kind !== 'list') return tree;
      const items = retypeAll(tree.items, type.of, checker);
      const each = tree.items.length === 0 ? type.each : tree.type.kind === 'list' ? tree.type.each : COUNT;
      return items && { ...tree, type: listType(type.of, { each, maxItems: tree.items.length }), items };
    }
    case 'index': {
      const of = retype(tree.of, listType(type), checker);
      return of && { ...tree, type, of };
    }
    case 'call': {
      const args = tree.args.map((argument) => retype(argument, argument.type.kind === 'list' && type.kind !== 'list' ? listType(type) : type, checker));
      return args.every((argument) => argument !== undefined) ? { ...tree, type, args } : undefined;
    }
    default:
      return tree;
  }
}

function retypeAll(trees: readonly Tree[], type: Type, checker: Checker): readonly Tree[] | undefined {
  const retyped = trees.map((tree) => retype(tree, type, checker));
  return retyped.every((tree) => tree !== undefined) ? retyped : undefined;
}

const isMember = (value: unknown, members: readonly string[]): boolean => typeof value === 'string' && members.includes(value);

function unknownMember(value: string, type: Type & { kind: 'enum' }, span: Span, checker: Checker): undefined {
  const found = nearest(value, type.members);
  return checker.refuse(
    'formula/unknown-member',
    `"${value}" is no member of ${type.name}.`,
    span,
    found === undefined ? `Its members are ${memberList(type.members)}.` : `Did you mean "${found}"?`,
  );
}

/**
 * Drafts brought to one type. The first that is not loose decides; `clashes` words the difference between two that do not agree.
 * Undefined when a finding has been reported.
 */
export function unify(
  drafts: readonly Draft[],
  checker: Checker,
  clashes: (found: Type, wanted: Type) => string,
): { readonly trees: readonly Tree[]; readonly type: Type; readonly loose: boolean } | undefined {
  const leader = drafts.find((draft) => !draft.loose) ?? drafts.find((draft) => !isEmptyList(draft.tree)) ?? drafts[0]!;
  const wanted = leader.tree.type;
  const trees: Tree[] = [];
  let agreed = true;
  for (const draft of drafts) {
    const tree = draft === leader ? draft.tree : fitOne(draft, wanted, checker, clashes);
    if (tree) trees.push(tree);
    else agreed = false;
  }
  if (!agreed) return undefined;
  return { trees, type: merged(trees, wanted), loose: leader.loose };
}

/** A draft as `wanted`, or a reported finding. */
export function fitOne(draft: Draft, wanted: Type, checker: Checker, clashes: (found: Type, wanted: Type) => string): Tree | undefined {
  const { tree } = draft;
  if (draft.loose && canAdapt(tree, wanted)) return retype(tree, wanted, checker);
  if (sameType(tree.type, wanted)) return tree;
  return refuseClash(clash(clashes(tree.type, wanted), tree.type, wanted, tree.span), checker);
}

/** Reports a clash. */
export const refuseClash = (finding: Finding, checker: Checker): undefined => checker.refuse(finding.code, finding.message, finding.span!, finding.mend);

const isEmptyList = (tree: Tree): boolean => tree.op === 'list' && tree.items.length === 0;

function merged(trees: readonly Tree[], wanted: Type): Type {
  if (wanted.kind !== 'list') return bare(wanted);
  const lists = trees.flatMap((tree) => (tree.type.kind === 'list' ? [tree.type] : []));
  const each = lists.every((list) => sameUnit(list.each, wanted.each)) ? wanted.each : COUNT;
  const lengths = lists.map((list) => list.maxItems);
  const maxItems = lengths.every((length) => length !== undefined) ? Math.max(...lengths) : undefined;
  return listType(bare(wanted.of), { each, maxItems });
}

/** In sums and comparisons a 100 beside a percent and a 1 beside a ratio explain themselves. */
export function excuseBeside(trees: readonly Tree[], drafts: readonly Draft[], checker: Checker): void {
  if (drafts.every((draft) => draft.loose)) return;
  trees.forEach((tree, index) => {
    if (!drafts[index]!.loose || tree.op !== 'constant' || tree.type.kind !== 'number' || !isExact(tree.value)) return;
    if (equals(tree.value, isPercent(tree.type.unit) ? HUNDRED : ONE) && (isPercent(tree.type.unit) || isRatio(tree.type.unit))) checker.excuse(tree);
  });
}
