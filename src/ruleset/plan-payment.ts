/**
 * Plans payments and carries: what is paid, to whom not, what is held, and what a period hands on.
 * In: nodes and the paid phase. Out: {@link PaymentStep}s and {@link CarryStep}s.
 */
import type { Scope } from '../formula/scope.ts';
import { BOOLEAN, type Type, typeText } from '../values/type.ts';
import { type PlanContext, originOf, readFormula, scopeOf, versionAt } from './context.ts';
import { looksLikePath } from './plan-condition.ts';
import type { CarryFactStep, CarryStep, Gate, PaymentStep } from './plan.ts';
import type { LayeredNode } from './read-document.ts';
import { readDatum } from '../values/read-datum.ts';
import { isExact } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import { type Place, below } from './report.ts';
import { PAYMENT_KINDS, type GateData } from './schema.ts';

export function planPayment(context: PlanContext, node: LayeredNode<'payments'>): PaymentStep | undefined {
  const found = versionAt(context, node, 'paid');
  const content = found?.version.content;
  if (!found || !content) return undefined;
  const { place } = found.version;
  const scope = scopeOf(context, 'paid', 'payroll', `"${node.id}"`, found.ruleset);
  const amount = looksLikePath(content.amount) ? readFormula(context, content.amount, below(place, 'amount'), scope, {}) : undefined;
  if (!amount && looksLikePath(content.amount)) return undefined;
  if (!amount || amount.tree.op !== 'read' || amount.tree.type.kind !== 'number' || amount.tree.type.unit.text !== 'IDR') {
    context.report.error(
      below(place, 'amount'),
      'payment/amount',
      `The amount of "${node.id}" is ${amount?.tree.op === 'read' ? typeText(amount.tree.type) : 'a formula'}.`,
      'Name a term of the unit IDR.',
    );
    return undefined;
  }
  const reads = new Set<string>([amount.tree.id]);
  const gates = (list: readonly GateData[] | undefined, kind: 'entitled' | 'hold'): Gate[] =>
    (list ?? [])
      .map((gate, index) => planGate(context, node.id, gate, below(place, kind, index), scope, reads, found.version.literals, kind))
      .filter((gate) => gate !== undefined);
  return {
    kind: 'payment',
    key: `payment ${node.id}`,
    id: node.id,
    origin: originOf(node, found),
    amount: amount.tree.id,
    for: node.node.for ?? PAYMENT_KINDS,
    notEntitled: gates(content.entitled, 'entitled'),
    held: gates(content.hold, 'hold'),
    reads: [...reads],
  };
}

function planGate(
  context: PlanContext,
  id: string,
  gate: GateData,
  place: Place,
  scope: ReturnType<typeof scopeOf>,
  reads: Set<string>,
  literals: ReadonlyMap<string, string>,
  kind: 'entitled' | 'hold',
): Gate | undefined {
  const wanted = kind === 'entitled' ? 'unless' : 'when';
  const text = gate[wanted];
  if (text === undefined || gate[kind === 'entitled' ? 'when' : 'unless'] !== undefined) {
    context.report.error(
      place,
      'payment/gate',
      `A line of "${kind}" of "${id}" needs "${wanted}".`,
      kind === 'entitled' ? 'Write unless: and what takes the entitlement away.' : 'Write when: and what holds the payment.',
    );
    return undefined;
  }
  if (kind === 'hold' && gate.until === undefined) context.report.error(place, 'payment/gate', `A hold of "${id}" does not say what ends it.`, 'Write until:.');
  const read = readFormula(context, text, below(place, wanted), scope, { expected: BOOLEAN, literals });
  if (!read) return undefined;
  for (const key of [...read.reads, ...read.applies]) reads.add(key);
  return {
    when: read.tree,
    text,
    reason: gate.reason ?? { id: text, en: text },
    ...(gate.until !== undefined && { until: gate.until }),
    ...(gate.cite !== undefined && { cite: gate.cite }),
  };
}

/** What came in from the period before: read as `carry.<id>`. */
export function planCarryFact(context: PlanContext, node: LayeredNode<'carry'>, type: Type): CarryFactStep | undefined {
  const found = versionAt(context, node, 'assessed');
  if (!found?.version.content) return undefined;
  const opening = readDatum(found.version.content.opening, type);
  if ('finding' in opening) {
    context.report.add('error', below(found.version.place, 'opening'), opening.finding);
    return undefined;
  }
  const value: Result = opening.value;
  if (!isExact(value)) {
    context.report.error(below(found.version.place, 'opening'), 'carry/opening', `The opening of "${node.id}" must be a number.`);
    return undefined;
  }
  return {
    kind: 'carryFact',
    key: `carry.${node.id}`,
    id: `carry.${node.id}`,
    origin: originOf(node, found),
    reads: [],
    type,
    opening: value,
    resets: node.node.resets,
  };
}

/** A carry may hand on what was paid: without a paid period it is told so, since its formula is right. */
function carryScope(context: PlanContext, id: string, writer: string): Scope {
  const what = `"carry.${id}"`;
  if (context.dates.paid) return scopeOf(context, 'paid', 'payroll', what, writer);
  const scope = scopeOf(context, 'assessed', 'award', what, writer);
  return {
    ...scope,
    lookup(name) {
      const found = scope.lookup(name);
      if (found?.kind !== 'refused' || found.finding.code !== 'stage/later') return found;
      const message = `${what} reads "${name}", which is part of payment, and no paid period is given.`;
      return { ...found, finding: { ...found.finding, message, mend: 'Give the paid period, too: what this ruleset hands on depends on what is paid.' } };
    },
  };
}

export function planCarry(context: PlanContext, node: LayeredNode<'carry'>, type: Type): CarryStep | undefined {
  const phase = context.dates.paid ? 'paid' : 'assessed';
  const found = versionAt(context, node, phase);
  if (!found?.version.content) return undefined;
  const { version } = found;
  const read = readFormula(context, version.content!.next, below(version.place, 'next'), carryScope(context, node.id, found.ruleset), {
    expected: type,
    literals: version.literals,
  });
  return (
    read && {
      kind: 'carry',
      key: `next.carry.${node.id}`,
      id: node.id,
      origin: originOf(node, found),
      reads: [...read.reads, ...read.applies],
      type,
      next: read.tree,
      resets: node.node.resets,
    }
  );
}
