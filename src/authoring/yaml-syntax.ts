/**
 * Errors of the `yaml` package in the library's own sentences.
 * In: the errors of a composed document and the text. Out: one finding for each line that does not parse, the likely cause first.
 */
import type { YAMLError } from 'yaml';
import type { SourceLines } from './source-lines.ts';
import { MISTAKES, type Mistake, deeperLine } from './yaml-mistakes.ts';
import type { YamlFinding } from './yaml-finding.ts';

/** Errors that the tokens have already been asked about, with a better place. */
const TOLD_BY_TOKENS = [
  /^Missing closing ["']quote/,
  /^Flow (?:map|sequence) in block collection must/,
  /^Expected flow (?:map|sequence) to end/,
  /^Flow (?:map|sequence) .*end with/,
];

/**
 * @param structural findings of the tokens that say where a bracket or quote is never closed; they may be the cause of errors further on.
 */
export function syntaxFindings(errors: readonly YAMLError[], structural: readonly YamlFinding[], lines: SourceLines): YamlFinding[] {
  const byLine = new Map<number, YamlFinding>();
  for (const finding of [...structural].sort((a, b) => b.at - a.at)) {
    const { line } = lines.position(finding.at);
    if (!byLine.has(line)) byLine.set(line, likely(lines, line, lines.line(line).length) ?? finding);
  }
  for (const error of errors) {
    const { line, column } = lines.position(placeOf(error, lines));
    if (byLine.has(line) || (structural.length > 0 && TOLD_BY_TOKENS.some((told) => told.test(error.message)))) continue;
    byLine.set(line, likely(lines, line, column, error) ?? deeper(lines, line) ?? plain(error, lines));
  }
  const findings = [...byLine.values()];
  const telling = findings.filter((finding) => finding.code !== UNREADABLE);
  return telling.length > 0 ? telling : findings;
}

/** The code of an error with no better sentence; beside others it is their consequence. */
const UNREADABLE = 'yaml/syntax';

/** Indentation is reported at the first character of the line, not at the line's start. */
function placeOf(error: YAMLError, lines: SourceLines): number {
  const at = error.pos[0];
  if (error.code !== 'BAD_INDENT') return at;
  const { line, column } = lines.position(at);
  return column === 1 ? at + /^\s*/.exec(lines.line(line))![0].length : at;
}

/** Errors whose cause is not in the words of their line. */
const NOT_IN_LINE: ReadonlySet<string> = new Set(['BAD_DQ_ESCAPE', 'BAD_ALIAS', 'KEY_OVER_1024_CHARS']);

function likely(lines: SourceLines, line: number, column: number, error?: YAMLError): YamlFinding | undefined {
  const text = lines.line(line);
  const silent = error !== undefined && (NOT_IN_LINE.has(error.code) || /same column/.test(error.message));
  for (const recognise of silent ? MISTAKES.slice(0, 1) : MISTAKES) {
    const mistake = recognise(text, column);
    if (mistake) return atColumn(mistake, lines.start(line));
  }
  return undefined;
}

function deeper(lines: SourceLines, line: number): YamlFinding | undefined {
  const mistake = deeperLine(lines.line(line), lines.line(line + 1));
  return mistake && atColumn(mistake, lines.start(line + 1));
}

function atColumn({ column, ...mistake }: Mistake, start: number): YamlFinding {
  return { ...mistake, at: start + column - 1 };
}

type Sentence = readonly [code: string, message: string, mend: string];

/** By the package's error code; some codes mean several things, told apart by the message. */
const SENTENCES: readonly (readonly [code: string, message: RegExp, sentence: Sentence])[] = [
  ['TAB_AS_INDENT', /./, ['yaml/tab', 'A tab stands where spaces belong.', 'Indent with spaces only.']],
  ['BAD_INDENT', /./, ['yaml/indent', 'This line does not begin in the same column as the entries beside it.', 'Indent it exactly as they are.']],
  [
    'BLOCK_AS_IMPLICIT_KEY',
    /block sequence/,
    ['yaml/indent', 'This line does not begin in the same column as the entries beside it.', 'Indent it exactly as they are.'],
  ],
  ['BAD_DQ_ESCAPE', /./, ['yaml/escape', 'A backslash in double quotes begins no known escape here.', 'Write \\\\ for a backslash, or use single quotes.']],
  ['BAD_SCALAR_START', /./, ['yaml/quote', 'A text cannot begin with this sign unless it is quoted.', 'Put the text in double quotes.']],
  ['BAD_ALIAS', /./, ['yaml/alias', 'A text that begins with "*" or "&" must be quoted.', 'Put the text in double quotes.']],
  ['KEY_OVER_1024_CHARS', /./, ['yaml/key', 'A key is longer than 1,024 characters.', 'Check whether a quote or a bracket before it is closed.']],
  [
    'MULTILINE_IMPLICIT_KEY',
    /./,
    [
      'yaml/no-colon',
      'This line is not of the form "key: value".',
      'Add the colon and the value, or indent the line further when it continues the text above.',
    ],
  ],
  [
    'MISSING_CHAR',
    /Implicit map keys need/,
    [
      'yaml/no-colon',
      'This line is not of the form "key: value".',
      'Add the colon and the value, or indent the line further when it continues the text above.',
    ],
  ],
  ['MISSING_CHAR', /Comments must be separated/, ['yaml/hash', 'A space is missing before the "#" of this comment.', 'Write " # " before a comment.']],
  [
    'MISSING_CHAR',
    /Missing , /,
    ['yaml/comma-missing', 'A comma is missing here between two entries.', 'Separate the entries inside { } and [ ] with commas.'],
  ],
  ['UNEXPECTED_TOKEN', /Unexpected , in/, ['yaml/comma-extra', 'Nothing stands before this comma.', 'Remove the comma, or write the value that is missing.']],
  ['UNEXPECTED_TOKEN', /flow-(?:map|seq)-end/, ['yaml/bracket', 'A bracket closes here that was never opened.', 'Remove it, or quote the text that holds it.']],
  [
    'UNEXPECTED_TOKEN',
    /^Block scalar header/,
    ['yaml/block-header', 'Behind "|" or ">" nothing may stand on the same line.', 'Write the text on the lines below, indented, or quote it.'],
  ],
  ['UNEXPECTED_TOKEN', /block-seq-ind/, ['yaml/list', 'A list begins on the line of its key.', 'Write it on the lines below the key, or inside [ ].']],
  [
    'BLOCK_IN_FLOW',
    /./,
    ['yaml/list', 'A list or mapping in lines cannot stand inside { } or [ ].', 'Quote the text, or write the whole entry in lines of its own.'],
  ],
];

function plain(error: YAMLError, lines: SourceLines): YamlFinding {
  const at = placeOf(error, lines);
  const [code, message, mend] =
    SENTENCES.find(([known, pattern]) => known === error.code && pattern.test(error.message))?.[2] ??
    ([UNREADABLE, 'This cannot be read as YAML.', 'Check the quotes, the brackets and the indentation of this line and of the one above.'] as const);
  return { code, message, mend, at };
}
