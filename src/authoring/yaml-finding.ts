/**
 * What is wrong in one YAML text, by offset, and how a mend shows a text in quotes.
 * In: nothing. Out: the {@link YamlFinding} shape, which `read-yaml.ts` turns into diagnostics.
 */
import type { DataPath } from '../ruleset/diagnostic.ts';

export interface YamlFinding {
  /** Stable, such as `yaml/duplicate-key`. */
  readonly code: string;
  /** One plain sentence. */
  readonly message: string;
  readonly mend?: string | undefined;
  /** Offset of the character in the text of the file. */
  readonly at: number;
  readonly path?: DataPath | undefined;
  readonly related?: { readonly message: string; readonly at: number } | undefined;
}

/** A text as YAML has it in quotes: double ones, or single ones when it holds double quotes or backslashes. */
export function inQuotes(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A text as a message shows it: one line, at most 60 characters. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
