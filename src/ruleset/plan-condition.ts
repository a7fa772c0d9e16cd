/**
 * Lowers a condition in json-rules-engine's format to the formula tree, leaf by leaf.
 * In: a raw condition, a scope. Out: {@link ConditionPlan} with a tree; unknown operators and empty lists are findings here, not at run time.
 * A condition is told by its one key, so that a misspelt word gives one message.
 */
import type { Tree, LogicTree } from '../formula/tree.ts';
import type { Scope } from '../formula/scope.ts';
import { readDatum } from '../values/read-datum.ts';
import { type Datum, isNone } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import { BOOLEAN, type Type, listType, sameType, typeText } from '../values/type.ts';
import { type PlanContext, readFormula } from './context.ts';
import { CONDITION_OPERATORS, type ConditionOperator, type ConditionPlan } from './plan.ts';
import { shown } from './read-entry.ts';
import { type Place, below } from './report.ts';

const MAX_DEPTH = 20;
const NOWHERE = [0, 0] as const;
const KEYS = ['all', 'any', 'not', 'condition', 'fact'] as const;

/** What reading a condition needs: the scope of its rule, the named conditions, and where reads are noted. */
export interface ConditionReader {
  readonly context: PlanContext;
  readonly scope: Scope;
  readonly reads: Set<string>;
  readonly named: (name: string, place: Place) => { readonly raw: unknown; readonly place: Place } | undefined;
}

export function planCondition(reader: ConditionReader, raw: unknown, place: Place, depth = 0, names: readonly string[] = []): ConditionPlan | undefined {
  const { report } = reader.context;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report.error(place, 'condition/form', `A condition is ${shown(raw)}; it should be a mapping with one of ${KEYS.join(', ')}.`);
    return undefined;
  }
  if (depth > MAX_DEPTH) {
    report.error(place, 'condition/too-deep', `A condition is nested more than ${MAX_DEPTH} deep.`, 'Name its inner part under conditions/.');
    return undefined;
  }
  const condition = raw as Record<string, unknown>;
  const keys = KEYS.filter((key) => Object.hasOwn(condition, key));
  const [key] = keys;
  if (keys.length !== 1 || key === undefined) {
    const written = Object.keys(condition);
    const found = keys.length > 1 ? `has ${keys.join(' and ')}` : written.length === 0 ? 'is empty' : `has none of ${KEYS.join(', ')}`;
    report.error(
      place,
      'condition/form',
      `A condition ${found}.`,
      keys.length > 1 ? 'Write one of them.' : didYouMean(written[0] ?? '', KEYS, 'Write one of them.'),
    );
    return undefined;
  }
  for (const extra of Object.keys(condition)) {
    if (extra === key || (key === 'fact' && (extra === 'operator' || extra === 'value'))) continue;
    report.error(
      below(place, extra),
      'document/unknown-key',
      extra === 'path' ? 'A condition has no "path".' : `"${extra}" is no key of a condition with "${key}".`,
      extra === 'path'
        ? 'Write the fields behind the fact: fact: absence.step.code.'
        : didYouMean(extra, key === 'fact' ? ['fact', 'operator', 'value'] : [key]),
      { key: true },
    );
    return undefined;
  }
  switch (key) {
    case 'all':
    case 'any':
      return planGroup(reader, key, condition[key], below(place, key), depth, names);
    case 'not': {
      const inner = planCondition(reader, condition['not'], below(place, 'not'), depth + 1, names);
      return inner && { kind: 'not', condition: inner };
    }
    case 'condition':
      return planNamed(reader, condition['condition'], below(place, 'condition'), depth, names);
    case 'fact':
      return planLeaf(reader, condition, place);
  }
}

/** The whole condition as one tree of the formula language. */
export function conditionTree(condition: ConditionPlan): Tree {
  switch (condition.kind) {
    case 'leaf':
      return condition.tree;
    case 'not':
      return { op: 'not', operand: conditionTree(condition.condition), type: BOOLEAN, span: NOWHERE };
    default: {
      const tree: LogicTree = { op: condition.kind === 'all' ? 'and' : 'or', operands: condition.conditions.map(conditionTree), type: BOOLEAN, span: NOWHERE };
      return tree;
    }
  }
}

