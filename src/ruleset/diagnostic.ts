/**
 * What the library has to say about a ruleset: code, severity, sentence, place, mend.
 * In: findings of formulas, tables and schemas. Out: {@link Diagnostic}s, sorted, and {@link RulesetError}.
 */

/** A place in a text file, lines and columns counted from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A path of keys and indexes into a document: `['terms', 'tpp.paid', 'versions', 0, 'formula']`. */
export type DataPath = readonly (string | number)[];

/** Where a path of a document stands in its files; `offset` counts characters inside a scalar (a place in a formula). */
export type Locate = (path: DataPath, options?: { offset?: number; key?: boolean }) => Position | undefined;

export type Severity = 'error' | 'warning' | 'note';

export interface Diagnostic {
  /** Stable, such as `formula/unknown-name`. */
  readonly code: string;
  readonly severity: Severity;
  /** One plain sentence. */
  readonly message: string;
  /** How to mend it. */
  readonly mend?: string | undefined;
  /** The ruleset whose document holds the place. */
  readonly ruleset: string;
  readonly path: DataPath;
  readonly position?: Position | undefined;
  /** Another place that the message speaks of, such as the first of two writers. */
  readonly related?: { readonly message: string; readonly position?: Position | undefined } | undefined;
}

/** `parameters.tpp.share.versions[0].value`: a path for a reader who has no file. */
export function pathText(path: DataPath): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('');
}

/** One line: `file:line:column: error code: sentence mend`. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { position } = diagnostic;
  const place = position ? `${position.file}:${position.line}:${position.column}` : `${diagnostic.ruleset}:${pathText(diagnostic.path)}`;
  const mend = diagnostic.mend === undefined ? '' : ` ${diagnostic.mend}`;
  return `${place}: ${diagnostic.severity} ${diagnostic.code}: ${diagnostic.message}${mend}`;
}

/** File order, then line and column, then code; the same finding at the same place stands once. */
export function sortDiagnostics(diagnostics: Iterable<Diagnostic>): readonly Diagnostic[] {
  const seen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const text = diagnosticText(diagnostic);
    if (!seen.has(text)) seen.set(text, diagnostic);
  }
  return Object.freeze(
    [...seen.values()].sort(
      (a, b) =>
        (a.position?.file ?? a.ruleset).localeCompare(b.position?.file ?? b.ruleset, 'en') ||
        (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
        (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
        a.code.localeCompare(b.code, 'en'),
    ),
  );
}

/** A ruleset that cannot be loaded; `diagnostics` holds everything that was found, not the first finding only. */
export class RulesetError extends Error {
  override readonly name = 'RulesetError';
  constructor(
    readonly ruleset: string,
    readonly diagnostics: readonly Diagnostic[],
  ) {
    super(`The ruleset "${ruleset}" cannot be used.\n${diagnostics.map(diagnosticText).join('\n')}`);
  }
}
