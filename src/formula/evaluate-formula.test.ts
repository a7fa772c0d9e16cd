/** How results travel: none, unknown and fault through every operation; exactness; hostile environments. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, equals, ratio, toText } from '../values/exact.ts';
import { Fault, NONE, type Result, isFault, isUnknown, toJson, unknown } from '../values/result.ts';
import { BOOLEAN, DATE, type Type, listType, numberType, recordType } from '../values/type.ts';
import { compileFormula } from './compile-formula.ts';
import { evaluate } from './evaluate-formula.ts';
import type { Declared, Scope } from './scope.ts';

const NUMBER = numberType();
const TYPES: Readonly<Record<string, Type>> = {
  a: NUMBER,
  b: NUMBER,
  c: NUMBER,
  p: BOOLEAN,
  q: BOOLEAN,
  on: DATE,
  off: DATE,
  xs: listType(NUMBER),
  ps: listType(BOOLEAN),
  rec: recordType('rec', [['f', NUMBER]]),
  recs: listType(recordType('rec', [['f', NUMBER]])),
};
const scope: Scope = {
  lookup(id): Declared | undefined {
    if (id === 'fn')
      return {
        kind: 'callable',
        id,
        parameters: [
          { name: 'x', type: NUMBER },
          { name: 'y', type: NUMBER },
        ],
        returns: NUMBER,
      };
    return Object.hasOwn(TYPES, id) ? { kind: 'value', id, type: TYPES[id]! } : undefined;
  },
  ids: () => [...Object.keys(TYPES), 'fn'],
};
const one = ratio(1n);
const rec = (f: Result): Result => new Map([['f', f]]);
const PLAIN: Readonly<Record<string, Result>> = {
  a: one,
  b: ratio(2n),
  c: ratio(3n),
  p: true,
  q: false,
  on: CalendarDate.parse('2024-01-01')!,
  off: CalendarDate.parse('2024-02-01')!,
  xs: [one],
  ps: [true],
  rec: rec(one),
  recs: [rec(one)],
};

function run(text: string, facts: Readonly<Record<string, Result>>, locals?: ReadonlyMap<string, Result>): Result {
  const compiled = compileFormula(text, scope, locals && { locals: new Map([...locals.keys()].map((name) => [name, NUMBER])) });
  if ('findings' in compiled) throw new Error(compiled.findings[0]!.message);
  return evaluate(compiled.tree, { read: (id) => (Object.hasOwn(facts, id) ? facts[id]! : PLAIN[id]!), apply: (_id, args) => args[0]! }, locals);
}

const fault = new Fault('test/fault', 'A fault.', [0, 1]);

describe('operations that need all their operands', () => {
  /** The formula, and the ids of two of its operands. */
  const strict: readonly (readonly [string, string, string])[] = [
    ['a + b', 'a', 'b'],
    ['a - b', 'a', 'b'],
    ['a * b', 'a', 'b'],
    ['a / b', 'a', 'b'],
    ['a = b', 'a', 'b'],
    ['a != b', 'a', 'b'],
    ['a < b', 'a', 'b'],
    ['a <= b', 'a', 'b'],
    ['a > b', 'a', 'b'],
    ['a >= b', 'a', 'b'],
    ['p = q', 'p', 'q'],
    ['on < off', 'on', 'off'],
    ['a in [b..c]', 'a', 'b'],
    ['a in [b..c]', 'b', 'c'],
    ['a in xs', 'a', 'xs'],
    ['sum(a, b)', 'a', 'b'],
    ['min(a, b)', 'a', 'b'],
    ['max(a, b)', 'a', 'b'],
    ['mean(a, b)', 'a', 'b'],
    ['median(a, b)', 'a', 'b'],
    ['modulo(a, b)', 'a', 'b'],
    ['sum(a, xs)', 'a', 'xs'],
    ['days between(on, off)', 'on', 'off'],
    ['whole months(on, off)', 'on', 'off'],
    ['whole years(on, off)', 'on', 'off'],
    ['fn(a, b)', 'a', 'b'],
  ];
  describe.each(strict)('%s', (text, left, right) => {
    test('a fault is passed on, whichever operand it is and whatever the other', () => {
      for (const other of [NONE, unknown('x'), PLAIN[left]!]) {
        expect(run(text, { [left]: fault, [right]: other })).toBe(fault);
        expect(run(text, { [left]: other, [right]: fault })).toBe(fault);
      }
    });
    test('unknown is passed on with all its facts, and beats none', () => {
      expect(run(text, { [left]: unknown('y'), [right]: unknown('x') })).toEqual(unknown('x', 'y'));
      expect(run(text, { [left]: unknown('x') })).toEqual(unknown('x'));
      expect(run(text, { [right]: unknown('x') })).toEqual(unknown('x'));
      expect(run(text, { [left]: NONE, [right]: unknown('x') })).toEqual(unknown('x'));
      expect(run(text, { [left]: unknown('x'), [right]: NONE })).toEqual(unknown('x'));
    });
    test('none is a fault that names the id and its place', () => {
      for (const id of [left, right]) {
        const result = run(text, { [id]: NONE });
        expect(result).toMatchObject({ code: 'value/none', message: `${id} is declared not applicable here; test it with present(${id}) first.` });
        const [from, to] = (result as Fault).span!;
        expect(text.slice(from, to)).toBe(id);
      }
    });
  });
});

