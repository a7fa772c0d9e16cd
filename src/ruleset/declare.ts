/**
 * Declares every name of a read ruleset with its type, before any formula is read.
 * In: a plan context. Out: its `declarations`, filled; unreadable types go to the report.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { Parameter } from '../formula/scope.ts';
import { isFinding, readType } from '../values/type-expression.ts';
import { CALENDAR, DATE, type Type, listType } from '../values/type.ts';
import { type PlanContext, declaredType } from './context.ts';
import { tableSignature } from './plan-table.ts';
import { raterOutputs } from './plan-raters.ts';
import type { LayeredNode, ReadFact } from './read-document.ts';
import { versionsOf } from './read-document.ts';
import { below } from './report.ts';
import type { Stage } from './stage.ts';

export function declareNames(context: PlanContext): void {
  const { declarations, ruleset } = context;
  for (const fact of ruleset.facts.values()) {
    const type = factType(context, fact);
    if (type) declarations.set(fact.id, { kind: 'value', id: fact.id, ruleset: fact.place.ruleset, type });
  }
  for (const [id, { place }] of ruleset.calendars) declarations.set(id, { kind: 'value', id, ruleset: place.ruleset, type: CALENDAR });
  for (const node of ruleset.nodes.values()) declareNode(context, node);
}

function factType(context: PlanContext, fact: ReadFact): Type | undefined {
  const known = FACT_CATALOGUE.get(fact.id);
  if (!known) return declaredType(context, fact.data, fact.place, `The fact "${fact.id}"`);
  if (fact.data.type !== undefined || fact.data.unit !== undefined) {
    context.report.error(
      below(fact.place, fact.data.type === undefined ? 'unit' : 'type'),
      'fact/catalogue',
      `"${fact.id}" is a fact of the library, which has its type already.`,
      'Say only what its absence means.',
      { key: true },
    );
  }
  return known.type;
}

function declareNode(context: PlanContext, node: LayeredNode): void {
  const { declarations } = context;
  const value = (id: string, type: Type, stage?: Stage): void =>
    void declarations.set(id, { kind: 'value', id, ruleset: node.ruleset, type, node, ...(stage && { stage }) });
  switch (node.section) {
    case 'parameters': {
      const parameter = node as LayeredNode<'parameters'>;
      const type = declaredType(context, parameter.node, node.place, `The parameter "${node.id}"`);
      if (!type) return;
      if (parameter.node.withinPeriod === 'perDay')
        declarations.set(node.id, { kind: 'callable', id: node.id, ruleset: node.ruleset, parameters: [{ name: 'date', type: DATE }], returns: type, node });
      else value(node.id, type);
      return;
    }
    case 'tables': {
      const signature = tableSignature(context, node as LayeredNode<'tables'>);
      if (signature) declarations.set(node.id, { kind: 'callable', id: node.id, ruleset: node.ruleset, ...signature, node });
      return;
    }
    case 'terms':
      return declareTerm(context, node as LayeredNode<'terms'>, value);
    case 'raters': {
      const stage = (node as LayeredNode<'raters'>).node.stage ?? 'assessment';
      for (const [id, type] of raterOutputs(context, node as LayeredNode<'raters'>)) value(id, type, stage);
      return;
    }
    case 'carry': {
      const type = declaredType(context, (node as LayeredNode<'carry'>).node, node.place, `The carry "${node.id}"`);
      if (type) value(`carry.${node.id}`, type);
      return;
    }
    default:
      return;
  }
}

function declareTerm(context: PlanContext, node: LayeredNode<'terms'>, value: (id: string, type: Type, stage?: Stage) => void): void {
  const type = declaredType(context, node.node, node.place, `The term "${node.id}"`);
  const { params, stage } = node.node;
  if (params) {
    const parameters: Parameter[] = [];
    for (const [name, written] of Object.entries(params)) {
      const read = readType(written, context.ruleset.types);
      if (isFinding(read)) context.report.add('error', below(node.place, 'params', name), read);
      else parameters.push({ name, type: read });
    }
    if (stage)
      context.report.error(below(node.place, 'stage'), 'stage/function', `"${node.id}" is a function, and functions have no stage.`, 'Remove "stage".', {
        key: true,
      });
    if (type && parameters.length === Object.keys(params).length)
      context.declarations.set(node.id, { kind: 'callable', id: node.id, ruleset: node.ruleset, parameters, returns: type, node });
    return;
  }
  if (!stage)
    context.report.error(
      node.place,
      'stage/missing',
      `The term "${node.id}" does not say its stage.`,
      'Write stage: assessment, score, rating, sanction, award, incentive or payroll.',
    );
  const listed = versionsOf(node).some((version) => (version as LayeredNode<'terms'>['versions'][number]).content?.for !== undefined);
  if (type) value(node.id, listed ? listType(type) : type, stage ?? 'payroll');
}
