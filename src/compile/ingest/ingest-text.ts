/**
 * The fast ingest as JavaScript text: straight code for each record of the plan, with its fields as local variables.
 * In: an {@link IngestPlan}. Out: the text of a function of one argument, the constants `K`, that returns the ingest.
 * The text holds numbers, places in `K` and names of fields of the model; every word of a ruleset stands in `K`.
 */
import { NONE } from '../../values/result.ts';
import { isRead, keyOf } from './finish-record.ts';
import { referenceKeys } from './reference-keys.ts';
import { newContext } from './context.ts';
import { fittingPeriod, periodsMatch } from './fitting-period.ts';
import { keysDiffer, keysKnown, rowsDiffer } from './list-keys.ts';
import { firstDayOf, isPlainText, monthOf, readDay, readDecimal, readMonth, readPeriodDays } from './written-values.ts';
import type { IngestPlan } from './ingest-plan.ts';
import { type FieldReader, type Reader, type RecordReader, SURE } from './readers.ts';
import { PANGKAT_BY_GOLONGAN } from './record-checks.ts';
import { countOf, effectsInForce, resetCounts } from './days-and-effects.ts';

/**
 * The text of `(K) => (input, F, head) => boolean`; what it needs is added to `constants`, which is to be given to it as `K`.
 * Functions among the constants are those of this folder, whose own text can be printed, and readers of exact values, which cannot.
 */
export function ingestText(plan: IngestPlan, constants: unknown[]): string {
  return new IngestPrinter(plan, constants).print();
}

/** Up to this many members are compared with each other without a set. */
const FEW = 12;

/** What the texts of all ingests share: the scanner of bytes has readers of its own. */
export class IngestPrinter {
  protected readonly lines: string[] = [];
  private readonly names = new Map<unknown, string>();
  protected readonly functions: string[] = [];
  protected count = 0;
  private readonly columns = new Set<number>();

  constructor(
    protected readonly plan: IngestPlan,
    private readonly constants: unknown[],
  ) {}

  print(): string {
    const { plan } = this;
    if (plan.declines) return '(K) => () => false';
    const { fit } = plan;
    this.contextName();
    const body: string[] = [];
    const record = this.record({
      ...plan.record,
      fields: plan.record.fields.map((field) =>
        field.name === 'assessed' || field.name === 'paid' ? { ...field, reader: { kind: 'exactly', read: passes } } : field,
      ),
    });
    body.push(
      'for (const _ in OP) return false;',
      `if (typeof x !== 'object' || x === null) return false;`,
      'const wa = x.assessed, wp = x.paid;',
      `const a = ${this.period(false)}(wa);`,
      'if (a === undefined) return false;',
      'let p, kind;',
    );
    if (fit.pays) {
      body.push(
        `if (typeof wp !== 'object' || wp === null) return false;`,
        'const wpp = wp.period;',
        'kind = wp.kind;',
        'if (gpo(wp) !== OP) return false;',
        'let np = 0; for (const _ in wp) np++;',
        `if (np !== 2 || !(${this.isMember('kind', plan.paidKinds)})) return false;`,
        `p = ${this.period(true)}(wpp);`,
        `if (p === undefined || !${this.constant(periodsMatch)}(a, p, kind, ${this.constant(fit)})) return false;`,
      );
    } else body.push('if (wp !== undefined) return false;');
    body.push(...this.periodsKnown(), ...this.fresh(), `if (${record}(x, 0, F) === undefined) return false;`, ...this.rest());
    return `(K) => {
'use strict';
const gpo = Object.getPrototypeOf, gos = Object.getOwnPropertySymbols, OP = Object.prototype, AP = Array.prototype, X = [], EMPTY = Object.freeze({});
${this.lines.join('\n')}
${this.functions.join('\n')}
function read(x, F, H) {
${body.join('\n')}
}
let busy = false;
return (x, F, H) => {
  if (busy) return false;
  busy = true;
  try { return read(x, F, H); } catch { return false; } finally { busy = false; }
};
}`;
  }

