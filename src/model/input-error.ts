/**
 * What is wrong with data from outside: every fault at once, each naming its field and how to mend it.
 * In: the issues found. Out: {@link InputError}, with a message of several lines.
 */

/** One fault of the data. */
export interface InputIssue {
  /** Stable, such as `input/bounds` or `indicator/target-zero`. */
  readonly code: string;
  readonly path: readonly (string | number)[];
  /** The path as text: `ratings.items[2].score`; empty for the whole. */
  readonly field: string;
  /** One plain sentence. */
  readonly message: string;
  /** How to mend it: one sentence. */
  readonly mend: string;
}

const SHOWN = 50;

/** Thrown for data that fails its schema or its cross-field checks; `issues` holds all that was found. */
export class InputError extends Error {
  override readonly name = 'InputError';
  constructor(
    /** What was read: `appraisal`, `calendar`, `punch list`. */
    readonly subject: string,
    readonly issues: readonly InputIssue[],
  ) {
    super(render(subject, issues));
    Object.freeze(issues);
  }
}

/** An issue at a path. */
export function inputIssue(code: string, path: readonly (string | number)[], message: string, mend: string): InputIssue {
  return Object.freeze({ code, path: Object.freeze([...path]), field: fieldText(path), message, mend });
}

/** `ratings.items[2].score`; a name that is no plain word stands in quotation marks. */
export function fieldText(path: readonly (string | number)[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_][\w.]*$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part.length > 40 ? `${part.slice(0, 40)}...` : part)}]`;
  }
  return text;
}

function render(subject: string, issues: readonly InputIssue[]): string {
  const count = issues.length === 1 ? 'one fault' : `${issues.length} faults`;
  const lines = issues.slice(0, SHOWN).map(({ field, message, mend }) => `- ${field === '' ? '' : `${field}: `}${message} ${mend}`);
  if (issues.length > SHOWN) lines.push(`- and ${issues.length - SHOWN} more.`);
  return [`The ${subject} has ${count}:`, ...lines].join('\n');
}
