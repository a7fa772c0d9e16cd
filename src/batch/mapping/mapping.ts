/**
 * How columns of a flat file become an appraisal: the shape of a mapping that was read and found sound.
 * In: nothing. Out: {@link Mapping}, plain JSON; {@link MappingError} for one that is not sound or does not fit the file.
 */
import { type Diagnostic, diagnosticText, sortDiagnostics } from '../../ruleset/diagnostic.ts';

/** How the text of a cell is read. */
export type CellKind = 'text' | 'number' | 'date' | 'month' | 'boolean';

/** Where one column goes. */
export interface ColumnTarget {
  /** A path into the appraisal, or into the member of a list. */
  readonly to: string;
  readonly kind: CellKind;
  /** Such as `DD/MM/YYYY`. */
  readonly date?: string | undefined;
  /** What stands in the file, and what is meant. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

/** Columns that stand once for each member of a list: `{n}` in their names counts from 1 to `repeat`. */
export interface ListGroup {
  readonly to: string;
  readonly repeat: number;
  readonly constants: Readonly<Record<string, string | boolean>>;
  readonly columns: Readonly<Record<string, ColumnTarget>>;
}

export interface Mapping {
  /** Between the cells of a CSV file; found out from its first line when left out. */
  readonly separator?: string | undefined;
  readonly decimal: 'point' | 'comma';
  readonly date: string;
  readonly constants: Readonly<Record<string, string | boolean>>;
  readonly columns: Readonly<Record<string, ColumnTarget>>;
  readonly lists: readonly ListGroup[];
}

/** A mapping that is not sound, or asks for columns that the file does not have. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
  readonly diagnostics: readonly Diagnostic[];
  constructor(found: readonly Diagnostic[]) {
    const diagnostics = sortDiagnostics(found);
    super(`The mapping cannot be used.\n${diagnostics.map(diagnosticText).join('\n')}`);
    this.diagnostics = diagnostics;
  }
}

export const mappingFinding = (code: string, path: readonly (string | number)[], message: string, mend: string): Diagnostic => ({
  code,
  severity: 'error',
  message,
  mend,
  ruleset: 'mapping',
  path,
});
