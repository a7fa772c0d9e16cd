/**
 * How large a record can be that a reader takes: it must stay below what the guard of the door takes.
 * In: a reader. Out: the greatest number of values, and the greatest depth.
 */
import type { Reader } from './readers.ts';

/** Fields and members in all, as the guard counts them. */
export function greatestSize(reader: Reader): number {
  switch (reader.kind) {
    case 'orNone':
      return greatestSize(reader.of);
    case 'list':
      return reader.most * (1 + greatestSize(reader.of));
    case 'record':
      return reader.fields.reduce((sum, field) => sum + 1 + greatestSize(field.reader), 0);
    case 'period':
      return 2;
    default:
      return 0;
  }
}

/** Records and lists inside one another. */
export function greatestDepth(reader: Reader): number {
  switch (reader.kind) {
    case 'orNone':
      return greatestDepth(reader.of);
    case 'list':
      return 1 + greatestDepth(reader.of);
    case 'record':
      return 1 + Math.max(0, ...reader.fields.map((field) => greatestDepth(field.reader)));
    case 'period':
      return 1;
    default:
      return 0;
  }
}
