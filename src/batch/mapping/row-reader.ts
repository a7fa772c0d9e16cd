/**
 * Turns rows into appraisals: a mapping made ready for the columns of one file.
 * In: a {@link Mapping} and the names of the columns. Out: a function from cells to plain appraisal data. An empty cell is an absent field.
 */
import { InputError, type InputIssue, inputIssue } from '../../model/input-error.ts';
import { didYouMean } from '../../values/suggest.ts';
import { dateReader } from './date-format.ts';
import { type ColumnTarget, type Mapping, MappingError, mappingFinding } from './mapping.ts';
import { stepsOf } from './model-paths.ts';

/** What stands in one cell of a row: text, or a value whose kind the file itself knows. */
export type RowCell = string | boolean | null;

export interface RowColumns {
  readonly names: readonly string[];
  /** Columns whose file knows numbers and dates: their texts are already as the model writes them. */
  readonly exact?: readonly boolean[] | undefined;
}

interface Column {
  readonly index: number;
  readonly name: string;
  readonly steps: readonly string[];
  readonly read: (cell: string) => string | boolean | undefined;
}

interface Group {
  readonly list: readonly string[];
  readonly constants: readonly (readonly [steps: readonly string[], value: string | boolean])[];
  readonly columns: readonly Column[];
}

/**
 * @throws MappingError when a column is missing in the file.
 */
export function rowReader(mapping: Mapping, columns: RowColumns): (cells: readonly RowCell[]) => Record<string, unknown> {
  const reader = new Columns(mapping, columns);
  const plain = reader.of(mapping.columns, ['columns'], '');
  const groups = mapping.lists.flatMap((list, index) =>
    Array.from({ length: list.repeat }, (_, each): Group => {
      const n = String(each + 1);
      return {
        list: stepsOf(list.to),
        constants: Object.entries(list.constants).map(([field, value]) => [field.split('.'), typeof value === 'string' ? value.replaceAll('{n}', n) : value]),
        columns: reader.of(list.columns, ['lists', index, 'columns'], n),
      };
    }),
  );
  if (reader.missing.length > 0) throw new MappingError(reader.missing);
  const constants = Object.entries(mapping.constants).map(([field, value]) => [stepsOf(field), value] as const);
  return (cells) => {
    const issues: InputIssue[] = [];
    const record: Record<string, unknown> = {};
    for (const [steps, value] of constants) put(record, steps, value);
    for (const column of plain) fill(record, column, cells, issues);
    for (const group of groups) {
      const member: Record<string, unknown> = {};
      if (group.columns.filter((column) => fill(member, column, cells, issues)).length === 0) continue;
      for (const [steps, value] of group.constants) put(member, steps, value);
      append(record, group.list, member);
    }
    if (issues.length > 0) throw new InputError('row', issues);
    return record;
  };
}

class Columns {
  readonly missing: ReturnType<typeof mappingFinding>[] = [];
  private readonly places: ReadonlyMap<string, number>;

  constructor(
    private readonly mapping: Mapping,
    private readonly file: RowColumns,
  ) {
    this.places = new Map(file.names.map((name, index) => [name, index]));
  }

  of(columns: Mapping['columns'], path: readonly (string | number)[], n: string): readonly Column[] {
    return Object.entries(columns).flatMap(([pattern, target]) => {
      const name = pattern.replaceAll('{n}', n);
      const index = this.places.get(name);
      if (index !== undefined) return [{ index, name, steps: stepsOf(target.to), read: cellReader(target, this.mapping, this.file.exact?.[index] ?? false) }];
      this.missing.push(
        mappingFinding(
          'mapping/missing-column',
          [...path, pattern],
          `The file has no column "${name}".`,
          didYouMean(name, this.file.names, `Its columns are: ${this.file.names.join(', ')}.`)!,
        ),
      );
      return [];
    });
  }
}

const TRUE = new Set(['true', '1', 'ya', 'yes', 'y', 'benar']);
const FALSE = new Set(['false', '0', 'tidak', 'no', 't', 'n', 'salah']);

/** Reads the text of one cell; undefined when it is not of its kind. */
function cellReader({ kind, date, words }: ColumnTarget, mapping: Mapping, exact: boolean): Column['read'] {
  const ofKind = exact && kind !== 'boolean' ? (text: string) => text : kindReader(kind, date ?? mapping.date, mapping.decimal);
  return words ? (text) => (Object.hasOwn(words, text) ? ofKind(words[text]!) : ofKind(text)) : ofKind;
}

function kindReader(kind: ColumnTarget['kind'], date: string, decimal: Mapping['decimal']): Column['read'] {
  switch (kind) {
    case 'text':
      return (text) => text;
    case 'number':
      // A point in a number with a decimal comma groups thousands in some files and is a slip in others: it is refused.
      return decimal === 'point' ? (text) => text : (text) => (text.includes('.') ? undefined : text.replace(',', '.'));
    case 'boolean':
      return (text) => (TRUE.has(text.toLowerCase()) ? true : FALSE.has(text.toLowerCase()) ? false : undefined);
    case 'date':
    case 'month': {
      const read = dateReader(date);
      return (text) => read(text, kind);
    }
  }
}

/** Whether there was anything to fill in. */
function fill(into: Record<string, unknown>, { index, name, steps, read }: Column, cells: readonly RowCell[], issues: InputIssue[]): boolean {
  const cell = cells[index];
  if (cell === null || cell === undefined) return false;
  if (typeof cell === 'boolean') {
    put(into, steps, cell);
    return true;
  }
  const text = cell.trim();
  if (text === '') return false;
  const value = read(text);
  if (value === undefined)
    issues.push(
      inputIssue(
        'row/cell',
        [name],
        `${JSON.stringify(text.slice(0, 40))} cannot be read as "${steps.join('.')}".`,
        'Correct the cell, or say in the mapping how it is written.',
      ),
    );
  else put(into, steps, value);
  return true;
}

function put(into: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  let at = into;
  for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
  at[steps.at(-1)!] = value;
}

function append(into: Record<string, unknown>, steps: readonly string[], member: unknown): void {
  let at = into;
  for (const step of steps.slice(0, -1)) at = (at[step] ??= {}) as Record<string, unknown>;
  ((at[steps.at(-1)!] ??= []) as unknown[]).push(member);
}
