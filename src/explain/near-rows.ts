/**
 * Table rows whose edge was close: what a quantity would have had to be for another answer, and what follows from that.
 * In: a trace with its ruleset, the keys that the outcome answers for. Out: ranked near misses; only one quantity moves.
 */
import type { Trace, TraceStep } from '../engine/trace.ts';
import type { ApplyTree, Tree } from '../formula/tree.ts';
import { childrenOf } from '../formula/tree-children.ts';
import type { TableCallable, TermStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type NearEdge, nearestEdges } from '../table/nearest-edges.ts';
import type { Cell, Table } from '../table/table.ts';
import { type Exact, add, compare, isExact, ratio, subtract } from '../values/exact.ts';
import { None, type Result, isNoValue } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { pointValue } from './call-details.ts';
import type { Derivation } from './derivation.ts';
import type { NearTold } from './explanation-shape.ts';
import { groundOf } from './ground.ts';
import { type Ranked, distanceValue, rankOf } from './nearness.ts';
import { valueOf } from './value.ts';
import { whatIf } from './what-if.ts';

/** Tables that the steps below the roots call with quantities that have a name. */
export function rowsNearlyReached(ruleset: Ruleset, trace: Trace, derivation: Derivation, roots: readonly string[]): readonly Ranked[] {
  const { plan } = ruleset;
  return [...keysBelow(trace, derivation, roots)].flatMap((key) => {
    const step = plan.byKey.get(key);
    const traced = trace.byKey.get(key);
    if (step?.kind !== 'term' || step.each || !traced) return [];
    return appliedIn(step, derivation).flatMap((tree) => {
      const callable = plan.callables.get(tree.id);
      return callable?.kind === 'table' ? nearRows(ruleset, trace, derivation, { tree, callable, step, traced, roots }) : [];
    });
  });
}

function keysBelow(trace: Trace, { names }: Derivation, roots: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const stack = [...roots];
  while (stack.length > 0) {
    const key = stack.pop()!;
    const step = trace.byKey.get(key) ?? trace.byKey.get(names.stepOf(key)?.key ?? '');
    if (!step || seen.has(step.key)) continue;
    seen.add(step.key);
    stack.push(...step.inputs);
  }
  return seen;
}

/** Table calls of the branch that was taken, outside of loops. */
function appliedIn(step: TermStep, { telling }: Derivation): readonly ApplyTree[] {
  const run = telling.environment;
  const found: ApplyTree[] = [];
  const walk = (tree: Tree): void => {
    if (tree.op === 'for' || tree.op === 'filter' || tree.op === 'some' || tree.op === 'every') return;
    if (tree.op === 'if') {
      const holds = run.evaluate(tree.condition);
      walk(tree.condition);
      if (!isNoValue(holds)) walk(holds === true ? tree.then : tree.else);
      return;
    }
    if (tree.op === 'apply') found.push(tree);
    childrenOf(tree).forEach(walk);
  };
  const { body } = step;
  if (body.form === 'formula') walk(body.tree);
  else if (body.form === 'parts') body.parts.forEach((part) => [part.value, part.weight].forEach(walk));
  else {
    for (const branch of body.branches) {
      if (branch.when && run.evaluate(branch.when) === false) continue;
      if (!(branch.then instanceof None)) walk(branch.then);
      break;
    }
  }
  return found;
}

interface Site {
  readonly tree: ApplyTree;
  readonly callable: TableCallable;
  readonly step: TermStep;
  readonly traced: TraceStep;
  readonly roots: readonly string[];
}

function nearRows(ruleset: Ruleset, trace: Trace, derivation: Derivation, site: Site): readonly Ranked[] {
  const { table } = site.callable;
  const args = site.tree.args.map((arg) => derivation.telling.environment.evaluate(arg));
  return nearestEdges(table, args).flatMap((edge) => {
    const at = table.inputs.findIndex((column) => column.name === edge.column);
    const arg = site.tree.args[at]!;
    const now = args[at]!;
    if (arg.op !== 'read' || isStation(arg.id, arg.type) || isListing(table, at) || !isExact(now)) return [];
    const rank = rankOf(edge.distance, edge.at, table.inputs[at]!.type);
    return rank ? tellEdge(ruleset, trace, derivation, site, { edge, key: arg.id, type: arg.type, now, rank }) : [];
  });
}

/** The class or grade of the post is no quantity that a period of work moves. */
const isStation = (key: string, type: Type): boolean =>
  key.startsWith('employee.') && type.kind === 'number' && !['day', 'month', 'year'].includes(type.unit.text);

/** A column that lists single values (classes, codes) has no bands to move between. */
function isListing(table: Table, at: number): boolean {
  const single = (cell: Cell): boolean =>
    cell.kind === 'any' || (cell.kind === 'intervals' && cell.intervals.every(({ low, high }) => low !== undefined && high !== undefined && low.equals(high)));
  return table.hit !== 'atOrBelow' && table.rows.every((row) => single(row.when[at]!));
}

interface Moved {
  readonly edge: NearEdge;
  readonly key: string;
  readonly type: Type;
  readonly now: Exact;
  readonly rank: Exact;
}

function tellEdge(
  ruleset: Ruleset,
  trace: Trace,
  derivation: Derivation,
  { callable, step, traced, roots }: Site,
  { edge, key, type, now, rank }: Moved,
): readonly Ranked[] {
  const { names } = derivation;
  const moved = whatIf(ruleset, trace, key, landing(edge, now));
  const becomes = moved.get(step.key);
  if (
    becomes === undefined ||
    isNoValue(becomes) ||
    JSON.stringify(valueOf(becomes, step.type, names)) === JSON.stringify(valueOf(traced.result, step.type, names))
  )
    return [];
  const row = edge.rows[0];
  const ground = groundOf(callable.id, callable.origin, row && callable.rowOrigins.get(row.index));
  return [
    {
      rank,
      near: {
        what: names.key(key),
        now: valueOf(now, type, names),
        at: pointValue(edge.at, type),
        included: edge.included,
        direction: edge.direction,
        distance: distanceValue(edge.distance, type),
        becomes: { title: step.origin.title, rule: false, from: valueOf(traced.result, step.type, names), to: valueOf(becomes, step.type, names) },
        then: roots.filter((root) => root !== step.key && root !== key).flatMap((root) => consequence(root, moved, ruleset, trace, derivation, edge)),
        ground,
      },
    },
  ];
}

/** A value on the other side of the edge: the edge itself where it belongs there. */
function landing(edge: NearEdge, now: Exact): Exact {
  if (edge.included) return edge.at;
  const beyond = ratio(1n, 1_000_000n);
  return compare(now, edge.at) < 0 ? add(edge.at, beyond) : subtract(edge.at, beyond);
}

/** What a score, the rating or a payment becomes; a number only where the edge itself is the landing, since beyond it every digit would be invented. */
function consequence(
  root: string,
  moved: ReadonlyMap<string, Result>,
  ruleset: Ruleset,
  trace: Trace,
  { names }: Derivation,
  edge: NearEdge,
): NearTold['then'] {
  const step = ruleset.plan.byKey.get(root);
  const key = step?.kind === 'payment' ? step.amount : root;
  const after = moved.get(key);
  const before = trace.values.get(key);
  const type = names.typeOf(key);
  if (after === undefined || before === undefined || !type || isNoValue(after) || isNoValue(before)) return [];
  if (type.kind === 'number' && !edge.included) return [];
  const [from, to] = [valueOf(before, type, names), valueOf(after, type, names)];
  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ title: names.key(root), from, to }];
}
