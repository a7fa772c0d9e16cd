/**
 * Random appraisals for the tests of the fast ingest, drawn from the schemas of the model, so that a new field is drawn too.
 * In: a fast-check generator. Out: plain JSON that is nearly always valid: what the checks between fields ask for is put right afterwards.
 */
import * as fc from 'fast-check';
import type * as z from 'zod';
import { appraisalSchema } from '../../model/appraisal.ts';
import { enumerationOf } from '../../model/fields/choice-field.ts';
import { leafOf } from '../../model/fields/field-note.ts';
import { PANGKAT_OF } from '../../model/golongan.ts';
import { bare, fieldsOf, isOptional, memberOf, noteUnder } from '../../model/schema-walk.ts';
import { toText } from '../../values/exact.ts';
import { shapeOf } from '../lowered.ts';
import type { NumberType, Type } from '../../values/type.ts';

export type Plain = Record<string, unknown>;

const TEXTS = ['a', 'iki-1', 'Bappeda Kota Contoh', 'penyuluh pertanian', '198701022010031001', 'é', '評価', 'x y', 'longer than ten characters'];
const DAYS = ['2024-06-01', '2024-06-15', '2024-06-30', '2024-05-31', '2024-07-01', '2023-12-31', '2024-02-29', '1900-01-01', '2200-12-31'];

