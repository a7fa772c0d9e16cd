/**
 * The scanner: reads a line of NDJSON straight from its bytes into facts, as JavaScript text made for the schema.
 * In: an {@link IngestPlan}. Out: the text of a function of the constants `K`, that returns a {@link Scan}.
 * It takes compact JSON (one space behind a colon or comma at most) of printable ASCII without escapes; it hands over names that are unknown or come twice,
 * and every value that the ingest of parsed records would decline. The text holds numbers, places in `K`, and names of fields of the model as numbers.
 */
import { NONE } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import { activityFits, forwards, gradeFits, leaveFits, onScale, targetFits } from './between-fields.ts';
import { resetCounts } from './days-and-effects.ts';
import { periodsMatch } from './fitting-period.ts';
import type { Head, IngestPlan } from './ingest-plan.ts';
import { IngestPrinter } from './ingest-text.ts';
import { keysDiffer, rowsDiffer } from './list-keys.ts';
import type { FieldReader, Reader, RecordReader } from './readers.ts';
import { readScaled, readScalar } from './scan-numbers.ts';
import { type Cursor, newTexts, passText, readText, readWord, wordNumber, wordsOf } from './scan-words.ts';
import { firstDayOf, readDay, readMonth, readPeriodDays } from './written-values.ts';

/**
 * Reads the record at `from` up to `to`; true when the facts and the head stand ready, as the ingest of the parsed record would leave them.
 * The ids of the employee and of the appraisal stay bytes: the cursor says where the first one lies.
 */
export type Scan = (bytes: Uint8Array, from: number, to: number, facts: (Lowered | undefined)[], head: ScannedHead, cursor: Cursor) => boolean;

/** A head with its periods as written. */
export interface ScannedHead extends Head {
  assessedWritten: string;
  /** Empty when nothing is paid. */
  paidWritten: string;
}

export function scanText(plan: IngestPlan, constants: unknown[]): string {
  return new ScanPrinter(plan, constants).print();
}

/** Checks that do not ask for the periods, which may stand behind what is checked. */
const TIMELESS: ReadonlySet<unknown> = new Set([gradeFits, targetFits, onScale, forwards, leaveFits, activityFits]);

class ScanPrinter extends IngestPrinter {
  override print(): string {
    const { plan } = this;
    if (plan.declines) return '(K) => () => false';
    const { fit } = plan;
    this.contextName();
    const body = ['for (const _ in OP) return false;', 'A = undefined; P = undefined; kind = undefined; paidWritten = ""; ready = false;', ...this.fresh()];
    const settle = [
      'if (A === undefined) return true;',
      fit.pays ? `if (P === undefined) return true; if (!${this.constant(periodsMatch)}(A, P, kind, ${this.constant(fit)})) return false;` : '',
      'const a = A, p = P;',
      ...this.periodsKnown(),
      'return (ready = true);',
    ];
    this.functions.push(`function settle() {\n${settle.join('\n')}\n}`);
    this.functions.push(this.paid());
    const record = this.record(plan.record);
    body.push(`if (${record}(from, 0, F) !== to || !ready) return false;`, 'const a = A, p = P;', ...this.rest());
    return `(K) => {
'use strict';
const OP = Object.prototype, X = [], EMPTY = Object.freeze({});
let B = new Uint8Array(0), D = new DataView(B.buffer), C, R, A, P, kind, ready, assessedWritten, paidWritten;
${this.lines.join('\n')}
${this.functions.join('\n')}
function read(from, to, F, H) {
${body.join('\n')}
}
return (bytes, from, to, F, H, cursor) => {
  C = cursor;
  if (B.buffer !== bytes.buffer) { B = new Uint8Array(bytes.buffer); D = new DataView(bytes.buffer); }
  const base = bytes.byteOffset;
  try {
    if (!read(base + from, base + to, F, H)) return false;
    H.assessedWritten = assessedWritten; H.paidWritten = paidWritten;
    C.employeeFrom -= base; C.employeeTo -= base;
    return true;
  } catch { return false; }
};
}`;
  }

  protected override out(): string {
    return 'return -1;';
  }

  /** The words that a text is one of, as a constant. */
  private words(words: readonly string[]): string {
    const key = JSON.stringify(words);
    const known = this.tables.get(key) ?? wordsOf(words);
    this.tables.set(key, known);
    return this.constant(known);
  }
  private readonly tables = new Map<string, ReturnType<typeof wordsOf>>();
  private readonly texts = newTexts();

