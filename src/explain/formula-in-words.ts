/**
 * A formula as a reader sees it: infix with × and ÷, by names or with values put in their places.
 * In: a tree, and the values of a finished run. Out: a {@link Phrase}. Only the branch that was taken is told.
 * `40 % ÷ 100` is the bridge from percent to a plain share; the percent sign says it already, so the ÷ 100 is left out.
 */
import type { Environment } from '../formula/scope.ts';
import { evaluate } from '../formula/evaluate-formula.ts';
import { formatTree } from '../formula/format-tree.ts';
import { childrenOf } from '../formula/tree-children.ts';
import type { Comparator, Tree } from '../formula/tree.ts';
import type { Title } from '../model/title.ts';
import { HUNDRED, equals, isExact, isNegative, toText } from '../values/exact.ts';
import { type Result, isList, isNoValue } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { Phrase, Piece, Value } from './explanation-shape.ts';
import type { Names } from '../ruleset/titles.ts';
import { isScalar, valueOf } from './value.ts';
import { EN } from './words/en.ts';
import type { WordKey } from './words/words.ts';

export type Locals = ReadonlyMap<string, Result>;

/** What a formula is told with. */
export interface Telling {
  readonly names: Names;
  readonly environment: Environment;
  /** The number under which a key is explained; undefined where it has none. */
  readonly refOf: (key: string) => string | undefined;
}

/** Sums of more members than these are told by how often each value occurs. */
const SPELLED_MEMBERS = 6;

const OR = 1;
const AND = 2;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const PRIMARY = 7;

interface Told {
  readonly phrase: Phrase;
  readonly strength: number;
}

const sign = (text: string): Piece => ({ kind: 'sign', text });
const said = (word: WordKey): Piece => ({ kind: 'said', word });
const primary = (...phrase: Piece[]): Told => ({ phrase, strength: PRIMARY });
const bracketed = ({ phrase, strength }: Told, least: number): Phrase => (strength < least ? [sign('('), ...phrase, sign(')')] : phrase);
const joined = (phrases: readonly Phrase[], between: Piece): Phrase => phrases.flatMap((phrase, at) => (at === 0 ? phrase : [between, ...phrase]));

const COMPARATORS: Readonly<Record<Comparator, string>> = { '=': ' = ', '!=': ' ≠ ', '<': ' < ', '<=': ' ≤ ', '>': ' > ', '>=': ' ≥ ' };
const SIGNS = { add: ' + ', subtract: ' − ', multiply: ' × ', divide: ' ÷ ' } as const;

/** The formula by names. */
export const inNames = (tree: Tree, telling: Telling, locals?: Locals): Phrase => tellTree(tree, { ...telling, values: false, locals }).phrase;

/**
 * The formula with values in place of names.
 * @example inValues(tree, telling) // Rp5.439.503 × 60 % × 87,5 %
 */
export const inValues = (tree: Tree, telling: Telling, locals?: Locals): Phrase => tellTree(tree, { ...telling, values: true, locals }).phrase;

interface Mode extends Telling {
  readonly values: boolean;
  readonly locals: Locals | undefined;
}

const resultOf = (tree: Tree, mode: Mode): Result => evaluate(tree, mode.environment, mode.locals);
const valuePiece = (result: Result, type: Type, mode: Mode): Piece => ({ kind: 'value', value: valueOf(result, type, mode.names) });

/** The value alone; a negative one holds together only inside brackets. */
function valued(tree: Tree, mode: Mode): Told {
  const result = resultOf(tree, mode);
  return { phrase: [valuePiece(result, tree.type, mode)], strength: isExact(result) && isNegative(result) ? SUM : PRIMARY };
}

