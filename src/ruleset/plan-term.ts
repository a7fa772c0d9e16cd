/**
 * Plans terms and term functions: formula, choose or parts, once or for each member of a list, with their rounding.
 * In: a term node and a phase. Out: a step, or a callable for a function.
 */
import { evaluate } from '../formula/evaluate-formula.ts';
import type { Scope } from '../formula/scope.ts';
import type { Tree } from '../formula/tree.ts';
import {
  HUNDRED,
  ONE,
  type Exact,
  NumberRefused,
  add,
  compare,
  equals,
  fromDecimalText,
  fromNumber,
  isExact,
  isNegative,
  toText,
  ZERO,
} from '../values/exact.ts';
import { NONE, unknown } from '../values/result.ts';
import { BOOLEAN, type Type, typeText } from '../values/type.ts';
import { isPercent, isRatio } from '../values/unit.ts';
import { type PlanContext, keyOf, originOf, readFormula, scopeOf, versionAt } from './context.ts';
import type { Body, Branch, FunctionCallable, ParameterStep, Part, RoundPlan, TermStep } from './plan.ts';
import type { LayeredNode } from './read-document.ts';
import type { ReadVersion } from './read-node.ts';
import { type Place, below } from './report.ts';
import type { RoundData } from './schema.ts';
import type { Phase, Stage } from './stage.ts';

type TermNode = LayeredNode<'terms'>;
type TermVersion = ReadVersion<'terms'>;

/** Parameters by key: weights that are constants are added up at load. */
export type Constants = ReadonlyMap<string, ParameterStep>;

export function planTerm(context: PlanContext, node: TermNode, stage: Stage, phase: Phase, type: Type, constants: Constants): TermStep | undefined {
  const found = versionAt(context, node, phase);
  if (!found?.version.content) return undefined;
  const { version } = found;
  const scope = scopeOf(context, phase, stage, `"${node.id}"`, found.ruleset);
  const reads = new Set<string>();
  const locals = new Map<string, Type>();
  let each: TermStep['each'];
  if (version.content!.for) {
    const [entry, ...more] = Object.entries(version.content!.for);
    const place = below(version.place, 'for');
    if (!entry || more.length > 0) {
      context.report.error(
        place,
        'term/for',
        `The "for" of "${node.id}" names ${entry ? 'several lists' : 'no list'}.`,
        'Write one: for: { post: assignments }.',
      );
      return undefined;
    }
    const list = readFormula(context, entry[1], below(place, entry[0]), scope, { literals: version.literals });
    if (!list) return undefined;
    if (list.tree.type.kind !== 'list') {
      context.report.error(below(place, entry[0]), 'term/for', `"${entry[1]}" is ${typeText(list.tree.type)}, not a list.`);
      return undefined;
    }
    locals.set(entry[0], list.tree.type.of);
    each = { local: entry[0], list: list.tree, text: entry[1] };
    for (const read of [...list.reads, ...list.applies]) reads.add(read);
  }
  const body = planBody(context, node.id, version, type, scope, locals, reads, constants);
  const round = planRound(context, version.content!.round, below(version.place, 'round'), type);
  if (!body) return undefined;
  return {
    kind: 'term',
    key: node.id,
    id: node.id,
    origin: originOf(node, found),
    reads: [...reads],
    stage,
    type,
    body,
    ...(each && { each }),
    ...(round && { round }),
  };
}

export function planFunction(
  context: PlanContext,
  node: TermNode,
  phase: Phase,
  parameters: FunctionCallable['parameters'],
  type: Type,
  constants: Constants,
): FunctionCallable | undefined {
  const found = versionAt(context, node, phase);
  if (!found?.version.content) return undefined;
  const reads = new Set<string>();
  const locals = new Map(parameters.map((parameter) => [parameter.name, parameter.type]));
  if (found.version.content.for)
    context.report.error(below(found.version.place, 'for'), 'term/for', `The function "${node.id}" cannot have "for".`, 'Call it inside a term that has.', {
      key: true,
    });
  const body = planBody(
    context,
    node.id,
    found.version,
    type,
    scopeOf(context, phase, undefined, `The function "${node.id}"`, found.ruleset),
    locals,
    reads,
    constants,
  );
  const round = planRound(context, found.version.content.round, below(found.version.place, 'round'), type);
  return (
    body && {
      kind: 'function',
      key: keyOf(context, node, phase),
      id: node.id,
      origin: originOf(node, found),
      parameters,
      type,
      body,
      ...(round && { round }),
      reads: [...reads],
    }
  );
}

function planBody(
  context: PlanContext,
  id: string,
  version: TermVersion,
  type: Type,
  scope: Scope,
  locals: ReadonlyMap<string, Type>,
  reads: Set<string>,
  constants: Constants,
): Body | undefined {
  const content = version.content!;
  const forms = (['formula', 'choose', 'parts'] as const).filter((form) => content[form] !== undefined);
  if (forms.length !== 1) {
    context.report.error(
      version.place,
      'term/form',
      `"${id}" has ${forms.length === 0 ? 'none of formula, choose and parts' : forms.join(' and ')}.`,
      'Write exactly one of them.',
    );
    return undefined;
  }
  const read = (text: string, place: Place, expected: Type | undefined): Tree | undefined => {
    const compiled = readFormula(context, text, place, scope, { expected, locals, literals: version.literals });
    for (const key of compiled ? [...compiled.reads, ...compiled.applies] : []) reads.add(key);
    return compiled?.tree;
  };
  if (content.formula !== undefined) {
    const tree = read(content.formula, below(version.place, 'formula'), type);
    return tree && { form: 'formula', tree, text: content.formula.trim() };
  }
  if (content.choose) return planChoose(context, id, version, type, read);
  return planParts(context, id, version, type, read, constants);
}

