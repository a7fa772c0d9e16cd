/**
 * Records for tests of batches: sound ones of a small ruleset, and hostile lines of many kinds.
 * In: a number. Out: lines of NDJSON as bytes, with what is expected of each.
 */

export const RULESET = 'src/cli/fixtures/tiny';

/** A sound record; every seventh one lacks a fact and stays undetermined; months differ. */
export function soundRecord(number: number): Record<string, unknown> {
  const month = `2024-${String((number % 12) + 1).padStart(2, '0')}`;
  return {
    employee: { id: String(1_000_000 + number), name: number % 3 === 0 ? 'Siti' : 'Andi Nuraini — Ünal', status: 'pns' },
    assessed: month,
    paid: { period: month, kind: 'regular' },
    facts: { ...(number % 7 !== 0 && { 'days.absent': number % 5 }), 'work.done': number % 101 },
  };
}

export interface HostileLine {
  readonly what: string;
  readonly bytes: Buffer;
  readonly code: string;
}

const broken = (what: string, text: string | Buffer, code: string): HostileLine => ({ what, bytes: Buffer.from(text as string), code });
const good = (number: number): string => JSON.stringify(soundRecord(number));

/** One line of each kind of mischief. */
export function hostileLines(): readonly HostileLine[] {
  return [
    broken('no JSON', 'hello', 'record/json'),
    broken('cut off', good(1).slice(0, -7), 'record/json'),
    broken('two objects', `${good(1)}${good(2)}`, 'record/json'),
    broken('a list', '[1,2]', 'record/kind'),
    broken('null', 'null', 'record/kind'),
    broken('a number', '12', 'record/kind'),
    broken('a comma at the end', `${good(1)},`, 'record/json'),
    broken('a NUL byte', good(1).replace('pns', 'p\0ns'), 'record/json'),
    broken('no UTF-8', Buffer.concat([Buffer.from('{"employee":{"id":"'), Buffer.from([0xff, 0xfe, 0xc3]), Buffer.from('"}}')]), 'record/encoding'),
    broken('half a letter', Buffer.concat([Buffer.from(good(1)), Buffer.from([0xe2, 0x82])]), 'record/encoding'),
    broken('a mark of byte order in the middle', `\uFEFF${good(1)}`, 'record/json'),
    broken('a name twice', good(1).replace('"status":"pns"', '"status":"pns","status":"pppk"'), 'record/repeated-name'),
    broken('a name twice, once escaped', good(1).replace('"status":"pns"', '"status":"pns","st\\u0061tus":"pppk"'), 'record/repeated-name'),
    broken('a name twice, with colons in texts', good(1).replace('"status":"pns"', '"name":":::","status":"pns"'), 'record/repeated-name'),
    broken('deep nesting', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'record/kind'),
    broken('deep nesting in a field', `{"employee":${'{"a":'.repeat(500)}1${'}'.repeat(501)}`, 'input/depth'),
    broken('an unknown field', good(1).replace('"status"', '"stauts"'), 'input/missing'),
    broken('a prototype', '{"__proto__":{"a":1},"employee":{"id":"1","status":"pns"},"assessed":"2024-06"}', 'input/forbidden-name'),
    broken('a number out of bounds', good(1).replace(/"work.done":\d+/, '"work.done":101'), 'facts/value'),
    broken('a number that is no decimal', good(1).replace(/"work.done":\d+/, '"work.done":0.30000000000000004'), 'facts/value'),
    broken('a period before the ruleset', good(1).replaceAll('2024-02', '2019-02'), 'date/before-first-version'),
    broken('a period that is none', good(1).replaceAll('2024-02', '2024-13'), 'input/period'),
    broken('a required fact that is missing', good(1).replace(/,"work.done":\d+/, ''), 'facts/missing'),
    broken('one record in two lines, first', good(1).slice(0, 20), 'record/json'),
    broken('one record in two lines, second', good(1).slice(20), 'record/json'),
    broken('a control character', good(1).replace('pns', 'p\u0001ns'), 'record/json'),
    broken('NaN', good(1).replace(/"work.done":\d+/, '"work.done":NaN'), 'record/json'),
  ];
}