  /** The name of a function that reads a period and remembers it. */
  protected period(paid: boolean): string {
    const { fit } = this.plan;
    const name = paid ? 'paidPeriod' : 'assessedPeriod';
    this.functions.push(
      `let ${name}Text, ${name}Value; const ${name}s = new Map();
function ${name}(w) {
  if (typeof w !== 'string') return ${this.constant(fittingPeriod)}(w, ${this.constant(fit)}, ${paid});
  if (w === ${name}Text) return ${name}Value;
  let p = ${name}s.get(w);
  if (p === undefined) {
    p = ${this.constant(fittingPeriod)}(w, ${this.constant(fit)}, ${paid});
    if (p === undefined) return undefined;
    if (${name}s.size >= 500) ${name}s.clear();
    ${name}s.set(w, p);
  }
  ${name}Text = w;
  return (${name}Value = p);
}`,
    );
    return name;
  }

  /** What the context knows once the periods `a` and `p` are read. */
  protected periodsKnown(): readonly string[] {
    const context = this.contextName();
    return [
      `${context}.from = a.from; ${context}.to = a.to; ${context}.paidFrom = p === undefined ? 0 : p.from; ${context}.paidTo = p === undefined ? -1 : p.to;`,
      `if (p === undefined) { const m = ${this.constant(monthOf)}(a.to); ${context}.forceFrom = ${this.constant(firstDayOf)}(m); ${context}.forceTo = ${this.constant(firstDayOf)}(m + 1) - 1; }`,
      `else { ${context}.forceFrom = p.from; ${context}.forceTo = p.to; }`,
    ];
  }

  /** Facts and lists as they are before anything is read. */
  protected fresh(): readonly string[] {
    const { plan } = this;
    const context = this.contextName();
    const body = [`${context}.indicators = -1; ${context}.activities = -1; ${context}.days = -1; ${context}.effectsWritten = undefined;`];
    for (const [slot, value] of plan.absent.entries()) body.push(`F[${slot}] = ${this.literal(value)};`);
    for (let hidden = 0; hidden < plan.hidden; hidden++) body.push(`X[${hidden}] = undefined;`);
    return body;
  }

  /** What is done when all fields are read, with the periods `a` and `p` and the kind of payment `kind`. */
  protected rest(): readonly string[] {
    const { plan } = this;
    const { fit, places } = plan;
    const context = this.contextName();
    const body: string[] = [];
    body.push(`if (${context}.days >= 0) { let v;`);
    for (const { at, slots, given, scale, high } of plan.counts) {
      body.push(
        `v = ${this.constant(countOf)}(${context}, ${at}, ${this.place(given)}, ${scale}, ${high}); if (v !== undefined) { if (v !== v) return false; ${slots.map((slot) => `${this.place(slot)} = v;`).join(' ')} }`,
      );
    }
    body.push('}');
    for (const { slot, of, value } of plan.periods) {
      const source = of === 'assessed' ? 'a' : 'p';
      const read = value === 'kind' ? 'kind' : `${source}.${value}`;
      if (of === 'assessed') body.push(`${this.place(slot)} = ${read};`);
      else if (fit.pays) body.push(`${this.place(slot)} = ${read};`);
    }
    for (const slot of plan.required) body.push(`if (${this.place(slot)} === undefined) return false;`);
    const { indicators, activities } = referenceKeys(plan);
    body.push(
      `if (${context}.activities > 0 && ${context}.indicators >= 0 && !${this.constant(keysKnown)}(${context}.keys[${activities}], ${context}.activities, ${context}.keys[${indicators}], ${context}.indicators)) return false;`,
      `const through = ${this.place(places.through)};`,
      'if (through !== undefined && through >= a.to) return false;',
    );
    for (const { slots, hidden, resets, opening, missing } of plan.carries) {
      const opened = resets > 0 ? `a.start >= 0 && a.start % ${resets} === 0` : 'false';
      const given = hidden === undefined ? 'undefined' : this.place(hidden);
      body.push(`if (${opened}) { ${slots.map((slot) => `${this.place(slot)} = ${this.literal(opening)};`).join(' ')} }`);
      body.push(`else if (${given} === undefined) { ${slots.map((slot) => `${this.place(slot)} = ${this.literal(missing)};`).join(' ')} }`);
      body.push(`else if (through !== a.from - 1) return false;`);
      body.push(`else { ${slots.map((slot) => `${this.place(slot)} = ${given};`).join(' ')} }`);
    }
    body.push(
      `H.employee = ${this.place(places.employee)}; H.id = ${this.place(places.id)}; H.paidKind = kind; H.effects = ${context}.effectsWritten;`,
      'H.assessedFrom = a.from; H.assessedTo = a.to; H.assessedFromText = a.fromText; H.assessedToText = a.toText;',
      'if (p !== undefined) { H.paidFrom = p.from; H.paidTo = p.to; H.paidFromText = p.fromText; H.paidToText = p.toText; }',
      'return true;',
    );
    return body;
  }

