/**
 * The quick reader against the schema that it reads by: it gives what the schema gives, or leaves it to the schema.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraisalSchema } from './appraisal.ts';
import { calendarSchema } from './calendar.ts';
import { exampleAppraisal } from './example-appraisal.ts';
import { UNSOUND, quickReader } from './quick-read.ts';

type Mapping = Record<string, unknown>;
const quickly = quickReader(appraisalSchema);
const MINIMAL = { employee: { id: '1', status: 'cpns' }, assessed: '2024' };

/** Every place of some data: what holds it, and under which name. */
function placesIn(data: object): readonly (readonly [Mapping, string])[] {
  const holder = data as Mapping;
  return Object.keys(data).flatMap((name) => {
    const part = holder[name];
    return [[holder, name] as const, ...(typeof part === 'object' && part !== null ? placesIn(part) : [])];
  });
}

const ODD = [null, undefined, true, 0, -1, 1.5, 1e16, Number.NaN, '', ' a', 'none', '12.5', '2024-02-30', '2024-06-12', [], {}, [1], { from: '2024-01-01' }];

/** The example with a few of its places removed, replaced or given a stranger. */
const altered = fc
  .array(
    fc.tuple(
      fc.nat(),
      fc.oneof(
        fc.constant('remove'),
        fc.constant('stranger'),
        fc.constantFrom(...ODD).map((value) => ({ value })),
      ),
    ),
    { maxLength: 3 },
  )
  .map((changes) => {
    const data = exampleAppraisal();
    for (const [pick, change] of changes) {
      const places = placesIn(data);
      const [holder, name] = places[pick % places.length]!;
      if (change === 'remove') delete holder[name];
      else if (change === 'stranger') holder['stranger'] = 1;
      else if (typeof change === 'object') holder[name] = change.value;
    }
    return data;
  });

describe('the quick reader', () => {
  it('reads records whose fields stand in any order, and of more shapes than it remembers', () => {
    const rating = { id: 'r', source: 'peer', rater: 'p', criterion: 'c', aspect: 'a', score: 80, scale: { min: 0, max: 100 }, on: '2024-06-12' };
    const shape = fc.shuffledSubarray(Object.keys(rating) as (keyof typeof rating)[], { minLength: 4 });
    fc.assert(
      fc.property(fc.array(shape, { minLength: 10, maxLength: 20 }), (shapes) => {
        const items = shapes.map((names) => Object.fromEntries(names.map((name) => [name, rating[name]])));
        const data = { ...MINIMAL, ratings: { items } };
        const [quick, read] = [quickly(data), appraisalSchema.safeParse(data)];
        expect(quick !== UNSOUND).toBe(read.success);
        if (quick === UNSOUND) return;
        expect(quick).toEqual(read.data);
        expect(namesIn(quick)).toEqual(namesIn(read.data));
      }),
    );
  });
  it("reads the ruleset's own facts as the schema does, and leaves every other name to it", () => {
    const name = fc.oneof(
      fc.stringMatching(/^[a-z][A-Za-z0-9]{0,3}(\.[a-z][A-Za-z0-9]{0,3})?$/),
      fc.string(),
      fc.constantFrom('A', 'a.', 'a..b', 'x'.repeat(201)),
    );
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })), (facts) => {
        const data = { ...MINIMAL, facts };
        const [quick, read] = [quickly(data), appraisalSchema.safeParse(data)];
        expect(quick !== UNSOUND).toBe(read.success);
        if (quick !== UNSOUND) expect(quick).toEqual(read.data);
      }),
    );
    const symbolic = { ...MINIMAL, facts: { [Symbol('a')]: 1 } };
    expect(quickly(symbolic)).toBe(UNSOUND);
  });
  it('gives what the schema gives, and never takes what the schema refuses', () => {
    fc.assert(
      fc.property(altered, (data) => {
        const quick = quickly(data);
        if (quick === UNSOUND) return;
        const read = appraisalSchema.safeParse(data);
        expect(read.error).toBeUndefined();
        expect(quick).toEqual(read.data);
        expect(namesIn(quick)).toEqual(namesIn(read.data));
      }),
      { numRuns: 500 },
    );
  });

  it('takes sound data itself', () => {
    for (const data of [exampleAppraisal(), MINIMAL]) expect(quickly(data)).toEqual(appraisalSchema.parse(data));
  });

  it.each([
    ['a stranger', { ...MINIMAL, stranger: 1 }],
    [
      'a stranger under a prototype that has the field',
      Object.assign(Object.create({ assessed: '2024' }) as object, { employee: MINIMAL.employee, stranger: 1 }),
    ],
    ['undefined where nothing may stand', { ...MINIMAL, paid: undefined }],
    ['a required field that is missing', { employee: MINIMAL.employee }],
    ['a word of no list', { ...MINIMAL, employee: { id: '1', status: 'pnss' } }],
    ['a list with a hole', { ...MINIMAL, documents: Array(1) }],
    ['a list that is too long', { ...MINIMAL, assignments: Array.from({ length: 51 }, () => ({})) }],
    ['an own fact with a name that is none', { ...MINIMAL, facts: { 'Not a name': 1 } }],
    ['no record', 'text'],
    ['null', null],
    ['a list for a record', []],
  ])('leaves %s to the schema', (_, data) => {
    expect(quickly(data)).toBe(UNSOUND);
  });

  it('freezes what it gives', () => {
    const thawed: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null || value instanceof Map || 'n' in value) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, part] of Object.entries(value)) look(part, `${path}.${key}`);
    };
    look(quickly(exampleAppraisal()), '');
    expect(thawed).toEqual([]);
  });

  it('is made once for each schema', () => {
    expect(quickReader(appraisalSchema)).toBe(quickly);
    expect(quickReader(calendarSchema)).toBe(quickReader(calendarSchema));
  });
});

/** The names of all records, in their order. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || value instanceof Map || 'n' in value || 'epochDay' in value) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...namesIn(part)]);
}
