/** The functions against slower definitions of what they mean. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate, addDays, addMonths } from '../../values/calendar-date.ts';
import { type Exact, add, compare, divide, equals, numerator, ratio, toText } from '../../values/exact.ts';
import { Fault, NONE, type Result, toJson, unknown } from '../../values/result.ts';
import { CALENDAR, DATE, type Type, enumType, listType, numberType } from '../../values/type.ts';
import { compileFormula } from '../compile-formula.ts';
import { evaluate } from '../evaluate-formula.ts';
import type { Scope } from '../scope.ts';
import { BUILT_INS, BUILT_IN_NAMES, findBuiltIn, isBuiltIn } from './index.ts';
import { FAMILIES_NOT_HERE, notHere } from './not-here.ts';

const LEVEL = enumType('level', ['high', 'low', 'middle'], ['low', 'middle', 'high']);
const TYPES: Readonly<Record<string, Type>> = {
  xs: listType(numberType()),
  levels: listType(LEVEL),
  n: numberType(),
  from: DATE,
  to: DATE,
  cal: CALENDAR,
  truths: listType({ kind: 'boolean' }),
};
const scope: Scope = { lookup: (id) => (Object.hasOwn(TYPES, id) ? { kind: 'value', id, type: TYPES[id]! } : undefined), ids: () => Object.keys(TYPES) };

function run(text: string, facts: Readonly<Record<string, Result>>): Result {
  const compiled = compileFormula(text, scope);
  if ('findings' in compiled) throw new Error(compiled.findings[0]!.message);
  return evaluate(compiled.tree, { read: (id) => facts[id]!, apply: () => NONE });
}

const exact = fc.tuple(fc.bigInt(-(10n ** 6n), 10n ** 6n), fc.bigInt(1n, 60n)).map(([n, d]) => ratio(n, d));
const numbers = fc.array(exact, { minLength: 1, maxLength: 12 });
const date = fc.integer({ min: -20_000, max: 80_000 }).map((day) => CalendarDate.fromEpochDay(day));
const sum = (xs: readonly Exact[]): Exact => xs.reduce(add, ratio(0n));
const text = (result: Result): unknown => toJson(result);

describe('aggregates', () => {
  test('sum is what adding one by one gives, in any order', () => {
    fc.assert(
      fc.property(numbers, (xs) => {
        expect(text(run('sum(xs)', { xs }))).toBe(toText(sum([...xs].reverse())));
      }),
    );
  });
  test('mean times count is the sum, exactly', () => {
    fc.assert(
      fc.property(numbers, (xs) => {
        expect(run('mean(xs) * n = sum(xs)', { xs, n: ratio(BigInt(xs.length)) })).toBe(true);
      }),
    );
  });
  test('min and max bound every member and are members', () => {
    fc.assert(
      fc.property(numbers, (xs) => {
        expect(run('every x in xs satisfies x in [min(xs)..max(xs)]', { xs })).toBe(true);
        expect(run('(min(xs) in xs) and (max(xs) in xs)', { xs })).toBe(true);
      }),
    );
  });
  test('as many members lie below the median as above it', () => {
    fc.assert(
      fc.property(numbers, (xs) => {
        const median = run('median(xs)', { xs }) as Exact;
        expect(xs.filter((x) => compare(x, median) < 0).length * 2).toBeLessThanOrEqual(xs.length);
        expect(xs.filter((x) => compare(x, median) > 0).length * 2).toBeLessThanOrEqual(xs.length);
        const sorted = [...xs].sort(compare);
        if (xs.length === 2) expect(equals(median, divide(add(sorted[0]!, sorted[1]!), ratio(2n)))).toBe(true);
      }),
    );
  });
  test('distinct values keep the first of each and lose none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '0.5', '-2'), { maxLength: 9 }), (texts) => {
        const xs = texts.map((each) => ({ '1': ratio(2n, 2n), '0.5': ratio(1n, 2n), '-2': ratio(-4n, 2n) })[each]!);
        expect(text(run('distinct values(xs)', { xs }))).toEqual([...new Set(texts)]);
      }),
    );
  });
  test('min and max of an ordered enumeration follow its order, not the alphabet', () => {
    expect(run('min(levels)', { levels: ['high', 'low', 'middle'] })).toBe('low');
    expect(run('max(levels, "middle")', { levels: ['low'] })).toBe('middle');
  });
});

describe('longest run', () => {
  test('is the longest block of trues in the text of the list', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (truths) => {
        const blocks = truths
          .map((each) => (each ? 'x' : ' '))
          .join('')
          .split(' ');
        expect(text(run('longest run(truths)', { truths }))).toBe(String(Math.max(...blocks.map((block) => block.length))));
      }),
    );
  });
});

describe('whole numbers', () => {
  test('floor is the whole number at most one below, ceiling the one at most one above', () => {
    fc.assert(
      fc.property(exact, (n) => {
        expect(run('floor(n) <= n and n < floor(n) + 1 and ceiling(n) >= n and n > ceiling(n) - 1 and ceiling(n) = -floor(-n)', { n })).toBe(true);
        expect((run('floor(n)', { n }) as Exact).d).toBe(1n);
      }),
    );
  });
  test('abs is never negative and forgets the sign alone', () => {
    fc.assert(
      fc.property(exact, (n) => {
        expect(run('abs(n) >= 0 and abs(n) = abs(-n) and abs(n) * abs(n) = n * n', { n })).toBe(true);
      }),
    );
  });
});

describe('dates', () => {
  test('days between counts the steps from one day to the next', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -3_000, max: 3_000 }), (from, days) => {
        expect(text(run('days between(from, to)', { from, to: addDays(from, days) }))).toBe(String(days));
      }),
    );
  });
  test('whole months undoes add months, for days that every month has', () => {
    fc.assert(
      fc.property(
        date.filter((day) => day.day <= 28),
        fc.integer({ min: -120, max: 120 }),
        (from, months) => {
          expect(text(run(`whole months(from, add months(from, ${months}))`, { from }))).toBe(String(months));
        },
      ),
    );
  });
  test('twelve whole months are a whole year', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 4_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(numerator(run('whole years(from, to)', { from, to }) as Exact)).toBe(numerator(run('whole months(from, to)', { from, to }) as Exact) / 12n);
      }),
    );
  });
  test('a day that the month lacks becomes its last', () => {
    expect(text(run('add months(from, 1)', { from: CalendarDate.parse('2023-01-31')! }))).toBe('2023-02-28');
  });
});

describe('working days', () => {
  const calendar = (weekend: Result, holidays: Result): Result =>
    new Map<string, Result>([
      ['weekend', weekend],
      ['holidays', holidays],
    ]);
  test('are the days that are neither weekend nor holiday, counted one by one', () => {
    fc.assert(
      fc.property(
        date,
        fc.nat(400),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
        fc.array(fc.nat(420), { maxLength: 20 }),
        (from, days, weekend, holidayOffsets) => {
          const holidays = holidayOffsets.map((offset) => addDays(from, offset - 10));
          const closed = new Set(holidays.map((day) => day.epochDay));
          let open = 0;
          for (let step = 0; step <= days; step++) {
            const day = addDays(from, step);
            if (!weekend.includes(day.weekday) && !closed.has(day.epochDay)) open++;
          }
          const cal = calendar(
            weekend.map((day) => ratio(BigInt(day))),
            holidays,
          );
          expect(text(run('working days(from, to, cal)', { from, to: addDays(from, days), cal }))).toBe(String(open));
        },
      ),
      { numRuns: 60 },
    );
  });
  const from = CalendarDate.parse('2024-03-04')!;
  test('are unknown while the holidays are', () => {
    expect(run('working days(from, to, cal)', { from, to: from, cal: calendar([], unknown('holidays')) })).toEqual(unknown('holidays'));
    expect(run('working days(from, to, cal)', { from, to: from, cal: calendar([], [unknown('holiday')]) })).toEqual(unknown('holiday'));
  });
  test.each<[string, Result]>([
    ['no record', 'x'],
    ['no weekend', new Map<string, Result>([['holidays', []]])],
    ['no list', calendar([], 'x')],
    ['no dates', calendar([], ['2024-01-01'])],
  ])('a calendar with %s is a fault', (_name, cal) => {
    expect(run('working days(from, to, cal)', { from, to: from, cal })).toEqual(
      new Fault('formula/calendar', 'The calendar does not say which weekdays are its weekend and which dates are its holidays.', [0, 27]),
    );
  });
  test('a century is counted at once', () => {
    const start = performance.now();
    const cal = calendar([ratio(6n), ratio(7n)], []);
    for (let turn = 0; turn < 1_000; turn++) run('working days(from, to, cal)', { from, to: addMonths(from, 1_200), cal });
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});

describe('the list of functions', () => {
  test('names each once, and signs it by its name', () => {
    expect(new Set(BUILT_IN_NAMES).size).toBe(BUILT_INS.length);
    for (const builtIn of BUILT_INS) expect(builtIn.signature.startsWith(`${builtIn.name}(`)).toBe(true);
  });
  test('knows no names that objects have by themselves', () => {
    for (const name of ['__proto__', 'constructor', 'toString', ''])
      expect([findBuiltIn(name), isBuiltIn(name), notHere(name)]).toEqual([undefined, false, undefined]);
  });
  test('and the list of those left out share no name', () => {
    const left = FAMILIES_NOT_HERE.flatMap((family) => family.names);
    expect(left.filter((name) => isBuiltIn(name))).toEqual([]);
    expect(new Set(left).size).toBe(left.length);
  });
});