  /** Whether the name of a field of the model stands at `p`, with its quotes and its colon. */
  private isName(name: string): { readonly test: string; readonly length: number } {
    const bytes = [...`"${name}":`].map((letter) => letter.charCodeAt(0));
    const four = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    const places = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, block) => Math.min(block * 4, bytes.length - 4));
    return { test: places.map((at) => `d.getInt32(p${at === 0 ? '' : ` + ${at}`}, true) === ${four(at)}`).join(' && '), length: bytes.length };
  }

  /** Statements that read what stands at `p` into `into` and move `p` behind it. */
  private at(reader: Reader, into: string, needed: boolean): string {
    const out = this.out();
    const text = (then: string): string =>
      `if (b[p] !== 34) ${out} const w = ${this.constant(readText)}(${this.constant(this.texts)}, b, d, p + 1, C); if (w === undefined) ${out} ${then} p = C.at;`;
    switch (reader.kind) {
      case 'number': {
        const { places, low, high, multiple } = reader;
        return `${into} = ${this.constant(readScaled)}(b, p, ${places}, C); if (!(${into} >= ${low} && ${into} <= ${high})${multiple === 1 ? '' : ` || ${into} % ${multiple} !== 0`}) ${out} p = C.at;`;
      }
      case 'text': {
        if (!needed) return `if (b[p] !== 34 || !${this.constant(passText)}(b, p + 1, ${reader.longest}, C)) ${out} ${into} = ""; p = C.at;`;
        return text(`if (w.length === 0 || w.length > ${reader.longest} || w.charCodeAt(0) === 32 || w.charCodeAt(w.length - 1) === 32) ${out} ${into} = w;`);
      }
      case 'anyText':
        return text(`${into} = w;`);
      case 'choice':
        return `if (b[p] !== 34) ${out} ${into} = ${this.constant(readWord)}(${this.words(reader.members)}, b, d, p + 1, C); if (${into} === undefined) ${out} p = C.at;`;
      case 'boolean':
        return `if (d.getInt32(p, true) === 1702195828) { ${into} = true; p += 4; } else if (d.getInt32(p, true) === 1936482662 && b[p + 4] === 101) { ${into} = false; p += 5; } else ${out}`;
      case 'date':
        return text(`${into} = ${this.constant(readDay)}(w); if (${into} !== ${into}) ${out}`);
      case 'month': {
        const later = reader.edge === 'last' ? 1 : 0;
        return text(
          `${into} = ${this.constant(readMonth)}(w); if (${into} !== ${into}) ${out} ${into} = ${this.constant(firstDayOf)}(${into} + ${later}) - ${later};`,
        );
      }
      case 'period':
        return text(`${into} = ${this.constant(readPeriodDays)}(w); if (${into} === undefined) ${out}`);
      case 'exactly':
        return `const w = ${this.constant(readScalar)}(b, p, C); if (w === undefined) ${out} p = C.at; ${into} = ${this.constant(reader.read)}(w); if (${into} === undefined) ${out}`;
      case 'orNone':
        // "none" and its quotes.
        return `if (d.getInt32(p, true) === 1852796450 && b[p + 4] === 101 && b[p + 5] === 34) { ${into} = ${this.constant(NONE)}; p += 6; } else { ${this.at(reader.of, into, needed)} }`;
      case 'list':
        return `p = ${this.membersOf(reader)}(p, F); if (p < 0) ${out} ${into} = R;`;
      case 'record':
        return `p = ${this.record(reader)}(p, 0, F); if (p < 0) ${out} ${into} = R;`;
      case 'unknown':
        return out;
    }
  }

  private membersOf(reader: Extract<Reader, { kind: 'list' }>): string {
    const name = `l${this.count++}`;
    const context = this.contextName();
    const { of } = reader;
    const member = of.kind === 'record' ? `p = ${this.record(of)}(p, i, F); if (p < 0) return -1; v = R;` : this.at(of, 'v', true);
    const ends = reader.keys.map((group) =>
      group.length === 1
        ? `if (i > 1 && !${this.constant(keysDiffer)}(${context}.keys[${group[0]}], i)) return -1;`
        : `if (i > 1 && !${this.constant(rowsDiffer)}([${group.map((key) => `${context}.keys[${key}]`).join(', ')}], i)) return -1;`,
    );
    // Effects in force are sought among all effects, which stay as they are written: only parsed records have those.
    const body = reader.inForce
      ? 'return -1;'
      : `const b = B, d = D;
if (b[p] !== 91) return -1;
p++;
const o = [];
let i = 0;
${reader.count === 'days' ? `${this.constant(resetCounts)}(${context});` : ''}
if (b[p] === 93) p++;
else for (;;) {
if (i >= ${reader.most}) return -1;
let v;
${member}
o.push(v); i++;
if (b[p] === 44) { p++; if (b[p] === 32) p++; }
else if (b[p] === 93) { p++; break; }
else return -1;
}
${ends.join('\n')}
${reader.count ? `${context}.${reader.count} = i;` : ''}
R = o;
return p;`;
    this.functions.push(`function ${name}(p, F) {\n${body}\n}`);
    return name;
  }

  protected override record(reader: RecordReader): string {
    const name = `r${this.count++}`;
    const { fields } = reader;
    const asked = new Set([...reader.checks.flatMap(({ of }) => of), ...reader.derived.flatMap(({ of }) => of)]);
    const own = fields.some((field) => field.own);
    const reads = fields.map((field, index) => {
      const into = `v${index}`;
      return `if (${into} !== undefined) return -1; ${this.fieldAt(field, into, (!reader.spread && field.keep) || asked.has(field.name))}`;
    });
    const next = 'if (b[p] === 44) { p++; if (b[p] === 32) p++; } else break;';
    const loop = own
      ? `if (b[p] !== 34) return -1;
const f = ${this.constant(wordNumber)}(${this.words(fields.map((field) => field.name))}, b, d, p + 1, C);
if (f < 0) return -1;
p = C.at;
if (b[p] !== 58) return -1;
p++;
if (b[p] === 32) p++;
switch (f) { ${reads.map((read, index) => `case ${index}: { ${read} break; }`).join('\n')} }
${next}`
      : `const met = p;
${fields.map((field, index) => this.named(field.name, `${reads[index]} ${next}`)).join('\n')}
if (p === met) return -1;`;
    const lines = [
      'const b = B, d = D;',
      'if (b[p] !== 123) return -1;',
      'p++;',
      ...fields.map((_, index) => `let v${index};`),
      `if (b[p] !== 125) for (;;) {\n${loop}\n}`,
      'if (b[p] !== 125) return -1;',
      'p++;',
      ...fields.flatMap(({ optional }, index) => (optional ? [] : [`if (v${index} === undefined) return -1;`])),
      ...this.ending(reader, (lowered) => `R = ${lowered};`),
      'return p;',
    ];
    this.functions.push(`function ${name}(p, i, F) {\n${lines.join('\n')}\n}`);
    return name;
  }

  private named(name: string, then: string): string {
    const { test, length } = this.isName(name);
    return `if (${test}) { p += ${length}; if (b[p] === 32) p++; ${then} }`;
  }

  private fieldAt(field: FieldReader, into: string, asked: boolean): string {
    const { name, reader, slots, key } = field;
    const { id, employee } = this.plan.places;
    if (this.plan.record.fields.includes(field)) {
      if (name === 'assessed') return this.assessed(into);
      if (name === 'paid') return this.plan.fit.pays ? `p = paidAt(p); if (p < 0) return -1; ${into} = true;` : 'return -1;';
    }
    const needed = asked || key !== undefined || slots.some((slot) => slot !== id && slot !== employee);
    const early = needsPeriods(reader) ? 'if (!ready) return -1; ' : '';
    const read = `${early}${this.at(reader, into, needed)}`;
    return slots.includes(employee) ? `const start = p + 1; ${read} C.employeeFrom = start; C.employeeTo = p - 1;` : read;
  }

  private assessed(into: string): string {
    const read = this.period(false);
    return `if (b[p] !== 34) return -1; const w = ${this.constant(readText)}(${this.constant(this.texts)}, b, d, p + 1, C); if (w === undefined) return -1; p = C.at; assessedWritten = w; A = ${read}(w); if (A === undefined || !settle()) return -1; ${into} = true;`;
  }

  /** The text of the function that reads what is paid. */
  private paid(): string {
    const { plan } = this;
    if (!plan.fit.pays) return '';
    const text = (into: string): string =>
      `if (b[p] !== 34) return -1; ${into} = ${this.constant(readText)}(${this.constant(this.texts)}, b, d, p + 1, C); if (${into} === undefined) return -1; p = C.at;`;
    const next = 'if (b[p] === 44) { p++; if (b[p] === 32) p++; } else break;';
    return `function paidAt(p) {
const b = B, d = D;
if (b[p] !== 123) return -1;
p++;
let w, k;
for (;;) {
const met = p;
${this.named('period', `if (w !== undefined) return -1; ${text('w')} ${next}`)}
${this.named('kind', `if (k !== undefined) return -1; ${text('k')} ${next}`)}
if (p === met) return -1;
}
if (b[p] !== 125 || w === undefined || k === undefined || !(${this.isMember('k', plan.paidKinds)})) return -1;
kind = k;
paidWritten = w;
P = ${this.period(true)}(w);
return P === undefined || !settle() ? -1 : p + 1;
}`;
  }
}

/** Whether something in it is checked against the periods. */
function needsPeriods(reader: Reader): boolean {
  switch (reader.kind) {
    case 'orNone':
      return needsPeriods(reader.of);
    case 'list':
      return reader.inForce !== undefined || needsPeriods(reader.of);
    case 'record':
      return reader.checks.some(({ run }) => !TIMELESS.has(run)) || reader.fields.some((field) => needsPeriods(field.reader));
    default:
      return false;
  }
}