type ReadTree = (text: string, place: Place, expected: Type | undefined) => Tree | undefined;

function planChoose(context: PlanContext, id: string, version: TermVersion, type: Type, read: ReadTree): Body | undefined {
  const branches: Branch[] = [];
  const written = version.content!.choose!;
  let sound = true;
  for (const [index, branch] of written.entries()) {
    const place = below(version.place, 'choose', index);
    const last = index === written.length - 1;
    const letter = branch.letter ?? String(index + 1);
    const isOtherwise = branch.otherwise !== undefined;
    if (isOtherwise ? branch.when !== undefined || branch.then !== undefined : branch.when === undefined || branch.then === undefined) {
      context.report.error(place, 'term/branch', `Branch ${letter} of "${id}" needs either when and then, or otherwise alone.`);
      sound = false;
      continue;
    }
    if (isOtherwise !== last) {
      context.report.error(
        place,
        'term/branch',
        last ? `The last branch of "${id}" leaves cases open.` : `Branch ${letter} of "${id}" takes everything, so the branches below it are never reached.`,
        last ? 'End with - { otherwise: … }.' : 'Move "otherwise" to the end.',
      );
      sound = false;
    }
    const when = branch.when === undefined ? undefined : read(branch.when, below(place, 'when'), BOOLEAN);
    const text = (branch.then ?? branch.otherwise)!.trim();
    const then = text === 'none' ? NONE : read(text, below(place, isOtherwise ? 'otherwise' : 'then'), type);
    if (!then || (branch.when !== undefined && !when)) sound = false;
    else branches.push({ letter, then, ...(when && { when }), ...(branch.cite !== undefined && { cite: branch.cite }) });
  }
  return sound && branches.length > 0 ? { form: 'choose', branches } : undefined;
}

function planParts(context: PlanContext, id: string, version: TermVersion, type: Type, read: ReadTree, constants: Constants): Body | undefined {
  const place = below(version.place, 'parts');
  if (version.content!.notApplicable === undefined) {
    context.report.error(
      version.place,
      'term/parts',
      `"${id}" does not say what a part that is not applicable does to the whole.`,
      'Write notApplicable: renormalise, or notApplicable: unknown.',
    );
    return undefined;
  }
  const parts: Part[] = [];
  for (const [index, part] of version.content!.parts!.entries()) {
    const value = read(part.part, below(place, index, 'part'), type);
    const weight = read(part.weight, below(place, index, 'weight'), undefined);
    if (!value || !weight) return undefined;
    if (weight.type.kind !== 'number' || !(isPercent(weight.type.unit) || isRatio(weight.type.unit))) {
      context.report.error(
        below(place, index, 'weight'),
        'term/weight',
        `The weight "${part.weight}" is ${typeText(weight.type)}.`,
        'A weight is a percent or a ratio.',
      );
      return undefined;
    }
    parts.push({ value, weight, name: part.part, ...(part.title && { title: part.title }) });
  }
  const [first] = parts;
  if (!first) return undefined;
  const unit = (first.weight.type as Extract<Type, { kind: 'number' }>).unit;
  const total = isPercent(unit) ? HUNDRED : ONE;
  if (parts.some((part) => part.weight.type.kind === 'number' && part.weight.type.unit.text !== unit.text)) {
    context.report.error(place, 'term/weight', `The weights of "${id}" mix percent and ratio.`, 'Write all of them in one unit.');
    return undefined;
  }
  const weights = parts.map((part) => evaluate(part.weight, { read: (key) => constants.get(key)?.value ?? unknown(key), apply: (key) => unknown(key) }));
  if (weights.every(isExact)) {
    const sum = weights.reduce<Exact>((a, b) => add(a, b as Exact), ZERO);
    if (!equals(sum, total))
      context.report.error(
        place,
        'weights/sum',
        `The weights of "${id}" add up to ${toText(sum)}, not to ${toText(total)}.`,
        `They are: ${weights.map((weight) => toText(weight as Exact)).join(' + ')}.`,
      );
    const negative = weights.findIndex((weight) => isNegative(weight as Exact));
    if (negative >= 0)
      context.report.error(
        below(place, negative, 'weight'),
        'weights/negative',
        `A weight of "${id}" is ${toText(weights[negative] as Exact)}.`,
        'A weight is not below zero.',
      );
  }
  return { form: 'parts', parts, total, notApplicable: version.content!.notApplicable };
}

/** Reads `round: { to, mode }`. */
export function planRound(context: PlanContext, round: RoundData | undefined, place: Place, type: Type): RoundPlan | undefined {
  if (!round) return undefined;
  if (type.kind !== 'number') {
    context.report.error(place, 'term/round', `Only numbers are rounded, and this is ${typeText(type)}.`, 'Remove "round".');
    return undefined;
  }
  try {
    const step = typeof round.to === 'number' ? fromNumber(round.to) : fromDecimalText(round.to);
    if (compare(step, ZERO) <= 0) {
      context.report.error(below(place, 'to'), 'term/round', `The step of a rounding must be above zero, and this is ${toText(step)}.`);
      return undefined;
    }
    const { cite, standing, note } = round;
    return { step, mode: round.mode, ...(cite !== undefined && { cite }), ...(standing && { standing }), ...(note !== undefined && { note }) };
  } catch (error) {
    if (!(error instanceof NumberRefused)) throw error;
    context.report.error(below(place, 'to'), error.code, error.message);
    return undefined;
  }
}
