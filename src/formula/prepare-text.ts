/**
 * What is looked at before the grammar sees a text: its size, its brackets, its quotation marks, comments and contexts.
 * In: the text of a formula. Out: a text of the same length that the grammar can read, or findings.
 * A grammar fed 4,000 open brackets works for a second; this pass keeps such texts away from it.
 */
import type { Finding } from '../values/finding.ts';

/** The greatest number of characters that a formula may have. */
export const MAX_LENGTH = 4_000;
/** How deep brackets, and the expressions of a formula, may be nested. */
export const MAX_DEPTH = 100;

/**
 * Checks a text character by character.
 * White space becomes the plain space, because the grammar ends a name of several words at a line's end;
 * `days between` becomes one word, because the grammar reserves `between`. No position moves.
 */
export function prepareText(text: string): { readonly prepared: string } | { readonly findings: readonly Finding[] } {
  if (text.length > MAX_LENGTH) {
    return refused({
      code: 'formula/too-long',
      message: `The formula has ${text.length} characters, and ${MAX_LENGTH} is the most.`,
      mend: 'Split it into several terms.',
    });
  }
  if (text.trim() === '') return refused({ code: 'formula/empty', message: 'The formula is empty.', mend: 'Write an expression, such as base * rate.' });
  const findings = scan(text);
  return findings.length > 0 ? { findings } : { prepared: joinBetween(plainSpaces(text)) };
}

const refused = (finding: Finding): { readonly findings: readonly Finding[] } => ({ findings: [finding] });

function scan(text: string): Finding[] {
  const open: number[] = [];
  let index = 0;
  while (index < text.length) {
    const character = text[index]!;
    const next = text[index + 1];
    if (character === '"') {
      const end = endOfText(text, index);
      if (end === undefined) return [unclosedText(text, index)];
      index = end;
    } else if (character === '/' && (next === '/' || next === '*')) {
      return [comment(text, index)];
    } else if (character === '{' || character === '}') {
      return [context(index)];
    } else if (character === '(' || character === '[') {
      open.push(index);
      if (open.length > MAX_DEPTH) return [tooDeep(index)];
    } else if (character === ')' || character === ']') {
      open.pop();
    }
    index++;
  }
  return [];
}

/** Where the text that opens at `from` closes; undefined when it does not close on its line. */
function endOfText(text: string, from: number): number | undefined {
  for (let index = from + 1; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') index++;
    else if (character === '"') return index;
    else if (character === '\n' || character === '\r') return undefined;
  }
  return undefined;
}

/** The finding for more than {@link MAX_DEPTH} expressions inside one another. */
export const tooDeep = (at: number): Finding => ({
  code: 'formula/too-deep',
  message: `The formula is nested more than ${MAX_DEPTH} deep here.`,
  mend: 'Move a part of it into a term of its own; a long chain of "+" can be written sum([a, b, c]).',
  span: [at, at + 1],
});

const unclosedText = (text: string, from: number): Finding => ({
  code: 'formula/unclosed-text',
  message: 'A text begins here and does not end on its line.',
  mend: 'Close it with a quotation mark (").',
  span: [from, lineEnd(text, from)],
});

const comment = (text: string, from: number): Finding => ({
  code: 'formula/comment',
  message: 'A formula holds no comment.',
  mend: "Write the remark into the node's note, or as a YAML comment on a line of its own.",
  span: [from, text[from + 1] === '/' ? lineEnd(text, from) : blockEnd(text, from)],
});

const context = (from: number): Finding => ({
  code: 'formula/context',
  message: 'Contexts in curly brackets are not part of the language.',
  mend: 'Make each entry a term of its own.',
  span: [from, from + 1],
});

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function blockEnd(text: string, from: number): number {
  const end = text.indexOf('*/', from + 2);
  return end < 0 ? text.length : end + 2;
}

const plainSpaces = (text: string): string => text.replace(/"(?:\\.|[^"\\])*"|\s/g, (part) => (part.startsWith('"') ? part : ' '));

const joinBetween = (text: string): string =>
  text.replace(/"(?:\\.|[^"\\])*"|(?<![.\w])days( +)between(?= *\()/g, (part, spaces: string | undefined) =>
    spaces === undefined ? part : `days${'_'.repeat(spaces.length)}between`,
  );