describe('operations on one operand', () => {
  test.each([
    '-a',
    'abs(a)',
    'floor(a)',
    'ceiling(a)',
    'not(p)',
    'if p then a else b',
    'rec.f',
    'recs.f',
    'recs[1]',
    'recs[1].f',
    'xs[item > 1]',
    'for x in xs return x',
    'some x in xs satisfies x > 1',
    'every x in xs satisfies x > 1',
    'last(xs)',
    'sum(xs)',
    'count(xs)',
    'distinct values(xs)',
    'longest run(ps)',
  ])('%s', (text) => {
    const id = /\b(?:recs|rec|xs|ps|a|p)\b/.exec(text)![0];
    expect(run(text, { [id]: fault })).toBe(fault);
    expect(run(text, { [id]: unknown('z') })).toEqual(unknown('z'));
    expect(run(text, { [id]: NONE })).toMatchObject({
      code: 'value/none',
      message: `${id} is declared not applicable here; test it with present(${id}) first.`,
    });
  });
});

describe('members that are no values', () => {
  const members = [one, unknown('m2'), unknown('m1'), NONE];
  test.each(['sum(xs)', 'count(xs)', 'min(xs)', 'max(xs)', 'mean(xs)', 'median(xs)', 'distinct values(xs)'])(
    '%s is unknown with an unknown member, a fault with a fault among them',
    (text) => {
      expect(run(text, { xs: members })).toEqual(unknown('m1', 'm2'));
      expect(run(text, { xs: [...members, fault] })).toBe(fault);
      expect(run(text, { xs: [one, NONE] })).toEqual(
        new Fault('value/none', 'A member of xs is declared not applicable here; leave such members out with xs[present(item)].', [
          text.indexOf('xs'),
          text.indexOf('xs') + 2,
        ]),
      );
    },
  );
  test('a filter whose condition is unknown for one member makes the whole list unknown', () => {
    expect(run('xs[item > 0]', { xs: [one, unknown('m')] })).toEqual(unknown('m'));
    expect(run('xs[item > 0]', { xs: [unknown('m'), fault] })).toBe(fault);
    expect(run('xs[present(item)]', { xs: [one, NONE] })).toEqual([one]);
  });
  test('for, projection, index and last keep them', () => {
    expect(run('for x in xs return x', { xs: members })).toEqual(members);
    expect(run('recs.f', { recs: [rec(one), NONE, unknown('r'), rec(NONE), fault] })).toEqual([one, NONE, unknown('r'), NONE, fault]);
    expect(run('xs[-1]', { xs: members })).toBe(NONE);
    expect(run('last(xs)', { xs: members })).toBe(NONE);
  });
  test('some and every are three-valued over them', () => {
    expect(run('some x in xs satisfies x > 0', { xs: [unknown('m'), fault, NONE, one] })).toBe(true);
    expect(run('every x in xs satisfies x > 5', { xs: [unknown('m'), fault, NONE, one] })).toBe(false);
    expect(run('some x in xs satisfies x > 5', { xs: [one, unknown('m')] })).toEqual(unknown('m'));
    expect(run('every x in xs satisfies x > 0', { xs: [unknown('m'), fault] })).toBe(fault);
  });
  test('present tells them apart', () => {
    expect(run('for x in xs return present(x)', { xs: [...members, fault] })).toEqual([true, unknown('m2'), unknown('m1'), false, fault]);
  });
});

