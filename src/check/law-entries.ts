/**
 * Every value that a ruleset itself wrote, one entry each: what it is, where the law says so, from when, how sure.
 * In: a document as read. Out: {@link LawEntry}s in the order of writing.
 * An entry `stands` when it states its own standing; rows, branches and grounds without one have that of their version.
 */
import { type LayeredNode, type ReadRuleset, versionsOf } from '../ruleset/read-document.ts';
import type { ReadVersion } from '../ruleset/read-node.ts';
import { NODE_SECTIONS, type NodeSection, type Remark, type Standing, type Title } from '../ruleset/schema.ts';
import { valueInShort } from './value-in-short.ts';

export interface LawEntry {
  readonly section: NodeSection | 'cycle' | 'selection' | 'facts';
  readonly id: string;
  /** The part of the version: a row, a branch, a ground, the rounding; undefined for the whole. */
  readonly part?: string | undefined;
  readonly title?: Title | undefined;
  readonly cite?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly standing: Standing;
  /** Whether it states a standing itself, and so counts. */
  readonly stands: boolean;
  /** The value in a few words. */
  readonly short: string;
  /** What is missing, or how it was worked out. */
  readonly remark?: string | undefined;
  readonly overrides?: boolean | undefined;
}

/** A piece of a version that may speak for itself. */
interface Piece {
  readonly cite?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly note?: unknown;
  readonly working?: unknown;
}

export function* lawEntries(read: ReadRuleset): Iterable<LawEntry> {
  const { cycle, selection } = read.manifests.at(-1)!.data;
  if (cycle) {
    const short = `assesses by the ${cycle.assesses}, pays by the ${cycle.pays}, a rating acts on: ${cycle.ratingActs}`;
    yield { section: 'cycle', id: 'cycle', cite: cycle.cite, standing: cycle.standing, stands: true, short, remark: remarkOf(cycle) };
  }
  if (selection) {
    const by = selection.by.map((each) => (typeof each === 'string' ? each : `${each.term} (${each.better} is better)`)).join(', then ');
    const short = `by ${by}${selection.eligible ? `; must be true: ${selection.eligible.join(', ')}` : ''}`;
    yield { section: 'selection', id: 'selection', cite: selection.cite, standing: selection.standing, stands: true, short, remark: remarkOf(selection) };
  }
  for (const fact of read.facts.values()) {
    const { absence, title } = fact.data;
    if (fact.place.ruleset !== read.id || typeof absence !== 'object') continue;
    const short = `taken as ${valueInShort(absence.default)} when not given`;
    yield { section: 'facts', id: fact.id, title, cite: absence.cite, standing: absence.standing, stands: true, short, remark: remarkOf(absence) };
  }
  for (const section of NODE_SECTIONS) {
    for (const node of read.nodes.values()) {
      if (node.section !== section) continue;
      for (const version of versionsOf(node)) if (version.place.ruleset === read.id) yield* entriesOf(node, version);
    }
  }
}

function* entriesOf(node: LayeredNode, version: ReadVersion): Iterable<LawEntry> {
  const content = (version.content ?? {}) as Readonly<Record<string, unknown>>;
  const whole: LawEntry = {
    section: node.section,
    id: node.id,
    title: node.title,
    cite: version.cite,
    from: version.from.toString(),
    to: version.to?.toString(),
    standing: version.standing,
    stands: true,
    short: version.content === undefined ? "the nation's value again" : valueOf(node, content),
    remark: remarkOf(version),
    overrides: version.place.ruleset !== node.ruleset,
  };
  yield whole;
  const piece = (part: string, own: Piece, short: string): LawEntry => ({
    ...whole,
    part,
    short,
    cite: own.cite ?? whole.cite,
    standing: own.standing ?? whole.standing,
    stands: own.standing !== undefined,
    remark: remarkOf(own),
  });
  const isOwn = (row: Piece): boolean => row.cite !== undefined || row.standing !== undefined;
  const weights = content['weights'] as { readonly rows: readonly (Piece & object)[] } | undefined;
  for (const [at, row] of (weights?.rows ?? []).entries()) yield piece(`weights ${at + 1}`, row, cellsOf(row));
  for (const [at, row] of ((content['rows'] ?? []) as readonly (Piece & object)[]).entries()) if (isOwn(row)) yield piece(`row ${at + 1}`, row, cellsOf(row));
  for (const [at, branch] of ((content['choose'] ?? []) as readonly (Piece & Readonly<Record<string, string>>)[]).entries())
    if (isOwn(branch)) yield piece(`branch ${branch['letter'] ?? at + 1}`, branch, valueInShort(branch['then'] ?? branch['otherwise']));
  for (const list of ['entitled', 'hold'] as const) {
    for (const [at, gate] of ((content[list] ?? []) as readonly (Piece & { reason?: Title; when?: string; unless?: string })[]).entries())
      yield piece(`${list === 'hold' ? 'held' : 'not entitled'} ${at + 1}`, gate, gate.reason?.en ?? valueInShort(gate.when ?? gate.unless));
  }
  const round = content['round'] as (Piece & Readonly<Record<'to' | 'mode', unknown>>) | undefined;
  if (round) yield piece('rounding', round, `to ${String(round.to)}, ${String(round.mode)}`);
}

function valueOf(node: LayeredNode, content: Readonly<Record<string, unknown>>): string {
  const list = (key: string): readonly unknown[] => (content[key] ?? []) as readonly unknown[];
  switch (node.section) {
    case 'parameters': {
      const { unit, type } = node.node as { readonly unit?: string; readonly type?: unknown };
      const named = unit ?? (typeof type === 'object' && type !== null ? (type as { unit?: string }).unit : undefined);
      return [valueInShort(content['value']), named].filter((each) => each !== undefined).join(' ');
    }
    case 'tables':
      return `${list('rows').length} rows`;
    case 'raters':
      return Object.entries(content['sources'] as Readonly<Record<string, { scale: string; quorum: unknown }>>)
        .map(([source, { scale, quorum }]) => `${source} ${scale}, quorum ${String(quorum)}`)
        .join('; ');
    case 'rules': {
      const event = content['event'] as Readonly<Record<string, unknown>>;
      return [event['kind'], event['code'], event['payment']]
        .filter((word) => word !== undefined)
        .map(valueInShort)
        .join(' ');
    }
    case 'payments':
      return `pays ${String(content['amount'])}; ${list('entitled').length} grounds of no entitlement, ${list('hold').length} of holding`;
    case 'carry':
      return `starts at ${String(content['opening'])}; next: ${valueInShort(content['next'])}`;
    case 'conditions':
      return valueInShort(content['when']);
    case 'terms':
      if (content['choose'] !== undefined) return `${list('choose').length} branches`;
      if (content['parts'] !== undefined)
        return (list('parts') as readonly { part: string; weight: string }[]).map(({ part, weight }) => `${part} × ${weight}`).join(' + ');
      return valueInShort(content['formula']);
  }
}

const BESIDE_CELLS: ReadonlySet<string> = new Set(['cite', 'standing', 'note', 'working']);

const cellsOf = (row: object): string =>
  Object.entries(row)
    .filter(([name]) => !BESIDE_CELLS.has(name))
    .map(([name, cell]) => `${name} ${valueInShort(cell)}`)
    .join(', ');

function remarkOf({ note, working }: { readonly note?: unknown; readonly working?: unknown }): string | undefined {
  const remark = (note ?? working) as Remark | undefined;
  return typeof remark === 'object' ? remark.en : remark;
}
