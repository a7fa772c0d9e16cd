/**
 * Random appraisals for a ruleset: its own facts, and the sections of the model that it reads, drawn along the model's schemas.
 * In: a ruleset, chance. Out: appraisals as plain JSON, nearly all of which are accepted; what the door objects to is left out.
 */
import type * as z from 'zod';
import { checkFit } from '../../engine/check-fit.ts';
import { type Appraisal, type AppraisalInput, appraisalSchema } from '../../model/appraisal.ts';
import { FACT_CATALOGUE } from '../../model/catalogue.ts';
import { enumerationOf } from '../../model/fields/choice-field.ts';
import { leafOf } from '../../model/fields/field-note.ts';
import { InputError, type InputIssue } from '../../model/input-error.ts';
import { readAppraisal } from '../../model/read-appraisal.ts';
import { bare, fieldsOf, isOptional, memberOf, noteUnder, schemaAt } from '../../model/schema-walk.ts';
import type { CarryFactStep, RatersStep } from '../../ruleset/plan.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { CalendarDate, addDays, addMonths } from '../../values/calendar-date.ts';
import { add, fromDecimalText, ratio, toText } from '../../values/exact.ts';
import { PERIOD_LENGTHS, type Period, isCalendarPeriod, periodAround } from '../../values/period.ts';
import { type NumberType, numberType } from '../../values/type.ts';
import type { Chance } from './chance.fixture.ts';
import { Edges } from './edges.fixture.ts';
import { RandomValues } from './random-values.fixture.ts';

export type Json = { [key: string]: unknown };
type Dates = { readonly assessed: Period; readonly paid?: Period | undefined };

const MENDINGS = 6;

export class RandomAppraisals {
  readonly values: RandomValues;
  private readonly sections: ReadonlySet<string>;
  /** Places in the model of facts without which the appraisal is refused, and of all that they stand in. */
  private readonly required: ReadonlySet<string>;
  private readonly dates: readonly Dates[];
  private readonly schemes: readonly RatersStep[];
  private readonly carried: readonly CarryFactStep[];

  constructor(
    private readonly ruleset: Ruleset,
    private readonly chance: Chance,
  ) {
    const { steps, byKey } = ruleset.plan;
    this.dates = datesFor(ruleset);
    this.values = new RandomValues(
      new Edges(ruleset.plan),
      chance,
      this.dates.flatMap(({ assessed, paid }) => (paid ? [assessed, paid] : [assessed])),
    );
    this.schemes = steps.filter((step) => step.kind === 'raters');
    this.carried = steps.filter((step) => step.kind === 'carryFact');
    const read = steps.flatMap((step) => (step.kind === 'fact' && step.catalogue ? [FACT_CATALOGUE.get(step.id)!.path[0]!] : []));
    this.required = new Set(
      steps.flatMap((step) => {
        const path = step.kind === 'fact' && step.catalogue && step.absence === 'required' ? FACT_CATALOGUE.get(step.id)!.path : [];
        return path.map((_, index) => path.slice(0, index + 1).join('.'));
      }),
    );
    this.sections = new Set([
      ...read,
      ...(this.schemes.length > 0 ? ['ratings'] : []),
      ...([...byKey.values()].some((step) => step.kind === 'rule' && (step.event.kind === 'sanction' || step.event.kind === 'block')) ? ['effects'] : []),
    ]);
  }

  /** One appraisal. */
  draw(): AppraisalInput {
    this.values.begin();
    const { assessed, paid } = this.chance.one(this.dates);
    const data: Json = {
      employee: { id: 'e1' },
      assessed: written(assessed),
      ...(paid && {
        paid: {
          period: written(paid),
          kind: this.chance.weighted([
            [6, 'regular'],
            [1, 'thr'],
            [1, 'thirteenth'],
          ] as const),
        },
      }),
    };
    for (const [name, schema] of fieldsOf(appraisalSchema)!) {
      if (!this.sections.has(name) || ['period', 'paid', 'assessed', 'id', 'carry', 'facts'].includes(name)) continue;
      if (name !== 'employee' && !this.required.has(name) && this.values.leavesOut()) continue;
      data[name] = name === 'ratings' ? this.ratings() : this.section(schema, name);
    }
    data['employee'] = { status: 'pns', ...(data['employee'] as Json), id: 'e1' };
    this.fillDays(data, assessed);
    const facts = this.ownFacts();
    if (Object.keys(facts).length > 0) data['facts'] = facts;
    if (this.carried.length > 0 && !this.values.leavesOut()) data['carry'] = this.carry(assessed);
    return accepted(data);
  }

