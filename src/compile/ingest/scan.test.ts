/**
 * The scanner against JSON.parse and the ingest of parsed records: lines as programs write them, and lines spoilt byte by byte.
 * In: random appraisals as text. Out: whatever the scanner takes, the ingest takes with the same facts, and no name stands twice.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRecord } from '../../batch/parse-record.ts';
import { resolveSample } from '../../engine/sample.fixture.ts';
import type { Lowered } from '../lowered.ts';
import { difference, everySlot, newHead } from './ingest.fixture.ts';
import { OWN_FACTS, OWN_TYPES } from './own-facts.fixture.ts';
import type { Ingest } from './closure-ingest.ts';
import { ingestPlan } from './plan-ingest.ts';
import { ingestText } from './ingest-text.ts';
import { type Plain, appraisals } from './random-appraisal.fixture.ts';
import { readScaled } from './scan-numbers.ts';
import { type Scan, scanText } from './scan-text.ts';
import { newCursor, newTexts, passText, readText, readWord, wordsOf } from './scan-words.ts';
import { spoil } from './spoil.fixture.ts';
import { isPlainText, readDecimal } from './written-values.ts';

/** More with KINERJA_RUNS. */
const RUNS = Number(process.env['KINERJA_RUNS'] ?? 400);
const title = { id: 'Judul', en: 'Title' };
const law = { from: '2024-01-01', cite: 'law#art-1', standing: 'confirmed' } as const;
const ruleset = resolveSample({
  types: OWN_TYPES,
  facts: {
    'employee.class': { absence: 'required' },
    ...OWN_FACTS,
    toString: { title, type: 'boolean', absence: 'unknown' },
  },
  terms: { 'a.sum': { unit: 'IDR', ...law, stage: 'assessment', formula: 'own.base + carry.total' } },
  carry: { total: { unit: 'IDR', resets: 'year', ...law, opening: 0, next: 'a.sum' } },
} as never);
const drawn = appraisals(ruleset.plan.ownFacts, ruleset.plan.carryIds).map((appraisal) => {
  (appraisal['employee'] as Plain)['class'] ??= 9;
  delete appraisal['effects'];
  return appraisal;
});
/** The same as programs write it: letters of ASCII alone, periods first and as one text, no huge numbers. Nearly every random appraisal has something else somewhere. */
const plainly = drawn.map(({ assessed: _assessed, paid: _paid, ...rest }) => {
  const text = JSON.stringify({ assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' }, ...rest });
  const plain = text
    .replaceAll(/[^ -~]|\\./g, 'x')
    .replaceAll('{"from":"2023-01-01","to":"2023-03-02"}', '"2021"')
    .replaceAll(/(-?)\d{13}(\.\d+)?(?=["},])/g, '$17$2');
  return JSON.parse(plain) as Plain;
});
const either = fc.oneof({ arbitrary: plainly, weight: 9 }, { arbitrary: drawn, weight: 1 });

const slots = everySlot(ruleset);
const plan = ingestPlan(ruleset, slots);
const made = <Made>(print: typeof ingestText): Made => {
  const constants: unknown[] = [];
  // The text is the library's own: the tests run it as the command line does.
  return (new Function(`return ${print(plan, constants)}`)() as (k: unknown[]) => Made)(constants);
};
const ingest = made<Ingest>(ingestText);
const scan = made<Scan>(scanText);
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
/** A text with what stands behind it in a record. */
const viewed = (text: string): readonly [Uint8Array, DataView] => {
  const bytes = bytesOf(`${text},"next":"x"`);
  return [bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)];
};

interface Met {
  readonly fault?: string | undefined;
  readonly scanned: boolean;
  readonly ingested: boolean;
}

/** One line by both ways; the line stands among other bytes, as it does in a file. */
function compareLine(line: string): Met {
  const [before, own] = [bytesOf('{"a":1}\n'), bytesOf(line)];
  const bytes = bytesOf(`{"a":1}\n${line}\n{"b":"x"}`);
  const facts = { scan: [] as (Lowered | undefined)[], ingest: [] as (Lowered | undefined)[] };
  const heads = { scan: { ...newHead(), assessedWritten: '', paidWritten: '' }, ingest: newHead() };
  const cursor = newCursor();
  const scanned = scan(bytes, before.length, before.length + own.length, facts.scan, heads.scan, cursor);
  let record: unknown;
  try {
    record = parseRecord(line);
  } catch (error) {
    return { scanned, ingested: false, ...(scanned && { fault: `taken, though it is refused: ${String(error)}` }) };
  }
  const ingested = ingest(record, facts.ingest, heads.ingest);
  const done = (fault?: string): Met => ({ fault, scanned, ingested });
  if (!scanned) return done();
  if (!ingested) return done('taken, though the ingest declines it');
  for (const [index, slot] of slots.entries()) {
    const found = difference(facts.scan[index], facts.ingest[index], slot.key);
    if (found) return done(found);
  }
  const { assessedWritten, paidWritten, ...head } = heads.scan;
  const { assessed, paid } = record as { assessed: string; paid?: { period: string } };
  if (assessedWritten !== assessed || paidWritten !== (paid?.period ?? '')) return done('the periods as written');
  const employee = new TextDecoder().decode(bytes.subarray(cursor.employeeFrom, cursor.employeeTo));
  const told = { ...head, employee, id: heads.ingest.id, effects: heads.ingest.effects };
  return done(JSON.stringify(told) === JSON.stringify(heads.ingest) ? undefined : `the head ${JSON.stringify(told)}`);
}

/** The same record with its names in another order, spaces as some programs write them, or numbers as texts. */
function written(value: unknown, style: { readonly turn: number; readonly spaced: boolean; readonly quoted: boolean }): string {
  const comma = style.spaced ? ', ' : ',';
  if (Array.isArray(value)) return `[${value.map((each) => written(each, style)).join(comma)}]`;
  if (typeof value === 'number' && style.quoted) return `"${value}"`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : style.turn % entries.length;
  const turned = [...entries.slice(at), ...entries.slice(0, at)];
  if (style.turn % 2 === 1) turned.reverse();
  return `{${turned.map(([name, member]) => `${JSON.stringify(name)}:${style.spaced ? ' ' : ''}${written(member, style)}`).join(comma)}}`;
}

const styles = fc.record({ turn: fc.nat(20), spaced: fc.boolean(), quoted: fc.boolean() });

describe('a scanned line', () => {
  it('gives what the ingest of the parsed record gives, however its names are ordered', () => {
    fc.assert(
      fc.property(either, styles, (appraisal, style) => {
        expect(compareLine(written(appraisal, style)).fault).toBeUndefined();
      }),
      { numRuns: RUNS * 2, endOnFailure: true },
    );
  });

  it('is taken nearly always when the ingest takes its record, as JSON.stringify writes it', () => {
    const taken = { scanned: 0, ingested: 0 };
    fc.assert(
      fc.property(plainly, fc.boolean(), (appraisal, spaced) => {
        const line = written(appraisal, { turn: 0, spaced, quoted: false });
        const { scanned, ingested } = compareLine(line);
        if (scanned) taken.scanned++;
        if (ingested) taken.ingested++;
      }),
      { numRuns: RUNS, seed: 3 },
    );
    expect(taken.ingested).toBeGreaterThan(RUNS / 10);
    expect(taken.scanned / taken.ingested).toBeGreaterThan(0.6);
  });

  it('is left alone when the record is spoilt', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.nat(), fc.nat(), (appraisal, at, how, more) => {
        let line: string | undefined;
        try {
          line = JSON.stringify(spoil(JSON.parse(JSON.stringify(appraisal)) as Plain, at, how, more)) as string | undefined;
        } catch {
          // What only looks like JSON has no text.
        }
        if (line !== undefined) expect(compareLine(line).fault).toBeUndefined();
      }),
      { numRuns: RUNS * 3, endOnFailure: true },
    );
  });

  const letters = [
    ...'{}[]:,"\\ 0123456789.-+eEtrufalsn',
    '\t',
    '\0',
    'é',
    '\u2028',
    '""',
    ',,',
    '00',
    '.0',
    ',"id":"1"',
    '1e2',
    ' ',
    '  ',
    '\\u0061',
    'null',
    'none',
  ];
  it('is read rightly or handed over when bytes of it are changed, left out or put in', () => {
    fc.assert(
      fc.property(
        drawn,
        styles,
        fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...letters)), { minLength: 1, maxLength: 2 }),
        (appraisal, style, changes) => {
          let line = written(appraisal, style);
          for (const [at, cut, letter] of changes) {
            const place = at % (line.length + 1);
            line = line.slice(0, place) + letter + line.slice(place + cut);
          }
          if (!line.includes('\n')) expect(compareLine(line).fault).toBeUndefined();
        },
      ),
      { numRuns: RUNS * 8, endOnFailure: true },
    );
  });

  it('is read rightly or handed over when parts of it are doubled', () => {
    fc.assert(
      fc.property(either, fc.nat(), fc.nat(60), (appraisal, at, length) => {
        const line = JSON.stringify(appraisal);
        const place = at % line.length;
        expect(compareLine(line.slice(0, place + length) + line.slice(place)).fault).toBeUndefined();
      }),
      { numRuns: RUNS * 2, endOnFailure: true },
    );
  });

  const plain = { id: 'a', employee: { id: '7', status: 'pns', class: 9 }, assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' } };
  it.each([
    ['as it is', (line: string) => line, true],
    ['with one space behind colons and commas', (line: string) => line.replaceAll(':', ': ').replaceAll(',', ', '), true],
    ['with a name twice', (line: string) => line.replace('"id":"a"', '"id":"a","id":"a"'), false],
    ['with a name twice inside', (line: string) => line.replace('"class":9', '"class":9,"class":9'), false],
    ['with an escape', (line: string) => line.replace('"a"', '"\\u0061"'), false],
    ['with a letter beyond ASCII', (line: string) => line.replace('"a"', '"ä"'), false],
    ['with a comma at the end', (line: string) => line.replace(/\}$/, ',}'), false],
    ['cut off', (line: string) => line.slice(0, -1), false],
    ['with something behind it', (line: string) => `${line} `, false],
    ['with a number of one nought too many', (line: string) => line.replace(':9', ':09'), false],
    ['with a number with an exponent', (line: string) => line.replace(':9', ':9e0'), false],
    ['with a number with decimals that are noughts', (line: string) => line.replace(':9', ':9.00'), true],
    ['with two spaces', (line: string) => line.replace(':', ':  '), false],
    ['with a period of two days', (line: string) => line.replace('"assessed":"2024-06"', '"assessed":{"from":"2024-06-01","to":"2024-06-30"}'), false],
    ['without an employee', (line: string) => line.replace('"employee":{"id":"7","status":"pns","class":9},', ''), false],
  ])('%s is taken or handed over', (_, change, taken) => {
    const { fault, scanned } = compareLine(change(JSON.stringify(plain)));
    expect({ fault, scanned }).toEqual({ fault: undefined, scanned: taken });
  });

  it('that ends with the bytes is read to its end, and not beyond', () => {
    const bytes = bytesOf(JSON.stringify(plain));
    const head = { ...newHead(), assessedWritten: '', paidWritten: '' };
    expect(scan(bytes, 0, bytes.length, [], head, newCursor())).toBe(true);
    for (let to = 0; to < bytes.length; to++) {
      expect(scan(bytes, 0, to, [], head, newCursor())).toBe(false);
      expect(scan(bytes.slice(0, to), 0, to, [], head, newCursor())).toBe(false);
    }
  });

  it('is not scanned while Object.prototype has fields of its own', () => {
    const bytes = bytesOf(JSON.stringify(plain));
    const taken: boolean[] = [];
    Object.defineProperty(Object.prototype, 'golongan', { value: 'III/a', enumerable: true, configurable: true, writable: true });
    try {
      taken.push(scan(bytes, 0, bytes.length, [], { ...newHead(), assessedWritten: '', paidWritten: '' }, newCursor()));
    } finally {
      delete (Object.prototype as Plain)['golongan'];
    }
    expect(taken).toEqual([false]);
  });
});

