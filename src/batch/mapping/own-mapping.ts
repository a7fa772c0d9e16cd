/**
 * The mapping of a file whose columns are named by the paths of the appraisal themselves: `employee.id`, `indicators[1].target`.
 * In: the names of the columns. Out: a {@link Mapping}, or a {@link MappingError} that names the columns which are no paths.
 */
import { didYouMean } from '../../values/suggest.ts';
import { type ColumnTarget, type ListGroup, type Mapping, MappingError, mappingFinding } from './mapping.ts';
import { MODEL_FIELDS, MODEL_LISTS, kindAt } from './model-paths.ts';

const MEMBER = /^(.+)\[(\d{1,3})\]\.(.+)$/;

/** @throws MappingError for a column that is no path of an appraisal. */
export function ownMapping(names: readonly string[]): Mapping {
  const columns: Record<string, ColumnTarget> = {};
  const groups = new Map<string, { readonly to: string; readonly number: number; readonly columns: Record<string, ColumnTarget> }>();
  const strange = names.filter((name) => {
    const [, list, number, field] = MEMBER.exec(name) ?? [];
    const kind = list === undefined ? kindAt(name) : MODEL_LISTS.get(list)?.get(field!);
    if (kind === undefined) return true;
    if (list === undefined) columns[name] = { to: name, kind };
    else {
      const key = `${list}[${number}]`;
      const group = groups.get(key) ?? { to: list, number: Number(number), columns: {} };
      group.columns[name] = { to: field!, kind };
      groups.set(key, group);
    }
    return false;
  });
  if (strange.length > 0)
    throw new MappingError(
      strange.map((name) =>
        mappingFinding(
          'mapping/unknown-field',
          [name],
          `The column "${name}" is no path of an appraisal.`,
          `${didYouMean(name, MODEL_FIELDS.keys(), '') ?? ''} Give a mapping file with --mapping.`.trim(),
        ),
      ),
    );
  const lists: readonly ListGroup[] = [...groups.values()]
    .sort((a, b) => a.number - b.number)
    .map(({ to, columns: own }) => ({ to, repeat: 1, constants: {}, columns: own }));
  return { decimal: 'point', date: 'YYYY-MM-DD', constants: {}, columns, lists };
}
