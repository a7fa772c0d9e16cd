/**
 * The fast ingest as JavaScript text: straight code for each record of the plan, with its fields as local variables.
 * In: an {@link IngestPlan}. Out: the text of a function of one argument, the constants `K`, that returns the ingest.
 * The text holds numbers, places in `K` and names of fields of the model; every word of a ruleset stands in `K`.
 */
import { NONE } from '../../values/result.ts';
import { SURE, keyOf, referenceKeys } from './closure-ingest.ts';
import { newContext } from './context.ts';
import { fittingPeriod, isPlainText, keysDiffer, keysKnown, periodsMatch, readDay, readDecimal, readPeriodDays, rowsDiffer } from './helpers.ts';
import type { IngestPlan } from './ingest-plan.ts';
import type { FieldReader, Reader, RecordReader } from './readers.ts';
import { PANGKAT_BY_GOLONGAN } from './record-checks.ts';

/**
 * The text of `(K) => (input, F, head) => boolean`; what it needs is added to `constants`, which is to be given to it as `K`.
 * Functions among the constants are those of `helpers.ts` and `record-checks.ts`, whose own text can be printed, and readers of exact values, which cannot.
 */
export function ingestText(plan: IngestPlan, constants: unknown[]): string {
  return new Printer(plan, constants).print();
}

class Printer {
  private readonly lines: string[] = [];
  private readonly names = new Map<unknown, string>();
  private readonly functions: string[] = [];
  private count = 0;

  constructor(
    private readonly plan: IngestPlan,
    private readonly constants: unknown[],
  ) {}

  print(): string {
    const { plan } = this;
    if (plan.declines) return '(K) => () => false';
    const { fit, places } = plan;
    const context = this.constant(newContext(plan.keys, PANGKAT_BY_GOLONGAN));
    const body: string[] = [];
    const record = this.record({
      ...plan.record,
      fields: plan.record.fields.map((field) =>
        field.name === 'assessed' || field.name === 'paid' ? { ...field, reader: { kind: 'exactly', read: passes } } : field,
      ),
    });
    const period = (paid: boolean): string => {
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
    };
    body.push(
      'for (const _ in OP) return false;',
      `if (typeof x !== 'object' || x === null) return false;`,
      'const wa = x.assessed, wp = x.paid;',
      `const a = ${period(false)}(wa);`,
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
        `p = ${period(true)}(wpp);`,
        `if (p === undefined || !${this.constant(periodsMatch)}(a, p, kind, ${this.constant(fit)})) return false;`,
      );
    } else body.push('if (wp !== undefined) return false;');
    body.push(
      `${context}.from = a.from; ${context}.to = a.to; ${context}.paidFrom = p === undefined ? 0 : p.from; ${context}.paidTo = p === undefined ? -1 : p.to;`,
      `${context}.indicators = -1; ${context}.activities = -1;`,
    );
    for (const [slot, value] of plan.absent.entries()) body.push(`F[${slot}] = ${this.literal(value)};`);
    for (let hidden = 0; hidden < plan.hidden; hidden++) body.push(`X[${hidden}] = undefined;`);
    body.push(`if (${record}(x, 0, F) === undefined) return false;`);
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
      `H.employee = ${this.place(places.employee)}; H.id = ${this.place(places.id)}; H.paidKind = kind;`,
      'H.assessedFrom = a.from; H.assessedTo = a.to; H.assessedFromText = a.fromText; H.assessedToText = a.toText;',
      'if (p !== undefined) { H.paidFrom = p.from; H.paidTo = p.to; H.paidFromText = p.fromText; H.paidToText = p.toText; }',
      'return true;',
    );
    return `(K) => {
'use strict';
const gpo = Object.getPrototypeOf, gos = Object.getOwnPropertySymbols, OP = Object.prototype, X = [], EMPTY = Object.freeze({});
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

  /** The name of a constant in the text. */
  private constant(value: unknown): string {
    const known = this.names.get(value);
    if (known !== undefined) return known;
    const name = `k${this.constants.length}`;
    this.lines.push(`const ${name} = K[${this.constants.length}];`);
    this.constants.push(value);
    this.names.set(value, name);
    return name;
  }

  private literal(value: unknown): string {
    return typeof value === 'number' || typeof value === 'boolean' || value === undefined ? (Object.is(value, -0) ? '0' : String(value)) : this.constant(value);
  }

  private place(slot: number): string {
    return slot < this.plan.facts ? `F[${slot}]` : `X[${slot - this.plan.facts}]`;
  }

  private isMember(value: string, members: readonly string[]): string {
    if (members.length > 6) {
      const set = this.constant(members);
      const name = `s${set}`;
      const line = `const ${name} = new Set(${set});`;
      if (!this.lines.includes(line)) this.lines.push(line);
      return `${name}.has(${value})`;
    }
    return members.map((member) => `${value} === ${this.constant(member)}`).join(' || ');
  }

  /** Statements that read `from` into `into`, or leave the function by `return undefined`. */
  private value(reader: Reader, from: string, into: string, depth = ''): string {
    const out = 'return undefined;';
    switch (reader.kind) {
      case 'number': {
        const { places, low, high, multiple } = reader;
        const scale = 10 ** places;
        const sure = high > SURE || low < -SURE ? ` || ((${into} > ${SURE} || ${into} < ${-SURE}) && !Number.isInteger(${from}))` : '';
        const quick =
          places === 0
            ? `${into} = ${from} + 0; if (Math.floor(${into}) !== ${into}) ${out}`
            : `${into} = Math.round(${from} * ${scale}) + 0; if (${into} / ${scale} !== ${from}${sure}) ${out}`;
        return `if (typeof ${from} === 'number') { ${quick} } else ${into} = ${this.constant(readDecimal)}(${from}, ${places}, ${scale});