  /** The name of a constant in the text. */
  protected constant(value: unknown): string {
    const known = this.names.get(value);
    if (known !== undefined) return known;
    const name = `k${this.constants.length}`;
    this.lines.push(`const ${name} = K[${this.constants.length}];`);
    this.constants.push(value);
    this.names.set(value, name);
    return name;
  }

  protected literal(value: unknown): string {
    return typeof value === 'number' || typeof value === 'boolean' || value === undefined ? (Object.is(value, -0) ? '0' : String(value)) : this.constant(value);
  }

  protected place(slot: number): string {
    return slot < this.plan.facts ? `F[${slot}]` : `X[${slot - this.plan.facts}]`;
  }

  protected isMember(value: string, members: readonly string[]): string {
    if (members.length > 6) {
      const set = this.constant(members);
      const name = `s${set}`;
      const line = `const ${name} = new Set(${set});`;
      if (!this.lines.includes(line)) this.lines.push(line);
      return `${name}.has(${value})`;
    }
    return members.map((member) => `${value} === ${this.constant(member)}`).join(' || ');
  }

  /** Sets `into` to the member that `from` is, as the library holds it; the text ends with what is done for any other value. */
  private member(from: string, into: string, members: readonly string[]): string {
    if (members.length > 12) {
      const map = this.constant(new Map(members.map((member) => [member, member])));
      return `${into} = ${map}.get(${from}); if (${into} === undefined)`;
    }
    const byLength = new Map<number, string[]>();
    for (const member of members) byLength.set(member.length, [...(byLength.get(member.length) ?? []), member]);
    const cases = [...byLength].map(
      ([length, same]) =>
        `case ${length}: ${into} = ${same.map((member) => `${from} === ${this.constant(member)} ? ${this.constant(member)} : `).join('')}undefined; break;`,
    );
    return `if (typeof ${from} === 'string') switch (${from}.length) { ${cases.join(' ')} } if (${into} === undefined)`;
  }