  private ownFacts(): Json {
    const required = new Set(this.ruleset.plan.steps.flatMap((step) => (step.kind === 'fact' && step.absence === 'required' ? [step.id] : [])));
    const derived = new Set(this.ruleset.plan.steps.flatMap((step) => (step.kind === 'fact' && step.derive ? [step.id] : [])));
    const facts: Json = {};
    for (const [id, type] of this.ruleset.plan.ownFacts) {
      // A derived fact that is given as well must not differ: it is given only now and then, and then mostly refused.
      if (this.chance.yes(derived.has(id) ? 0.98 : 0) || (this.values.leavesOut() && !this.chance.yes(required.has(id) ? 0.97 : 0))) continue;
      const isNone = this.values.saysNone() && !(type.kind === 'enum' && type.members.includes('none'));
      facts[id] = isNone ? 'none' : this.values.of(type);
    }
    return facts;
  }

  /** A value along the schema; fields that the ruleset requires are left out only now and then. */
  private section(schema: z.ZodType, path = ''): unknown {
    const at = bare(schema);
    const leaf = leafOf(at);
    if (leaf) {
      const pattern = String(leaf.json['pattern'] ?? '');
      if (leaf.type.kind === 'date' && pattern === '^\\d{4}-\\d{2}$') return this.values.date().slice(0, 7);
      if (leaf.type.kind === 'text') return pattern === '' ? this.values.text() : `${String(this.chance.whole(0, 23)).padStart(2, '0')}:30`;
      if (leaf.type.kind === 'record') return this.period();
      return this.values.of(leaf.type);
    }
    const words = enumerationOf(at);
    if (words) return this.chance.one(words.members);
    const member = memberOf(at);
    if (member) return this.list(member, noteUnder(schema).key, noteUnder(schema).maxItems);
    const fields = fieldsOf(at);
    if (!fields) return this.chance.yes();
    const given = fields.filter(([name, field]) => !isOptional(field) || !this.chance.yes(this.required.has(`${path}.${name}`) ? 0.01 : 0.35));
    return Object.fromEntries(given.map(([name, field]) => [name, this.section(field, `${path}.${name}`)]));
  }

  private list(member: z.ZodType, key: string | undefined, most: number | undefined): readonly unknown[] {
    return Array.from({ length: this.values.length(most) }, (_, index) => {
      const drawn = this.section(member);
      return typeof drawn === 'object' && drawn !== null && key !== undefined ? { ...drawn, [key]: `${key}${index}` } : drawn;
    });
  }

  private period(): unknown {
    const year = this.chance.whole(2019, 2023);
    return this.chance.one([`${year}`, `${year}-S1`, `${year}-Q2`, `${year}-0${this.chance.whole(1, 9)}`]);
  }

  /** Ratings on the scales that the schemes read; now and then on another. */
  private ratings(): unknown {
    const known = this.schemes.flatMap(({ sources, criteria }) => sources.map((source) => ({ ...source, members: criteria?.members ?? [undefined] })));
    const items: Json[] = [];
    for (const source of known) {
      const raters = this.values.length(12);
      const complete = this.chance.yes(0.7);
      for (let rater = 0; rater < raters; rater++) {
        for (const criterion of source.members) {
          if (!complete && this.chance.yes(0.3)) continue;
          const [low, high] = this.chance.yes(0.01) ? [fromDecimalText('0'), fromDecimalText('7')] : [source.low, source.high];
          const type: NumberType = { ...(numberType() as NumberType), min: low, max: high, step: ratio(1n, BigInt(this.chance.one([1, 1, 1, 2, 1000]))) };
          const scale = { min: toText(low), max: toText(high) };
          items.push({
            source: source.source,
            rater: `r${rater}`,
            score: this.values.number({ ...type, unit: POINTS }),
            scale,
            ...(criterion !== undefined && { criterion }),
          });
        }
      }
    }
    const expected = Object.fromEntries(
      known
        .filter(() => !this.values.leavesOut())
        .map(({ source }) => [
          source,
          this.chance.weighted([
            [1, 0],
            [3, 1],
            [3, 2],
            [2, 3],
            [1, 5],
          ] as const),
        ]),
    );
    return { items: this.chance.shuffled(items), ...(!this.values.leavesOut() && { expected }) };
  }