describe('a number in bytes', () => {
  const digits = fc.stringMatching(/^-?\d{1,17}(\.\d{0,14})?$/);
  const doubles = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()).map(String);
  it('is the integer that its double stands for, or NaN', () => {
    fc.assert(
      fc.property(fc.oneof(digits, doubles), fc.integer({ min: 0, max: 12 }), (text, places) => {
        const cursor = newCursor();
        const read = readScaled(bytesOf(`${text},`), 0, places, cursor);
        if (Number.isNaN(read)) return;
        // It stops where the number ends; what stands there is for the reader of the record to refuse.
        const double = Number(text.slice(0, cursor.at));
        expect(() => JSON.parse(text.slice(0, cursor.at)) as unknown).not.toThrow();
        expect(Object.is(read, -0)).toBe(false);
        // As the ingest of parsed records takes it.
        const scale = 10 ** places;
        const taken = (double | 0) === double ? (double | 0) * scale : Math.round(double * scale) + 0;
        expect(taken / scale).toBe(double + 0);
        expect(read).toBe(taken);
      }),
      { numRuns: RUNS * 20 },
    );
  });

  it('in quotes is the integer of its text, or NaN', () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 12 }), (text, places) => {
        const read = readScaled(bytesOf(`"${text}",`), 0, places, newCursor());
        if (!Number.isNaN(read)) expect(read).toBe(readDecimal(text, places, 10 ** places));
      }),
      { numRuns: RUNS * 5 },
    );
  });
});

describe('a text in bytes', () => {
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string());
  it('is what JSON.parse reads, whatever texts came before, or handed over', () => {
    const known = newTexts();
    fc.assert(
      fc.property(texts, (text) => {
        const json = JSON.stringify(text);
        const cursor = newCursor();
        const read = readText(known, ...viewed(json), 1, cursor);
        expect(read === undefined || (read === text && cursor.at === json.length)).toBe(true);
        expect(read !== undefined).toBe(/^[ -~]*$/.test(text) && json.length === text.length + 2);
        if (passText(bytesOf(`${json},`), 1, 20, newCursor())) expect(isPlainText(text, 20)).toBe(true);
      }),
      { numRuns: RUNS * 10 },
    );
  });

  it('is the word that it is among others, or none', () => {
    fc.assert(
      fc.property(fc.uniqueArray(texts, { minLength: 1, maxLength: 60 }), texts, (words, other) => {
        const table = wordsOf(words);
        for (const text of [...words, other]) {
          const read = readWord(table, ...viewed(JSON.stringify(text)), 1, newCursor());
          expect(read).toBe(words.includes(text) && /^[ -~]*$/.test(text) && !/["\\]/.test(text) ? text : undefined);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
