/**
 * The names that the tests of formulas speak of: a small office in March.
 * In: nothing. Out: a scope, an environment with a value for each name, and the types behind them.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { divide, fromDecimalText, isExact, ratio } from '../values/exact.ts';
import { Fault, NONE, type Result, unknown } from '../values/result.ts';
import { BOOLEAN, CALENDAR, DATE, TEXT, type Type, enumType, listType, numberType, recordType } from '../values/type.ts';
import { DAY, parseUnit } from '../values/unit.ts';
import type { Declared, Environment, Scope } from './scope.ts';

const number = (unit: string): Type => numberType(parseUnit(unit)!);
export const PREDIKAT = enumType(
  'predikat',
  ['sangatKurang', 'kurang', 'butuhPerbaikan', 'baik', 'sangatBaik'],
  ['sangatKurang', 'kurang', 'butuhPerbaikan', 'baik', 'sangatBaik'],
);
export const DAY_STATUS = enumType('dayStatus', ['present', 'late', 'absent', 'leave']);
export const DAY_RECORD = recordType('day', [
  ['status', DAY_STATUS],
  ['minutes', number('minute')],
  ['week', number('count')],
  ['on', DATE],
]);
const LADDER_ROW = recordType('ladder row', [
  ['cut', number('percent')],
  ['code', TEXT],
]);

const date = (text: string): CalendarDate => CalendarDate.parse(text)!;
const day = (status: Result, minutes: Result, week: string, on: string): Result =>
  new Map<string, Result>([
    ['status', status],
    ['minutes', minutes],
    ['week', fromDecimalText(week)],
    ['on', date(on)],
  ]);
const n = fromDecimalText;

/** Every id, its type and its value. */
const VALUES: readonly (readonly [string, Type, Result])[] = [
  ['base', number('IDR'), n('5000000')],
  ['rate', number('IDR/day'), n('200000')],
  ['pct', number('percent'), n('85.5')],
  ['share', number('ratio'), n('0.25')],
  ['third', number('ratio'), ratio(1n, 3n)],
  ['days', number('day'), n('11')],
  ['zero', number('day'), n('0')],
  ['grade', PREDIKAT, 'baik'],
  ['oldGrade', PREDIKAT, 'kurang'],
  ['sector', TEXT, 'health'],
  ['onLeave', BOOLEAN, false],
  ['active', BOOLEAN, true],
  ['started', DATE, date('2020-01-31')],
  ['ended', DATE, date('2024-03-29')],
  [
    'office.calendar',
    CALENDAR,
    new Map<string, Result>([
      ['weekend', [n('6'), n('7')]],
      ['holidays', [date('2024-03-11'), date('2024-03-29')]],
    ]),
  ],
  [
    'attendance.days',
    listType(DAY_RECORD, { each: DAY, maxItems: 31, key: 'on' }),
    [
      day('present', n('0'), '1', '2024-03-01'),
      day('late', n('35'), '1', '2024-03-04'),
      day('absent', n('0'), '2', '2024-03-05'),
      day('absent', n('0'), '2', '2024-03-06'),
      day('late', n('10'), '2', '2024-03-07'),
    ],
  ],
  [
    'patchy.days',
    listType(DAY_RECORD, { each: DAY }),
    [day('late', n('35'), '1', '2024-03-04'), day('late', unknown('clock.punches'), '1', '2024-03-05'), day('late', n('5'), '1', '2024-03-06')],
  ],
  ['holey.days', listType(DAY_RECORD, { each: DAY }), [day('late', n('35'), '1', '2024-03-04'), day('late', NONE, '1', '2024-03-05')]],
  ['scores', listType(number('points')), [n('70'), n('85'), n('70'), n('91.5')]],
  ['noScores', listType(number('points')), []],
  ['grades', listType(PREDIKAT), ['baik', 'kurang', 'baik']],
  ['flags', listType(BOOLEAN, { each: DAY }), [true, true, false, true]],
  ['week.start', DATE, date('2024-03-04')],
  ['gone', number('IDR'), NONE],
  ['goneFlag', BOOLEAN, NONE],
  ['goneDays', listType(DAY_RECORD, { each: DAY }), NONE],
  ['unsure', number('IDR'), unknown('unsure')],
  ['unsure2', number('IDR'), unknown('unsure2')],
  ['unsureFlag', BOOLEAN, unknown('unsureFlag')],
  ['unsureDays', listType(DAY_RECORD, { each: DAY }), unknown('unsureDays')],
  ['broken', number('IDR'), new Fault('table/no-row', 'No row answers.')],
  ['brokenFlag', BOOLEAN, new Fault('table/no-row', 'No row answers.')],
  ['constructor', number('ratio'), n('1')],
  ['__proto__', number('ratio'), n('2')],
];

const CALLABLES: readonly Declared[] = [
  { kind: 'callable', id: 'ladder', parameters: [{ name: 'days', type: number('day') }], returns: LADDER_ROW },
  {
    kind: 'callable',
    id: 'tax.on',
    parameters: [
      { name: 'amount', type: number('IDR') },
      { name: 'grade', type: PREDIKAT },
    ],
    returns: number('IDR'),
  },
  { kind: 'refused', id: 'later.term', finding: { code: 'ruleset/later-stage', message: 'later.term belongs to a later stage.', mend: 'Move this term.' } },
];

const DECLARED: ReadonlyMap<string, Declared> = new Map<string, Declared>([
  ...VALUES.map(([id, type]): [string, Declared] => [id, { kind: 'value', id, type }]),
  ...CALLABLES.map((callable): [string, Declared] => [callable.id, callable]),
]);
const RESULTS: ReadonlyMap<string, Result> = new Map(VALUES.map(([id, , value]) => [id, value]));

export const sampleScope: Scope = { lookup: (id) => DECLARED.get(id), ids: () => DECLARED.keys() };

/** `ladder` cuts one percent a day; `tax.on` takes a twentieth. */
export const sampleEnvironment: Environment = {
  read: (id) => RESULTS.get(id)!,
  apply(id, [first]) {
    if (first === undefined || !isExact(first)) return new Fault('test/argument', 'A number was expected.');
    return id === 'ladder'
      ? new Map<string, Result>([
          ['cut', first],
          ['code', 'potong'],
        ])
      : divide(first, ratio(20n));
  },
};