function planGroup(
  reader: ConditionReader,
  kind: 'all' | 'any',
  raw: unknown,
  place: Place,
  depth: number,
  names: readonly string[],
): ConditionPlan | undefined {
  if (!Array.isArray(raw)) {
    reader.context.report.error(place, 'condition/form', `"${kind}" is ${shown(raw)}; it should be a list of conditions.`);
    return undefined;
  }
  if (raw.length === 0) {
    reader.context.report.error(
      place,
      'condition/empty',
      `"${kind}" is empty, so it would always be ${kind === 'all' ? 'true' : 'false'}.`,
      'Add a condition, or remove it.',
    );
    return undefined;
  }
  const conditions = raw.map((inner, index) => planCondition(reader, inner, below(place, index), depth + 1, names));
  return conditions.every((inner) => inner !== undefined) ? { kind, conditions } : undefined;
}

function planNamed(reader: ConditionReader, raw: unknown, place: Place, depth: number, names: readonly string[]): ConditionPlan | undefined {
  const name = String(raw);
  if (names.includes(name)) {
    reader.context.report.error(
      place,
      'cycle',
      `The condition "${name}" names itself: ${[...names.slice(names.indexOf(name)), name].join(' → ')}.`,
      'Break the circle.',
    );
    return undefined;
  }
  const found = reader.named(name, place);
  const inner = found && planCondition(reader, found.raw, found.place, depth + 1, [...names, name]);
  return inner && { ...inner, name };
}

function planLeaf(reader: ConditionReader, condition: Record<string, unknown>, place: Place): ConditionPlan | undefined {
  const { report } = reader.context;
  for (const key of ['operator', 'value'] as const) {
    if (!Object.hasOwn(condition, key)) {
      report.error(place, 'document/missing', `A condition on ${shown(condition['fact'])} lacks "${key}".`, `Write "${key}:".`);
      return undefined;
    }
  }
  const operator = CONDITION_OPERATORS.find((known) => known === condition['operator']);
  if (!operator) {
    report.error(
      below(place, 'operator'),
      'condition/unknown-operator',
      `${shown(condition['operator'])} is no operator.`,
      didYouMean(String(condition['operator']), CONDITION_OPERATORS, `The operators are: ${CONDITION_OPERATORS.join(', ')}.`),
    );
    return undefined;
  }
  const fact = readPath(reader, condition['fact'], below(place, 'fact'));
  if (!fact) return undefined;
  const value = readValue(reader, condition['value'], below(place, 'value'), valueType(operator, fact.type), operator);
  if (!value) return undefined;
  const wrong = misfit(operator, fact.type, value.type);
  if (wrong !== undefined) {
    report.error(place, 'condition/type', `The operator ${operator} cannot compare ${typeText(fact.type)} with ${typeText(value.type)}${wrong}.`);
    return undefined;
  }
  const text = `${String(condition['fact'])} ${operator} ${valueText(condition['value'])}`;
  return { kind: 'leaf', operator, fact, value, tree: leafTree(operator, fact, value), text };
}

/** An id with fields behind it, as a condition and an event name facts. */
export function readPath(reader: ConditionReader, raw: unknown, place: Place): Tree | undefined {
  if (typeof raw !== 'string') {
    reader.context.report.error(place, 'condition/fact', `A fact is ${shown(raw)}; it should be an id.`);
    return undefined;
  }
  const read = looksLikePath(raw) ? readFormula(reader.context, raw, place, reader.scope, {}) : undefined;
  if (!read && looksLikePath(raw)) return undefined;
  if (!read || !isPath(read.tree)) {
    reader.context.report.error(
      place,
      'condition/fact',
      `"${raw}" is a formula, and a fact is an id with fields behind it.`,
      'Make it a term and name the term.',
    );
    return undefined;
  }
  for (const key of read.reads) reader.reads.add(key);
  return read.tree;
}

/** Names and points; a space is left to the formula language, which says what is missing there. */
export const looksLikePath = (text: string): boolean => /^\s*[A-Za-z][\w.\s]*$/.test(text);

