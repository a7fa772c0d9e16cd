/**
 * What the tests of the fast ingest share: slots for every fact there is, the slow path, and a comparison of lowered values.
 * In: rulesets and records. Out: what the exact path gives, lowered; undefined where it refuses.
 */
import { appraiseRead } from '../../engine/appraise.ts';
import { checkFit } from '../../engine/check-fit.ts';
import { loadFacts, settleCarry, settleFact } from '../../engine/load-facts.ts';
import { Run } from '../../engine/run.ts';
import { FACT_CATALOGUE } from '../../model/catalogue.ts';
import type { InputIssue } from '../../model/input-error.ts';
import { readAppraisal } from '../../model/read-appraisal.ts';
import type { CarryFactStep, FactStep } from '../../ruleset/plan.ts';
import type { Ruleset } from '../../ruleset/resolve.ts';
import { isExact } from '../../values/exact.ts';
import { NONE, Unknown, unknown } from '../../values/result.ts';
import type { Type } from '../../values/type.ts';
import { type Lowered, lower, shapeOf } from '../lowered.ts';
import { closureIngest, type Ingest } from './closure-ingest.ts';
import type { FactSlot, Head } from './ingest-plan.ts';
import { ingestPlan } from './plan-ingest.ts';
import { ingestText } from './ingest-text.ts';

/** A slot for every fact of the library and of the ruleset, and for every carried value. */
export function everySlot(ruleset: Ruleset): readonly FactSlot[] {
  const { plan } = ruleset;
  const slots: FactSlot[] = [];
  const met = new Set<string>();
  for (const step of plan.steps) {
    if (step.kind === 'fact') {
      met.add(step.id);
      slots.push({ key: step.key, kind: 'fact', step, id: step.id, type: step.type, absent: absentOf(step) });
    } else if (step.kind === 'carryFact') slots.push({ key: step.key, kind: 'carryFact', step, id: step.id, type: step.type, absent: unknown(step.id) });
  }
  const more = (id: string, type: Type): void => {
    if (!met.has(id)) slots.push({ key: id, kind: 'fact', id, type, absent: unknown(id) });
  };
  for (const { id, type } of FACT_CATALOGUE.values()) more(id, type);
  for (const [id, type] of plan.ownFacts) if (type.kind !== 'calendar') more(id, type);
  return slots;
}

function absentOf(step: FactStep): Lowered | 'required' {
  if (step.derive || step.absence === 'unknown') return unknown(step.id);
  if (step.absence === 'required') return 'required';
  return step.absence === 'none' ? NONE : lower(step.absence.default, shapeOf(step.type));
}

/** The slots as the exact path gives them; why not, where it refuses the record. */
export function slowSlots(ruleset: Ruleset, slots: readonly FactSlot[], input: unknown): readonly (Lowered | undefined)[] | string {
  try {
    const appraisal = readAppraisal(input);
    appraiseRead(ruleset, appraisal);
    const issues: InputIssue[] = [...checkFit(ruleset, appraisal)];
    const run = new Run(ruleset.plan);
    const { given } = loadFacts(ruleset.plan, appraisal, issues);
    return slots.map((slot) => {
      if (slot.kind === 'carryFact') return lower(settleCarry(slot.step as CarryFactStep, appraisal, issues).result, { kind: 'exact' });
      const step = slot.step as FactStep | undefined;
      if (step?.derive) return undefined;
      const result = step ? settleFact(step, given, run, issues).result : (given.get(slot.id) ?? unknown(slot.id));
      return lower(result, shapeOf(slot.type));
    });
  } catch (error) {
    if (error instanceof Error) return error.message;
    throw error;
  }
}

