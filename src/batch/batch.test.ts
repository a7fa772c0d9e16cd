import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { sample } from '../engine/sample.fixture.ts';
import { InputError } from '../model/input-error.ts';
import { type Ruleset, tryResolve } from '../ruleset/resolve.ts';
import { parsePeriod } from '../values/period.ts';
import { cellsOfCsv, csvLine, likelySeparator } from './csv/csv-text.ts';
import { CsvScanner } from './csv/csv-scanner.ts';
import { LawIntervals } from './law-intervals.ts';
import { dateReader, isDateFormat } from './mapping/date-format.ts';
import { MoneySum } from './money-sum.ts';
import { parseRecord } from './parse-record.ts';
import { repeatedName } from './repeated-name.ts';
import { type BatchTally, Tally } from './tally.ts';

const standing = { cite: 'law#art-1', standing: 'confirmed' } as const;

/** A ruleset whose law changes at the start, at the end and in the middle of periods that records are of. */
const changing = sample({
  parameters: {
    'base.amount': {
      title: { id: 'Dasar', en: 'Base' },
      unit: 'IDR',
      withinPeriod: 'start',
      versions: [
        { from: '2024-01-01', value: '1000', ...standing },
        { from: '2024-05-01', value: '2000', ...standing },
        { from: '2024-06-15', value: '3000', ...standing },
      ],
    },
    'late.amount': {
      title: { id: 'Akhir', en: 'Late' },
      unit: 'IDR',
      withinPeriod: 'end',
      versions: [
        { from: '2024-01-01', value: '1', ...standing },
        { from: '2024-06-30', value: '2', ...standing },
        { from: '2024-08-01', value: '3', ...standing },
      ],
    },
  },
  terms: {
    'pay.amount': {
      title: { id: 'Bayar', en: 'Pay' },
      unit: 'IDR',
      stage: 'payroll',
      from: '2024-01-01',
      formula: 'base.amount + late.amount',
      round: { to: 1, mode: 'down', ...standing },
      ...standing,
    },
  },
  payments: { 'payment.pay': { title: { id: 'Tunjangan', en: 'Allowance' }, for: ['regular'], from: '2024-01-01', amount: 'pay.amount', ...standing } },
});

