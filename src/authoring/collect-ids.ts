/**
 * Collects the ids that an outcome of a ruleset can hold, over all its versions and those of what it extends.
 * In: {@link RulesetData}. Out: {@link CollectedIds}; a ruleset that cannot be read is a {@link RulesetError}.
 */
import type { RulesetIds } from '../model/ruleset-ids.ts';
import type { PlanContext } from '../ruleset/context.ts';
import { declareNames } from '../ruleset/declare.ts';
import { RulesetError, sortDiagnostics } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { EventKind } from '../ruleset/event.ts';
import { firstDay } from '../ruleset/in-force.ts';
import { type LayeredNode, type ReadRuleset, readDocument } from '../ruleset/read-document.ts';
import { Report } from '../ruleset/report.ts';
import type { NodeSection } from '../ruleset/schema.ts';
import type { Type } from '../values/type.ts';

/** The members of one union; open when other texts are possible, because a rule takes its code from a fact without a list of members. */
export interface IdUnion {
  readonly known: readonly string[];
  readonly open: boolean;
}
export type CollectedIds = Readonly<Record<keyof RulesetIds, IdUnion>>;

/** @throws RulesetError with everything that keeps the names of the ruleset from being read. */
export function collectIds(data: RulesetData): CollectedIds {
  const report = new Report();
  const read = readDocument(data, report);
  const context = read && !report.hasErrors ? declared(read, report) : undefined;
  if (!context || report.hasErrors) {
    const errors = report.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    throw new RulesetError(String((data.manifest as RulesetData['manifest'] | undefined)?.['id'] ?? 'unnamed'), sortDiagnostics(errors));
  }
  const { ruleset, declarations } = context;
  const nodes = [...ruleset.nodes.values()];
  const valued = [...declarations.values()].filter((each) => each.kind === 'value');
  const outputs = ruleset.manifests.map((manifest) => manifest.data.outputs);
  const rating = outputs.findLast((each) => each?.rating !== undefined)?.rating;
  const ratingType = rating === undefined ? undefined : typeAt(context, rating);
  return {
    term: closed(valued.filter((each) => each.node?.section === 'terms' || each.node?.section === 'raters').map((each) => each.id)),
    rule: closed(idsIn(nodes, 'rules')),
    award: codes(context, 'award'),
    sanction: codes(context, 'sanction'),
    payment: closed(idsIn(nodes, 'payments')),
    score: closed(outputs.flatMap((each) => Object.keys(each?.scores ?? {}))),
    rating: { known: ratingType?.kind === 'enum' ? ratingType.members : [], open: rating !== undefined && ratingType?.kind !== 'enum' },
    fact: closed(ruleset.facts.keys()),
  };
}

/** The names are the same at every date, so any day will do. */
function declared(ruleset: ReadRuleset, report: Report): PlanContext {
  const day = firstDay(ruleset);
  const context: PlanContext = { ruleset, report, dates: { assessed: { from: day, to: day } }, split: false, declarations: new Map() };
  declareNames(context);
  return context;
}

const closed = (ids: Iterable<string>): IdUnion => ({ known: [...new Set(ids)].sort(), open: false });

const idsIn = (nodes: readonly LayeredNode[], section: NodeSection): readonly string[] =>
  nodes.filter((node) => node.section === section).map((node) => node.id);

/** The codes of the events of one kind, in every version: as written, or the members of the enumeration that the code is taken from. */
function codes(context: PlanContext, kind: EventKind): IdUnion {
  const known = new Set<string>();
  let open = false;
  for (const node of context.ruleset.nodes.values()) {
    if (node.section !== 'rules') continue;
    const { versions, layers } = node as LayeredNode<'rules'>;
    for (const { content } of [...versions, ...layers.flatMap((layer) => layer.versions)]) {
      if (content?.event.kind !== kind) continue;
      const { code } = content.event as { readonly code?: unknown };
      if (typeof code !== 'object' || code === null) {
        known.add(String(code ?? node.id));
        continue;
      }
      const type = typeAt(context, String((code as { readonly fact: unknown }).fact));
      if (type?.kind !== 'enum') open = true;
      else for (const member of type.members) known.add(member);
      // A code that is none is told by the id of the rule.
      known.add(node.id);
    }
  }
  return { known: [...known].sort(), open };
}

/** The type of a path: of the longest id that is declared, then of its fields. */
function typeAt({ declarations }: PlanContext, path: string): Type | undefined {
  const segments = path.split('.');
  for (let length = segments.length; length > 0; length--) {
    const found = declarations.get(segments.slice(0, length).join('.'));
    if (found?.kind !== 'value') continue;
    return segments.slice(length).reduce<Type | undefined>((type, field) => (type?.kind === 'record' ? type.fields.get(field) : undefined), found.type);
  }
  return undefined;
}
