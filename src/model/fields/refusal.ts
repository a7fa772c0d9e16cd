/**
 * Why a written value was not taken, before anybody knows in which field it stands.
 * In: nothing. Out: {@link Refusal}, and the words for a value of the wrong kind.
 */

/** One fault of one value; `path` leads on from the field, when the value has parts. */
export class Refusal {
  constructor(
    /** Stable, such as `input/number`. */
    readonly code: string,
    /** One plain sentence. */
    readonly message: string,
    /** How to mend it: one sentence. */
    readonly mend: string,
    readonly path: readonly (string | number)[] = [],
  ) {}
}

/** The refusal of a value that is of another kind than `wanted` ("a number of percent"), or is not there; `mend` says how to write it. */
export function wrongKind(value: unknown, wanted: string, mend = `Give ${wanted}.`): Refusal {
  if (value === undefined) return new Refusal('input/missing', `This field is missing: it holds ${wanted}.`, mend);
  if (value === null) return new Refusal('input/null', `null stands where ${wanted} is expected.`, 'Leave the field out when there is nothing to say.');
  return new Refusal('input/kind', `Here stands ${kindText(value)}, but ${wanted} is expected.`, mend);
}

/** How a message names a value of the wrong kind. */
export function kindText(value: unknown): string {
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a JavaScript Date';
  return typeof value === 'object' ? 'a record' : `a JavaScript ${typeof value}`;
}

/** A text in quotation marks, cut at 40 characters, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}
