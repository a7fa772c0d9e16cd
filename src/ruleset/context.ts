/**
 * What every planner of a node needs: the read ruleset, the dates, the declared names and the report.
 * In: a read ruleset and dates. Out: {@link PlanContext}, the scopes of its nodes, and their versions in force.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { CheckedFormula } from '../formula/check-formula.ts';
import { compileFormula } from '../formula/compile-formula.ts';
import type { Declared, Parameter, Scope } from '../formula/scope.ts';
import type { CalendarDate } from '../values/calendar-date.ts';
import { isFinding, readType } from '../values/type-expression.ts';
import { TEXT, type Type, listType, recordType } from '../values/type.ts';
import { COUNT } from '../values/unit.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { toText } from '../values/exact.ts';
import { EVENT_KINDS, type EventKind } from './event.ts';
import { type InForce, inForce } from './in-force.ts';
import type { Origin, ResolveDates } from './plan.ts';
import type { LayeredNode, ReadRuleset } from './read-document.ts';
import { FOLLOWS, type Place, type Report, below } from './report.ts';
import type { NodeSection } from './schema.ts';
import { type Phase, type Stage, phaseOf, stageIndex } from './stage.ts';

/** A name as formulas see it, before its formulas are read. */
export type Declaration =
  | {
      readonly kind: 'value';
      readonly id: string;
      readonly ruleset: string;
      readonly type: Type;
      readonly stage?: Stage | undefined;
      readonly node?: LayeredNode | undefined;
    }
  | {
      readonly kind: 'callable';
      readonly id: string;
      readonly ruleset: string;
      readonly parameters: readonly Parameter[];
      readonly returns: Type;
      readonly node: LayeredNode;
    };

export interface PlanContext {
  readonly ruleset: ReadRuleset;
  readonly report: Report;
  readonly dates: ResolveDates;
  /** Whether a law changes between the end of the assessed and the end of the paid period. */
  readonly split: boolean;
  readonly declarations: Map<string, Declaration>;
}

export const FIRED_RECORD = recordType('firedRule', [
  ['rule', TEXT],
  ['code', TEXT],
]);
export const FIRED_LIST = listType(FIRED_RECORD, { each: COUNT, maxItems: 1_000 });

export const dayOf = (context: PlanContext, phase: Phase): CalendarDate | undefined =>
  phase === 'assessed' ? context.dates.assessed.to : context.dates.paid?.to;

export function versionAt<S extends NodeSection>(context: PlanContext, node: LayeredNode<S>, phase: Phase): InForce<S> | undefined {
  const day = dayOf(context, phase);
  if (!day) return undefined;
  const atStart = node.section === 'parameters' && (node as LayeredNode<'parameters'>).node.withinPeriod === 'start';
  return inForce(node, atStart ? context.dates[phase]!.from : day);
}

/** The key under which a node without a stage is read in a phase. */
export function keyOf(context: PlanContext, node: LayeredNode, phase: Phase): string {
  if (phase === 'assessed' || !context.split) return node.id;
  const same = node.section !== 'terms' && versionAt(context, node, 'paid')?.version === versionAt(context, node, 'assessed')?.version;
  return same ? node.id : `${node.id}@paid`;
}

export function originOf(node: LayeredNode, found: InForce): Origin {
  const { version } = found;
  const position = version.place.document.locate?.(version.place.path);
  return deepFreeze({
    ruleset: found.ruleset,
    title: node.title ?? { id: node.id, en: node.id },
    standing: version.standing,
    from: version.from.toString(),
    ...(version.cite !== undefined && { cite: version.cite }),
    ...(version.note !== undefined && { note: version.note }),
    ...(version.working !== undefined && { working: version.working }),
    ...(version.to && { to: version.to.toString() }),
    ...(position && { position }),
  });
}

/** The written type of a node: its `type`, its `unit`, or a finding. */
export function declaredType(
  context: PlanContext,
  node: { readonly unit?: string | undefined; readonly type?: unknown },
  place: Place,
  what: string,
): Type | undefined {
  if (node.unit !== undefined && node.type !== undefined) {
    context.report.error(
      below(place, 'unit'),
      'type/unreadable',
      `${what} has both a unit and a type.`,
      'Write the unit inside the type: { unit: IDR, min: 0 }.',
      { key: true },
    );
  }
  const written = node.type ?? node.unit;
  if (written === undefined) {
    context.report.error(place, 'type/missing', `${what} says neither its unit nor its type.`, 'Write "unit: IDR" or "type: boolean".');
    return undefined;
  }
  const type = readType(written, context.ruleset.types);
  if (!isFinding(type)) return type;
  context.report.add('error', below(place, node.type === undefined ? 'unit' : 'type'), type);
  return undefined;
}

