/**
 * Whether two evaluators answered the same, field by field; numbers by their exact text.
 * In: the exact engine's answer and another's. Out: the first {@link Difference}, or undefined.
 * A compiled outcome has neither trace, terms nor standing, and its faults are a code and a node each.
 */
import type { Answer } from './back-end.fixture.ts';

export interface Difference {
  /** Where they differ: `payments[0].amount`. */
  readonly path: string;
  readonly exact: string;
  readonly other: string;
}

/** What is compared, in the order in which it is told. */
const FIELDS = [
  'status',
  'rating',
  'scores',
  'payments',
  'awards',
  'sanctions',
  'development',
  'flags',
  'blocks',
  'effects',
  'carry',
  'unknownFacts',
  'faults',
  'employee',
  'assessed',
  'paid',
  'ruleset',
] as const;

/** The first difference; fields that are `ignored` are passed over. */
export function outcomeDifference(exact: Answer, other: Answer, ignored: readonly string[] = []): Difference | undefined {
  if (exact.kind !== 'outcome' || other.kind !== 'outcome') return differenceOf(answerText(exact), answerText(other), 'answer');
  for (const field of FIELDS) {
    if (ignored.includes(field)) continue;
    const found = differenceOf(comparable(exact.outcome, field), comparable(other.outcome, field), field);
    if (found) return found;
  }
  const known = new Set<string>([...FIELDS, 'trace', 'terms', 'standing']);
  const stranger = Object.keys(written(other.outcome)).find((name) => !known.has(name));
  return stranger === undefined ? undefined : { path: stranger, exact: 'nothing', other: 'a field that no outcome has' };
}

/** What JSON would hold: an outcome that makes its fields only when they are asked for has others of its own. */
const written = (outcome: object): object => ('toJSON' in outcome && typeof outcome.toJSON === 'function' ? (outcome.toJSON as () => object)() : outcome);

const answerText = (answer: Answer): unknown =>
  answer.kind === 'outcome' ? { kind: answer.kind } : answer.kind === 'refused' ? answer : { kind: answer.kind, error: answer.error };

function comparable(outcome: object, field: string): unknown {
  const value = (outcome as Record<string, unknown>)[field];
  if (field !== 'faults' || !Array.isArray(value)) return withoutSentences(value);
  return (value as { readonly code: unknown; readonly node: unknown }[]).map(({ code, node }) => ({ code, node }));
}

/** A fault among the members of a parameter is told by its code alone, as all faults of compiled code are. */
function withoutSentences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSentences);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value);
  const isFault = entries.length === 2 && 'fault' in value && 'message' in value;
  return Object.fromEntries(entries.filter(([name]) => !isFault || name !== 'message').map(([name, inner]) => [name, withoutSentences(inner)]));
}

/** Depth first; a field that is undefined is a field that is absent. */
function differenceOf(exact: unknown, other: unknown, path: string): Difference | undefined {
  const [a, b] = [plain(exact), plain(other)];
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) {
    return a === b ? undefined : { path, exact: shown(a), other: shown(b) };
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < Math.max(a.length, b.length); at++) {
      const found = differenceOf(at < a.length ? a[at] : 'no member', at < b.length ? b[at] : 'no member', `${path}[${at}]`);
      if (found) return found;
    }
    return undefined;
  }
  const [fieldsOfA, fieldsOfB] = [fieldsOf(a), fieldsOf(b)];
  for (const name of new Set([...fieldsOfA.keys(), ...fieldsOfB.keys()])) {
    const found = differenceOf(fieldsOfA.get(name), fieldsOfB.get(name), `${path}.${name}`);
    if (found) return found;
  }
  if (!ORDERED.test(path)) return undefined;
  const [orderOfA, orderOfB] = [[...fieldsOfA.keys()].join(' '), [...fieldsOfB.keys()].join(' ')];
  return orderOfA === orderOfB ? undefined : { path: `order of ${path}`, exact: orderOfA, other: orderOfB };
}

/** Records whose names are ids of the ruleset stand in its order. */
const ORDERED = /^scores$|^carry\.values$|\.params$/;

const fieldsOf = (record: object): ReadonlyMap<string, unknown> => new Map(Object.entries(record).filter(([, value]) => value !== undefined));

/** Decimals by their text, from whichever copy of their class; what is written out when it is read, as it is written. */
function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return 'toFixed' in value && typeof value.toFixed === 'function' ? (value.toFixed as () => string)() : written(value);
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : (JSON.stringify(value) ?? String(value)));
