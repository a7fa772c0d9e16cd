/**
 * Plans a decision table: reads the version in force and makes it callable.
 * In: a table node and a phase. Out: a {@link TableCallable}; its findings go to the report at their rows.
 */
import { buildLookup } from '../table/lookup.ts';
import { readTable } from '../table/read-table.ts';
import type { TableData } from '../table/table.ts';
import type { NamedTypes } from '../values/type-expression.ts';
import { isFinding, readType } from '../values/type-expression.ts';
import { type Type, recordType } from '../values/type.ts';
import type { Parameter } from '../formula/scope.ts';
import { type PlanContext, keyOf, originOf, versionAt } from './context.ts';
import type { TableCallable } from './plan.ts';
import type { LayeredNode } from './read-document.ts';
import { below } from './report.ts';
import { STANDINGS, type Standing, type VersionOf } from './schema.ts';
import type { Phase } from './stage.ts';

type TableNode = LayeredNode<'tables'>;

/** What formulas see of a table: its inputs by position, and its output or a record of them. */
export function tableSignature(context: PlanContext, node: TableNode): { readonly parameters: readonly Parameter[]; readonly returns: Type } | undefined {
  const read = (side: 'inputs' | 'outputs'): Parameter[] | undefined => {
    const columns: Parameter[] = [];
    let sound = true;
    for (const [name, written] of Object.entries(node.node[side])) {
      const type = readType(written, context.ruleset.types);
      if (isFinding(type)) {
        context.report.add('error', below(node.place, side, name), type);
        sound = false;
      } else columns.push({ name, type });
    }
    return sound ? columns : undefined;
  };
  const parameters = read('inputs');
  const outputs = read('outputs');
  if (!parameters || !outputs) return undefined;
  if (parameters.length === 0 || outputs.length === 0) {
    context.report.error(
      node.place,
      'table/no-columns',
      `The table "${node.id}" has no ${parameters.length === 0 ? 'inputs' : 'outputs'}.`,
      'Declare at least one.',
    );
    return undefined;
  }
  const [only] = outputs;
  return {
    parameters,
    returns:
      outputs.length === 1
        ? only!.type
        : recordType(
            `${node.id} row`,
            outputs.map((column) => [column.name, column.type]),
          ),
  };
}

/** One version of a table, understood or with its findings. */
export function readTableVersion(node: TableNode, content: VersionOf<'tables'>, types: NamedTypes): ReturnType<typeof readTable> {
  const data: TableData = {
    inputs: node.node.inputs as TableData['inputs'],
    outputs: node.node.outputs as TableData['outputs'],
    hit: node.node.hit,
    rows: content.rows as TableData['rows'],
    columns: content.columns,
    otherwise: content.otherwise,
    gaps: content.gaps,
  };
  return readTable(data, types);
}

export function planTable(context: PlanContext, node: TableNode, phase: Phase): TableCallable | undefined {
  const found = versionAt(context, node, phase);
  const content = found?.version.content;
  if (!found || !content) return undefined;
  const read = readTableVersion(node, content, context.ruleset.types);
  if ('findings' in read) {
    for (const finding of read.findings) {
      const row = finding.rows[0];
      const place =
        row === undefined
          ? found.version.place
          : below(
              found.version.place,
              'rows',
              row,
              ...(finding.column !== undefined && Object.hasOwn(content.rows[row] ?? {}, finding.column) ? [finding.column] : []),
            );
      context.report.add('error', place, finding);
    }
    return undefined;
  }
  const rowOrigins = new Map<number, { cite?: string | undefined; standing?: Standing | undefined }>();
  for (const [index, row] of content.rows.entries()) {
    const standing = row['standing'];
    if (standing !== undefined && !(STANDINGS as readonly unknown[]).includes(standing))
      context.report.error(
        below(found.version.place, 'rows', index, 'standing'),
        'document/unknown-word',
        `"${String(standing)}" is no standing.`,
        `It is one of: ${STANDINGS.join(', ')}.`,
      );
    if (row['cite'] !== undefined || standing !== undefined)
      rowOrigins.set(index, { cite: row['cite'] as string | undefined, standing: standing as Standing | undefined });
  }
  return {
    kind: 'table',
    key: keyOf(context, node, phase),
    id: node.id,
    origin: originOf(node, found),
    table: read.table,
    lookup: buildLookup(read.table),
    rowOrigins,
  };
}