describe('only what is needed is evaluated', () => {
  test('if looks at the chosen branch alone', () => {
    expect(run('if p then a else b', { b: fault })).toBe(PLAIN['a']);
    expect(run('if q then a else b', { a: fault })).toBe(PLAIN['b']);
  });
  test('a table or term function is not called with unknown, none or fault', () => {
    const compiled = compileFormula('fn(a, b)', scope);
    if ('findings' in compiled) throw new Error('Not compiled.');
    for (const missing of [NONE, fault, unknown('x')]) {
      evaluate(compiled.tree, {
        read: (id) => (id === 'a' ? missing : one),
        apply: () => {
          throw new Error('It was called.');
        },
      });
    }
  });
});

describe('exactness', () => {
  const exact = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 12n)).map(([n, d]) => ratio(n, d));
  const same = (text: string, facts: Readonly<Record<string, Result>>, wanted: Exact): void => expect(toText(run(text, facts) as Exact)).toBe(toText(wanted));
  test('(a / 3) * 3 = a, a + b - b = a, a * b / b = a', () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        same('(a / 3) * 3', { a }, a);
        same('a + b - b', { a, b }, a);
        if (!equals(b, ratio(0n))) same('a * b / b', { a, b }, a);
        expect(run('a / 3 * 3 = a', { a })).toBe(true);
      }),
    );
  });
  test('five sources of weight 0.2 that all say 70 give 70', () => {
    expect(run('sum(for x in xs return x * 0.2) >= 70', { xs: Array.from({ length: 5 }, () => ratio(70n)) })).toBe(true);
    expect(run('(a * 60 + a * 15) / 75 = a', { a: ratio(70n) })).toBe(true);
  });
  test('modulo keeps to floor division', () => {
    fc.assert(
      fc.property(
        exact,
        exact.filter((b) => !equals(b, ratio(0n))),
        (a, b) => {
          const rest = run('modulo(a, b)', { a, b });
          expect(run('a - b * floor(a / b) = c', { a, b, c: rest })).toBe(true);
          expect(run('c = 0 or (c > 0) = (b > 0)', { b, c: rest })).toBe(true);
        },
      ),
    );
  });
});

