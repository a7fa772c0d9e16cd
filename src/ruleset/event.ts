/**
 * The kinds of event that a rule may have, and the flat parameters each declares.
 * In: nothing. Out: {@link EVENT_PARAMETERS}, one visible list.
 */
export const EVENT_KINDS = ['award', 'sanction', 'development', 'flag', 'hold', 'exclude', 'block'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** How a parameter is read: an id of the ruleset (`payment`), words of a closed list, a value that may come from a fact, or a list of them. */
export type EventParameter = { readonly required?: boolean } & (
  { readonly form: 'value' | 'key' | 'payment' | 'text' } | { readonly form: 'words'; readonly words: readonly string[] }
);

const code = { form: 'value', required: true } as const;
const value = { form: 'value' } as const;

/** What each kind of event declares. A key that is not here is an error. */
export const EVENT_PARAMETERS: Readonly<Record<EventKind, Readonly<Record<string, EventParameter>>>> = {
  award: { code, form: value, amount: value, until: value, months: value, publish: value },
  sanction: {
    code,
    key: { form: 'key', required: true },
    cut: value,
    months: value,
    imposed: { form: 'words', words: ['byDecree', 'automatic'], required: true },
    starts: { form: 'words', words: ['thisPayment', 'nextPayment'], required: true },
    meets: { form: 'words', words: ['add', 'heaviest', 'queue'], required: true },
    blocks: value,
  },
  development: { code, aspect: value, training: value, nextCheck: value },
  flag: { code, aspect: value },
  hold: { payment: { form: 'payment', required: true }, until: { form: 'text', required: true }, code: value },
  exclude: { payment: { form: 'payment', required: true }, code: value },
  block: { code, until: value, months: value },
};

/** All parameter names, for the schema of the written form. */
export const EVENT_FIELDS: readonly string[] = [...new Set(Object.values(EVENT_PARAMETERS).flatMap((parameters) => Object.keys(parameters)))];