function tellTree(tree: Tree, mode: Mode): Told {
  switch (tree.op) {
    case 'constant':
      return valued(tree, mode);
    case 'read':
    case 'local':
    case 'field':
    case 'project':
    case 'index':
    case 'filter':
    case 'for':
    case 'apply':
      return mode.values ? valued(tree, mode) : named(tree, mode);
    case 'if': {
      const holds = resultOf(tree.condition, mode);
      if (isNoValue(holds)) return valued(tree.condition, mode);
      return tellTree(holds === true ? tree.then : tree.else, mode);
    }
    case 'and':
    case 'or': {
      const strength = tree.op === 'and' ? AND : OR;
      const operands = tree.op === 'and' ? withoutGuards(tree.operands) : tree.operands;
      if (operands.length === 1) return tellTree(operands[0]!, mode);
      return {
        phrase: joined(
          operands.map((operand) => bracketed(tellTree(operand, mode), strength + 1)),
          said(tree.op === 'and' ? 'say.and' : 'say.or'),
        ),
        strength,
      };
    }
    case 'not':
      return primary(said('say.not'), sign(' ('), ...tellTree(tree.operand, mode).phrase, sign(')'));
    case 'negate':
      return { phrase: [sign('−'), ...bracketed(tellTree(tree.operand, mode), PRIMARY)], strength: SUM };
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return tellArithmetic(tree, mode);
    case 'compare':
      return {
        phrase: [...bracketed(tellTree(tree.left, mode), SUM), sign(COMPARATORS[tree.comparator]), ...bracketed(tellTree(tree.right, mode), SUM)],
        strength: COMPARISON,
      };
    case 'range':
      return tellRange(tree, mode);
    case 'member':
      return { phrase: [...bracketed(tellTree(tree.value, mode), SUM), said('say.oneOf'), ...tellTree(tree.list, mode).phrase], strength: COMPARISON };
    case 'list':
      return primary(
        sign('('),
        ...joined(
          tree.items.map((item) => tellTree(item, mode).phrase),
          sign('; '),
        ),
        sign(')'),
      );
    case 'some':
    case 'every':
      if (mode.values) return valued(tree, mode);
      return {
        phrase: [
          said(tree.op === 'some' ? 'say.some' : 'say.every'),
          ...tellTree(tree.in, mode).phrase,
          said('say.fulfils'),
          ...tellTree(tree.satisfies, mode).phrase,
        ],
        strength: OR,
      };
    case 'call':
      return tellCall(tree, mode);
  }
}

/** `present(x) and x > 3` says no more to a reader than `x > 3`. */
function withoutGuards(operands: readonly Tree[]): readonly Tree[] {
  const mentions = (tree: Tree, text: string): boolean => formatTree(tree) === text || childrenOf(tree).some((child) => mentions(child, text));
  const kept = operands.filter((operand) => {
    const guarded = operand.op === 'call' && operand.name === 'present' ? formatTree(operand.args[0]!) : undefined;
    return guarded === undefined || !operands.some((other) => other !== operand && other.op !== 'call' && mentions(other, guarded));
  });
  return kept.length > 0 ? kept : operands;
}

function tellArithmetic(tree: Tree & { op: keyof typeof SIGNS }, mode: Mode): Told {
  if (tree.op === 'divide' && isPercentBridge(tree.left.type, tree.right)) return tellTree(tree.left, mode);
  const strength = tree.op === 'add' || tree.op === 'subtract' ? SUM : PRODUCT;
  const left = bracketed(tellTree(tree.left, mode), strength);
  const right = bracketed(tellTree(tree.right, mode), strength + 1);
  return { phrase: [...left, sign(SIGNS[tree.op]), ...right], strength };
}

/** Whether dividing by this constant 100 only turns percent into a share. */
function isPercentBridge(type: Type, divisor: Tree): boolean {
  if (divisor.op !== 'constant' || !isExact(divisor.value) || !equals(divisor.value, HUNDRED)) return false;
  return type.kind === 'number' && (type.unit.powers.percent ?? 0) > 0 && divisor.type.kind === 'number' && divisor.type.unit.text === 'percent';
}

function tellRange(tree: Tree & { op: 'range' }, mode: Mode): Told {
  const value = bracketed(tellTree(tree.value, mode), SUM);
  const bound = (side: Tree | undefined, comparator: string): Phrase => (side ? [sign(comparator), ...bracketed(tellTree(side, mode), SUM)] : []);
  const { low, high } = tree;
  if (low && high && tree.lowIncluded && tree.highIncluded)
    return { phrase: [...value, said('say.between'), ...tellTree(low, mode).phrase, said('say.to'), ...tellTree(high, mode).phrase], strength: COMPARISON };
  const parts = [bound(low, tree.lowIncluded ? '≥ ' : '> '), bound(high, tree.highIncluded ? '≤ ' : '< ')].filter((part) => part.length > 0);
  return { phrase: [...value, sign(' '), ...joined(parts, said('say.and'))], strength: COMPARISON };
}

const AGGREGATES: ReadonlySet<string> = new Set(['sum', 'min', 'max', 'mean', 'median']);

