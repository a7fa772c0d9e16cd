/**
 * Which lists of an appraisal are read into columns: those of records that are facts of their own, and that are never none or unknown.
 * In: an ingest plan. Out: columns by the reader of the list, and by the number of the fact.
 */
import { ListColumns } from '../list-columns.ts';
import type { IngestPlan } from './ingest-plan.ts';
import type { FieldReader, Reader, RecordReader } from './readers.ts';

export interface FactColumns {
  readonly byReader: ReadonlyMap<Reader, ListColumns>;
  readonly byFact: ReadonlyMap<number, ListColumns>;
}

/** Longer lists stay lists: columns are made for the longest. */
const LONGEST = 10_000;

export function columnsOf(plan: IngestPlan): FactColumns {
  const byReader = new Map<Reader, ListColumns>();
  const byFact = new Map<number, ListColumns>();
  const visit = ({ reader, slots }: FieldReader): void => {
    if (reader.kind === 'record') {
      if (reader.spread) reader.fields.forEach(visit);
      return;
    }
    if (reader.kind !== 'list' || reader.of.kind !== 'record' || reader.of.spread || reader.inForce || reader.most > LONGEST) return;
    if (slots.length === 0 || !slots.every((slot) => slot < plan.facts && isThere(plan.absent[slot]))) return;
    const columns = new ListColumns(keptOf(reader.of), reader.most);
    byReader.set(reader, columns);
    for (const slot of slots) byFact.set(slot, columns);
  };
  if (!plan.declines) plan.record.fields.forEach(visit);
  return { byReader, byFact };
}

const keptOf = ({ fields }: RecordReader): ListColumns['fields'] =>
  fields.flatMap(({ keep, index, reader }) => (keep ? [{ index, isNumber: reader.kind === 'number' }] : []));

/** Required, or an empty list where none is given. */
const isThere = (absent: unknown): boolean => absent === undefined || (Array.isArray(absent) && absent.length === 0);
