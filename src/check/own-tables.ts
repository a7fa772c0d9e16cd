/**
 * The versions of the tables that a ruleset wrote itself, each read into a table.
 * In: a lint's input. Out: {@link OwnTable}s; versions that cannot be read are left to the loader, which has said why.
 */
import { readTableVersion } from '../ruleset/plan-table.ts';
import { type LayeredNode, versionsOf } from '../ruleset/read-document.ts';
import type { ReadVersion } from '../ruleset/read-node.ts';
import { type Place, below } from '../ruleset/report.ts';
import type { Table, TableFinding } from '../table/table.ts';
import type { Severity } from '../ruleset/diagnostic.ts';
import { type LintInput, type Smell, isOwn } from './lint.ts';

export interface OwnTable {
  readonly table: Table;
  readonly place: Place;
}

export function* ownTables(input: LintInput): Iterable<OwnTable> {
  for (const node of input.read.nodes.values()) {
    if (node.section !== 'tables') continue;
    for (const version of versionsOf(node) as readonly ReadVersion<'tables'>[]) {
      if (!version.content || !isOwn(input, version.place)) continue;
      const read = readTableVersion(node as LayeredNode<'tables'>, version.content, input.read.types);
      if ('table' in read) yield { table: read.table, place: version.place };
    }
  }
}

/** What one smell of tables finds in all of them, at the rows that it speaks of. */
export function* tableSmells(input: LintInput, severity: Severity, find: (table: Table) => readonly TableFinding[]): Iterable<Smell> {
  for (const { table, place } of ownTables(input)) {
    for (const finding of find(table)) {
      const row = finding.rows.at(-1);
      yield { severity, finding, place: row === undefined ? below(place, 'rows') : below(place, 'rows', row) };
    }
  }
}
