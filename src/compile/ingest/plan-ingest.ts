/**
 * Plans a fast ingest: walks the schemas of the model as the fact catalogue does, so there is no second list of fields.
 * In: a ruleset, the facts that a compiled evaluator wants. Out: an {@link IngestPlan}.
 */
import type * as z from 'zod';
import { appraisalSchema } from '../../model/appraisal.ts';
import { FACT_CATALOGUE } from '../../model/catalogue.ts';
import { APPRAISAL_CHECKS } from '../../model/checks/index.ts';
import { leafOf } from '../../model/fields/field-note.ts';
import { ID_KEY } from '../../model/fields/id-key.ts';
import { GREATEST_DEPTH, GREATEST_SIZE } from '../../model/json-guard.ts';
import { PAYMENT_KIND } from '../../model/payment-kind.ts';
import { fieldsOf, isOptional, noteUnder } from '../../model/schema-walk.ts';
import type { CarryFactStep } from '../../ruleset/plan.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { unknown } from '../../values/result.ts';
import { safeUntil } from '../effect-reach.ts';
import { type Lowered, shapeOf } from '../lowered.ts';
import { COUNTS } from './context.ts';
import type { FitRules, FittingPeriod } from './fitting-period.ts';
import type { CarryRule, CountRule, FactSlot, IngestOptions, IngestPlan } from './ingest-plan.ts';
import { greatestDepth, greatestSize } from './reader-size.ts';
import { type FieldReader, type Reader, type RecordReader, type Walk, isStrict, modelReader, ownReader, recordReader } from './readers.ts';
import { COVERED, RECORD_NOTES } from './record-checks.ts';

const MONTHS = { month: 1, quarter: 3, halfYear: 6, year: 12, never: 0 } as const;
const FAR = 1e9;

/** Plans the reading of appraisals for one resolved ruleset. */
export function ingestPlan(ruleset: Ruleset, slots: readonly FactSlot[], options: IngestOptions = {}): IngestPlan {
  const planner = new Planner(ruleset, slots, options);
  return planner.plan();
}

const PERIOD_VALUES: ReadonlyMap<string, readonly ['assessed' | 'paid', keyof FittingPeriod | 'kind']> = new Map([
  ['period.assessed.from', ['assessed', 'from']],
  ['period.assessed.to', ['assessed', 'to']],
  ['period.paid.from', ['paid', 'from']],
  ['period.paid.to', ['paid', 'to']],
  ['period.paid.kind', ['paid', 'kind']],
  ['period.year', ['assessed', 'year']],
  ['period.quarter', ['assessed', 'quarter']],
  ['period.month', ['assessed', 'month']],
  ['period.days', ['assessed', 'days']],
]);

/** Facts that are worked out from others: who gives those gives them. */
const FOLLOWS: ReadonlyMap<string, readonly string[]> = new Map([
  ['employee.golongan', ['employee.pangkat']],
  ['attendance.days', COUNTS.map((name) => `attendance.counts.${name}`)],
]);

class Planner implements Walk {
  private readonly slotsById = new Map<string, number[]>();
  /** Facts with a formula: a record that gives one is read by the exact path, which compares the two. */
  private readonly derived: ReadonlySet<string>;
  private readonly absent: (Lowered | undefined)[];
  private readonly required: number[] = [];
  private readonly counts: CountRule[] = [];
  private keys = 0;
  private hidden = 0;
  private declines: boolean;
  readonly met = new Set<string>();
  private readonly found = new Set<string>();

  constructor(
    private readonly ruleset: Ruleset,
    private readonly slots: readonly FactSlot[],
    private readonly options: IngestOptions,
  ) {
    const { steps } = ruleset.plan;
    this.declines = !APPRAISAL_CHECKS.every((check) => COVERED.has(check));
    this.derived = new Set(steps.flatMap((step) => (step.kind === 'fact' && step.derive ? [step.id] : [])));
    this.absent = slots.map(({ absent }) => (absent === 'required' ? undefined : absent));
    slots.forEach(({ kind, id, absent }, index) => {
      if (kind !== 'fact' || this.derived.has(id)) return;
      this.slotsById.set(id, [...(this.slotsById.get(id) ?? []), index]);
      if (absent === 'required') this.required.push(index);
    });
    // What the plan requires must be there, whether or not the compiled code reads it.
    for (const step of steps) {
      if (step.kind !== 'fact' || step.derive || step.absence !== 'required' || slots.some((slot) => slot.kind === 'fact' && slot.key === step.key)) continue;
      const place = this.newHidden();
      this.required.push(place);
      this.slotsById.set(step.id, [...(this.slotsById.get(step.id) ?? []), place]);
    }
  }

