/**
 * What the tokens of a YAML text show before it is composed: depth, and the parts of YAML that a ruleset does without.
 * In: a text, through the lexer and parser of the `yaml` package. Out: its tokens, and findings about them.
 * Nothing here recurses, so that no text can exhaust the call stack.
 */
import { type CST, Lexer, Parser } from 'yaml';
import type { SourceLines } from './source-lines.ts';
import { type YamlFinding, excerpt } from './yaml-finding.ts';

/** The greatest number of mappings and lists inside each other. */
export const GREATEST_DEPTH = 50;

/**
 * Reads the tokens of a text; a text that nests too deeply is answered with a finding, as soon as it does.
 * The depth is watched while parsing, so that ten thousand brackets cost no more than fifty.
 */
export function readTokens(text: string): readonly CST.Token[] | YamlFinding {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    const tooDeep = parser.stack.length > GREATEST_DEPTH ? parser.stack.filter(isCollection)[GREATEST_DEPTH] : undefined;
    if (tooDeep) return deepFinding(tooDeep);
  }
  tokens.push(...parser.end());
  return tokens;
}

/** Findings about tokens that a ruleset does without, and about quotes and brackets that are never closed. */
export function checkTokens(tokens: readonly CST.Token[], lines: SourceLines): readonly YamlFinding[] {
  const findings: YamlFinding[] = [];
  const stack = [...tokens].reverse();
  let documents = 0;
  for (let token = stack.pop(); token; token = stack.pop()) {
    if (token.type === 'document' && ++documents === 2) findings.push(severalDocuments(token));
    const finding = checkToken(token, lines);
    if (finding) findings.push(finding);
    for (const child of childrenOf(token).reverse()) stack.push(child);
  }
  return findings;
}

const isCollection = (token: CST.Token): boolean => token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';

function childrenOf(token: CST.Token): CST.Token[] {
  switch (token.type) {
    case 'document':
      return [...token.start, ...(token.value ? [token.value] : []), ...(token.end ?? [])];
    case 'block-map':
    case 'block-seq':
      return token.items.flatMap(ofItem);
    case 'flow-collection':
      return [token.start, ...token.items.flatMap(ofItem), ...token.end];
    case 'block-scalar':
      return [...token.props];
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return [...(('end' in token ? token.end : undefined) ?? [])];
    default:
      return [];
  }
}

const ofItem = (item: CST.CollectionItem): CST.Token[] => [
  ...item.start,
  ...(item.key ? [item.key] : []),
  ...(item.sep ?? []),
  ...(item.value ? [item.value] : []),
];

function checkToken(token: CST.Token, lines: SourceLines): YamlFinding | undefined {
  switch (token.type) {
    case 'directive':
      return {
        code: 'yaml/directive',
        message: `"${excerpt(token.source)}" is a YAML directive, and a ruleset has none.`,
        mend: 'Remove the line.',
        at: token.offset,
      };
    case 'anchor':
      return {
        code: 'yaml/anchor',
        message: `"${token.source}" is a YAML anchor, and a ruleset has none.`,
        mend: 'Write the value out; quote a text that begins with "&".',
        at: token.offset,
      };
    case 'alias':
      return {
        code: 'yaml/alias',
        message: `"${token.source}" is a YAML alias, and a ruleset has none.`,
        mend: 'Write the value out; quote a text that begins with "*".',
        at: token.offset,
      };
    case 'tag':
      return {
        code: 'yaml/tag',
        message: `"${token.source}" is a YAML tag, and a ruleset has none.`,
        mend: 'Remove it; quote a text that begins with "!".',
        at: token.offset,
      };
    case 'comment':
      return tightComment(token, lines);
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return openQuote(token);
    case 'flow-collection':
      return openBracket(token);
    default:
      return undefined;
  }
}

const severalDocuments = (token: CST.Document): YamlFinding => ({
  code: 'yaml/documents',
  message: 'A second YAML document begins here, and a file holds one.',
  mend: 'Remove the line "---", or move what follows into a file of its own.',
  at: token.offset,
});

const deepFinding = (token: CST.Token): YamlFinding => ({
  code: 'yaml/depth',
  message: `Mappings and lists stand more than ${GREATEST_DEPTH} deep inside each other here.`,
  mend: 'Check the brackets and the indentation: no part of a ruleset is that deep.',
  at: 'offset' in token ? token.offset : 0,
});

/** `title: Kinerja #1` is cut at its `#`; a comment that is meant as one has a space behind the sign. */
function tightComment(token: CST.SourceToken, lines: SourceLines): YamlFinding | undefined {
  if (!/^#[^\s#!=-]/.test(token.source)) return undefined;
  const { line, column } = lines.position(token.offset);
  const before = lines
    .line(line)
    .slice(0, column - 1)
    .trimEnd();
  if (before === '' || /[:,[{|>"'}\]-]$/.test(before)) return undefined;
  return {
    code: 'yaml/hash',
    message: `The text before "${excerpt(token.source)}" ends here: " #" begins a comment.`,
    mend: 'Quote a text that holds "#"; put a space behind the "#" of a comment.',
    at: token.offset,
  };
}

function openQuote(token: CST.FlowScalar): YamlFinding | undefined {
  const quote = token.type === 'single-quoted-scalar' ? "'" : '"';
  if (token.source.length > 1 && token.source.endsWith(quote)) return undefined;
  return {
    code: 'yaml/quote-open',
    message: `The quote ${quote} that opens here is never closed.`,
    mend: `Close it with ${quote} at the end of the text.`,
    at: token.offset,
  };
}

function openBracket(token: CST.FlowCollection): YamlFinding | undefined {
  const [open, close] = token.start.source === '{' ? ['{', '}'] : ['[', ']'];
  if (token.end.some((end) => end.source === close)) return undefined;
  return {
    code: 'yaml/bracket',
    message: `The "${open}" that opens here is never closed.`,
    mend: `Close it with "${close}", or quote the text that begins with it.`,
    at: token.offset,
  };
}
