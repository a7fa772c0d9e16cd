/**
 * Checks that several functions share: numbers, lists of numbers, dates.
 * In: drafts of arguments. Out: typed arguments, or a reported finding that names the function and the argument.
 */
import { type Type, numberType, sameType } from '../../values/type.ts';
import type { Unit } from '../../values/unit.ts';
import { bare, canAdapt, fitOne, unify } from '../check/adapt.ts';
import { describe } from '../check/clash.ts';
import type { Draft } from '../check/draft.ts';
import type { Tree } from '../tree.ts';
import type { CallSite, TypedCall } from './built-in.ts';

const ORDINALS = ['first', 'second', 'third'];

/** One argument of exactly this type; a literal takes its unit. */
export function argument(args: readonly Draft[], index: number, type: Type, call: CallSite): Tree | undefined {
  return fitOne(
    args[index]!,
    type,
    call.checker,
    (found, wanted) => `The ${ORDINALS[index]!} argument of ${call.name} is ${describe(found)}, and ${describe(wanted)} is wanted.`,
  );
}

/** All arguments of exactly these types. */
export function argumentsOf(args: readonly Draft[], types: readonly Type[], call: CallSite): readonly Tree[] | undefined {
  const trees = types.map((type, index) => argument(args, index, type, call));
  return trees.every((tree) => tree !== undefined) ? trees : undefined;
}

/** A number of this unit, given from a typed call's arguments. */
export const giving = (args: readonly Tree[] | undefined, unit: Unit): TypedCall | undefined => args && { args, type: numberType(unit), loose: false };

/** Scalars and lists of scalars that all have one type; `fits` says which types the function works on, `wanted` names them. */
export function oneType(
  args: readonly Draft[],
  call: CallSite,
  wanted: string,
  fits: (type: Type) => boolean,
): (TypedCall & { readonly type: Type }) | undefined {
  const firm = args.some((arg) => !arg.loose);
  const odd = args.find((arg) => !(firm && arg.loose) && !isEmpty(arg.tree) && !fits(memberType(arg.tree)));
  if (odd) return call.checker.refuse('formula/type', `${call.name} works on ${wanted}, and this is ${describe(odd.tree.type)}.`, odd.tree.span);
  const leader = args.find((arg) => !arg.loose) ?? args.find((arg) => !isEmpty(arg.tree)) ?? args[0]!;
  const type = bare(memberType(leader.tree));
  const trees = args.map((arg) => {
    const list = arg.tree.type.kind === 'list';
    const target: Type = list && arg.tree.type.kind === 'list' ? { ...arg.tree.type, of: type } : type;
    if (arg.loose && canAdapt(arg.tree, target)) return fitOne(arg, target, call.checker, () => '');
    if (sameType(memberType(arg.tree), type)) return arg.tree;
    // Worded by unify, so that a clash of units reads as it does everywhere else.
    unify(
      [member(leader.tree, type), member(arg.tree, memberType(arg.tree))],
      call.checker,
      (found, other) => `The arguments of ${call.name} differ: ${describe(other)} and ${describe(found)}.`,
    );
    return undefined;
  });
  return trees.every((tree) => tree !== undefined) ? { args: trees, type, loose: leader.loose } : undefined;
}

/** One argument that is a list. */
export function listArgument(args: readonly Draft[], call: CallSite): { readonly tree: Tree; readonly of: Type; readonly each: Unit } | undefined {
  const { tree } = args[0]!;
  if (tree.type.kind === 'list') return { tree, of: tree.type.of, each: tree.type.each };
  return call.checker.refuse('formula/not-a-list', `${call.name} works on a list, and this is ${describe(tree.type)}.`, tree.span);
}

const memberType = (tree: Tree): Type => (tree.type.kind === 'list' ? tree.type.of : tree.type);
const isEmpty = (tree: Tree): boolean => tree.op === 'list' && tree.items.length === 0;
const member = (tree: Tree, type: Type): Draft => ({ tree: { op: 'constant', value: '', type, span: tree.span }, loose: false });