  plan(): IngestPlan {
    const places = { id: this.newHidden(), employee: this.newHidden(), through: this.newHidden() };
    const periods = this.periodFacts();
    const carries = new Map<string, CarryRule>();
    this.carryRules(carries);
    const record = this.record(places, carries);
    const known = [...this.slotsById.keys()].every((id) => this.found.has(id));
    const walked = Object.keys(RECORD_NOTES).every((name) => this.met.has(name) || (name === 'effect' && !this.options.effects));
    return {
      declines:
        this.declines ||
        !known ||
        this.counts.length !== COUNTS.length ||
        !walked ||
        record.kind !== 'record' ||
        greatestSize(record) > GREATEST_SIZE ||
        greatestDepth(record) > GREATEST_DEPTH,
      facts: this.slots.length,
      hidden: this.hidden,
      absent: this.absent,
      required: this.required,
      keys: this.keys,
      record: record as RecordReader,
      fit: this.fit(),
      paidKinds: PAYMENT_KIND.members,
      periods,
      carries: [...carries.values()],
      counts: this.counts,
      places,
    };
  }

  newKey(): number {
    return this.keys++;
  }

  private newHidden(): number {
    return this.slots.length + this.hidden++;
  }

  slotsOf(id: string): { readonly slots: readonly number[]; readonly decline: boolean; readonly fields?: ReadonlySet<string> | undefined } {
    this.found.add(id);
    const slots = this.slotsById.get(id) ?? [];
    const decline = this.derived.has(id) || (FOLLOWS.get(id) ?? []).some((other) => this.derived.has(other));
    const wanted = slots.map((slot) => this.slots[slot]?.fields);
    // A hidden place asks for no field; a slot without fields asks for all.
    const all = slots.some((slot) => slot < this.slots.length && !this.slots[slot]!.fields);
    return { slots, decline, ...(!all && { fields: new Set(wanted.flatMap((fields) => [...(fields ?? [])])) }) };
  }

  private fit(): FitRules {
    const { validity, cycle } = this.ruleset;
    const acts = cycle?.ratingActs === 'samePeriod' ? 1 : cycle?.ratingActs === 'nextPeriod' ? 2 : 0;
    // Later effects might lead beyond the calendar: the exact path decides that.
    const until = safeUntil(this.ruleset.plan);
    return {
      from: validity.assessed.from.epochDay,
      to: Math.min(validity.assessed.to?.epochDay ?? FAR, until),
      pays: validity.paid !== undefined,
      paidFrom: validity.paid?.from.epochDay ?? 0,
      paidTo: validity.paid ? Math.min(validity.paid.to?.epochDay ?? FAR, until) : 0,
      assesses: cycle ? MONTHS[cycle.assesses] : 0,
      paysEvery: cycle ? MONTHS[cycle.pays] : 0,
      acts,
    };
  }

  private periodFacts(): IngestPlan['periods'] {
    return [...FACT_CATALOGUE.values()].flatMap(({ id, type }) => {
      if (!id.startsWith('period.')) return [];
      this.found.add(id);
      const slots = this.slotsById.get(id) ?? [];
      const value = PERIOD_VALUES.get(id);
      const shape = shapeOf(type);
      // A formula for what is always given would have to be compared with it.
      if (this.derived.has(id) || (slots.length > 0 && (!value || (shape.kind === 'scaled' && shape.places !== 0)))) this.declines = true;
      return value ? slots.map((slot) => ({ slot, of: value[0], value: value[1] })) : [];
    });
  }

  /** One rule for each carried value that the plan settles or a slot wants. */
  private carryRules(rules: Map<string, CarryRule>): void {
    const steps = this.ruleset.plan.steps.filter((step): step is CarryFactStep => step.kind === 'carryFact');
    const slots = this.slots.flatMap((slot, index) => (slot.kind === 'carryFact' ? [{ slot, index }] : []));
    for (const { slot } of slots) if (!steps.some((step) => step.key === slot.key)) this.declines = true;
    const hidden = new Map<string, number>();
    for (const { key, id, resets, opening } of steps) {
      if (!hidden.has(id)) hidden.set(id, this.newHidden());
      rules.set(key, {
        slots: slots.flatMap(({ slot, index }) => (slot.key === key ? [index] : [])),
        hidden: hidden.get(id),
        resets: MONTHS[resets],
        opening,
        missing: unknown(id),
      });
    }
  }

  private record(places: IngestPlan['places'], carries: ReadonlyMap<string, CarryRule>): Reader {
    if (!isStrict(appraisalSchema)) return { kind: 'unknown' };
    return recordReader(appraisalSchema, true, this, (name, field, index) => {
      const optional = isOptional(field);
      if (name === 'id') return leaf(name, index, optional, modelReader(field, this), [places.id]);
      // Read before all others.
      if (name === 'assessed' || name === 'paid') return leaf(name, index, optional, { kind: 'unknown' }, []);
      if (name === 'carry') return leaf(name, index, optional, this.carry(field, places.through, carries), []);
      if (name === 'facts') return leaf(name, index, optional, this.ownFacts(), []);
      // The caller must know of effects before he can take them.
      if (name === 'effects' && !this.options.effects) return this.emptyList(name, field, index, optional);
      const read = this.spreadField(name, field, index, []);
      return name === 'employee' ? withEmployeeId(read, places.employee) : read;
    });
  }

