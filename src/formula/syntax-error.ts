/**
 * What a broken text means: the first place where the grammar lost its way, in words.
 * In: the text, and the error node of the grammar. Out: one finding.
 */
import type { Finding } from '../values/finding.ts';
import type { Source, SyntaxNode } from './feel-source.ts';

const RESERVED = /^(?:and|or|if|then|else|for|in|return|some|every|satisfies|between|instance|function|external|true|false|null)\b/;

interface Clue {
  readonly code: string;
  /** What stands at the error, and (second) what stands before it. */
  readonly here: RegExp;
  readonly before?: RegExp | ((text: string) => boolean);
  readonly message: (here: string) => string;
  readonly mend: string;
}

/** From the most telling to the least; the first that fits speaks. */
const CLUES: readonly Clue[] = [
  {
    code: 'formula/reserved-word',
    here: RESERVED,
    before: /\.\s*$/,
    message: (word) => `"${word}" is a word of the grammar and cannot be part of a name.`,
    mend: 'Give the field another name, such as clockIn for in.',
  },
  {
    code: 'formula/quotation-marks',
    here: /^['`\u2018\u2019\u201c\u201d]/,
    message: (mark) => `${mark} does not enclose a text.`,
    mend: 'Write texts in straight double quotation marks: "baik".',
  },
  { code: 'formula/unknown-operator', here: /^&&?/, message: (sign) => `"${sign}" is not an operator of the language.`, mend: 'Write "and".' },
  { code: 'formula/unknown-operator', here: /^\|\|?/, message: (sign) => `"${sign}" is not an operator of the language.`, mend: 'Write "or".' },
  {
    code: 'formula/unknown-operator',
    here: /^!/,
    message: (sign) => `"${sign}" is not an operator of the language.`,
    mend: 'Write not(x), or "!=" for a comparison.',
  },
  {
    code: 'formula/percent-sign',
    here: /^%/,
    message: () => 'The percent sign is not part of the language.',
    mend: 'A percentage is a number with the unit percent; "/ 100" makes it a ratio.',
  },
  { code: 'formula/decimal-comma', here: /^,\s*\d+/, before: /\d$/, message: () => 'A comma stands inside a number.', mend: 'Write the decimal point: 1.5.' },
  {
    code: 'formula/number-groups',
    here: /^[._]\d+/,
    before: /\d$/,
    message: () => 'The digits of a number are grouped.',
    mend: 'Write the digits without separators: 1000000.',
  },
  {
    code: 'formula/stray',
    here: /^[;:?$#~\\@]/,
    message: (sign) => `"${sign}" has no meaning in a formula.`,
    mend: 'Leave it out; a formula is one expression.',
  },
  {
    code: 'formula/stray',
    here: /^,/,
    message: () => 'A comma stands where no list of arguments or members is open.',
    mend: 'Write lists in square brackets: [a, b].',
  },
  { code: 'formula/stray', here: /^\.\./, message: () => '".." stands outside a range.', mend: 'Write x in [a..b].' },
  {
    code: 'formula/missing-else',
    here: /^$/,
    before: (text) => occurrences(text, /\bthen\b/g) > occurrences(text, /\belse\b/g),
    message: () => 'An "if" has no "else".',
    mend: 'Say what holds otherwise: if a then b else c.',
  },
  {
    code: 'formula/missing-return',
    here: /^$/,
    before: /\bfor\b(?!.*\breturn\b).*$/s,
    message: () => 'A "for" has no "return".',
    mend: 'Say what is made of each member: for x in xs return x.minutes.',
  },
  {
    code: 'formula/missing-satisfies',
    here: /^$/,
    before: /\b(?:some|every)\b(?!.*\bsatisfies\b).*$/s,
    message: () => 'A "some" or "every" has no "satisfies".',
    mend: 'Say what is asked of each member: every x in xs satisfies x > 0.',
  },
  {
    code: 'formula/empty-brackets',
    here: /^\)/,
    before: /\($/,
    message: () => 'Nothing stands between these brackets.',
    mend: 'Write an expression between them, or leave them out.',
  },
  {
    code: 'formula/empty-brackets',
    here: /^$/,
    before: /\[\s*\]$/,
    message: () => 'Nothing stands between the square brackets.',
    mend: 'Write a condition or a position: xs[item.kind = "late"], xs[1].',
  },
  {
    code: 'formula/stray',
    here: /^[)\]]/,
    before: /,$/,
    message: (sign) => `A comma stands before "${sign}".`,
    mend: 'Leave the comma out, or write what follows it.',
  },
  { code: 'formula/stray', here: /^$/, before: /,\s*\]$/, message: () => 'A comma stands before "]".', mend: 'Leave the comma out, or write what follows it.' },
  { code: 'formula/unclosed', here: /^$/, before: /\]$/, message: () => 'The square brackets do not fit together.', mend: 'Check each "[" and its "]".' },
  {
    code: 'formula/unclosed',
    here: /^[)\]]/,
    message: (sign) => `"${sign}" closes what was never opened, or something is missing before it.`,
    mend: 'Check the brackets, and what stands before this one.',
  },
  {
    code: 'formula/unknown-character',
    here: /^[^\s\w"()[\]=<>+\-*/.]/u,
    message: (sign) => `"${sign}" has no meaning in a formula.`,
    mend: 'Write names with the letters a to z and digits.',
  },
];

/** The finding for the first error node of a text. */
export function syntaxError(source: Source, error: SyntaxNode): Finding {
  const { text } = source;
  const at = error.from + (/^\s*/.exec(text.slice(error.from))?.[0].length ?? 0);
  const here = text.slice(at);
  const before = text.slice(0, at).trimEnd();
  for (const clue of CLUES) {
    const found = clue.here.exec(here);
    if (found && isBefore(clue, before)) {
      return { code: clue.code, message: clue.message(found[0]), mend: clue.mend, span: [at, at + found[0].length] };
    }
  }
  if (here === '') return unfinished(text, before);
  const word = /^(?:\w+|"(?:\\.|[^"\\])*"|.)/su.exec(here)![0];
  return {
    code: 'formula/syntax',
    message: `"${word}" is not expected here.`,
    mend: /[\w)\]"]$/.test(before) ? 'An operator may be missing before it.' : 'Something may be missing before it.',
    span: [at, at + word.length],
  };
}

const occurrences = (text: string, word: RegExp): number => text.match(word)?.length ?? 0;

function isBefore(clue: Clue, text: string): boolean {
  if (clue.before === undefined) return true;
  return clue.before instanceof RegExp ? clue.before.test(text) : clue.before(text);
}

function unfinished(text: string, before: string): Finding {
  const open = openBracket(text);
  const span = [Math.max(0, before.length - 1), text.length] as const;
  if (open !== undefined && /[\w)\]"]$/.test(before)) {
    return { code: 'formula/unclosed', message: `The "${text[open]!}" here is never closed.`, mend: 'Close it.', span: [open, open + 1] };
  }
  return {
    code: 'formula/unfinished',
    message: 'The formula ends before it is complete.',
    mend: `Write what follows ${/\w+$|.$/.exec(before)?.[0] ?? 'it'}.`,
    span,
  };
}

/** The innermost bracket that is open at the end of the text. */
function openBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const match of text.matchAll(/"(?:\\.|[^"\\])*"|[()[\]]/g)) {
    if (match[0] === '(' || match[0] === '[') open.push(match.index);
    else if (match[0] === ')' || match[0] === ']') open.pop();
  }
  return open.at(-1);
}
