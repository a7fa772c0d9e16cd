/**
 * Which version of a node is in force on a day, and on which days the law of a ruleset changes.
 * In: a layered node, a day. Out: the version with the ruleset it comes from; the interval without change around a day.
 * A region's version holds from its `from` until its `to` or until `value: national`.
 */
import { type CalendarDate, addDays } from '../values/calendar-date.ts';
import type { LayeredNode, ReadRuleset } from './read-document.ts';
import { versionsOf } from './read-document.ts';
import type { NodeSection } from './schema.ts';
import type { ReadVersion } from './read-node.ts';

export interface InForce<S extends NodeSection = NodeSection> {
  readonly version: ReadVersion<S>;
  readonly ruleset: string;
}

export function inForce<S extends NodeSection>(node: LayeredNode<S>, day: CalendarDate): InForce<S> | undefined {
  for (const layer of [...node.layers].reverse()) {
    const version = latest(layer.versions, day);
    if (version && version.content !== undefined) return { version, ruleset: layer.ruleset };
  }
  const version = latest(node.versions, day);
  return version && { version, ruleset: node.ruleset };
}

function latest<S extends NodeSection>(versions: readonly ReadVersion<S>[], day: CalendarDate): ReadVersion<S> | undefined {
  let found: ReadVersion<S> | undefined;
  for (const version of versions) if (version.from.epochDay <= day.epochDay) found = version;
  return found && (!found.to || found.to.epochDay >= day.epochDay) ? found : undefined;
}

/** The first days of the intervals within which nothing changes, from the ruleset's own first day on; sorted. */
export function changeDays(ruleset: ReadRuleset): readonly CalendarDate[] {
  const first = firstDay(ruleset);
  const days = new Map<number, CalendarDate>([[first.epochDay, first]]);
  for (const node of ruleset.nodes.values()) {
    for (const version of versionsOf(node)) {
      for (const day of [version.from, version.to && addDays(version.to, 1)]) {
        if (day && day.epochDay > first.epochDay) days.set(day.epochDay, day);
      }
    }
  }
  return [...days.values()].sort((a, b) => a.epochDay - b.epochDay);
}

/** The latest `from` of the manifests of the chain. */
export function firstDay(ruleset: ReadRuleset): CalendarDate {
  return ruleset.manifests.map((manifest) => manifest.from).reduce((a, b) => (a.epochDay >= b.epochDay ? a : b));
}

/** The days around `day` on which the same law holds; an open end is undefined. */
export function intervalAround(
  days: readonly CalendarDate[],
  day: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate | undefined } | undefined {
  let from: CalendarDate | undefined;
  for (const change of days) {
    if (change.epochDay > day.epochDay) return from && { from, to: addDays(change, -1) };
    from = change;
  }
  return from && { from, to: undefined };
}