  /** Statements that read `from` into `into`, or leave the function by `return undefined`. */
  private value(reader: Reader, from: string, into: string, known?: string): string {
    const out = 'return undefined;';
    switch (reader.kind) {
      case 'number': {
        const { places, low, high, multiple } = reader;
        const scale = 10 ** places;
        const sure = high > SURE || low < -SURE ? ` || ((${into} > ${SURE} || ${into} < ${-SURE}) && !Number.isInteger(${from}))` : '';
        const decimal = `{ ${into} = Math.round(${from} * ${scale}) + 0; if (${into} / ${scale} !== ${from}${sure}) ${out} }`;
        const whole = `{ ${into} = ${from} + 0; if (Math.floor(${into}) !== ${into}) ${out} }`;
        return `if (typeof ${from} === 'number') { if ((${from} | 0) === ${from}) ${into} = (${from} | 0) * ${scale}; else ${places === 0 ? whole : decimal} } else ${into} = ${this.constant(readDecimal)}(${from}, ${places}, ${scale});
if (!(${into} >= ${low} && ${into} <= ${high})${multiple === 1 ? '' : ` || ${into} % ${multiple} !== 0`}) ${out}`;
      }
      case 'text': {
        const look = `if (!${this.constant(isPlainText)}(${from}, ${reader.longest})) ${out}`;
        // What stood here in the record before has been looked over already.
        return `${known === undefined ? look : `if (${from} === undefined || ${from} !== ${known}) { ${look} ${known} = ${from}; }`} ${into} = ${from};`;
      }
      case 'anyText':
        return `if (typeof ${from} !== 'string') ${out} ${into} = ${from};`;
      case 'choice':
        return `${this.member(from, into, reader.members)} ${out}`;
      case 'boolean':
        return `if (typeof ${from} !== 'boolean') ${out} ${into} = ${from};`;
      case 'date':
        return `${into} = ${this.constant(readDay)}(${from}); if (${into} !== ${into}) ${out}`;
      case 'month': {
        const later = reader.edge === 'last' ? 1 : 0;
        return `${into} = ${this.constant(readMonth)}(${from}); if (${into} !== ${into}) ${out} ${into} = ${this.constant(firstDayOf)}(${into} + ${later}) - ${later};`;
      }
      case 'period':
        return `${into} = ${this.constant(readPeriodDays)}(${from}); if (${into} === undefined) ${out}`;
      case 'exactly':
        return reader.read === passes ? `${into} = 0;` : `${into} = ${this.constant(reader.read)}(${from}); if (${into} === undefined) ${out}`;
      case 'orNone':
        return `if (${from} === 'none') ${into} = ${this.constant(NONE)}; else { ${this.value(reader.of, from, into)} }`;
      case 'list':
        return `${into} = ${this.list(reader)}(${from}, F); if (${into} === undefined) ${out}`;
      case 'record':
        return `${into} = ${this.record(reader)}(${from}, 0, F); if (${into} === undefined) ${out}`;
      case 'unknown':
        return out;
    }
  }

  private list(reader: Extract<Reader, { kind: 'list' }>): string {
    const name = `l${this.count++}`;
    const context = this.contextName();
    const of = reader.of;
    const member =
      of.kind === 'record' ? `v = ${this.record(of)}(w[i], i, F); if (v === undefined) return undefined;` : `const m = w[i]; ${this.value(of, 'm', 'v')}`;
    const ends = reader.keys.map((group) =>
      group.length === 1 ? `if (n > 1 && !${this.constant(keysDiffer)}(${this.column(group[0]!)}, n)) return undefined;` : this.rowsDiffer(group, of),
    );
    this.functions.push(`function ${name}(w, F) {
if (!Array.isArray(w)) return undefined;
const n = w.length;
if (gpo(w) !== AP || w.constructor !== Array) return undefined;
if (n > ${reader.most}) return undefined;
const o = [];
${reader.count === 'days' ? `${this.constant(resetCounts)}(${context});` : reader.count === 'effects' ? `${context}.effects = 0;` : ''}
for (let i = 0; i < n; i++) { let v; ${member} o.push(v); }
${ends.join('\n')}
${reader.count ? `${context}.${reader.count} = n;` : ''}
${reader.inForce ? `${context}.effectsWritten = w; return ${this.constant(effectsInForce)}(${context}, o, ${reader.inForce.join(', ')});` : 'return o;'}
}`);
    return name;
  }

  /** Few members are compared with each other on the spot: first by what is a member of an enumeration, which is told from another at once. */
  private rowsDiffer(group: readonly number[], of: Reader): string {
    const isWord = (key: number): boolean => of.kind === 'record' && of.fields.some((field) => field.key === key && field.reader.kind === 'choice');
    const columns = [...group].sort((a, b) => Number(isWord(b)) - Number(isWord(a))).map((key) => this.column(key));
    const same = columns.map((column) => `${column}[e] === ${column}[d]`).join(' && ');
    return `if (n > ${FEW}) { if (!${this.constant(rowsDiffer)}([${columns.join(', ')}], n)) return undefined; }
else for (let e = 1; e < n; e++) for (let d = 0; d < e; d++) if (${same}) return undefined;`;
  }

  /** The name of a column of keys. */
  protected column(key: number): string {
    const name = `y${key}`;
    const context = this.contextName();
    if (!this.columns.has(key)) this.lines.push(`const ${name} = ${context}.keys[${key}];`);
    this.columns.add(key);
    return name;
  }

  protected contextName(): string {
    return this.constants.length === 0 ? this.constant(newContext(this.plan.keys, PANGKAT_BY_GOLONGAN)) : 'k0';
  }

