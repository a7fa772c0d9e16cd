/**
 * The canonical text of a tree: for traces, explanations, and as the name of a part.
 * In: a typed tree. Out: text with as few brackets as its meaning allows; reading it again gives the same tree.
 * Dates, and ends of ranges left open, come only from a plan: their text is for reading, not for parsing.
 */
import { isExact, isNegative, toText } from '../values/exact.ts';
import { type Result, isDate, isList, isNoValue, isRecord } from '../values/result.ts';
import type { LogicTree, Tree } from './tree.ts';

/** How tightly a tree holds together; an operand that holds less than its place asks is put in brackets. */
const LOOSEST = 0;
const OR = 1;
const AND = 2;
const COMPARISON = 3;
const SUM = 4;
const PRODUCT = 5;
const UNARY = 6;
const PRIMARY = 7;

/**
 * @example formatTree(tree) // 'if count(xs) > 0 then (a + b) * c else 0'
 */
export const formatTree = (tree: Tree): string => format(tree, true);

/** `tail`: nothing follows the tree before a bracket, comma or end, so that what takes in all that follows needs no brackets. */
function format(tree: Tree, tail: boolean): string {
  switch (tree.op) {
    case 'constant':
      return formatValue(tree.value);
    case 'read':
      return tree.id;
    case 'local':
      return tree.name;
    case 'field':
    case 'project':
      return `${within(tree.of, PRIMARY)}.${tree.field}`;
    case 'index':
      return `${within(tree.of, PRIMARY)}[${tree.at}]`;
    case 'filter':
      return `${within(tree.of, PRIMARY)}[${formatCondition(tree.where)}]`;
    case 'for':
      return `for ${tree.local} in ${within(tree.in, SUM)} return ${format(tree.return, tail)}`;
    case 'some':
    case 'every':
      return `${tree.op} ${tree.local} in ${within(tree.in, SUM)} satisfies ${format(tree.satisfies, tail)}`;
    case 'if':
      return `if ${formatTree(tree.condition)} then ${formatTree(tree.then)} else ${format(tree.else, tail)}`;
    case 'and':
    case 'or':
      return formatLogic(tree, tail);
    case 'not':
      return `not(${formatTree(tree.operand)})`;
    case 'negate':
      return `-${tree.operand.op === 'constant' || tree.operand.op === 'negate' ? bracketed(tree.operand) : within(tree.operand, UNARY)}`;
    case 'add':
      return `${within(tree.left, SUM)} + ${within(tree.right, SUM + 1)}`;
    case 'subtract':
      return `${within(tree.left, SUM)} - ${within(tree.right, SUM + 1)}`;
    case 'multiply':
      return `${within(tree.left, PRODUCT)} * ${within(tree.right, PRODUCT + 1)}`;
    case 'divide':
      return `${within(tree.left, PRODUCT)} / ${within(tree.right, PRODUCT + 1)}`;
    case 'compare':
      return `${within(tree.left, COMPARISON + 1)} ${tree.comparator} ${within(tree.right, COMPARISON + 1)}`;
    case 'range':
      return formatRange(tree);
    case 'member':
      return `${within(tree.value, COMPARISON + 1)} in ${tree.list.op === 'list' && tree.list.items.length > 0 ? `(${commas(tree.list.items)})` : within(tree.list, PRIMARY)}`;
    case 'list':
      return `[${commas(tree.items)}]`;
    case 'call':
      return `${tree.name}(${commas(tree.args)})`;
    case 'apply':
      return `${tree.id}(${commas(tree.args)})`;
  }
}

/** The last operand may take in all that follows when nothing does. */
function formatLogic(tree: LogicTree, tail: boolean): string {
  const last = tree.operands.length - 1;
  return tree.operands
    .map((operand, index) => {
      const open = tail && index === last;
      const strength = strengthOf(operand);
      return strength > strengthOf(tree) || (open && strength === LOOSEST) ? format(operand, open) : bracketed(operand);
    })
    .join(` ${tree.op} `);
}

function strengthOf(tree: Tree): number {
  switch (tree.op) {
    // "in" takes in whatever follows it, so that only its own brackets end it.
    case 'range':
    case 'member':
    case 'for':
    case 'some':
    case 'every':
    case 'if':
      return LOOSEST;
    case 'or':
      return OR;
    case 'and':
      return AND;
    case 'compare':
      return COMPARISON;
    case 'add':
    case 'subtract':
      return SUM;
    case 'multiply':
    case 'divide':
      return PRODUCT;
    case 'negate':
      return UNARY;
    case 'constant':
      return isExact(tree.value) && isNegative(tree.value) ? UNARY : PRIMARY;
    default:
      return PRIMARY;
  }
}

const bracketed = (tree: Tree): string => `(${formatTree(tree)})`;
const within = (tree: Tree, strength: number): string => (strengthOf(tree) < strength ? bracketed(tree) : format(tree, false));
const commas = (trees: readonly Tree[]): string => trees.map(formatTree).join(', ');

/** A bare number in a filter would be a position. */
const formatCondition = (tree: Tree): string => (tree.type.kind === 'number' ? bracketed(tree) : formatTree(tree));

function formatRange(tree: Tree & { op: 'range' }): string {
  const value = within(tree.value, COMPARISON + 1);
  const { low, high, lowIncluded, highIncluded } = tree;
  if (low && high) return `${value} in ${lowIncluded ? '[' : '('}${within(low, SUM)}..${within(high, SUM)}${highIncluded ? ']' : ')'}`;
  if (low) return `${value} ${lowIncluded ? '>=' : '>'} ${within(low, SUM)}`;
  if (high) return `${value} ${highIncluded ? '<=' : '<'} ${within(high, SUM)}`;
  return `present(${formatTree(tree.value)})`;
}

function formatValue(value: Result): string {
  if (isExact(value)) {
    const text = toText(value);
    return text.includes('/') ? `(${text.replace('/', ' / ')})` : text;
  }
  if (typeof value === 'string') return JSON.stringify(value);
  if (isDate(value)) return value.toString();
  if (isList(value)) return `[${value.map(formatValue).join(', ')}]`;
  if (isRecord(value)) return `{${[...value].map(([name, field]) => `${name}: ${formatValue(field)}`).join(', ')}}`;
  return isNoValue(value) ? value.kind : String(value);
}
