/**
 * Looks over a document from a program before any reader walks it: depth, size, and the one name that reaches a prototype.
 * In: {@link RulesetData}. Out: diagnostics in the report, and whether a recursive reader may go on.
 * Keeps its own stack, so ten thousand lists inside one another are a sentence and not a stack overflow.
 */
import { SECTIONS, type RulesetData } from './document.ts';
import { type Place, type Report, below } from './report.ts';

const DEEPEST = 100;
const LARGEST = 2_000_000;

interface Open {
  readonly value: object;
  readonly path: readonly (string | number)[];
}

export function guardDocument(document: RulesetData, place: Place, report: Report): boolean {
  const open: Open[] = [];
  for (const part of ['manifest', ...SECTIONS] as const) {
    const value: unknown = Object.hasOwn(document, part) ? document[part] : undefined;
    if (typeof value === 'object' && value !== null) open.push({ value, path: [part] });
  }
  let size = 0;
  for (let at = open.pop(); at; at = open.pop()) {
    const keys = Object.keys(at.value);
    size += keys.length;
    if (size > LARGEST) {
      report.error({ ...place, path: [] }, 'document/too-large', `The document holds more than ${LARGEST} values.`, 'Check for data that contains itself.');
      return false;
    }
    for (const key of keys) {
      // Ids of entries are judged with all other ids.
      if (key === '__proto__' && at.path.length > 1)
        report.error({ ...place, path: at.path }, 'name/reserved', '"__proto__" cannot be a key.', 'Choose another name.');
      const value = (at.value as Record<string, unknown>)[key];
      if (typeof value !== 'object' || value === null) continue;
      const path = [...at.path, Array.isArray(at.value) ? Number(key) : key];
      if (path.length > DEEPEST) {
        report.error(
          below({ ...place, path: [] }, ...path.slice(0, 4)),
          'document/too-deep',
          `Lists and mappings stand more than ${DEEPEST} deep inside one another here.`,
          'Name the inner parts and write them beside one another.',
        );
        return false;
      }
      open.push({ value, path });
    }
  }
  return true;
}