/** What the formulas of a node may read: its own stage and earlier ones, in the law of its phase. */
export function scopeOf(context: PlanContext, phase: Phase, stage: Stage | undefined, what: string, writer: string): Scope {
  // What a region declares does not exist for the nation's formulas: it can neither be read by them nor hide their names.
  const ranks = new Map(context.ruleset.manifests.map((manifest, rank) => [manifest.data.id, rank]));
  const reach = ranks.get(writer) ?? ranks.size;
  const visible = (id: string): Declaration | undefined => {
    const declaration = context.declarations.get(id);
    return declaration && (ranks.get(declaration.ruleset) ?? 0) <= reach ? declaration : undefined;
  };
  const refuse = (id: string, code: string, message: string, mend: string): Declared => ({ kind: 'refused', id, finding: { code, message, mend } });
  return {
    ids: () => [...context.declarations.keys()].filter((id) => visible(id) !== undefined),
    lookup(id) {
      const fired = firedKind(id);
      if (fired) {
        if (!stage) return refuse(id, 'stage/none', `${what} has no stage, so it cannot read "${id}".`, 'Pass it as an argument.');
        return { kind: 'value', id: `${id}@${stage}`, type: FIRED_LIST };
      }
      const declaration = visible(id);
      if (!declaration) {
        if (isUnreadable(context, id)) return refuse(id, FOLLOWS, `"${id}" could not be read.`, 'Mend it first.');
        if (FACT_CATALOGUE.has(id))
          return refuse(
            id,
            'fact/undeclared',
            `"${id}" is a fact of the library that this ruleset does not list.`,
            `Add "${id}: { absence: required }" to facts.yaml.`,
          );
        return undefined;
      }
      const { node } = declaration;
      const law = phaseOfDeclared(declaration, phase);
      if (node && !refusedByStage(declaration, stage) && !versionAt(context, node, law)) {
        return refuse(
          id,
          'version/not-in-force',
          `"${id}" has no version in force on ${String(dayOf(context, law))}.`,
          `Give it a version from that day, or end what reads it.`,
        );
      }
      if (declaration.kind === 'callable')
        return { kind: 'callable', id: keyOf(context, declaration.node, phase), parameters: declaration.parameters, returns: declaration.returns };
      if (declaration.stage !== undefined) {
        if (stage === undefined)
          return refuse(id, 'stage/none', `${what} has no stage, so it cannot read "${id}" of the stage ${declaration.stage}.`, 'Pass it as an argument.');
        if (stageIndex(declaration.stage) > stageIndex(stage)) {
          return refuse(
            id,
            'stage/later',
            `${what} belongs to the stage ${stage} and cannot read "${id}" of the later stage ${declaration.stage}.`,
            'Move one of them to another stage.',
          );
        }
        return { kind: 'value', id, type: declaration.type };
      }
      return { kind: 'value', id: node && node.section === 'parameters' ? keyOf(context, node, phase) : id, type: declaration.type };
    },
  };
}

/** Whether an id is written, but could not be read: whoever reads it is not blamed. */
export function isUnreadable({ ruleset, declarations }: PlanContext, id: string): boolean {
  if (ruleset.broken.has(id)) return true;
  const section = ruleset.nodes.get(id)?.section;
  return !declarations.has(id) && (ruleset.facts.has(id) || section === 'parameters' || section === 'tables' || section === 'terms' || section === 'carry');
}

/** Under which law a name is read: staged terms and what came in by carry have their own, all else that of the reader. */
function phaseOfDeclared(declaration: Declaration, reader: Phase): Phase {
  if (declaration.kind === 'value' && declaration.stage) return phaseOf(declaration.stage);
  return declaration.node?.section === 'carry' ? 'assessed' : reader;
}

const refusedByStage = (declaration: Declaration, reader: Stage | undefined): boolean =>
  declaration.kind === 'value' && declaration.stage !== undefined && (reader === undefined || stageIndex(declaration.stage) > stageIndex(reader));

export function firedKind(id: string): EventKind | undefined {
  return EVENT_KINDS.find((kind) => id === `fired.${kind}`);
}

/** Reads a formula of a node, and reports its findings, unexplained literals and unguarded every. */
export function readFormula(
  context: PlanContext,
  text: string,
  place: Place,
  scope: Scope,
  options: {
    readonly expected?: Type | undefined;
    readonly locals?: ReadonlyMap<string, Type> | undefined;
    readonly literals?: ReadonlyMap<string, string> | undefined;
  },
): CheckedFormula | undefined {
  const compiled = compileFormula(text, scope, { ...(options.expected && { expected: options.expected }), ...(options.locals && { locals: options.locals }) });
  if ('findings' in compiled) {
    context.report.errors(place, compiled.findings);
    return undefined;
  }
  for (const literal of compiled.literals) {
    if (options.literals?.has(literal.text) || options.literals?.has(toText(literal.value))) continue;
    context.report.add('warning', place, {
      code: 'formula/literal',
      message: `The number ${literal.text} stands in a formula without its reason.`,
      mend: `Make it a parameter with its article, or explain it: literals: { "${literal.text}": … }.`,
      span: literal.span,
    });
  }
  for (const span of compiled.unguardedEvery) {
    context.report.add('warning', place, {
      code: 'formula/unguarded-every',
      message: 'This "every" is true of an empty list.',
      mend: 'Guard it: count(xs) > 0 and every ….',
      span,
    });
  }
  return compiled;
}