/** A number of this type as a scaled integer, written as a number or as text, trailing zeros and all. */
export function numberOf(type: NumberType): fc.Arbitrary<unknown> {
  const shape = shapeOf(type);
  const [places, low, high] = shape.kind === 'scaled' ? [shape.places, Math.ceil(shape.low), Math.floor(shape.high)] : [3, -5_000, 5_000];
  const multiple = type.step && shape.kind === 'scaled' ? Math.round(Number(toText(type.step)) * 10 ** places) : 1;
  const near = Math.min(high, Math.max(low, 0) + 2_000 * multiple);
  return fc
    .tuple(
      fc.oneof(fc.integer({ min: Math.max(low, -2_000), max: near }), fc.integer({ min: low, max: high }), fc.constantFrom(low, high)),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([drawn, way]) => {
      const scaled = Math.min(high, Math.max(low, Math.round(drawn / multiple) * multiple));
      const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
      const text = (scaled < 0 ? '-' : '') + (places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
      if (way === 0) return text;
      if (way === 1) return places === 0 ? `${text}.0` : `${text}00`;
      return Math.abs(scaled) < 2 ** 51 || scaled % 10 ** places === 0 ? Number(text) : text;
    });
}

const bounded = <T>(of: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> => fc.array(of, { maxLength: most });

/** A value of a ruleset's own type. */
export function ownValue(type: Type): fc.Arbitrary<unknown> {
  const none = type.kind === 'enum' && type.members.includes('none') ? [] : [fc.constant('none')];
  const value = (): fc.Arbitrary<unknown> => {
    switch (type.kind) {
      case 'number':
        return numberOf(type);
      case 'boolean':
        return fc.boolean();
      case 'date':
        return fc.constantFrom(...DAYS);
      case 'text':
        return fc.constantFrom('', ' ', ...TEXTS);
      case 'enum':
        return fc.constantFrom(...type.members);
      case 'list':
        return bounded(ownValue(type.of), Math.min(type.maxItems ?? 4, 4));
      case 'record':
        return fc.record(Object.fromEntries([...type.fields].map(([name, field]) => [name, ownValue(field)])), { requiredKeys: [] });
      default:
        return fc.constant(null);
    }
  };
  return none.length > 0 ? fc.oneof({ weight: 9, arbitrary: value() }, { weight: 1, arbitrary: none[0]! }) : value();
}

function modelValue(schema: z.ZodType): fc.Arbitrary<unknown> {
  const at = bare(schema);
  const leaf = leafOf(at);
  if (leaf) {
    switch (leaf.form) {
      case 'number':
        return numberOf(leaf.type as NumberType);
      case 'text':
        return fc.constantFrom(...TEXTS);
      case 'date':
        return fc.oneof(
          fc.constantFrom(...DAYS),
          fc.integer({ min: 0, max: 40 }).map((day) => new Date(Date.UTC(2024, 4, 25 + day)).toISOString().slice(0, 10)),
        );
      case 'month':
        return fc.constantFrom('2024-01', '2024-06', '2024-12', '2023-06');
      case 'period':
        return fc.constantFrom('2023', '2022', '2023-Q4', '2023-S2', '2024-01', { from: '2023-01-01', to: '2023-03-02' }, '2024');
      default:
        return fc.constant('1/3');
    }
  }
  const words = enumerationOf(at);
  if (words) return fc.constantFrom(...words.members);
  const member = memberOf(at);
  if (member) return bounded(modelValue(member), Math.min(noteUnder(schema).maxItems ?? 5, 5));
  const fields = fieldsOf(at);
  return fields ? recordOf(fields) : fc.boolean();
}

const recordOf = (fields: readonly (readonly [string, z.ZodType])[]): fc.Arbitrary<unknown> =>
  fc.record(Object.fromEntries(fields.map(([name, field]) => [name, modelValue(field)])), {
    requiredKeys: fields.flatMap(([name, field]) => (isOptional(field) ? [] : [name])),
    noNullPrototype: true,
  });

/** Appraisals of June 2024 for a ruleset with these own facts and carried values. */
export function appraisals(own: ReadonlyMap<string, Type>, carryIds: Iterable<string>): fc.Arbitrary<Plain> {
  const drawn = fieldsOf(appraisalSchema)!.filter(([name]) => !['assessed', 'paid', 'carry', 'facts'].includes(name));
  const values = Object.fromEntries([...carryIds].map((id) => [id, fc.constantFrom(0, 2, '7.25', '200/3', -0.5, '-1/7')]));
  return fc
    .record(
      {
        base: recordOf(drawn),
        assessed: fc.constantFrom('2024-06', { from: '2024-06-01', to: '2024-06-30' }),
        paid: fc.record(
          { period: fc.constantFrom('2024-06', { from: '2024-06-01', to: '2024-06-30' }), kind: fc.constantFrom('regular', 'thr', 'thirteenth') },
          { noNullPrototype: true },
        ),
        facts: fc.record(Object.fromEntries([...own].map(([id, type]) => [id, ownValue(type)])), { requiredKeys: [], noNullPrototype: true }),
        carry: fc.record(
          {
            through: fc.constantFrom(...Array<string>(8).fill('2024-05-31'), '2024-05-30', '2023-12-31'),
            values: fc.record(values, { requiredKeys: [], noNullPrototype: true }),
          },
          { noNullPrototype: true },
        ),
      },
      { requiredKeys: ['base', 'assessed', 'paid'], noNullPrototype: true },
    )
    .map(({ base, ...rest }) => sound({ ...(base as Plain), ...rest }));
}

const list = (value: unknown): Plain[] => (value as Plain[] | undefined) ?? [];
const number = (value: unknown): number => Number(value);

/** Puts right what the checks between fields ask for; most of it, so that some records stay wrong. */
function sound(appraisal: Plain): Plain {
  const employee = appraisal['employee'] as Plain;
  const onContract = String(employee['status']).startsWith('pppk');
  Reflect.deleteProperty(employee, onContract ? 'golongan' : 'golonganPppk');
  if (employee['golongan'] !== undefined && employee['pangkat'] !== undefined) employee['pangkat'] = PANGKAT_OF.get(employee['golongan'] as string);
  if (employee['postKind'] !== 'fungsional') delete employee['jenjang'];
  for (const section of ['indicators', 'activities', 'assignments', 'leaves', 'documents'] as const)
    list(appraisal[section]).forEach((member, index) => (member['id'] = `${section}-${index}`));
  for (const indicator of list(appraisal['indicators'])) soundIndicator(indicator);
  const ratings = appraisal['ratings'] as Plain | undefined;
  list(ratings?.['items']).forEach((rating, index) => {
    rating['rater'] = `u${index}`;
    if (rating['id'] !== undefined) rating['id'] = `n${index}`;
    const scale = rating['scale'] as Plain;
    if (!(number(scale['min']) < number(scale['max']))) Object.assign(scale, { min: -1000, max: '1000' });
    if (!(number(rating['score']) >= number(scale['min']) && number(rating['score']) <= number(scale['max']))) rating['score'] = scale['max'];
  });
  for (const name of ['assignments', 'leaves'] as const)
    for (const member of list(appraisal[name])) {
      const [from, to] = [member['from'], member['to']] as [string, string | undefined];
      if (to !== undefined && to < from) Object.assign(member, { from: to, to: from });
      delete member['days'];
      delete member['workdays'];
    }
  for (const leave of list(appraisal['leaves']))
    if (String(leave['from']) < '2000' || String(leave['to']) > '2100')
      Object.assign(leave, { from: '2024-06-03', to: '2024-06-05', days: '3.0', workdays: 2.5 });
  for (const activity of list(appraisal['activities'])) soundActivity(activity, list(appraisal['indicators']));
  const earlier = list(appraisal['previous']).filter(({ period }) => period !== '2024');
  if (appraisal['previous'] !== undefined)
    appraisal['previous'] = earlier.filter(
      ({ period }, index) => earlier.findIndex((other) => JSON.stringify(other['period']) === JSON.stringify(period)) === index,
    );
  soundDays(appraisal['attendance'] as Plain | undefined);
  list(appraisal['effects']).forEach((effect, index) => {
    effect['key'] = `k${index}`;
    if (effect['status'] === 'imposed') {
      effect['starts'] ??= '2024-02';
      delete effect['months'];
    }
    if (effect['ends'] !== undefined && effect['starts'] !== undefined && String(effect['ends']) < String(effect['starts'])) effect['ends'] = effect['starts'];
  });
  return appraisal;
}

function soundIndicator(indicator: Plain): void {
  if (indicator['tolerance'] !== undefined && number(indicator['tolerance']) < 0) indicator['tolerance'] = 0;
  if (indicator['polarity'] === 'range') {
    const [low, high] = [indicator['targetLow'], indicator['targetHigh']];
    if (low === undefined || high === undefined) delete indicator['realisation'];
    else if (number(low) > number(high)) Object.assign(indicator, { targetLow: high, targetHigh: low });
    return;
  }
  indicator['target'] ??= 12.5;
  if (number(indicator['target']) === 0) indicator['target'] = '0.001';
}

function soundActivity(activity: Plain, indicators: readonly Plain[]): void {
  if (activity['indicator'] !== undefined) {
    if (indicators[0]) activity['indicator'] = indicators[0]['id'];
    else delete activity['indicator'];
  }
  activity['done'] = '2024-06-03';
  for (const name of ['submitted', 'approved', 'rejected']) if (activity[name] !== undefined) activity[name] = '2024-06-10';
  if (activity['approved'] !== undefined) delete activity['rejected'];
}

function soundDays(attendance: Plain | undefined): void {
  const days = list(attendance?.['days']);
  if (attendance?.['days'] !== undefined && days.length !== 1) delete attendance['counts'];
  days.forEach((day, index) => {
    day['date'] = `2024-06-0${index + 3}`;
    delete day['week'];
    day['weekday'] = index + 1;
    if (day['status'] === 'off') day['workday'] = false;
    if (day['status'] !== 'present' && day['half'] === undefined) Object.assign(day, { lateMinutes: 0, earlyMinutes: '0' });
    if (day['status'] !== 'leave') delete day['leaveKind'];
  });
}
