/**
 * Reads a mapping: its shape, and that every path it names is one of the model.
 * In: plain data (of a YAML file), and a way to find places in that file. Out: a {@link Mapping}, or a {@link MappingError} with all faults.
 */
import type { Diagnostic, Locate } from '../../ruleset/diagnostic.ts';
import { didYouMean } from '../../values/suggest.ts';
import { isDateFormat } from './date-format.ts';
import { type CellKind, type ColumnTarget, type ListGroup, type Mapping, MappingError, mappingFinding } from './mapping.ts';
import { MODEL_FIELDS, MODEL_LISTS, kindAt } from './model-paths.ts';

type Path = readonly (string | number)[];
type Data = Readonly<Record<string, unknown>>;

const KEYS = ['separator', 'decimal', 'date', 'constants', 'columns', 'lists'];
const COLUMN_KEYS = ['to', 'date', 'words', 'as'];
const LIST_KEYS = ['to', 'repeat', 'constants', 'columns'];
const KINDS: readonly CellKind[] = ['text', 'number', 'date', 'boolean'];
const MOST_REPEATS = 100;

/** @throws MappingError with everything that is wrong. */
export function readMapping(data: unknown, locate?: Locate): Mapping {
  const reader = new MappingReader();
  const mapping = reader.read(data);
  if (reader.found.length > 0)
    throw new MappingError(reader.found.map((finding) => ({ ...finding, position: locate?.(finding.path, { key: finding.code === 'mapping/unknown-key' }) })));
  return mapping;
}

class MappingReader {
  readonly found: Diagnostic[] = [];

  read(data: unknown): Mapping {
    const all = this.record(data, [], KEYS);
    const columns = this.columns(all['columns'], ['columns'], MODEL_FIELDS, true);
    const lists = all['lists'] === undefined ? [] : this.list(all['lists'], ['lists']).map((each, index) => this.group(each, ['lists', index]));
    if (Object.keys(columns).length === 0 && lists.length === 0)
      this.add('mapping/empty', [], 'The mapping names no column.', 'Write columns: with a line for each, such as NIP: employee.id.');
    return {
      ...(all['separator'] !== undefined && { separator: this.separator(all['separator']) }),
      decimal: all['decimal'] === undefined ? 'point' : this.choice(all['decimal'], ['decimal'], ['point', 'comma']),
      date: all['date'] === undefined ? 'YYYY-MM-DD' : this.date(all['date'], ['date']),
      constants: this.constants(all['constants'], ['constants'], (path) => kindAt(path), MODEL_FIELDS.keys()),
      columns,
      lists,
    };
  }

  private group(data: unknown, path: Path): ListGroup {
    const { to, repeat, constants, columns } = this.record(data, path, LIST_KEYS);
    const name = this.text(to, [...path, 'to']);
    const fields = MODEL_LISTS.get(name);
    if (!fields && name !== '')
      this.add(
        'mapping/unknown-list',
        [...path, 'to'],
        `"${name}" is no list of an appraisal.`,
        didYouMean(name, MODEL_LISTS.keys(), `The lists are: ${[...MODEL_LISTS.keys()].join(', ')}.`)!,
      );
    const count = repeat === undefined ? 1 : Number(repeat);
    if (!Number.isInteger(count) || count < 1 || count > MOST_REPEATS)
      this.add('mapping/repeat', [...path, 'repeat'], `A list is repeated 1 to ${MOST_REPEATS} times.`, 'Write how many times its columns stand in the file.');
    const known = fields ?? new Map<string, CellKind>();
    const read = this.columns(columns, [...path, 'columns'], known, fields !== undefined);
    if (count > 1)
      for (const column of Object.keys(read))
        if (!column.includes('{n}'))
          this.add(
            'mapping/repeat',
            [...path, 'columns', column],
            `"${column}" is the same column for every member of the list.`,
            'Write {n} where the number stands, such as "IKI {n} target".',
          );
    return {
      to: name,
      repeat: count,
      constants: this.constants(constants, [...path, 'constants'], (field) => (fields ? known.get(field) : 'text'), known.keys()),
      columns: read,
    };
  }

  private columns(data: unknown, path: Path, fields: ReadonlyMap<string, CellKind>, check: boolean): Record<string, ColumnTarget> {
    if (data === undefined) return {};
    return Object.fromEntries(
      Object.entries(this.record(data, path)).map(([column, target]) => [column, this.column(target, [...path, column], fields, check)]),
    );
  }