describe('faults have a code, a sentence and the place of their node', () => {
  test.each<[string, Readonly<Record<string, Result>>, Fault]>([
    ['1 + a / b', { b: ratio(0n) }, new Fault('formula/division-by-zero', 'The formula divides by zero here.', [4, 9])],
    ['1 + xs[7]', {}, new Fault('formula/index', 'There is no member [7]: the list has 1 member.', [4, 9])],
    ['xs[-1]', { xs: [] }, new Fault('formula/index', 'There is no member [-1]: the list has 0 members.', [0, 6])],
    ['rec.f', { rec: new Map() }, new Fault('formula/field', 'The record has no field "f".', [0, 5])],
    ['1 + a', { a: 'text' }, new Fault('formula/kind', '"a" should give a number, and does not.', [4, 5])],
    ['-a', { a: true }, new Fault('formula/kind', '"a" should give a number, and does not.', [1, 2])],
    ['not(p)', { p: 'yes' }, new Fault('formula/kind', '"p" should give true or false, and does not.', [4, 5])],
    ['rec.f', { rec: 'x' }, new Fault('formula/kind', '"rec" should give a record, and does not.', [0, 3])],
    ['xs[1]', { xs: 'x' }, new Fault('formula/kind', '"xs" should give a list, and does not.', [0, 2])],
    ['a in xs', { xs: true }, new Fault('formula/kind', '"xs" should give a list, and does not.', [5, 7])],
    ['a in xs', { xs: ['x'] }, new Fault('formula/kind', '"xs" should give members of the kind that is looked for, and does not.', [5, 7])],
    ['a < b', { a: 'x' }, new Fault('formula/kind', '"a < b" should give values with an order between them, and does not.', [0, 5])],
    ['a in [b..c]', { a: 'x' }, new Fault('formula/kind', '"a in [b..c]" should give values with an order between them, and does not.', [0, 11])],
    ['a = b', { b: 'x' }, new Fault('formula/kind', '"b" should give a value of the kind it is compared with, and does not.', [4, 5])],
    [
      '(if p then a else b) + c',
      { a: NONE },
      new Fault('value/none', '"if p then a else b" has no value here, because what it chooses is declared not applicable.', [1, 19]),
    ],
    ['max(a, b)', { a: 'x' }, new Fault('formula/kind', 'max met values that have no order between them.', [0, 9])],
  ])('%s', (text, facts, expected) => {
    expect(run(text, facts)).toEqual(expected);
  });
  test('a fault of an environment without a place gets the place where it was met', () => {
    expect(run('1 + a', { a: new Fault('table/no-row', 'No row.') })).toEqual(new Fault('table/no-row', 'No row.', [4, 5]));
  });
});

test('locals are read by name, and one that was given no value is a fault', () => {
  expect(toJson(run('x + a', {}, new Map([['x', ratio(5n)]])))).toBe('6');
  const compiled = compileFormula('x + a', scope, { locals: new Map([['x', NUMBER]]) });
  if ('findings' in compiled) throw new Error('Not compiled.');
  expect(evaluate(compiled.tree, { read: () => one, apply: () => one })).toEqual(new Fault('formula/local', 'The name "x" was given no value.', [0, 1]));
});

test('an inner variable hides nothing of an outer one of another name', () => {
  expect(toJson(run('for x in xs return for y in xs return x * 10 + y', { xs: [one, ratio(2n)] }))).toEqual([
    ['11', '12'],
    ['21', '22'],
  ]);
});

test('a formula 100 deep is evaluated', () => {
  expect(toJson(run(Array.from({ length: 100 }, () => 'a').join(' + '), {}))).toBe('100');
});

test('any mixture of results gives a result, never an exception', () => {
  const anything: fc.Arbitrary<Result> = fc.constantFrom<Result>(one, true, 'x', NONE, unknown('u'), fault, [one, NONE], rec(one), PLAIN['on']!);
  const formulas = [
    'a + b',
    'a / b',
    'a < b',
    'a = b',
    'a in [b..c]',
    'p and q',
    'if p then a else b',
    'xs[item > a]',
    'xs[1]',
    'recs.f',
    'rec.f',
    'a in xs',
    'distinct values(xs)',
    'some x in xs satisfies x = a',
    'present(a)',
    '-a',
    'not(p)',
  ];
  fc.assert(
    fc.property(fc.constantFrom(...formulas), fc.dictionary(fc.constantFrom('a', 'b', 'c', 'p', 'q', 'xs', 'rec', 'recs'), anything), (text, facts) => {
      const result = run(text, facts);
      if (isFault(result)) expect(result.span).toBeDefined();
      if (isUnknown(result)) expect(result.facts).toEqual(['u']);
    }),
    { numRuns: 500 },
  );
});