/** A lowered value with the fields that a slot reads. */
function projected(value: Lowered | undefined, { type, fields }: FactSlot): unknown {
  const record = type.kind === 'list' ? type.of : type;
  if (!fields || record.kind !== 'record') return value;
  const names = [...record.fields.keys()].flatMap((name, index) => (fields.has(name) ? [`f${index}`] : []));
  const project = (whole: Lowered): unknown =>
    Array.isArray(whole) ? whole.map(project) : isPlain(whole) ? Object.fromEntries(names.map((name) => [name, whole[name]])) : whole;
  return value === undefined ? value : project(value);
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

/** The first difference between two lowered values, as text; undefined when there is none. */
export function difference(fast: unknown, slow: unknown, at = ''): string | undefined {
  if (isExact(fast) && isExact(slow)) return fast.equals(slow) ? undefined : `${at}: ${String(fast)} for ${String(slow)}`;
  if (fast instanceof Unknown && slow instanceof Unknown) return fast.facts.join() === slow.facts.join() ? undefined : `${at}: other unknown facts`;
  if (Array.isArray(fast) && Array.isArray(slow)) {
    if (fast.length !== slow.length) return `${at}: ${fast.length} members for ${slow.length}`;
    for (const [index, member] of fast.entries()) {
      const found = difference(member, slow[index], `${at}[${index}]`);
      if (found) return found;
    }
    return undefined;
  }
  if (isPlain(fast) && isPlain(slow)) {
    if (Object.keys(fast).join() !== Object.keys(slow).join()) return `${at}: the fields ${Object.keys(fast).join()} for ${Object.keys(slow).join()}`;
    for (const name of Object.keys(fast)) {
      const found = difference(fast[name], slow[name], `${at}.${name}`);
      if (found) return found;
    }
    return undefined;
  }
  return Object.is(fast, slow) ? undefined : `${at}: ${String(fast)} for ${String(slow)}`;
}

export const newHead = (): Head => ({
  employee: '',
  id: undefined,
  assessedFrom: 0,
  assessedTo: 0,
  paidFrom: 0,
  paidTo: 0,
  paidKind: undefined,
  assessedFromText: '',
  assessedToText: '',
  paidFromText: '',
  paidToText: '',
  effects: undefined,
});

/** The two ways of reading, made for one ruleset. */
export interface Both {
  readonly ruleset: Ruleset;
  readonly slots: readonly FactSlot[];
  readonly closures: Ingest;
  readonly text: Ingest;
}

export function bothFor(ruleset: Ruleset, slots = everySlot(ruleset)): Both {
  const plan = ingestPlan(ruleset, slots, { effects: true });
  const constants: unknown[] = [];
  const source = ingestText(plan, constants);
  // The text is the library's own: the tests run it as the command line does.
  const text = (new Function(`return ${source}`)() as (k: unknown[]) => Ingest)(constants);
  return { ruleset, slots, closures: closureIngest(plan), text };
}

/** How one record was met: what is wrong (nothing, if all is well), and whether the fast and the slow path took it. */
export interface Compared {
  readonly fault?: string;
  readonly fast: boolean;
  readonly slow: boolean;
}

/** Reads a record in all three ways; `build` gives it anew for each, because a record may be spoilt by reading. */
export function compareOne(both: Both, build: () => unknown): Compared {
  const { ruleset, slots } = both;
  const facts = { closures: [] as (Lowered | undefined)[], text: [] as (Lowered | undefined)[] };
  const heads = { closures: newHead(), text: newHead() };
  const taken = { closures: both.closures(build(), facts.closures, heads.closures), text: both.text(build(), facts.text, heads.text) };
  const slow = slowSlots(ruleset, slots, build());
  const done = (fault?: string): Compared => ({ ...(fault !== undefined && { fault }), fast: taken.closures, slow: typeof slow !== 'string' });
  if (taken.closures !== taken.text) return done(`closures ${taken.closures ? 'take' : 'decline'} it, the text does not`);
  if (!taken.closures) return done();
  if (typeof slow === 'string') return done(`taken, though the slow path refuses it: ${slow}`);
  for (const way of ['closures', 'text'] as const) {
    for (const [index, slot] of slots.entries()) {
      if (slot.step?.kind === 'fact' && slot.step.derive) continue;
      const found = difference(facts[way][index], projected(slow[index], slot), `${way} ${slot.key}`);
      if (found) return done(found);
    }
    const head = headFault(heads[way], build());
    if (head) return done(`${way} head: ${head}`);
  }
  return done();
}

function headFault(head: Head, input: unknown): string | undefined {
  const { employee, id, assessed, paid } = readAppraisal(input);
  const { effects } = input as { effects?: unknown };
  if (JSON.stringify(head.effects) !== JSON.stringify(effects)) return 'the effects as written';
  const wanted: Partial<Head> = {
    employee: employee.id,
    id,
    assessedFrom: assessed.from.epochDay,
    assessedTo: assessed.to.epochDay,
    assessedFromText: assessed.from.toString(),
    assessedToText: assessed.to.toString(),
    paidKind: paid?.kind,
    ...(paid && {
      paidFrom: paid.period.from.epochDay,
      paidTo: paid.period.to.epochDay,
      paidFromText: paid.period.from.toString(),
      paidToText: paid.period.to.toString(),
    }),
  };
  for (const [name, value] of Object.entries(wanted))
    if (head[name as keyof Head] !== value) return `${name} is ${String(head[name as keyof Head])}, not ${String(value)}`;
  return undefined;
}