function tellCall(tree: Tree & { op: 'call' }, mode: Mode): Told {
  const key = `say.${tree.name}`;
  const word: WordKey = Object.hasOwn(EN, key) ? (key as WordKey) : 'say.other';
  if (tree.name === 'present')
    return mode.values ? valued(tree, mode) : { phrase: [...tellTree(tree.args[0]!, mode).phrase, said('say.present')], strength: COMPARISON };
  const [only] = tree.args;
  const overList = tree.args.length === 1 && only?.type.kind === 'list';
  if (mode.values && overList && AGGREGATES.has(tree.name)) {
    const members = membersOf(only, mode);
    if (!members || members.length === 0) return valued(tree, mode);
    if (tree.name === 'sum')
      return {
        phrase: joined(
          members.map((member) => bracketed(member, SUM)),
          sign(' + '),
        ),
        strength: members.length === 1 ? members[0]!.strength : SUM,
      };
    return primary(
      said(word),
      sign(' ('),
      ...joined(
        members.map(({ phrase }) => phrase),
        sign('; '),
      ),
      sign(')'),
    );
  }
  if (mode.values && tree.args.some((arg) => !isScalar(arg.type))) return valued(tree, mode);
  return primary(
    said(word),
    sign(' ('),
    ...joined(
      tree.args.map((arg) => tellTree(arg, mode).phrase),
      sign('; '),
    ),
    sign(')'),
  );
}

/** The members of a list in numbers: each as it is made where they are few, else each value with its number of times. */
function membersOf(tree: Tree, mode: Mode): readonly Told[] | undefined {
  if (tree.op === 'list') return tree.items.map((item) => tellTree(item, mode));
  const results = resultOf(tree, mode);
  if (!isList(results) || tree.type.kind !== 'list' || !isScalar(tree.type.of)) return undefined;
  if (tree.op === 'for' && results.length <= SPELLED_MEMBERS) {
    const through = resultOf(tree.in, mode);
    if (isList(through)) return through.map((member) => tellTree(tree.return, { ...mode, locals: new Map([...(mode.locals ?? []), [tree.local, member]]) }));
  }
  const of = tree.type.of;
  const plain = (result: Result): Told => ({ phrase: [valuePiece(result, of, mode)], strength: isExact(result) && isNegative(result) ? SUM : PRIMARY });
  if (results.length <= SPELLED_MEMBERS) return results.map(plain);
  const counted = new Map<string, { readonly result: Result; times: number }>();
  for (const result of results) {
    if (!isExact(result)) return undefined;
    const known = counted.get(toText(result));
    if (known) known.times++;
    else counted.set(toText(result), { result, times: 1 });
  }
  if (counted.size > SPELLED_MEMBERS) return undefined;
  return [...counted.values()].map(({ result, times }) =>
    times === 1
      ? plain(result)
      : { phrase: [{ kind: 'value', value: countValue(times) }, sign(' × '), ...bracketed(plain(result), PRIMARY)], strength: PRODUCT },
  );
}

const countValue = (times: number): Value => ({ kind: 'number', exact: String(times), unit: 'count' });

/** Names of what is read, called or gone through. */
function named(tree: Tree, mode: Mode): Told {
  switch (tree.op) {
    case 'read':
      return primary({ kind: 'name', title: mode.names.key(tree.id), ref: mode.refOf(tree.id) });
    case 'local':
      return primary(said('say.this'));
    case 'field':
    case 'project':
      return tellField(tree, mode);
    case 'index':
      return primary(...tellTree(tree.of, mode).phrase, sign(`[${tree.at}]`));
    case 'filter':
      return { phrase: [...bracketed(tellTree(tree.of, mode), PRIMARY), said('say.where'), ...bracketed(tellTree(tree.where, mode), AND)], strength: SUM };
    case 'for':
      return {
        phrase: [...bracketed(tellTree(tree.return, mode), SUM), said('say.forEach'), ...bracketed(tellTree(tree.in, mode), PRIMARY)],
        strength: COMPARISON,
      };
    case 'apply': {
      const title: Title = mode.names.callable(tree.id);
      const told = tree.args.filter((arg) => arg.op !== 'local');
      if (told.length === 0) return primary({ kind: 'name', title });
      return primary(
        { kind: 'name', title },
        sign(' ('),
        ...joined(
          told.map((arg) => tellTree(arg, mode).phrase),
          sign('; '),
        ),
        sign(')'),
      );
    }
    default:
      return tellTree(tree, { ...mode, values: true });
  }
}

/** `d.lateMinutes` is told by the field alone, `indicators.weight` as the field of what holds it; an output of a table by the table. */
function tellField(tree: Tree & { op: 'field' | 'project' }, mode: Mode): Told {
  const holder = tree.of.type.kind === 'list' ? tree.of.type.of : tree.of.type;
  const title = mode.names.field(holder.kind === 'record' ? holder.name : undefined, tree.field);
  if (tree.of.op === 'local') return primary({ kind: 'name', title });
  if (tree.of.op === 'apply') {
    const table = tellTree(tree.of, mode).phrase;
    return title.id === tree.field ? primary(...table) : primary({ kind: 'name', title }, said('say.of'), ...table);
  }
  return primary({ kind: 'name', title }, said('say.of'), ...bracketed(tellTree(tree.of, mode), PRIMARY));
}
