/**
 * Decides one line of pay: paid, held, not entitled, undetermined or faulted; never a bare 0.
 * In: a {@link PaymentStep}, the run, the fired exclusions and holds. Out: the line and its entry of the trace.
 */
import type { PaymentLine, Reason } from '../model/outcome.ts';
import type { Gate, PaymentStep } from '../ruleset/plan.ts';
import { toDecimal } from '../values/decimal.ts';
import { isExact } from '../values/exact.ts';
import { Fault, type Result, isFault, isNone, isUnknown, worst } from '../values/result.ts';
import type { FiredEvent } from './events.ts';
import type { Work } from './evaluate-step.ts';
import type { TraceStep, TracedGate } from './trace.ts';

export function evaluatePayment(
  step: PaymentStep,
  work: Work,
  rulesFor: readonly { readonly key: string; readonly kind: 'hold' | 'exclude' }[],
): { readonly line: PaymentLine; readonly traced: TraceStep } {
  const { run } = work;
  const notEntitled = step.notEntitled.map((gate) => ({ gate, verdict: run.evaluate(gate.when) }));
  const held = step.held.map((gate) => ({ gate, verdict: run.evaluate(gate.when) }));
  const amount = run.read(step.amount);
  for (const rule of rulesFor) run.read(rule.key);
  const fired = work.fired.filter((event) => event.rule.event.payment === step.id);
  const openRules = (kind: 'hold' | 'exclude'): Result[] => rulesFor.filter((rule) => rule.kind === kind).flatMap((rule) => work.unsettled.get(rule.key) ?? []);
  const line = decide(step, notEntitled, held, amount, fired, openRules('exclude'), openRules('hold'));
  const gates: TracedGate[] = [
    ...notEntitled.map(({ gate, verdict }) => ({ kind: 'notEntitled' as const, text: gate.text, verdict })),
    ...held.map(({ gate, verdict }) => ({ kind: 'hold' as const, text: gate.text, verdict })),
  ];
  const { inputs, calls } = run.takeNotes();
  run.values.set(step.key, amount);
  return { line, traced: { kind: 'payment', key: step.key, id: step.id, origin: step.origin, gates, result: amount, inputs, calls } };
}

type Judged = { readonly gate: Gate; readonly verdict: Result };

function decide(
  step: PaymentStep,
  notEntitled: readonly Judged[],
  held: readonly Judged[],
  amount: Result,
  fired: readonly FiredEvent[],
  openExclusions: readonly Result[],
  openHolds: readonly Result[],
): PaymentLine {
  const base = { id: step.id, title: step.origin.title };
  const closed = [...notEntitled.filter(isTrue).map(gateReason), ...fired.filter((event) => event.kind === 'exclude').map(ruleReason)];
  if (closed.length > 0) return { ...base, status: 'notEntitled', amount: null, reasons: closed };
  const open = worst([...notEntitled.map(({ verdict }) => verdict), ...openExclusions, amount, ...held.map(({ verdict }) => verdict), ...openHolds]);
  const settled = open ?? noneOf([...notEntitled, ...held]) ?? amount;
  if (isFault(settled)) return { ...base, status: 'faulted', amount: null, reasons: [] };
  if (isUnknown(settled)) return { ...base, status: 'undetermined', amount: null, reasons: [], facts: settled.facts };
  if (isNone(settled))
    return {
      ...base,
      status: 'notEntitled',
      amount: null,
      reasons: [
        {
          title: { id: 'Tidak berlaku: tidak ada jumlah untuk keadaan ini', en: 'Not applicable: there is no amount for this situation' },
          ...cited(step.origin.cite),
        },
      ],
    };
  if (!isExact(settled)) return { ...base, status: 'faulted', amount: null, reasons: [] };
  const holds = held.filter(isTrue);
  const holdEvents = fired.filter((event) => event.kind === 'hold');
  if (holds.length + holdEvents.length === 0) return { ...base, status: 'paid', amount: toDecimal(settled), reasons: [] };
  const until = [...holds.map(({ gate }) => gate.until), ...holdEvents.map((event) => event.rule.event.words.get('until'))].filter(
    (word) => word !== undefined,
  );
  return { ...base, status: 'held', amount: toDecimal(settled), reasons: [...holds.map(gateReason), ...holdEvents.map(ruleReason)], until: until.join('; ') };
}

const isTrue = ({ verdict }: Judged): boolean => verdict === true;
const cited = (cite: string | undefined): { cite?: string } => (cite === undefined ? {} : { cite });
const gateReason = ({ gate }: Judged): Reason => ({ title: gate.reason, ...cited(gate.cite) });
const ruleReason = (event: FiredEvent): Reason => ({ title: event.rule.origin.title, rule: event.rule.id, ...cited(event.rule.origin.cite) });
const noneOf = (judged: readonly Judged[]): Fault | undefined => {
  const none = judged.find(({ verdict }) => isNone(verdict));
  return none && new Fault('value/none', `"${none.gate.text}" is not applicable, so it cannot decide a payment.`);
};
