/**
 * Appraisals that differ from a sound one in a field or two: at an edge, at another member, or absent.
 * In: an appraisal, its ruleset, chance. Out: appraisals as plain JSON.
 */
import { type AppraisalInput, appraisalSchema } from '../../model/appraisal.ts';
import { enumerationOf } from '../../model/fields/choice-field.ts';
import { leafOf } from '../../model/fields/field-note.ts';
import { bare, isOptional, memberOf, schemaAt } from '../../model/schema-walk.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import type { Type } from '../../values/type.ts';
import type { Chance } from './chance.fixture.ts';
import { type Json, RandomAppraisals, accepted } from './random-appraisals.fixture.ts';
import type { RandomValues } from './random-values.fixture.ts';

type Path = readonly (string | number)[];

/** Changes of one appraisal after another, as many as are asked for. */
export function* mutations(ruleset: Ruleset, bases: readonly AppraisalInput[], count: number, chance: Chance): Iterable<AppraisalInput> {
  const { values } = new RandomAppraisals(ruleset, chance);
  for (let index = 0; index < count; index++) {
    const data = structuredClone(bases[index % bases.length]!) as unknown as Json;
    values.begin();
    for (
      let change = chance.weighted([
        [5, 1],
        [2, 2],
        [1, 5],
      ] as const);
      change > 0;
      change--
    )
      mutate(data, ruleset, values, chance);
    // Some are left as they fell, so that the door is asked as well.
    yield chance.yes(0.95) ? accepted(data) : (data as AppraisalInput);
  }
}

function mutate(data: Json, ruleset: Ruleset, values: RandomValues, chance: Chance): void {
  const own = [...ruleset.plan.ownFacts];
  if (own.length > 0 && chance.yes(0.4)) {
    const [id, type] = chance.one(own);
    const facts = (data['facts'] ??= {}) as Json;
    mutateFact(facts, id, type, values, chance);
    return;
  }
  const leaves = [...leavesOf(data, [])].filter((path) => !['assessed', 'paid', 'id', 'facts'].includes(String(path[0])));
  if (leaves.length === 0) return;
  const path = chance.one(leaves);
  const home = path.slice(0, -1).reduce<unknown>((at, part) => (at as Json)[part], data) as Json;
  const last = path.at(-1)!;
  const schema = schemaAt(appraisalSchema, path);
  if (path[0] === 'carry' && path[1] === 'values') {
    home[last] = chance.one(['0', '1', '-1', '1/3', '200/3', '999999999999999', '0.000000000001']);
    return;
  }
  if (!schema) return;
  if ((isOptional(schema) && chance.yes(0.2)) || Array.isArray(home[last])) {
    Reflect.deleteProperty(home, last);
    return;
  }
  const at = bare(schema);
  const leaf = leafOf(at);
  const words = enumerationOf(at);
  if (words) home[last] = chance.one(words.members);
  else if (leaf?.type.kind === 'number') home[last] = values.number(leaf.type);
  else if (leaf?.type.kind === 'date') home[last] = String(home[last]).length === 7 ? values.date().slice(0, 7) : values.date();
  else if (typeof home[last] === 'boolean') home[last] = !home[last];
  else if (memberOf(at)) home[last] = [];
}

function mutateFact(facts: Json, id: string, type: Type, values: RandomValues, chance: Chance): void {
  const before = facts[id];
  if (chance.yes(0.15)) Reflect.deleteProperty(facts, id);
  else if (Array.isArray(before) && before.length > 0 && type.kind === 'list' && chance.yes(0.7)) {
    const members = [...(before as readonly unknown[])];
    const at = chance.whole(0, members.length - 1);
    if (chance.yes(0.3)) members.splice(at, 1);
    else members[at] = values.of(type.of);
    facts[id] = members;
  } else facts[id] = values.of(type);
}

/** Every scalar of plain data, and every list. */
function* leavesOf(value: unknown, path: Path): Iterable<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else if (Array.isArray(value)) {
    if (path.length > 0) yield path;
    for (const [index, member] of value.entries()) yield* leavesOf(member, [...path, index]);
  } else for (const [name, part] of Object.entries(value)) yield* leavesOf(part, [...path, name]);
}
