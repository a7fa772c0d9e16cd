/**
 * Refuses what json-rules-engine takes and gets wrong: misspelt keys, empty lists, unknown operators, paths, decorators.
 * In: a rule or condition in json-rules-engine's format, and what is known. Out: nothing, or {@link EngineRefused}.
 */
import type { RuleProperties } from 'json-rules-engine';
import { didYouMean } from '../values/suggest.ts';
import { EngineRefused } from './engine-refused.ts';

/** The names that a rule may use. */
interface KnownNames {
  readonly operators: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
}

const MAX_DEPTH = 25;
const FORMS = ['all', 'any', 'not', 'condition', 'fact'] as const;
const LEAF_KEYS = ['fact', 'operator', 'value', 'params', 'priority', 'name'];
const RULE_KEYS = ['conditions', 'event', 'name', 'priority', 'onSuccess', 'onFailure'];
/** Words with a meaning of their own for the emitter inside json-rules-engine. */
const TAKEN_EVENTS: readonly string[] = ['success', 'failure', 'error', 'newListener', 'removeListener'];

/** @throws EngineRefused for a rule that is not safe to run. */
export function checkRule(rule: RuleProperties, known: KnownNames): void {
  if (!isMapping(rule))
    throw new EngineRefused('rule/form', 'A rule is a plain object with conditions and an event.', 'Give the object, not a Rule and not JSON text.');
  const { name } = rule as { readonly name?: unknown };
  if (typeof name !== 'string' || name === '')
    throw new EngineRefused('rule/name', 'A rule lacks its name, by which its result is found.', 'Give it a name of its own.');
  const what = `The rule "${name}"`;
  checkKeys(rule, RULE_KEYS, what);
  if (!isMapping(rule.conditions)) throw new EngineRefused('rule/form', `${what} lacks its conditions.`, 'Write conditions: { all: [...] }.');
  checkEvent(rule.event, what);
  checkCondition(rule.conditions, known, what);
}

/** @throws EngineRefused for a condition that is not safe to run; `what` begins the sentence: `The rule "x"`. */
export function checkCondition(condition: unknown, known: KnownNames, what: string, depth = 0): void {
  if (depth > MAX_DEPTH)
    throw new EngineRefused('rule/too-deep', `${what} has conditions nested more than ${MAX_DEPTH} deep.`, 'Name the inner part as a condition.');
  if (!isMapping(condition))
    throw new EngineRefused('rule/form', `${what} has a condition that is no plain object.`, `Write an object with one of ${FORMS.join(', ')}.`);
  const forms = FORMS.filter((form) => Object.hasOwn(condition, form));
  const [form] = forms;
  if (form === undefined || forms.length > 1) {
    const found = form === undefined ? `none of ${FORMS.join(', ')}` : forms.join(' and ');
    const [written] = Object.keys(condition);
    throw new EngineRefused(
      'rule/key',
      `${what} has a condition with ${found}.`,
      form === undefined ? didYouMean(written ?? '', FORMS, 'Write one of them.')! : 'Write one of them.',
    );
  }
  if (form === 'fact') return checkLeaf(condition, known, what);
  checkKeys(condition, [form, 'priority', 'name'], what);
  const inner = condition[form];
  if (form === 'condition') {
    if (typeof inner !== 'string' || !known.conditions.has(inner))
      throw new EngineRefused(
        'rule/condition',
        `${what} names the condition "${String(inner)}", and there is none.`,
        didYouMean(String(inner), known.conditions, 'Set the condition before the rule that names it.')!,
      );
  } else if (form === 'not') {
    checkCondition(inner, known, what, depth + 1);
  } else {
    if (!Array.isArray(inner)) throw new EngineRefused('rule/form', `${what} has an "${form}" that is no list.`, 'Write a list of conditions.');
    if (inner.length === 0)
      throw new EngineRefused('rule/empty', `${what} has an empty "${form}", which json-rules-engine takes for true.`, 'Add a condition, or remove it.');
    for (const each of inner) checkCondition(each, known, what, depth + 1);
  }
}

function checkLeaf(leaf: Readonly<Record<string, unknown>>, known: KnownNames, what: string): void {
  const { fact, operator, value } = leaf;
  if (Object.hasOwn(leaf, 'path'))
    throw new EngineRefused('rule/path', `${what} reads a part of "${String(fact)}" by a path expression.`, 'Name the part as a fact of its own.');
  checkKeys(leaf, LEAF_KEYS, what);
  if (typeof fact !== 'string' || fact === '')
    throw new EngineRefused('rule/form', `${what} has a condition whose fact is no name.`, 'Write the name of a fact.');
  if (typeof operator !== 'string' || !known.operators.has(operator)) {
    if (String(operator).includes(':'))
      throw new EngineRefused('engine/decorator', `${what} decorates an operator: "${String(operator)}".`, 'Add an operator that says it by its own name.');
    throw new EngineRefused(
      'rule/operator',
      `${what} uses the operator "${String(operator)}", and there is none.`,
      didYouMean(String(operator), known.operators, 'Add the operator before the rule that uses it.')!,
    );
  }
  if (!Object.hasOwn(leaf, 'value') || value === undefined) throw new EngineRefused('rule/form', `${what} compares "${fact}" with nothing.`, 'Write "value".');
  checkReferences(value, what);
}

function checkEvent(event: unknown, what: string): void {
  if (!isMapping(event) || typeof event['type'] !== 'string' || event['type'] === '')
    throw new EngineRefused('rule/event', `${what} lacks an event with a type.`, 'Write event: { type: ... }.');
  if (TAKEN_EVENTS.includes(event['type']))
    throw new EngineRefused('rule/event', `${what} has an event of the type "${event['type']}", which json-rules-engine uses itself.`, 'Choose another type.');
  checkKeys(event, ['type', 'params'], `The event of ${what.charAt(0).toLowerCase()}${what.slice(1)}`);
  if (event['params'] !== undefined && !isMapping(event['params']))
    throw new EngineRefused('rule/event', `${what} has event params that are no plain object.`, 'Write params by name.');
  checkReferences(event['params'], what);
}

/** `{ fact: name }` at any depth stands alone: no path beside it. */
function checkReferences(value: unknown, what: string): void {
  if (Array.isArray(value)) for (const member of value) checkReferences(member, what);
  if (!isMapping(value)) return;
  if (Object.hasOwn(value, 'fact')) {
    if (Object.hasOwn(value, 'path'))
      throw new EngineRefused('rule/path', `${what} reads a part of "${String(value['fact'])}" by a path expression.`, 'Name the part as a fact of its own.');
    checkKeys(value, ['fact', 'params'], what);
    if (typeof value['fact'] !== 'string' || value['fact'] === '')
      throw new EngineRefused('rule/form', `${what} refers to a fact that is no name.`, 'Write the name of a fact.');
    return;
  }
  for (const member of Object.values(value)) checkReferences(member, what);
}

function checkKeys(mapping: object, known: readonly string[], what: string): void {
  const stray = Object.keys(mapping).find((key) => !known.includes(key));
  if (stray !== undefined)
    throw new EngineRefused(
      'rule/key',
      `${what} has the key "${stray}", which json-rules-engine would pass over in silence.`,
      didYouMean(stray, known, `The keys here are: ${known.join(', ')}.`)!,
    );
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
