/**
 * The titles of the fields of the library's records, for formulas that read `d.lateMinutes` or `i.weight`.
 * In: the schemas of the model. Out: {@link FIELD_TITLES} by `record.field`.
 */
import type * as z from 'zod';
import { appraisalSchema } from './appraisal.ts';
import { periodFactsSchema } from './period-facts.ts';
import { bare, fieldsOf, memberOf, noteUnder } from './schema-walk.ts';
import { leafOf } from './fields/field-note.ts';
import { type Title, title } from './title.ts';

const titles = new Map<string, Title>();

function collect(schema: z.ZodType): void {
  const member = memberOf(schema);
  if (member) return collect(member);
  const at = bare(schema);
  const fields = leafOf(at) ? undefined : fieldsOf(at);
  if (!fields) return;
  const { name } = noteUnder(schema);
  for (const [field, inner] of fields) {
    const note = noteUnder(inner);
    if (name !== undefined) titles.set(`${name}.${field}`, title(note.id, note.en));
    collect(inner);
  }
}

/** The two ends of a period, which the model reads as one leaf. */
titles.set('period.from', title('Awal', 'First day'));
titles.set('period.to', title('Akhir', 'Last day'));

collect(appraisalSchema);
collect(periodFactsSchema);

export const FIELD_TITLES: ReadonlyMap<string, Title> = titles;