  private spreadField(name: string, schema: z.ZodType, index: number, id: readonly string[]): FieldReader {
    const note = noteUnder(schema);
    const segments = note.fact ? note.fact.split('.') : [...id, name];
    const optional = isOptional(schema);
    const at = optional ? (schema as z.ZodOptional).unwrap() : schema;
    if (note.fact !== null && !leafOf(at as z.ZodType) && fieldsOf(at as z.ZodType)) {
      const reader: Reader = isStrict(at as z.ZodType)
        ? recordReader(at as z.ZodObject, true, this, (inner, field, place) => this.spreadField(inner, field, place, segments))
        : { kind: 'unknown' };
      return leaf(name, index, optional, reader, []);
    }
    const factId = segments.join('.');
    const { slots, decline, fields } = note.fact === null ? { slots: [], decline: false } : this.slotsOf(factId);
    const reader = decline ? ({ kind: 'unknown' } as const) : modelReader(schema, this, fields);
    return leaf(name, index, optional, reader, segments[1] === 'counts' ? this.count(name, reader, slots) : slots);
  }

  /** The places of a count: its facts, and one of its own, where it is compared with the days. */
  private count(name: string, reader: Reader, slots: readonly number[]): readonly number[] {
    const at = COUNTS.indexOf(name as (typeof COUNTS)[number]);
    if (at < 0) return slots;
    // Days could make a count that nobody could write: the exact path says what becomes of it.
    const { places, high } = reader.kind === 'number' ? reader : { places: 0, high: -1 };
    const given = this.newHidden();
    this.counts.push({ at, slots, given, scale: 10 ** places, high });
    return [...slots, given];
  }

  private emptyList(name: string, schema: z.ZodType, index: number, optional: boolean): FieldReader {
    const { slots, decline } = this.slotsOf(noteUnder(schema).fact ?? name);
    return leaf(name, index, optional, decline ? { kind: 'unknown' } : { kind: 'list', of: { kind: 'unknown' }, most: 0, keys: [] }, slots);
  }

  /** Long lists are left to the exact path where they could make the record larger than the guard takes. */
  private ownFacts(): RecordReader {
    for (let most = 10_000; most >= 1; most /= 10) {
      const reader = this.ownFactsUpTo(most);
      if (greatestSize(reader) <= GREATEST_SIZE / 4) return reader;
    }
    return this.ownFactsUpTo(0);
  }

  private ownFactsUpTo(most: number): RecordReader {
    const fields = [...this.ruleset.plan.ownFacts].map(([id, type], index): FieldReader => {
      const { slots, decline, fields: keep } = this.slotsOf(id);
      const clear = !decline && !FACT_CATALOGUE.has(id) && ID_KEY.safeParse(id).success;
      return { ...leaf(id, index, true, clear ? ownReader(type, most, keep) : { kind: 'unknown' }, slots), own: true };
    });
    return { kind: 'record', spread: true, byId: true, fields, checks: [], derived: [] };
  }

  private carry(schema: z.ZodType, through: number, rules: ReadonlyMap<string, CarryRule>): Reader {
    const { plan } = this.ruleset;
    const fields = new Map(fieldsOf(schema));
    const [date, values] = [fields.get('through'), fields.get('values')];
    if (fields.size !== 2 || !date || !values) return { kind: 'unknown' };
    const value = carriedValue(values);
    const ids = new Set([...plan.carryIds, ...[...plan.byKey.keys()].flatMap((key) => (key.startsWith('carry.') ? [key.slice('carry.'.length)] : []))]);
    const places = new Map([...rules].map(([key, rule]) => [plan.byKey.get(key)!.id.slice('carry.'.length), rule.hidden!]));
    const members = [...ids]
      .filter((id) => ID_KEY.safeParse(id).success)
      .map((id, index): FieldReader => ({
        ...leaf(id, index, true, value ? modelReader(value, this) : { kind: 'unknown' }, places.has(id) ? [places.get(id)!] : []),
        own: true,
      }));
    const record = (byId: boolean, of: readonly FieldReader[]): RecordReader => ({ kind: 'record', spread: true, byId, fields: of, checks: [], derived: [] });
    return record(false, [leaf('through', 0, false, modelReader(date, this), [through]), leaf('values', 1, false, record(true, members), [])]);
  }
}

/** The schema of the values of a map of the model, which is a record schema under a transform. */
function carriedValue(schema: z.ZodType): z.ZodType | undefined {
  const inner = (schema as { in?: { valueType?: z.ZodType } }).in;
  return inner?.valueType;
}

function leaf(name: string, index: number, optional: boolean, reader: Reader, slots: readonly number[]): FieldReader {
  return { name, own: false, index, optional, reader, keep: true, slots, key: undefined };
}

function withEmployeeId(field: FieldReader, place: number): FieldReader {
  if (field.reader.kind !== 'record') return field;
  const fields = field.reader.fields.map((inner) => (inner.name === 'id' ? { ...inner, slots: [...inner.slots, place] } : inner));
  return { ...field, reader: { ...field.reader, fields } };
}
