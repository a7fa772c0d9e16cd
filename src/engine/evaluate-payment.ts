/**
 * Decides one line of pay: paid, held, not entitled, undetermined or faulted; never a bare 0.
 * In: a {@link PaymentStep}, the run, the fired exclusions and holds. Out: the line; its result and its gates are in the run.
 */
import type { PaymentLine, Reason } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';
import type { Gate, PaymentStep } from '../ruleset/plan.ts';
import { toDecimal } from '../values/decimal.ts';
import { isExact } from '../values/exact.ts';
import { Fault, NONE, type Result, isNone, isUnknown, worst } from '../values/result.ts';
import type { FiredEvent } from './events.ts';
import type { Work } from './work.ts';
import type { TracedGate } from './trace.ts';

export function evaluatePayment(step: PaymentStep, work: Work, rulesFor: readonly { readonly key: string; readonly kind: 'hold' | 'exclude' }[]): PaymentLine {
  const { run } = work;
  const notEntitled = step.notEntitled.map((gate) => ({ gate, verdict: run.evaluate(gate.when) }));
  const held = step.held.map((gate) => ({ gate, verdict: run.evaluate(gate.when) }));
  const amount = run.read(step.amount);
  for (const rule of rulesFor) run.read(rule.key);
  const fired = work.fired.filter((event) => event.rule.event.payment === step.id);
  const openRules = (kind: 'hold' | 'exclude'): Result[] => rulesFor.filter((rule) => rule.kind === kind).flatMap((rule) => work.unsettled.get(rule.key) ?? []);
  const closed = [...notEntitled.filter(isTrue).map(gateReason), ...fired.filter((event) => event.kind === 'exclude').map(ruleReason)];
  const needed = [...notEntitled.map(({ verdict }) => verdict), ...openRules('exclude'), amount, ...held.map(({ verdict }) => verdict), ...openRules('hold')];
  const result = closed.length > 0 ? NONE : (worst(needed) ?? noneOf([...notEntitled, ...held]) ?? amount);
  const line = lineOf(
    step,
    result,
    closed,
    held.filter(isTrue),
    fired.filter((event) => event.kind === 'hold'),
  );
  run.settle(run.shape.slots.get(step.key)!, result, { notEntitled, held } satisfies PaymentNote);
  return line;
}

/** What the trace tells of a line of pay beside its result. */
export interface PaymentNote {
  readonly notEntitled: readonly Judged[];
  readonly held: readonly Judged[];
}

/** The gates of a line as the trace tells them. */
export function tracedGates({ notEntitled, held }: PaymentNote): readonly TracedGate[] {
  return Object.freeze([
    ...notEntitled.map(({ gate, verdict }) => Object.freeze({ kind: 'notEntitled' as const, text: gate.text, verdict })),
    ...held.map(({ gate, verdict }) => Object.freeze({ kind: 'hold' as const, text: gate.text, verdict })),
  ]);
}

export type Judged = { readonly gate: Gate; readonly verdict: Result };

/**
 * The line as it leaves the library.
 * @param result the amount; none where the line is not entitled; unknown or a fault where it is not settled.
 */
export function lineOf(step: PaymentStep, result: Result, closed: readonly Reason[], holds: readonly Judged[], holdEvents: readonly FiredEvent[]): PaymentLine {
  const { id, origin } = step;
  const { title } = origin;
  if (closed.length > 0) return { id, title, status: 'notEntitled', amount: null, reasons: closed };
  if (isUnknown(result)) return { id, title, status: 'undetermined', amount: null, reasons: [], facts: result.facts };
  if (isNone(result)) return { id, title, status: 'notEntitled', amount: null, reasons: [{ title: NO_AMOUNT, ...cited(origin.cite) }] };
  if (!isExact(result)) return { id, title, status: 'faulted', amount: null, reasons: [] };
  const amount = toDecimal(result);
  if (holds.length + holdEvents.length === 0) return { id, title, status: 'paid', amount, reasons: [] };
  const until = [...holds.map(({ gate }) => gate.until), ...holdEvents.map((event) => event.rule.event.words.get('until'))];
  return {
    id,
    title,
    status: 'held',
    amount,
    reasons: [...holds.map(gateReason), ...holdEvents.map(ruleReason)],
    until: until.filter((word) => word !== undefined).join('; '),
  };
}

const NO_AMOUNT: Title = { id: 'Tidak berlaku: tidak ada jumlah untuk keadaan ini', en: 'Not applicable: there is no amount for this situation' };
export const isTrue = ({ verdict }: Judged): boolean => verdict === true;
const cited = (cite: string | undefined): { cite?: string } => (cite === undefined ? {} : { cite });
export const gateReason = ({ gate }: Judged): Reason => ({ title: gate.reason, ...cited(gate.cite) });
export const ruleReason = (event: FiredEvent): Reason => ({ title: event.rule.origin.title, rule: event.rule.id, ...cited(event.rule.origin.cite) });
export const noneOf = (judged: readonly Judged[]): Fault | undefined => {
  const none = judged.find(({ verdict }) => isNone(verdict));
  return none && new Fault('value/none', `"${none.gate.text}" is not applicable, so it cannot decide a payment.`);
};
