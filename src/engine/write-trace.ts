/**
 * Writes the trace of a finished run: one frozen entry for each step, from the values and the log.
 * In: a run that is over. Out: a {@link Trace}; the same however often and whenever it is written.
 * Entries are written out property by property: a spread costs more than all the rest of an entry.
 */
import type { PlanStep, TermStep } from '../ruleset/plan.ts';
import { filled } from '../values/field-record.ts';
import type { Result } from '../values/result.ts';
import { type PaymentNote, tracedGates } from './evaluate-payment.ts';
import type { RatersResult } from './evaluate-raters.ts';
import { tracedLeaves } from './evaluate-rule.ts';
import type { RuleNote, TermNote } from './evaluate-step.ts';
import type { CallNote, Run, StepNote } from './run.ts';
import type { AppliedCall, FactSource, Trace, TraceStep } from './trace.ts';

/** What a step has read and called: keys, each once, in the order of reading. */
interface Told {
  readonly result: Result;
  readonly inputs: readonly string[];
  readonly calls: readonly AppliedCall[];
}

const NO_INPUTS: readonly string[] = Object.freeze([]);
const NO_CALLS: readonly AppliedCall[] = Object.freeze([]);

export function writeTrace(run: Run): Trace {
  const { plan, shape, slots, notes } = run;
  const steps: TraceStep[] = [];
  const byKey = new Map<string, TraceStep>();
  let at = 0;
  let [reads, calls] = [0, 0];
  for (const step of plan.steps) {
    const result = slots[shape.slots.get(step.key)!];
    // A line of pay that is not for this payment was not decided.
    if (result === undefined) continue;
    const note = step.kind === 'parameter' ? undefined : notes[at++]!;
    const told = note
      ? { result, inputs: inputsOf(run, reads, note.reads), calls: callsOf(run, calls, note.calls) }
      : { result, inputs: NO_INPUTS, calls: NO_CALLS };
    if (note) [reads, calls] = [note.reads, note.calls];
    const entry = entryOf(step, told, note);
    steps.push(entry);
    byKey.set(entry.key, entry);
  }
  return Object.freeze({ steps: Object.freeze(steps), byKey, values: valuesOf(run) });
}

/** Every value but the calendars, which are the ruleset's. */
function valuesOf({ shape: { keys, places }, slots }: Run): ReadonlyMap<string, Result> {
  const values = new Map<string, Result>();
  for (let slot = 0; slot < places.size; slot++) {
    const value = slots[slot];
    if (value !== undefined) values.set(keys[slot]!, value);
  }
  return values;
}

function inputsOf({ reads, shape }: Run, from: number, to: number): readonly string[] {
  if (from === to) return NO_INPUTS;
  const inputs: string[] = [];
  for (let at = from; at < to; at++) {
    const read = reads[at]!;
    const key = typeof read === 'number' ? shape.keys[read]! : read;
    if (!inputs.includes(key)) inputs.push(key);
  }
  return Object.freeze(inputs);
}

function callsOf({ calls }: Run, from: number, to: number): readonly AppliedCall[] {
  if (from === to) return NO_CALLS;
  const told: AppliedCall[] = [];
  for (let at = from; at < to; at++) told.push(tracedCall(calls[at]!));
  return Object.freeze(told);
}

function tracedCall({ callable, args, result, origin, row, otherwise, rounding }: CallNote): AppliedCall {
  const { key, id, kind } = callable;
  Object.freeze(args);
  if (row) return Object.freeze({ key, id, kind, args, result, origin, row: tracedRow(callable, row) });
  if (otherwise) return Object.freeze({ key, id, kind, args, result, origin, otherwise: true });
  return Object.freeze(rounding ? { key, id, kind, args, result, origin, rounding } : { key, id, kind, args, result, origin });
}

function tracedRow(callable: CallNote['callable'], { index, text }: NonNullable<CallNote['row']>): NonNullable<AppliedCall['row']> {
  const own = callable.kind === 'table' ? callable.rowOrigins.get(index) : undefined;
  return Object.freeze(own ? { index, text, ...own } : { index, text });
}

function entryOf(step: PlanStep, { result, inputs, calls }: Told, note: StepNote | undefined): TraceStep {
  const { key, id, origin } = step;
  switch (step.kind) {
    case 'fact':
    case 'carryFact':
      // Whatever else holds these records holds the same ones.
      filled(result);
      return Object.freeze({ key, id, origin, kind: 'fact', source: note!.detail as FactSource, result, inputs, calls });
    case 'parameter':
      return Object.freeze({ key, id, origin, kind: 'parameter', result, inputs, calls });
    case 'fired':
      return Object.freeze({ key, id, origin, kind: 'fired', stage: step.stage, result, inputs, calls });
    case 'term':
      return termEntry(step, { result, inputs, calls }, note!.detail as TermNote | undefined);
    case 'raters': {
      const { sources, weights, criteria } = note!.detail as RatersResult;
      return Object.freeze({ key, id, origin, kind: 'raters', stage: step.stage, sources, weights, criteria, result, inputs, calls });
    }
    case 'rule': {
      const { verdict, leaves: notes } = note!.detail as RuleNote;
      const leaves = tracedLeaves(step.condition, notes);
      return Object.freeze({ key, id, origin, kind: 'rule', stage: step.stage, event: step.event.kind, verdict, leaves, result, inputs, calls });
    }
    case 'payment':
      return Object.freeze({ kind: 'payment', key, id, origin, gates: tracedGates(note!.detail as PaymentNote), result, inputs, calls });
    case 'carry':
      return Object.freeze({ key, id, origin, kind: 'carry', result, inputs, calls });
  }
}

function termEntry({ key, id, origin, stage, body }: TermStep, { result, inputs, calls }: Told, note: TermNote | undefined): TraceStep {
  const { rounding, branch, parts } = note ?? {};
  if (body.form === 'formula') {
    const { form, text } = body;
    return Object.freeze(
      rounding
        ? { key, id, origin, kind: 'term', stage, form, text, rounding, result, inputs, calls }
        : { key, id, origin, kind: 'term', stage, form, text, result, inputs, calls },
    );
  }
  return Object.freeze(
    Object.assign(
      { key, id, origin, kind: 'term' as const, stage, form: body.form },
      branch && { branch },
      parts && { parts },
      rounding ? { rounding, result, inputs, calls } : { result, inputs, calls },
    ),
  );
}
