/**
 * One place where the grammar of FEEL is kinder than the language.
 * In: a node of the grammar. Out: a finding, or nothing when the node is fine.
 */
import type { Finding } from '../../values/finding.ts';
import { type Source, type SyntaxNode, spanOf, textOf } from '../feel-source.ts';

export interface Refusal {
  /** The node names at which it looks. */
  readonly at: readonly string[];
  /** Whether the parts of a refused node are looked at too; otherwise they would be refused for the same reason again. */
  readonly partsToo?: true;
  /** Whether it explains a text that the grammar cannot read; `look` must then expect any part to be missing. */
  readonly explainsErrors?: true;
  look(node: SyntaxNode, source: Source): Finding | undefined;
}

/** A finding that covers a node. */
export const refuse = (node: SyntaxNode, code: string, message: string, mend: string): Finding => ({ code, message, mend, span: spanOf(node) });

/** The text of a node for a message: at most 60 characters. */
export function quote(source: Source, node: SyntaxNode): string {
  const text = textOf(source, node).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
