/**
 * The text of a formula read: prepared, put through the grammar, refused where the grammar is too kind, and built.
 * In: text. Out: an {@link Expression}, or findings with spans. Nothing is looked up and nothing is typed here.
 */
import type { Finding } from '../values/finding.ts';
import { NotBuilt, buildExpression } from './build-expression.ts';
import type { Expression } from './expression.ts';
import { type Source, type SyntaxNode, childrenOf, isError, isExpression, readSource } from './feel-source.ts';
import { MAX_DEPTH, prepareText, tooDeep } from './prepare-text.ts';
import { refusalsAt } from './refusals/index.ts';
import { syntaxError } from './syntax-error.ts';

export type ParsedFormula = { readonly expression: Expression } | { readonly findings: readonly Finding[] };

/**
 * Reads the text of a formula. Never throws: what it cannot read it answers with findings, in the order of the text.
 * @example parseFormula('base * pct / 100') // { expression: … }
 * @example parseFormula('not late') // { findings: [{ code: 'formula/not-without-brackets', mend: 'Write not(late).', … }] }
 */
export function parseFormula(text: string): ParsedFormula {
  const before = prepareText(text);
  if ('findings' in before) return before;
  const source = readSource(text, before.prepared);
  const findings = walk(source);
  if (findings.length > 0) return { findings };
  try {
    return { expression: buildExpression(source, source.root) };
  } catch (error) {
    if (error instanceof NotBuilt) return { findings: [error.finding] };
    throw error;
  }
}

/** Refusals that explain an error of the grammar inside them better than the grammar does. */
const EXPLAINING: ReadonlySet<string> = new Set(['formula/between', 'formula/lambda', 'formula/date-literal']);

/**
 * Every refusal of a text; a broken text has one finding only, because what the grammar makes of the rest is guesswork.
 * Walks with a stack of its own, because the grammar may have nested deeper than the call stack is.
 */
function walk(source: Source): readonly Finding[] {
  const findings: Finding[] = [];
  const open: { readonly node: SyntaxNode; readonly depth: number; readonly refused: boolean }[] = [{ node: source.root, depth: 0, refused: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, refused } = next;
    if (isError(node)) return [findings.find((finding) => EXPLAINING.has(finding.code)) ?? syntaxError(source, node)];
    const depth = next.depth + (isExpression(node) && node.name !== 'ParenthesizedExpression' ? 1 : 0);
    if (depth > MAX_DEPTH) return [tooDeep(node.from)];
    // The parts of a refused node would be refused for the same reason again; only errors are still looked for.
    const finding = refused ? undefined : firstRefusal(node, source);
    if (finding) findings.push(finding);
    for (const child of childrenOf(node).reverse()) open.push({ node: child, depth, refused: refused || finding !== undefined });
  }
  return findings;
}

function firstRefusal(node: SyntaxNode, source: Source): Finding | undefined {
  for (const refusal of refusalsAt(node.name)) {
    const finding = refusal.look(node, source);
    if (finding) return finding;
  }
  return undefined;
}
