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
 * @example parseFormula('base * pct / 100') // { expression: { kind: 'arithmetic', ... } }
 * @example parseFormula('not late') // { findings: [{ code: 'formula/not-without-brackets', mend: 'Write not(late).', ... }] }
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

/**
 * Every refusal of a text; a broken text has one finding only, because what the grammar makes of the rest is guesswork.
 */
function walk(source: Source): readonly Finding[] {
  const findings: Finding[] = [];
  const broken = hasError(source.root);
  for (const { node, depth, refused, mark } of nodesOf(source.root)) {
    if (isError(node)) return [findings[0] ?? syntaxError(source, node)];
    if (depth > MAX_DEPTH) return [tooDeep(node.from)];
    if (refused) continue;
    for (const refusal of refusalsAt(node.name)) {
      if (broken && !refusal.explainsErrors) continue;
      const finding = refusal.look(node, source);
      if (!finding) continue;
      findings.push(finding);
      if (!refusal.partsToo) mark();
      break;
    }
  }
  return findings;
}

interface Visit {
  readonly node: SyntaxNode;
  /** How many expressions the node stands in, itself included; brackets do not count. */
  readonly depth: number;
  readonly refused: boolean;
  /** Says that the node is refused together with all its parts. */
  mark(): void;
}

/** All nodes in the order of the text, with a stack of its own: the grammar may have nested deeper than the call stack is. */
function* nodesOf(root: SyntaxNode): Generator<Visit> {
  const open = [{ node: root, depth: 0, refused: false }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    const depth = next.depth + (isExpression(node) && node.name !== 'ParenthesizedExpression' ? 1 : 0);
    let refused = next.refused;
    yield { node, depth, refused, mark: () => void (refused = true) };
    for (const child of childrenOf(node).reverse()) open.push({ node: child, depth, refused });
  }
}

function hasError(root: SyntaxNode): boolean {
  const cursor = root.cursor();
  do {
    if (cursor.type.isError) return true;
  } while (cursor.next());
  return false;
}
