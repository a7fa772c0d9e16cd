/**
 * What the door of the next appraisal takes of an effect: an outcome must say nothing that it would refuse.
 * In: one field of an effect as an outcome writes it. Out: the refusal that it would meet, or undefined; and how many effects are taken.
 * Read from the schemas of the appraisal, so there is no second list of bounds.
 */
import { type CalendarDate } from '../values/calendar-date.ts';
import type { NumberType } from '../values/type.ts';
import { appraisalSchema } from './appraisal.ts';
import { effectSchema } from './effect.ts';
import { type ReadingLeaf, leafOf } from './fields/field-note.ts';
import { Refusal } from './fields/refusal.ts';
import { bare, fieldsOf, noteUnder } from './schema-walk.ts';

/** The fields that a ruleset decides by values. */
export type EffectField = 'code' | 'key' | 'cut' | 'months' | 'starts' | 'ends';

const LEAVES = new Map(
  fieldsOf(effectSchema)!.flatMap(([name, schema]) => {
    const leaf = leafOf(bare(schema));
    return leaf ? [[name, leaf] as const] : [];
  }),
);
const leaf = (field: EffectField): ReadingLeaf => LEAVES.get(field)!;

/** How many effects one appraisal may hold. */
export const MOST_EFFECTS = noteUnder(fieldsOf(appraisalSchema)!.find(([name]) => name === 'effects')![1]).maxItems!;

/** Why the field would not be taken as it is written; undefined where it would. */
export function effectRefusal(field: EffectField, written: string): Refusal | undefined {
  const read = leaf(field).read(written);
  return read instanceof Refusal ? read : undefined;
}

/** Unit, bounds and step of the cut or of the months. */
export const effectNumber = (field: 'cut' | 'months'): NumberType => leaf(field).type as NumberType;

/** A month as effects write it: `2024-07`. */
export const monthText = (day: CalendarDate): string => day.toString().slice(0, 7);