  protected record(reader: RecordReader): string {
    const name = `r${this.count++}`;
    const { fields } = reader;
    const out = this.out();
    const lines = [
      `if (typeof x !== 'object' || x === null) ${out}`,
      ...fields.map((field, index) => `const w${index} = ${this.access(field)};`),
      `if (gpo(x) !== OP${reader.byId ? ' || gos(x).length > 0' : ''}) ${out}`,
      'let n = 0; for (const _ in x) n++;',
      `let c = ${fields.filter(({ optional }) => !optional).length};`,
      ...fields.map((field, index) => this.field(field, index)),
      `if (n !== c) ${out}`,
    ];
    lines.push(...this.ending(reader, (lowered) => `return ${lowered};`));
    this.functions.push(`function ${name}(x, i, F) {\n${lines.join('\n')}\n}`);
    return name;
  }

  /** What follows once the fields of a record are read into `v0`, `v1`, …: what follows from them, checks, keys, facts, and the lowered record. */
  protected ending(reader: RecordReader, give: (lowered: string) => string): readonly string[] {
    const { fields } = reader;
    const at = new Map(fields.map((field, index) => [field.name, index]));
    const all = (of: readonly string[]): string => of.map((field) => `, v${at.get(field)!}`).join('');
    const context = this.contextName();
    const out = this.out();
    const lines: string[] = [];
    for (const { field, run, of } of reader.derived) {
      const index = at.get(field)!;
      if (!isRead(fields[index]!)) continue;
      const type = fields[index]!.reader;
      const bounds = type.kind === 'number' ? ` if (!(v${index} >= ${type.low} && v${index} <= ${type.high})) ${out}` : '';
      lines.push(`if (v${index} === undefined) { v${index} = ${this.constant(run)}(${context}${all(of)});${bounds} }`);
    }
    for (const { run, of } of reader.checks) lines.push(`if (!${this.constant(run)}(${context}${all(of)})) ${out}`);
    for (const [index, field] of fields.entries()) {
      if (field.key !== undefined)
        lines.push(`${this.column(field.key)}[i] = ${field.reader.kind === 'period' ? `${this.constant(keyOf)}(v${index})` : `v${index}`};`);
      if (field.slots.length > 0) lines.push(`if (v${index} !== undefined) { ${field.slots.map((slot) => `${this.place(slot)} = v${index};`).join(' ')} }`);
    }
    const kept = reader.spread
      ? []
      : fields.flatMap((field, index) =>
          field.keep ? [`f${field.index}: ${field.optional ? `v${index} === undefined ? ${this.constant(NONE)} : v${index}` : `v${index}`}`] : [],
        );
    lines.push(give(kept.length === 0 ? 'EMPTY' : `{ ${kept.join(', ')} }`));
    return lines;
  }

  /** How a function is left for a record that is not taken. */
  protected out(): string {
    return 'return undefined;';
  }

  /** Where the text of this field in the record before is found; ids of employees and appraisals do not come twice. */
  private knownText({ reader, key, slots, name }: FieldReader): string | undefined {
    if (reader.kind !== 'text') return undefined;
    if (key !== undefined) return `${this.column(key)}[i]`;
    const { id, employee } = this.plan.places;
    if (name === 'id' || slots.includes(id) || slots.includes(employee)) return undefined;
    this.lines.push(`let t${this.count};`);
    return `t${this.count++}`;
  }

  /** A word of a ruleset may be that of a method which every object inherits. */
  private access({ name, own }: FieldReader): string {
    if (!own) return `x.${name}`;
    const key = this.constant(name);
    return name in Object.prototype ? `Object.hasOwn(x, ${key}) ? x[${key}] : undefined` : `x[${key}]`;
  }

  private field(field: FieldReader, index: number): string {
    const read = this.value(field.reader, `w${index}`, `v${index}`, this.knownText(field));
    return field.optional ? `let v${index}; if (w${index} !== undefined) { c++; ${read} }` : `let v${index}; ${read}`;
  }
}

/** Stands for a reader of what has been read already. */
const passes = (): true => true;
