/** What checking finds out about a formula that is right: its tree, what it reads, its literals, its unguarded `every`. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../values/exact.ts';
import { toJson } from '../values/result.ts';
import { BOOLEAN, TEXT, type Type, listType, numberType, typeText } from '../values/type.ts';
import { BASE_UNITS, parseUnit } from '../values/unit.ts';
import { type CheckOptions, type CheckedFormula } from './check-formula.ts';
import { compileFormula } from './compile-formula.ts';
import { evaluate } from './evaluate-formula.ts';
import { DAY_RECORD, PREDIKAT, sampleEnvironment, sampleScope } from './sample.fixture.ts';
import type { Scope } from './scope.ts';
import type { Tree } from './tree.ts';
import { childrenOf } from './tree-children.ts';

function check(text: string, options?: CheckOptions): CheckedFormula {
  const compiled = compileFormula(text, sampleScope, options);
  if ('findings' in compiled) throw new Error(compiled.findings.map((finding) => finding.message).join(' '));
  return compiled;
}

function findings(text: string, options?: CheckOptions, scope: Scope = sampleScope): readonly unknown[] {
  const compiled = compileFormula(text, scope, options);
  return 'findings' in compiled ? compiled.findings : [];
}

describe('reads and applies', () => {
  test('are told once each, in the order of the text', () => {
    const { reads, applies } = check('if onLeave then ladder(days).cut else ladder(days + days).cut + pct');
    expect(reads).toEqual(['onLeave', 'days', 'pct']);
    expect(applies).toEqual(['ladder']);
  });
  test('a local or a field is no read', () => {
    expect(check('for d in attendance.days return d.minutes').reads).toEqual(['attendance.days']);
    expect(check('attendance.days[status = "late"]').reads).toEqual(['attendance.days']);
  });
});

describe('literals that need a reason', () => {
  test.each<[string, readonly string[]]>([
    ['base + 5', ['5']],
    ['base * 0 + 0', []],
    ['base * pct / 100', []],
    ['base * (100 - pct) / 100', []],
    ['pct >= 100', []],
    ['100 < pct', []],
    ['pct in [0..100]', []],
    ['pct in (100, 50)', ['50']],
    ['1 - share', []],
    ['share != 1', []],
    ['pct - 1', ['1']],
    ['share * 100 > 99.5', ['99.5']],
    ['share > 100', ['100']],
    ['100 * 2', ['100', '2']],
    ['100 / 2 * base', ['100', '2']],
    ['days / 26', ['26']],
    ['-1 * share', ['-1']],
    ['scores[1] + scores[-1]', []],
    ['min(100, pct)', ['100']],
    ['if active then 1 else share', ['1']],
    ['scores[item > 70][2]', ['70']],
    ['ladder(11).cut', ['11']],
    ['0.50 * base', ['0.50']],
    ['1 + 1', ['1', '1']],
  ])('%s', (text, literals) => {
    expect(check(text).literals.map((literal) => literal.text)).toEqual(literals);
  });
  test('carry their value, text and place', () => {
    const [literal] = check('base * 0.50').literals;
    expect([toText(literal!.value), literal!.text, literal!.span]).toEqual(['0.5', '0.50', [7, 11]]);
  });
});

describe('every over a list that may be empty', () => {
  const ask = 'every s in scores satisfies s > 70';
  test.each<[string, number]>([
    [ask, 1],
    [`count(scores) > 0 and ${ask}`, 0],
    [`(${ask}) and count(scores) > 0`, 0],
    [`count(scores) >= 1 and active and ${ask}`, 0],
    [`count(scores) >= 3 and ${ask}`, 0],
    [`0 < count(scores) and ${ask}`, 0],
    [`count(scores) != 0 and ${ask}`, 0],
    [`not(count(scores) = 0) and ${ask}`, 0],
    [`count(scores) = 2 and ${ask}`, 0],
    [`count(scores) >= 0 and ${ask}`, 1],
    [`count(scores) > -1 and ${ask}`, 1],
    [`count(scores) <= 3 and ${ask}`, 1],
    [`count(scores) = 0 or ${ask}`, 0],
    [`count(scores) > 0 or ${ask}`, 1],
    [`count(noScores) > 0 and ${ask}`, 1],
    [`count(scores[item > 1]) > 0 and ${ask}`, 1],
    [`if count(scores) > 0 then ${ask} else active`, 0],
    [`if count(scores) = 0 then active else ${ask}`, 0],
    [`if count(scores) > 0 then active else ${ask}`, 1],
    [`if count(scores) > 0 and active then ${ask} else active`, 0],
    [`if count(scores) > 0 or active then ${ask} else active`, 1],
    [`(some s in scores satisfies s > 1) and ${ask}`, 0],
    ['every s in [1, 2] satisfies s > 1', 0],
    [`not(${ask})`, 1],
    [`(${ask}) or (every n in noScores satisfies n > 1)`, 2],
  ])('%s', (text, unguarded) => {
    expect(check(text).unguardedEvery).toHaveLength(unguarded);
  });
  test('is told by its place', () => {
    expect(check(`active and ${ask}`).unguardedEvery).toEqual([[11, 11 + ask.length]]);
  });
});

describe('the expected type', () => {
  const unit = (text: string): Type => numberType(parseUnit(text)!);
  test.each<[string, Type, string]>([
    ['25', unit('percent'), 'a number of percent'],
    ['if active then 25 else 30', unit('IDR'), 'a number of IDR'],
    ['-(1 + 2) * 3', unit('day'), 'a number of day'],
    ['max(1, [2, 3])', unit('points'), 'a number of points'],
    ['"baik"', PREDIKAT, 'one of predikat'],
    ['if active then "baik" else if onLeave then "kurang" else grade', PREDIKAT, 'one of predikat'],
    ['"any"', TEXT, 'a text'],
    ['["baik", "kurang"][1]', PREDIKAT, 'one of predikat'],
    ['["baik"]', listType(PREDIKAT), 'a list of predikat'],
    ['[]', listType(DAY_RECORD), 'a list of day'],
    ['base * pct / 100', unit('IDR'), 'a number of IDR'],
  ])('%s is taken as %s', (text, expected, type) => {
    expect(typeText(check(text, { expected }).tree.type)).toBe(type);
  });
  test.each<[string, Type, string, string | undefined]>([
    [
      'pct / 100',
      unit('percent'),
      'The formula gives a plain number, and a number of percent is wanted.',
      'Multiply the ratio by 100: percent is a ratio times 100.',
    ],
    [
      'pct',
      unit('ratio'),
      'The formula gives a number of percent, and a plain number is wanted.',
      'Divide the percent by 100: a ratio is percent divided by 100.',
    ],
    [
      'base * pct',
      unit('IDR'),
      'The formula gives a number of IDR*percent, and a number of IDR is wanted.',
      'Divide the IDR*percent by 100: a ratio is percent divided by 100.',
    ],
    [
      'base * 2 / 100',
      unit('IDR'),
      'The formula gives a number of IDR/percent, and a number of IDR is wanted.',
      'A 100 in a product or quotient is 100 percent: let it meet a percentage, or leave it out.',
    ],
    [
      'base',
      unit('day'),
      'The formula gives a number of IDR, and a number of day is wanted.',
      'Bring both to one unit; rates such as IDR/month turn one unit into another.',
    ],
    [
      'scores',
      unit('points'),
      'The formula gives a list of points numbers, and a number of points is wanted.',
      'Make one number of them with sum(...) or max(...), or take one with [1] or last(...).',
    ],
    ['grades', PREDIKAT, 'The formula gives a list of predikat, and one of predikat is wanted.', 'Take one member with [1] or last(...).'],
    ['attendance.days[1]', TEXT, 'The formula gives a day record, and a text is wanted.', 'Name one of its fields: status, minutes, week, on.'],
    ['"bik"', PREDIKAT, '"bik" is no member of predikat.', 'Did you mean "baik"?'],
    [
      'sector',
      PREDIKAT,
      'The formula gives a text, and one of predikat is wanted.',
      'Write one of its members: "sangatKurang", "kurang", "butuhPerbaikan", "baik", "sangatBaik".',
    ],
    ['base', BOOLEAN, 'The formula gives a number of IDR, and true or false is wanted.', undefined],
  ])('%s is refused where another is wanted', (text, expected, message, mend) => {
    expect(findings(text, { expected })).toMatchObject([{ message, mend }]);
  });
});

describe('locals of a term function', () => {
  test('are names beside the scope', () => {
    const { tree, reads } = check('amount * pct / 100', { locals: new Map([['amount', numberType(parseUnit('IDR')!)]]) });
    expect(typeText(tree.type)).toBe('a number of IDR');
    expect(reads).toEqual(['pct']);
  });
  test('must hide no declared id', () => {
    expect(findings('week', { locals: new Map([['week', numberType()]]) })).toEqual([
      {
        code: 'formula/hidden-name',
        message: 'The parameter "week" hides a declared id that begins with "week".',
        mend: 'Choose another name for the parameter.',
      },
    ]);
  });
  test('and a field of the filtered list must hide no local', () => {
    expect(findings('attendance.days[minutes > 1]', { locals: new Map([['minutes', numberType()]]) })).toEqual([
      {
        code: 'formula/hidden-name',
        message: '"minutes" is a field of the filtered list and also a name outside it.',
        mend: 'Write item.minutes for the field; the other name must be read outside the filter.',
        span: [16, 23],
      },
    ]);
    expect(findings('attendance.days[item.minutes > 1]', { locals: new Map([['minutes', numberType()]]) })).toEqual([]);
  });
});

describe('names', () => {
  const scope: Scope = {
    lookup: (id) =>
      id === 'late.rate' ? { kind: 'value', id, type: DAY_RECORD } : id === 'sum' ? { kind: 'callable', id, parameters: [], returns: BOOLEAN } : undefined,
    ids: () => ['late.rate', 'sum'],
  };
  test('the longest declared id wins, the rest are fields', () => {
    expect(check('attendance.days[1].minutes').tree).toMatchObject({
      op: 'field',
      field: 'minutes',
      of: { op: 'index', of: { op: 'read', id: 'attendance.days' } },
    });
    expect(compileFormula('late.rate.minutes', scope)).toMatchObject({
      tree: { op: 'field', field: 'minutes', span: [0, 17], of: { op: 'read', id: 'late.rate', span: [0, 9] } },
    });
  });
  test('a declared id does not take the place of a function', () => {
    expect(findings('sum()', {}, scope)).toEqual([
      {
        code: 'formula/hidden-name',
        message: '"sum" is a function of the language and also a declared id.',
        mend: 'Give the table or term another id.',
        span: [0, 3],
      },
    ]);
  });
  test('inside a filter item is the member, and the outer names stay', () => {
    expect(check('scores[item > scores[1] and active]').tree).toMatchObject({
      op: 'filter',
      where: { op: 'and', operands: [{ left: { op: 'local', name: 'item' } }, { op: 'read', id: 'active' }] },
    });
  });
});

describe('units', () => {
  const units = fc
    .array(fc.tuple(fc.constantFrom(...BASE_UNITS), fc.constantFrom('*', '/')), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.reduce((text, [unit, sign]) => `${text}${sign}${unit}`, 'ratio'));
  const scopeOf = (types: Readonly<Record<string, string>>): Scope => ({
    lookup: (id) => (Object.hasOwn(types, id) ? { kind: 'value', id, type: numberType(parseUnit(types[id]!)!) } : undefined),
    ids: () => Object.keys(types),
  });
  const unitOf = (text: string, scope: Scope): string => {
    const compiled = compileFormula(text, scope);
    if ('findings' in compiled) throw new Error(compiled.findings[0]!.message);
    return compiled.tree.type.kind === 'number' ? compiled.tree.type.unit.text : 'no number';
  };
  test('a product commutes, and a quotient undoes it', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const scope = scopeOf({ a, b });
        expect(unitOf('a * b', scope)).toBe(unitOf('b * a', scope));
        expect(unitOf('a * b / b', scope)).toBe(unitOf('a', scope));
        expect(unitOf('a / a', scope)).toBe('ratio');
        expect(unitOf('a / b * b', scope)).toBe(unitOf('a', scope));
      }),
    );
  });
  test('a sum keeps its unit and takes no other', () => {
    fc.assert(
      fc.property(units, units, (a, b) => {
        const scope = scopeOf({ a, b });
        expect(unitOf('a + a - 7', scope)).toBe(unitOf('a', scope));
        expect('findings' in compileFormula('a + b', scope)).toBe(unitOf('a', scope) !== unitOf('b', scope));
        expect('findings' in compileFormula('a < b', scope)).toBe(unitOf('a', scope) !== unitOf('b', scope));
      }),
    );
  });
  test('percent and ratio meet over 100 only', () => {
    fc.assert(
      fc.property(units, (a) => {
        const scope = scopeOf({ a, pct: 'percent', share: 'ratio' });
        expect(unitOf('a * pct / 100', scope)).toBe(unitOf('a', scope));
        expect(unitOf('100 * share + pct', scope)).toBe('percent');
        expect('findings' in compileFormula('share + pct', scope)).toBe(true);
      }),
    );
  });
});

describe('the tree', () => {
  test('is frozen through and through, and every part has a type and a place', () => {
    const visit = (tree: Tree): void => {
      expect(Object.isFrozen(tree) && Object.isFrozen(tree.span) && tree.type !== undefined).toBe(true);
      childrenOf(tree).forEach(visit);
    };
    for (const text of [
      'for s in scores return -s',
      'if active and days in [1..2] then max(1, [2, 3]) else ladder(days).cut / pct',
      'not(some s in scores[item in (1, 2)] satisfies s > 1)',
      'attendance.days.minutes[1]',
    ]) {
      visit(check(text).tree);
    }
  });
  test('keeps how a list counts, and how long it can be', () => {
    expect(check('attendance.days[status = "late"]').tree.type).toMatchObject({ kind: 'list', each: { text: 'day' }, maxItems: 31, key: 'on' });
    expect(check('attendance.days.minutes').tree.type).toMatchObject({ kind: 'list', each: { text: 'day' }, maxItems: 31 });
    expect(check('for d in attendance.days return d.on').tree.type).toMatchObject({ kind: 'list', each: { text: 'day' }, maxItems: 31 });
    expect(check('[days, 2]').tree.type).toMatchObject({ kind: 'list', each: { text: 'count' }, maxItems: 2 });
  });
  test('claims no bounds for what is computed', () => {
    const bounded: Scope = {
      lookup: (id) => (id === 'a' ? { kind: 'value', id, type: numberType(undefined, { max: check('5').literals[0]!.value }) } : undefined),
      ids: () => ['a'],
    };
    const compiled = compileFormula('a + a', bounded);
    expect('tree' in compiled && compiled.tree.type).toEqual(numberType());
  });
});

test('any text of names and signs is typed or answered with findings, and what is typed is answered with a result', () => {
  const pieces = fc.constantFrom(
    'base',
    'pct',
    'share',
    'days',
    'grade',
    'scores',
    'attendance.days',
    'active',
    'gone',
    'unsure',
    'broken',
    'started',
    'item',
    'status',
    'minutes',
    's',
    '1',
    '100',
    '0',
    '-2',
    '"baik"',
    '"late"',
    '+',
    '-',
    '*',
    '/',
    '=',
    '<',
    '>=',
    'and',
    'or',
    'not(',
    '(',
    ')',
    '[',
    ']',
    ',',
    ' in ',
    ' in (',
    '..',
    'if ',
    ' then ',
    ' else ',
    'for s in ',
    ' return ',
    'some s in ',
    'every s in ',
    ' satisfies ',
    'sum(',
    'count(',
    'max(',
    'last(',
    'present(',
    'ladder(',
    'distinct values(',
    'median(',
    '.minutes',
    '.cut',
    '[1]',
  );
  let typed = 0;
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 9 }).map((words) => words.join(' ')),
      (text) => {
        const compiled = compileFormula(text, sampleScope);
        if ('findings' in compiled) {
          expect(compiled.findings.length).toBeGreaterThan(0);
          return;
        }
        typed++;
        expect(toJson(evaluate(compiled.tree, sampleEnvironment))).toBeDefined();
      },
    ),
    { numRuns: 3_000 },
  );
  expect(typed).toBeGreaterThan(50);
});
