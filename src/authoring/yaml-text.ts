/**
 * What is refused before a text is parsed: its size, a byte order mark, characters that do not belong in a ruleset.
 * In: the text of a file. Out: findings; {@link isTooLarge} says that nothing more should be read.
 */
import type { SourceLines } from './source-lines.ts';
import type { YamlFinding } from './yaml-finding.ts';

/** The greatest length of a file in characters (5 MB of plain text). */
export const GREATEST_LENGTH = 5_000_000;

export const isTooLarge = (text: string): boolean => text.length > GREATEST_LENGTH;

const BOM = '\u{FEFF}';

/** Control characters, halves of a character, the decoder's replacement, and characters that nobody sees. */
/* eslint-disable no-control-regex -- control characters are what is looked for */
const STRANGE =
  /[\u{0}-\u{8}\u{B}\u{C}\u{E}-\u{1F}\u{7F}-\u{9F}\u{AD}\u{200B}-\u{200F}\u{2028}-\u{202E}\u{2060}-\u{2069}\u{FEFF}\u{FFF9}-\u{FFFD}\u{FFFE}\u{FFFF}\p{Cs}]|\r(?!\n)/gu;
/* eslint-enable no-control-regex */

/** Findings about the text as such; one strange character for each line, at most twenty. */
export function checkText(lines: SourceLines): YamlFinding[] {
  const { text } = lines;
  const findings: YamlFinding[] = [];
  if (text.startsWith(BOM)) {
    findings.push({
      code: 'yaml/bom',
      message: 'The file begins with an invisible byte order mark.',
      mend: 'Save it as "UTF-8" instead of "UTF-8 with BOM".',
      at: 0,
    });
  }
  let before = 0;
  for (const match of text.matchAll(STRANGE)) {
    if (match.index === 0 && match[0] === BOM) continue;
    const { line } = lines.position(match.index);
    if (line === before) continue;
    before = line;
    findings.push(strange(match[0], match.index));
    if (findings.length > 20) break;
  }
  return findings;
}

function strange(character: string, at: number): YamlFinding {
  const point = character.codePointAt(0)!;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  if (point === 0xfffd || (point >= 0xd800 && point <= 0xdfff)) {
    return {
      code: 'yaml/encoding',
      message: `The file is not UTF-8: a character here could not be read (${name}).`,
      mend: 'Save the file as UTF-8, then type the character again.',
      at,
    };
  }
  return {
    code: 'yaml/character',
    message: `The character ${name} cannot be seen and is not allowed.`,
    mend: 'Delete it; it is often copied along from another document.',
    at,
  };
}
