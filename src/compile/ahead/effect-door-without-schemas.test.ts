/**
 * The door for effects without schemas refuses what the door of the model refuses.
 * In: fields of effects as text. Out: a failing property shows the field and the text.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_EFFECTS as MOST, type EffectField, effectRefusal as byModel, monthText as monthByModel } from '../../model/effect-door.ts';
import { CalendarDate } from '../../values/calendar-date.ts';
import { MOST_EFFECTS, effectRefusal, monthText } from './effect-door-without-schemas.ts';

const FIELDS: readonly EffectField[] = ['code', 'key', 'cut', 'months', 'starts', 'ends'];
const EDGES = [
  ...[1, 99, 100, 101, 199, 200, 201].map((length) => 'x'.repeat(length)),
  ...['', ' ', ' a', 'a ', 'a\nb', 'a/b', '\u00a0'],
  ...['0', '-1', '-0.0001', '0.0001', '0.00001', '0.5', '99.9999', '100', '100.0001', '101', '599', '600', '601', '200/3', '1e3'],
  ...['1899-12', '1900-01', '2024-00', '2024-06', '2024-13', '2200-12', '2201-01', '9999-12', '2024-6'],
];

it.each(FIELDS)('agrees on %s', (field) => {
  const agree = (written: string): void => {
    expect([written, effectRefusal(field, written) !== undefined]).toEqual([written, byModel(field, written) !== undefined]);
  };
  EDGES.forEach(agree);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.float({ noNaN: true }).map(String), fc.stringMatching(/^\d{4}-\d{2}$/)), (written) => {
      agree(written);
    }),
  );
});

it('takes as many effects, and writes months alike', () => {
  const day = CalendarDate.of(2024, 6, 30)!;
  expect([MOST_EFFECTS, monthText(day)]).toEqual([MOST, monthByModel(day)]);
});
