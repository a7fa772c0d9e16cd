/**
 * The mistakes that authors of rulesets make in YAML, recognised by the line on which parsing failed.
 * In: a line and the column of the error. Out: what was probably meant, as a finding with its own column.
 * A list of recognisers; the first that knows the line speaks.
 */
import { FORMULA_KEYS } from './formula-text.ts';
import { excerpt, inQuotes } from './yaml-finding.ts';

export interface Mistake {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  /** From 1, in the line. */
  readonly column: number;
}

type Recognise = (line: string, column: number) => Mistake | undefined;

const KEY = /(?:^|[\s{,])(?<key>[A-Za-z][\w.-]*):[ \t]+/;
const after = (value: RegExp): RegExp => new RegExp(KEY.source + value.source, 'd');

const RANGE = after(/(?<value>[[(\]]\s*[^\s"',[\](){}]*\.\.[^\s"',[\](){}]*\s*[\])[])/);
const COMPARISON = after(/(?<value>>=?\s*-?\d[\w.-]*)/);
const ANY = after(/(?<value>-)(?=\s*(?:[,}]|$))/);
const AFTER_QUOTE = after(/(?<value>(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s*[^\s,}\]#:][^,}]*)/);
const COMMA_MISSING = /[{,]\s*(?<key>[A-Za-z][\w.-]*):\s+(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')\s+(?<value>[A-Za-z][\w.-]*)(?=:\s)/d;
const COLON_IN_BRACES = after(/(?<value>[^\s"'{[,}][^,{}]*?:\s[^,{}]*)/);
const COLON_IN_LINE = /^\s*(?:- +)*(?<key>(?!- )[^\s"'#:{[][^:{[]*?):[ \t]+(?<value>[^\s"'{[|>].*?:(?:\s.*|$))/d;
const NO_SPACE = /^\s*(?:- +)?(?<key>[A-Za-z][\w.-]*):(?<value>[^\s:].*)$/d;

/** All recognisers, most telling first. */
export const MISTAKES: readonly Recognise[] = [tabbedLine, quotedCell, anyCell, formulaInBraces, commaMissing, textBehindQuote, colonInText, missingSpace];

function tabbedLine(line: string): Mistake | undefined {
  const match = /^ *\t/.exec(line);
  return match ? { code: 'yaml/tab', message: 'This line is indented with a tab.', mend: 'Indent with spaces only.', column: match[0].length } : undefined;
}

function quotedCell(line: string): Mistake | undefined {
  const found = read(RANGE, line) ?? read(COMPARISON, line);
  return (
    found && {
      code: 'yaml/range',
      message: `The cell ${found.value} of "${found.key}" is a range or a comparison and must be quoted.`,
      mend: `Write ${found.key}: ${inQuotes(found.value)}.`,
      column: found.column,
    }
  );
}

function anyCell(line: string): Mistake | undefined {
  const found = read(ANY, line);
  return (
    found && { code: 'yaml/range', message: `The cell - of "${found.key}" (any value) must be quoted.`, mend: `Write ${found.key}: "-".`, column: found.column }
  );
}

/** Inside `{ }` a bracket or a brace ends a plain text, so the formula is cut. */
function formulaInBraces(line: string, column: number): Mistake | undefined {
  const pattern = new RegExp(`(?<=[{,]\\s*)(${[...FORMULA_KEYS].join('|')}):\\s+(?!["'])`, 'g');
  for (const match of [...line.matchAll(pattern)].reverse()) {
    const start = match.index + match[0].length;
    if (start >= column) continue;
    const formula = /^.*?(?=,\s*[A-Za-z][\w.]*:\s|\s*\}\s*(?:[\],}]|#|$)|$)/.exec(line.slice(start))![0].trim();
    if (/[[\]{}]/.test(formula)) return inBraces(match[1]!, formula, start + 1);
  }
  return undefined;
}

/** Shared with the comma that cuts a formula without an error of syntax. */
export function inBraces(key: string, formula: string, column: number): Mistake {
  return {
    code: 'yaml/formula-in-braces',
    message: `The formula under "${key}" stands inside { } and holds a comma, a bracket or a brace, which cuts it.`,
    mend: `Quote it: ${key}: ${inQuotes(formula)}, or write the entry on lines of its own.`,
    column,
  };
}

function commaMissing(line: string): Mistake | undefined {
  const found = read(COMMA_MISSING, line);
  return (
    found && {
      code: 'yaml/comma-missing',
      message: `A comma is missing before "${found.value}".`,
      mend: 'Separate the entries inside { } with commas.',
      column: found.column,
    }
  );
}

function textBehindQuote(line: string, column: number): Mistake | undefined {
  const found = read(AFTER_QUOTE, line);
  if (!found || column < found.column) return undefined;
  return {
    code: 'yaml/after-quote',
    message: `Text stands behind the closing quote in "${found.key}".`,
    mend: `Quote the whole value: ${found.key}: ${inQuotes(found.value)}.`,
    column: found.column,
  };
}

function colonInText(line: string): Mistake | undefined {
  const found = read(COLON_IN_LINE, line) ?? (line.includes('{') ? read(COLON_IN_BRACES, line) : undefined);
  return (
    found && {
      code: 'yaml/colon',
      message: `The text of "${excerpt(found.key)}" holds a colon and must be quoted.`,
      mend: `Write ${found.key}: ${inQuotes(found.value)}.`,
      column: found.column,
    }
  );
}

function missingSpace(line: string): Mistake | undefined {
  const found = read(NO_SPACE, line);
  return (
    found && {
      code: 'yaml/colon-space',
      message: `A space is missing behind the colon of "${found.key}".`,
      mend: `Write ${found.key}: ${found.value.trim()}`,
      column: found.column,
    }
  );
}

/**
 * A line that is indented further than the entry above it, which YAML reads as more of that entry's text.
 * @param next the line below
 */
export function deeperLine(line: string, next: string): Mistake | undefined {
  const entry = /^( *(?:- +)?)[A-Za-z][\w.-]*:\s+[^\s|>{["'].*$/.exec(line);
  const below = /^( *)[A-Za-z][\w.-]*:(?:\s|$)/.exec(next);
  if (!entry || !below || below[1]!.length <= entry[1]!.length) return undefined;
  return {
    code: 'yaml/indent',
    message: 'This line is indented further than the entry above it, which already has its value.',
    mend: 'Let it begin in the same column as the entry above.',
    column: below[1]!.length + 1,
  };
}

function read(pattern: RegExp, line: string): { key: string; value: string; column: number } | undefined {
  const match = pattern.exec(line);
  const value = match?.groups?.['value'];
  if (!match || value === undefined) return undefined;
  const bare = value.replace(/\s+#\s.*$/, '').trim();
  return { key: match.groups!['key']!, value: bare, column: match.indices!.groups!['value']![0] + 1 };
}
