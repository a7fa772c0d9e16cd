/**
 * Plans parameters: one value at a date, or, for `withinPeriod: perDay`, a value for each day.
 * In: a parameter node and a phase. Out: a step or a callable.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { readDatum } from '../values/read-datum.ts';
import type { Datum, None } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { type PlanContext, keyOf, originOf, versionAt } from './context.ts';
import { inForce } from './in-force.ts';
import type { DatedCallable, ParameterStep } from './plan.ts';
import { type LayeredNode, versionsOf } from './read-document.ts';
import type { ReadVersion } from './read-node.ts';
import { below } from './report.ts';
import type { Phase } from './stage.ts';

type ParameterNode = LayeredNode<'parameters'>;

export function planParameter(context: PlanContext, node: ParameterNode, phase: Phase, type: Type): ParameterStep | undefined {
  const found = versionAt(context, node, phase);
  if (!found) return undefined;
  const value = readValue(context, found.version, type);
  if (value === undefined) return undefined;
  return { kind: 'parameter', key: keyOf(context, node, phase), id: node.id, origin: originOf(node, found), reads: [], type, value };
}

export function planDatedParameter(context: PlanContext, node: ParameterNode, type: Type): DatedCallable | undefined {
  const days = [...new Set(versionsOf(node).flatMap((version) => [version.from.epochDay, ...(version.to ? [version.to.epochDay + 1] : [])]))].sort(
    (a, b) => a - b,
  );
  const versions: DatedCallable['versions'][number][] = [];
  for (const [index, day] of days.entries()) {
    const found = inForce(node, CalendarDate.fromEpochDay(day));
    if (!found) continue;
    const value = readValue(context, found.version, type);
    if (value === undefined) return undefined;
    const next = days[index + 1];
    versions.push({ from: day, ...(next !== undefined && { to: next - 1 }), value, origin: originOf(node, found) });
  }
  const last = versions.at(-1);
  return last && { kind: 'dated', key: node.id, id: node.id, type, versions, origin: last.origin };
}

function readValue(context: PlanContext, version: ReadVersion<'parameters'>, type: Type): Datum | None | undefined {
  const read = readDatum(version.content!.value, type);
  if ('value' in read) return read.value;
  context.report.add('error', below(version.place, 'value'), read.finding);
  return undefined;
}

/** A parameter that changes inside a period whose law it is read under must say which value holds. */
export function refuseChangeInside(context: PlanContext, node: ParameterNode, phase: Phase): void {
  if (node.node.withinPeriod !== undefined) return;
  const period = context.dates[phase]!;
  const inside = versionsOf(node).find(
    (version) =>
      version.from.epochDay > period.from.epochDay && version.from.epochDay <= period.to.epochDay && inForce(node, version.from)?.version === version,
  );
  if (inside) {
    context.report.error(
      inside.place,
      'version/changes-inside',
      `"${node.id}" changes on ${inside.from}, inside the ${phase} period ${period.from} to ${period.to}.`,
      'Say which value holds: withinPeriod: start, end or perDay.',
    );
  }
}