const isPath = (tree: Tree): boolean => tree.op === 'read' || ((tree.op === 'field' || tree.op === 'project') && isPath(tree.of));

function readValue(reader: ConditionReader, raw: unknown, place: Place, type: Type, operator: ConditionOperator): Tree | undefined {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) {
    const keys = Object.keys(raw);
    if (keys.length !== 1 || keys[0] !== 'fact') {
      reader.context.report.error(
        place,
        'condition/value',
        `A value with ${keys.map((key) => `"${key}"`).join(', ') || 'nothing in it'} is not readable.`,
        'Write a literal, a list, or { fact: path }.',
      );
      return undefined;
    }
    return readPath(reader, (raw as { fact: unknown }).fact, below(place, 'fact'));
  }
  if (Array.isArray(raw) && raw.length === 0) {
    reader.context.report.error(
      place,
      'condition/empty',
      `The list of values of ${operator} is empty, so the condition would always be ${operator === 'in' ? 'false' : 'true'}.`,
      'Add a value, or remove the condition.',
    );
    return undefined;
  }
  const read = readDatum(raw, type);
  if ('finding' in read) {
    reader.context.report.add('error', place, { ...read.finding, code: 'condition/value' });
    return undefined;
  }
  if (isNone(read.value)) {
    reader.context.report.error(place, 'condition/value', 'A condition cannot compare with none.', 'Test it with a term: present(x).');
    return undefined;
  }
  return { op: 'constant', value: read.value as Datum, type, span: NOWHERE };
}

function valueType(operator: ConditionOperator, fact: Type): Type {
  if (operator === 'in' || operator === 'notIn') return listType(unbounded(fact));
  if (operator === 'contains' || operator === 'doesNotContain') return fact.kind === 'list' ? unbounded(fact.of) : fact;
  return unbounded(fact);
}

/** A limit may lie outside the bounds of what it is compared with. */
const unbounded = (type: Type): Type => (type.kind === 'number' ? { kind: 'number', unit: type.unit } : type);

function misfit(operator: ConditionOperator, fact: Type, value: Type): string | undefined {
  switch (operator) {
    case 'in':
    case 'notIn':
      return value.kind === 'list' && sameType(value.of, fact) ? undefined : '; it needs a list of the same kind';
    case 'contains':
    case 'doesNotContain':
      return fact.kind === 'list' && sameType(fact.of, value) ? undefined : '; the fact must be a list';
    case 'equal':
    case 'notEqual':
      return sameType(fact, value) && !['list', 'record', 'calendar'].includes(fact.kind) ? undefined : '';
    default:
      if (!sameType(fact, value)) return '';
      if (fact.kind === 'number' || fact.kind === 'date') return undefined;
      return fact.kind === 'enum' && fact.order ? undefined : '; it needs numbers, dates or an ordered enumeration';
  }
}

const COMPARATORS = { equal: '=', notEqual: '!=', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' } as const;

function leafTree(operator: ConditionOperator, fact: Tree, value: Tree): Tree {
  const not = (operand: Tree): Tree => ({ op: 'not', operand, type: BOOLEAN, span: NOWHERE });
  const member = (one: Tree, list: Tree): Tree => ({ op: 'member', value: one, list, type: BOOLEAN, span: NOWHERE });
  switch (operator) {
    case 'in':
      return member(fact, value);
    case 'notIn':
      return not(member(fact, value));
    case 'contains':
      return member(value, fact);
    case 'doesNotContain':
      return not(member(value, fact));
    default: {
      const order = fact.type.kind === 'enum' && operator !== 'equal' && operator !== 'notEqual' ? fact.type.order : undefined;
      return { op: 'compare', comparator: COMPARATORS[operator], left: fact, right: value, type: BOOLEAN, span: NOWHERE, ...(order && { order }) };
    }
  }
}

function valueText(raw: unknown): string {
  if (typeof raw === 'object' && raw !== null && !Array.isArray(raw)) return String((raw as { fact?: unknown }).fact);
  return Array.isArray(raw) ? `[${raw.map(String).join(', ')}]` : String(raw);
}