  private column(data: unknown, path: Path, fields: ReadonlyMap<string, CellKind>, check: boolean): ColumnTarget {
    const { to, date, words, as } = typeof data === 'string' ? { to: data } : this.record(data, path, COLUMN_KEYS);
    const name = this.text(to, typeof data === 'string' ? path : [...path, 'to']);
    const kind = fields === MODEL_FIELDS ? kindAt(name) : fields.get(name);
    if (check && kind === undefined && name !== '') {
      const list = [...MODEL_LISTS.keys()].find((each) => name === each || name.startsWith(`${each}.`));
      this.add(
        'mapping/unknown-field',
        path,
        `"${name}" is no field of ${fields === MODEL_FIELDS ? 'an appraisal' : 'a member of this list'}.`,
        list !== undefined && fields === MODEL_FIELDS
          ? `"${list}" is a list: map its columns below lists:.`
          : (didYouMean(name, fields.keys(), 'kinerja schema appraisal prints all fields.') ?? ''),
      );
    }
    return {
      to: name,
      kind: as === undefined ? (kind ?? 'text') : this.choice(as, [...path, 'as'], KINDS),
      ...(date !== undefined && { date: this.date(date, [...path, 'date']) }),
      ...(words !== undefined && {
        words: Object.fromEntries(
          Object.entries(this.record(words, [...path, 'words'])).map(([word, meant]) => [word, this.text(meant, [...path, 'words', word])]),
        ),
      }),
    };
  }

  private constants(data: unknown, path: Path, kindOf: (path: string) => CellKind | undefined, known: Iterable<string>): Record<string, string | boolean> {
    if (data === undefined) return {};
    return Object.fromEntries(
      Object.entries(this.record(data, path)).map(([field, value]) => {
        const kind = kindOf(field);
        if (kind === undefined)
          this.add(
            'mapping/unknown-field',
            [...path, field],
            `"${field}" is no field here.`,
            didYouMean(field, known, 'kinerja schema appraisal prints all fields.')!,
          );
        if (typeof value === 'boolean') return [field, value];
        const text = this.text(value, [...path, field]);
        return [field, kind === 'boolean' ? text === 'true' : text];
      }),
    );
  }

  private record(data: unknown, path: Path, keys?: readonly string[]): Data {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      this.add('mapping/kind', path, 'Here stands no mapping of names to values.', 'Write name: value, one on each line.');
      return {};
    }
    for (const key of Object.keys(data))
      if (keys && !keys.includes(key))
        this.add('mapping/unknown-key', [...path, key], `"${key}" is not known here.`, didYouMean(key, keys, `Known are: ${keys.join(', ')}.`)!);
    return data as Data;
  }

  private list(data: unknown, path: Path): readonly unknown[] {
    if (Array.isArray(data)) return data as readonly unknown[];
    this.add('mapping/kind', path, 'Here stands no list.', 'Begin each member with a hyphen.');
    return [];
  }

  private text(data: unknown, path: Path): string {
    if (typeof data === 'string' && data !== '') return data;
    if (typeof data === 'number' || typeof data === 'boolean') return String(data);
    this.add('mapping/kind', path, 'Here stands no text.', 'Write a text.');
    return '';
  }

  private date(data: unknown, path: Path): string {
    const text = this.text(data, path);
    if (text !== '' && !isDateFormat(text))
      this.add('mapping/date', path, `"${text}" is no format of dates.`, 'Write YYYY, MM and DD once each with signs between them, such as DD/MM/YYYY.');
    return text;
  }

  private separator(data: unknown): string {
    const text = this.text(data, ['separator']);
    if (text === 'tab') return '\t';
    if (!/^[,;|\t]$/.test(text)) this.add('mapping/separator', ['separator'], `"${text}" separates no cells.`, 'Write one of , ; | or tab.');
    return text;
  }

  private choice<Choice extends string>(data: unknown, path: Path, choices: readonly Choice[]): Choice {
    if (choices.includes(data as Choice)) return data as Choice;
    this.add('mapping/choice', path, `${JSON.stringify(data)} is not one of ${choices.join(', ')}.`, `Write ${choices.join(' or ')}.`);
    return choices[0]!;
  }

  private add(code: string, path: Path, message: string, mend: string): void {
    this.found.push(mappingFinding(code, path, message, mend));
  }
}