  /** Days of attendance lie within the assessed period, one record a day. */
  private fillDays(data: Json, { from, to }: Period): void {
    const attendance = data['attendance'] as { days?: Json[]; counts?: unknown } | undefined;
    if (!attendance?.days) return;
    const length = to.epochDay - from.epochDay + 1;
    const days = attendance.days.slice(0, length);
    const start = this.chance.whole(0, length - days.length);
    attendance.days = days.map((day, index) => {
      const { week: _week, weekday: _weekday, ...rest } = day;
      return { ...rest, date: addDays(from, start + index).toString() };
    });
    if (this.chance.yes(0.9)) delete attendance.counts;
  }

  private carry(assessed: Period): unknown {
    const values = Object.fromEntries(
      this.carried
        .filter(() => !this.chance.yes(0.1))
        .map(({ id, type }) => {
          const drawn = this.values.of(type);
          const name = id.slice('carry.'.length);
          // What a period hands over may be a ratio.
          return [
            name,
            this.chance.yes(0.25) ? toText(add(ratio(BigInt(this.chance.whole(-50, 200)), 3n), ratio(BigInt(this.chance.whole(0, 9)), 7n))) : drawn,
          ];
        }),
    );
    const through = addDays(assessed.from, this.chance.yes(0.97) ? -1 : -2);
    return { through: through.toString(), values };
  }
}

const POINTS = numberTypeOfPoints();

function numberTypeOfPoints(): NumberType['unit'] {
  const type = FACT_CATALOGUE.get('ratings')!.type;
  const score = type.kind === 'list' && type.of.kind === 'record' ? type.of.fields.get('score') : undefined;
  if (score?.kind !== 'number') throw new TypeError('The ratings of the model have no score.');
  return score.unit;
}

const written = ({ from, to }: Period): { from: string; to: string } => ({ from: from.toString(), to: to.toString() });

/** The dates of the ruleset, and the same moved by months, as far as its law and its cycle allow. */
function datesFor(ruleset: Ruleset): readonly Dates[] {
  const { assessed, paid } = ruleset.dates;
  const moved = Array.from({ length: 25 }, (_, index) => index - 12).map((months): Dates => ({
    assessed: movedBy(assessed, months),
    ...(paid && { paid: movedBy(paid, months) }),
  }));
  const fitting = moved.filter((dates) => {
    const appraisal = { assessed: dates.assessed, ...(dates.paid && { paid: { period: dates.paid, kind: 'regular' } }) };
    return checkFit(ruleset, appraisal as unknown as Appraisal).length === 0;
  });
  return fitting.length > 0 ? fitting : [ruleset.dates];
}

function movedBy(period: Period, months: number): Period {
  const length = PERIOD_LENGTHS.find((each) => isCalendarPeriod(period, each));
  const from = addMonths(period.from, months);
  return length ? periodAround(from, length) : { from, to: CalendarDate.fromEpochDay(from.epochDay + period.to.epochDay - period.from.epochDay) };
}

/** The appraisal without what the door objects to, as far as that helps. */
export function accepted(data: Json): AppraisalInput {
  for (let round = 0; round < MENDINGS; round++) {
    try {
      readAppraisal(data);
      break;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      for (const issue of [...error.issues].reverse()) mend(data, issue);
    }
  }
  return data as AppraisalInput;
}

/** Takes away the field at fault if it may be absent, else the member of a list in which it stands. */
function mend(data: Json, { path }: InputIssue): void {
  for (let length = path.length; length > 0; length--) {
    const home = path.slice(0, length - 1).reduce<unknown>((at, part) => (at as Json | undefined)?.[part], data);
    const last = path[length - 1]!;
    if (Array.isArray(home) && typeof last === 'number') {
      home.splice(last, 1);
      return;
    }
    const schema = schemaAt(appraisalSchema, path.slice(0, length));
    if (typeof home === 'object' && home !== null && Object.hasOwn(home, last) && schema && isOptional(schema)) {
      Reflect.deleteProperty(home, last);
      return;
    }
  }
}
