/**
 * Reads the enumerations and records that a document declares.
 * In: its section `types`. Out: types and their titles by name; what cannot be read is noted as broken.
 */
import { CATALOGUE_TYPES } from '../model/catalogue.ts';
import { isFinding, readType } from '../values/type-expression.ts';
import { type Type, enumType, recordType } from '../values/type.ts';
import { type RulesetData, entriesOf } from './document.ts';
import { idFinding } from './names.ts';
import { readEntry } from './read-entry.ts';
import { type Place, type Report, below } from './report.ts';
import { ENTRY_SCHEMAS, type Title } from './schema.ts';

export function readTypes(
  document: RulesetData,
  ruleset: string,
  types: Map<string, Type>,
  titles: Map<string, { title?: Title | undefined; members: ReadonlyMap<string, Title> }>,
  broken: Set<string>,
  report: Report,
): void {
  for (const [id, raw] of entriesOf(document.types)) {
    const place: Place = { document, ruleset, path: ['types', id] };
    const wrong = idFinding(id);
    if (wrong) report.add('error', place, wrong, { key: true });
    const read = readEntry(raw, ENTRY_SCHEMAS.types, place, report, `the type "${id}"`);
    if (!read) {
      broken.add(brokenType(id));
      continue;
    }
    if (types.has(id)) {
      report.error(
        place,
        'name/twice',
        `The type "${id}" is declared twice.`,
        CATALOGUE_TYPES.has(id) ? 'The library declares it already: remove it, or choose another name.' : 'Remove one.',
        { key: true },
      );
      continue;
    }
    if ((read.members === undefined) === (read.fields === undefined)) {
      report.error(
        place,
        'type/unreadable',
        `The type "${id}" has ${read.members ? 'both members and fields' : 'neither members nor fields'}.`,
        'Write members for an enumeration, or fields for a record.',
      );
      broken.add(brokenType(id));
      continue;
    }
    if (read.members) {
      const members = Object.keys(read.members);
      const odd = read.order && [...read.order.filter((member) => !members.includes(member)), ...members.filter((member) => !read.order!.includes(member))];
      if (odd && odd.length > 0)
        report.error(
          below(place, 'order'),
          'type/order',
          `The order of "${id}" does not hold its members exactly once: "${odd[0]}".`,
          'List every member once, from the lowest to the highest.',
        );
      types.set(id, enumType(id, members, read.order));
      titles.set(id, { title: read.title, members: new Map(Object.entries(read.members)) });
      continue;
    }
    const fields: [string, Type][] = [];
    for (const [name, expression] of Object.entries(read.fields!)) {
      const type = readType(expression, types);
      if (isFinding(type)) {
        report.add('error', below(place, 'fields', name), type);
        broken.add(brokenType(id));
      } else fields.push([name, type]);
    }
    types.set(id, recordType(id, fields));
    titles.set(id, { title: read.title, members: new Map() });
  }
}

/** Types are apart from ids: a broken one stands among the broken under a key that no id has. */
const brokenType = (id: string): string => `type ${id}`;
export const hasBrokenType = (ruleset: { readonly broken: ReadonlySet<string> }): boolean => [...ruleset.broken].some((key) => key.startsWith('type '));
