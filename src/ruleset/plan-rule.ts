/**
 * Plans a rule: its condition, and its event with each declared parameter.
 * In: a rule node and a phase. Out: a {@link RuleStep}.
 */
import type { Tree } from '../formula/tree.ts';
import { didYouMean } from '../values/suggest.ts';
import { readDatum } from '../values/read-datum.ts';
import { type Datum } from '../values/result.ts';
import { BOOLEAN, TEXT, type Type, numberType } from '../values/type.ts';
import { type PlanContext, originOf, scopeOf, versionAt } from './context.ts';
import { EVENT_PARAMETERS, type EventParameter } from './event.ts';
import { checkEffect } from './check-effect.ts';
import type { EventPlan, ParameterStep, RuleStep } from './plan.ts';
import { type ConditionReader, conditionTree, planCondition, readPath } from './plan-condition.ts';
import { type LayeredNode, nodeKey } from './read-document.ts';
import { type Place, below } from './report.ts';
import type { Phase, Stage } from './stage.ts';

export function planRule(
  context: PlanContext,
  node: LayeredNode<'rules'>,
  stage: Stage,
  phase: Phase,
  constants: ReadonlyMap<string, ParameterStep>,
): RuleStep | undefined {
  const found = versionAt(context, node, phase);
  const content = found?.version.content;
  if (!found || !content) return undefined;
  const reads = new Set<string>();
  const reader: ConditionReader = {
    context,
    scope: scopeOf(context, phase, stage, `"${node.id}"`, found.ruleset),
    reads,
    named: (name, place) => namedCondition(context, name, place, phase),
  };
  const condition = planCondition(reader, content.conditions, below(found.version.place, 'conditions'));
  const event = planEvent(reader, node.id, content.event, below(found.version.place, 'event'));
  if (!condition || !event) return undefined;
  checkEffect(node.id, event, below(found.version.place, 'event'), constants, context.report);
  return {
    kind: 'rule',
    key: `rule ${node.id}`,
    id: node.id,
    origin: originOf(node, found),
    reads: [...reads],
    stage,
    condition,
    tree: conditionTree(condition),
    event,
  };
}

function namedCondition(context: PlanContext, name: string, place: Place, phase: Phase): { raw: unknown; place: Place } | undefined {
  const node = context.ruleset.nodes.get(nodeKey('conditions', name)) as LayeredNode<'conditions'> | undefined;
  if (context.ruleset.broken.has(nodeKey('conditions', name))) return undefined;
  if (node?.section !== 'conditions') {
    const known = [...context.ruleset.nodes.values()].filter((each) => each.section === 'conditions').map((each) => each.id);
    context.report.error(place, 'condition/unknown-name', `There is no condition "${name}".`, didYouMean(name, known, 'Declare it under conditions/.'));
    return undefined;
  }
  const found = versionAt(context, node, phase);
  if (!found?.version.content) {
    context.report.error(
      place,
      'version/not-in-force',
      `The condition "${name}" has no version in force on ${String(context.dates[phase]?.to)}.`,
      'Give it a version from that day.',
    );
    return undefined;
  }
  return { raw: found.version.content.when, place: below(found.version.place, 'when') };
}

type WrittenEvent = Readonly<Record<string, unknown>> & { readonly kind: EventPlan['kind'] };

function planEvent(reader: ConditionReader, id: string, event: WrittenEvent, place: Place): EventPlan | undefined {
  const { report, ruleset } = reader.context;
  const declared = EVENT_PARAMETERS[event.kind];
  const values = new Map<string, Tree>();
  const words = new Map<string, string>();
  let key: Tree[] | undefined;
  let payment: string | undefined;
  for (const [name, parameter] of Object.entries(declared)) {
    if (parameter.required && event[name] === undefined)
      report.error(place, 'document/missing', `The ${event.kind} of "${id}" lacks "${name}".`, `Write "${name}:".`);
  }
  for (const [name, raw] of Object.entries(event)) {
    if (name === 'kind' || raw === undefined) continue;
    const at = below(place, name);
    const parameter: EventParameter | undefined = Object.hasOwn(declared, name) ? declared[name] : undefined;
    if (!parameter) {
      report.error(
        at,
        'document/unknown-key',
        `A ${event.kind} has no "${name}".`,
        didYouMean(name, Object.keys(declared), `It has: ${Object.keys(declared).join(', ')}.`),
        { key: true },
      );
      continue;
    }
    if (parameter.form === 'words') {
      if (parameter.words.includes(String(raw))) words.set(name, String(raw));
      else
        report.error(
          at,
          'document/unknown-word',
          `"${name}" of "${id}" is "${String(raw)}".`,
          didYouMean(String(raw), parameter.words, `It is one of: ${parameter.words.join(', ')}.`),
        );
    } else if (parameter.form === 'payment') {
      if (ruleset.nodes.has(nodeKey('payments', String(raw)))) payment = String(raw);
      else if (!ruleset.broken.has(nodeKey('payments', String(raw))))
        report.error(
          at,
          'formula/unknown-name',
          `"${String(raw)}" is no payment.`,
          didYouMean(
            String(raw),
            [...ruleset.nodes.values()].filter((node) => node.section === 'payments').map((node) => node.id),
          ),
        );
    } else if (parameter.form === 'text') {
      words.set(name, String(raw));
    } else if (parameter.form === 'key') {
      const parts = (raw as readonly unknown[]).map((part, index) => eventValue(reader, part, below(at, index)));
      if (parts.every((part) => part !== undefined)) key = parts;
    } else {
      const value = eventValue(reader, raw, at);
      if (value) values.set(name, value);
    }
  }
  return { kind: event.kind, values, words, ...(key && { key }), ...(payment !== undefined && { payment }) };
}

/** A literal, or `{ fact: path }`. */
function eventValue(reader: ConditionReader, raw: unknown, place: Place): Tree | undefined {
  if (typeof raw === 'object' && raw !== null) {
    return readPath(reader, (raw as { fact: unknown }).fact, below(place, 'fact'));
  }
  const type: Type = typeof raw === 'boolean' ? BOOLEAN : /^-?\d/.test(String(raw)) && 'value' in readDatum(String(raw), numberType()) ? numberType() : TEXT;
  const read = readDatum(type.kind === 'number' ? String(raw) : raw, type);
  if ('value' in read) return { op: 'constant', value: read.value as Datum, type, span: [0, 0] };
  reader.context.report.add('error', place, read.finding);
  return undefined;
}