describe('the law of a record', () => {
  const periods = ['2024-04', '2024-05', '2024-06', '2024-Q2', '2024-07', '2024-08', '2024-S2'];

  it('is that of a ruleset resolved for its own periods, whatever was asked before', () => {
    const plan = (ruleset: Ruleset): unknown =>
      JSON.parse(
        JSON.stringify([ruleset.plan.steps, ruleset.dates, ruleset.validity, ruleset.hash], (_, value: unknown) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...periods), fc.option(fc.constantFrom(...periods), { nil: undefined })), { minLength: 1, maxLength: 6 }),
        (asked) => {
          const law = new LawIntervals(changing, () => undefined);
          for (const [assessed, paid] of asked) {
            const { ruleset, diagnostics } = tryResolve(changing, { assessed, ...(paid && { paid }) });
            expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
            const { ruleset: found } = law.at(parsePeriod(assessed)!, paid === undefined ? undefined : parsePeriod(paid));
            expect(plan(found)).toEqual(plan(ruleset!));
            if (paid === undefined) continue;
            const appraisal = { employee: { id: '1', status: 'pns' }, assessed, paid: { period: paid, kind: 'regular' } } as const;
            const said = (each: Ruleset): string => {
              try {
                return JSON.stringify(appraise(each, appraisal));
              } catch (error) {
                if (error instanceof InputError) return error.message;
                throw error;
              }
            };
            expect(said(found)).toBe(said(ruleset!));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is resolved once for each interval', () => {
    const prepared: string[] = [];
    const law = new LawIntervals(changing, (ruleset) => prepared.push(ruleset.hash));
    for (let round = 0; round < 3; round++)
      for (const period of ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05']) law.at(parsePeriod(period)!, parsePeriod(period));
    expect([law.resolved, prepared.length]).toEqual([2, 2]);
  });
});

describe('a name that stands twice in one object', () => {
  it.each([
    ['{"a":1,"a":2}', ['a']],
    ['{"a":{"b":[{"c":1},{"c":1,"d":":","c":2}]}}', ['a', 'b', 1, 'c']],
    ['{"a" :1, "\\u0061" : 2}', ['a']],
    ['{"a\\"":":","a\\"":1}', ['a"']],
    ['{"a":"{\\"a\\":1,\\"a\\":2}","b":"a"}', undefined],
    ['{"a":[],"b":{}}', undefined],
  ])('%s', (text, path) => expect(repeatedName(text)).toEqual(path));

  it('is found wherever it stands, and never where there is none', () => {
    const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => typeof value === 'object' && value !== null && !Array.isArray(value));
    fc.assert(
      fc.property(json, fc.nat(), (value, place) => {
        const text = JSON.stringify(value);
        expect(repeatedName(text)).toBeUndefined();
        expect(parseRecord(text)).toEqual(JSON.parse(text));
        const objects = [...text.matchAll(/\{(?=")/g)].map((match) => match.index).filter((at) => isStructure(text, at));
        const at = objects[place % Math.max(1, objects.length)];
        if (at === undefined) return;
        const name = /^\{("(?:[^"\\]|\\.)*"):/.exec(text.slice(at))![1]!;
        const twice = `${text.slice(0, at)}{${name}:":",${text.slice(at + 1)}`;
        expect(() => parseRecord(twice)).toThrow(InputError);
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether a brace stands outside texts. */
function isStructure(text: string, at: number): boolean {
  let inside = false;
  for (let index = 0; index < at; index++) {
    if (inside && text[index] === '\\') index++;
    else if (text[index] === '"') inside = !inside;
  }
  return !inside;
}

describe('totals', () => {
  const amount = fc.oneof(
    fc.nat(10 ** 9).map(String),
    fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
    fc.constantFrom('0.5', '-0.25', '999999999999', '9007199254740993'),
  );

  it('are exact, whatever the amounts', () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 60 }), (amounts) => {
        const sum = new MoneySum();
        let hundredths = 0n;
        for (const text of amounts) {
          sum.add(text);
          const [whole, part = ''] = text.replace('-', '').split('.') as [string, string?];
          hundredths += BigInt(whole + part.padEnd(2, '0')) * (text.startsWith('-') ? -1n : 1n);
        }
        const digits = (hundredths < 0n ? -hundredths : hundredths).toString().padStart(3, '0');
        const expected = `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, (zeros) =>
          zeros.startsWith('.') ? '' : zeros,
        );
        expect(sum.toText()).toBe(expected.includes('.') ? expected.replace(/0+$/, '') : expected);
      }),
    );
  });

  it('of parts merge into those of the whole, in any order', () => {
    const record = fc.record({
      status: fc.constantFrom('complete' as const, 'undetermined' as const, 'faulted' as const),
      rating: fc.constantFrom('baik', 'kurang', '__proto__', undefined),
      payments: fc.array(
        fc.record({
          id: fc.constantFrom('a', 'b'),
          status: fc.constantFrom('paid' as const, 'held' as const),
          amount: amount.filter((text) => !text.includes('-')),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(record, fc.nat(2)), { maxLength: 40 }), (records) => {
        const whole = new Tally();
        const parts = [new Tally(), new Tally(), new Tally()];
        for (const [each, part] of records) for (const tally of [whole, parts[part]!]) tally.evaluatedOne(each);
        whole.rejectedOne('x');
        parts[1]!.rejectedOne('x');
        const merged = new Tally();
        for (const part of [...parts].reverse()) merged.merge(JSON.parse(JSON.stringify(part.json())) as BatchTally);
        expect(JSON.stringify(merged.json())).toBe(JSON.stringify(whole.json()));
        expect(merged.json()).toMatchObject({ read: records.length + 1, evaluated: records.length, rejected: 1 });
      }),
    );
  });
});

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', '\r\n') });

  it('is read back as it was written, records found by their ends', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const bytes = Buffer.from(rows.map((row) => `${csvLine(row)}\n`).join(''));
        const scanner = new CsvScanner(bytes, 44);
        const read: (readonly string[])[] = [];
        for (let at = 0; at < bytes.length;) {
          const record = scanner.at(at, true)!;
          expect(record.sound).toBe(true);
          read.push(cellsOfCsv(bytes.toString('utf8', at, record.end - 1), ','));
          at = record.end;
        }
        expect(read).toEqual(rows);
      }),
    );
  });

  it('of any kind is cut into records that hold every byte', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const bytes = Buffer.from(text);
        const scanner = new CsvScanner(bytes, 44);
        let at = 0;
        while (at < bytes.length) {
          const { end } = scanner.at(at, true)!;
          expect(end).toBeGreaterThan(at);
          at = end;
        }
        expect(at).toBe(bytes.length);
      }),
    );
  });

  it.each([
    ['a,b;c,d', ','],
    ['"a,b,c";d;e', ';'],
    ['a\tb', '\t'],
    ['a', ','],
  ])('%j is parted by %j', (header, separator) => expect(likelySeparator(header)).toBe(separator));
});

describe('a format of dates', () => {
  it.each([
    ['DD/MM/YYYY', '3/1/2024', 'date', '2024-01-03'],
    ['DD/MM/YYYY', '03/01/2024', 'month', '2024-01'],
    ['YYYYMMDD', '20240103', 'date', '2024-01-03'],
    ['YYYYMMDD', '2024013', 'date', undefined],
    ['MM-YYYY', '7-2024', 'month', '2024-07'],
    ['MM-YYYY', '7-2024', 'date', undefined],
    ['YYYY-MM-DD', '2024/01/03', 'date', undefined],
    ['DD.MM.YYYY', '3.1.2024', 'date', '2024-01-03'],
  ] as const)('%s reads %s as a %s: %s', (format, text, wanted, read) => expect(dateReader(format)(text, wanted)).toBe(read));

  it.each(['DD/MM', 'YYYY', 'DD/DD/YYYY', 'D/M/Y', ''])('%j is none', (format) => expect(isDateFormat(format)).toBe(false));
});
