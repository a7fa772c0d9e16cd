/**
 * Collects diagnostics while a document is read and planned, so that several faults are reported together.
 * In: findings with a path of the document. Out: {@link Report}.
 */
import type { Finding } from '../values/finding.ts';
import type { RulesetData } from './document.ts';
import type { DataPath, Diagnostic, Severity } from './diagnostic.ts';

/** Where a node was written: which document of the chain, and where in it. */
export interface Place {
  readonly document: RulesetData;
  readonly ruleset: string;
  readonly path: DataPath;
}

export const below = (place: Place, ...parts: (string | number)[]): Place => ({ ...place, path: [...place.path, ...parts] });

/** The code of a finding that only follows from another one: it is not said. */
export const FOLLOWS = 'follows';

export class Report {
  private readonly found: Diagnostic[] = [];

  get diagnostics(): readonly Diagnostic[] {
    return this.found;
  }

  get hasErrors(): boolean {
    return this.found.some((diagnostic) => diagnostic.severity === 'error');
  }

  /** Adds a finding at a place; `key` points at the name of an entry instead of its value. */
  add(severity: Severity, place: Place, finding: Finding, options: { key?: boolean; related?: { message: string; place: Place } } = {}): void {
    const { code, message, mend, span } = finding;
    if (code === FOLLOWS) return;
    const locate = place.document.locate;
    const position = locate?.(place.path, { ...(span && { offset: span[0] }), ...(options.key && { key: true }) });
    this.found.push({
      code,
      severity,
      message,
      ...(mend !== undefined && { mend }),
      ruleset: place.ruleset,
      path: place.path,
      ...(position && { position }),
      ...(options.related && { related: { message: options.related.message, position: options.related.place.document.locate?.(options.related.place.path) } }),
    });
  }

  error(place: Place, code: string, message: string, mend?: string, options: { key?: boolean; related?: { message: string; place: Place } } = {}): void {
    this.add('error', place, { code, message, mend }, options);
  }

  warning(place: Place, code: string, message: string, mend?: string): void {
    this.add('warning', place, { code, message, mend });
  }

  /** Findings of a formula or a table, each with its own code. */
  errors(place: Place, findings: Iterable<Finding>): void {
    for (const finding of findings) this.add('error', place, finding);
  }
}