if (!(${into} >= ${low} && ${into} <= ${high})${multiple === 1 ? '' : ` || ${into} % ${multiple} !== 0`}) ${out}`;
      }
      case 'text':
        return `if (!${this.constant(isPlainText)}(${from}, ${reader.longest})) ${out} ${into} = ${from};`;
      case 'anyText':
        return `if (typeof ${from} !== 'string') ${out} ${into} = ${from};`;
      case 'choice':
        return `if (!(${this.isMember(from, reader.members)})) ${out} ${into} = ${from};`;
      case 'boolean':
        return `if (typeof ${from} !== 'boolean') ${out} ${into} = ${from};`;
      case 'date':
        return `${into} = ${this.constant(readDay)}(${from}); if (${into} !== ${into}) ${out}`;
      case 'period':
        return `${into} = ${this.constant(readPeriodDays)}(${from}); if (${into} === undefined) ${out}`;
      case 'exactly':
        return reader.read === passes ? `${into} = 0;` : `${into} = ${this.constant(reader.read)}(${from}); if (${into} === undefined) ${out}`;
      case 'orNone':
        return `if (${from} === 'none') ${into} = ${this.constant(NONE)}; else { ${this.value(reader.of, from, into, depth)} }`;
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
      group.length === 1
        ? `if (n > 1 && !${this.constant(keysDiffer)}(${context}.keys[${group[0]}], n)) return undefined;`
        : `if (n > 1 && !${this.constant(rowsDiffer)}([${group.map((key) => `${context}.keys[${key}]`).join(', ')}], n)) return undefined;`,
    );
    this.functions.push(`function ${name}(w, F) {
if (!Array.isArray(w)) return undefined;
const n = w.length;
if (n > ${reader.most}) return undefined;
const o = [];
for (let i = 0; i < n; i++) { let v; ${member} o.push(v); }
${ends.join('\n')}
${reader.count ? `${context}.${reader.count} = n;` : ''}
return o;
}`);
    return name;
  }

  private contextName(): string {
    return this.constants.length === 0 ? this.constant(newContext(this.plan.keys, PANGKAT_BY_GOLONGAN)) : 'k0';
  }

  private record(reader: RecordReader): string {
    const name = `r${this.count++}`;
    const { fields } = reader;
    const at = new Map(fields.map((field, index) => [field.name, index]));
    const all = (of: readonly string[]): string => of.map((field) => `, v${at.get(field)!}`).join('');
    const context = this.contextName();
    const out = 'return undefined;';
    const lines = [
      `if (typeof x !== 'object' || x === null) ${out}`,
      ...fields.map((field, index) => `const w${index} = x${this.access(field)};`),
      `if (gpo(x) !== OP${reader.byId ? ' || gos(x).length > 0' : ''}) ${out}`,
      'let n = 0; for (const _ in x) n++;',
      `let c = ${fields.filter(({ optional }) => !optional).length};`,
      ...fields.map((field, index) => this.field(field, index)),
      `if (n !== c) ${out}`,
    ];
    for (const { field, run, of } of reader.derived) {
      const index = at.get(field)!;
      const type = fields[index]!.reader;
      const bounds = type.kind === 'number' ? ` if (!(v${index} >= ${type.low} && v${index} <= ${type.high})) ${out}` : '';
      lines.push(`if (v${index} === undefined) { v${index} = ${this.constant(run)}(${context}${all(of)});${bounds} }`);
    }
    for (const { run, of } of reader.checks) lines.push(`if (!${this.constant(run)}(${context}${all(of)})) ${out}`);
    for (const [index, field] of fields.entries()) {
      if (field.key !== undefined)
        lines.push(`${context}.keys[${field.key}][i] = ${field.reader.kind === 'period' ? `${this.constant(keyOf)}(v${index})` : `v${index}`};`);
      if (field.slots.length > 0) lines.push(`if (v${index} !== undefined) { ${field.slots.map((slot) => `${this.place(slot)} = v${index};`).join(' ')} }`);
    }
    const kept = reader.spread
      ? []
      : fields.flatMap((field, index) =>
          field.keep ? [`f${field.index}: ${field.optional ? `v${index} === undefined ? ${this.constant(NONE)} : v${index}` : `v${index}`}`] : [],
        );
    lines.push(kept.length === 0 ? 'return EMPTY;' : `return { ${kept.join(', ')} };`);
    this.functions.push(`function ${name}(x, i, F) {\n${lines.join('\n')}\n}`);
    return name;
  }

  private access({ name, own }: FieldReader): string {
    return own ? `[${this.constant(name)}]` : `.${name}`;
  }

  private field(field: FieldReader, index: number): string {
    const read = this.value(field.reader, `w${index}`, `v${index}`);
    return field.optional ? `let v${index}; if (w${index} !== undefined) { c++; ${read} }` : `let v${index}; ${read}`;
  }
}

/** Stands for a reader of what has been read already. */
const passes = (): true => true;
