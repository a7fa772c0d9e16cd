/**
 * The placeholders of a ruleset: values that are the library's own default, and what is missing for each.
 * In: checked intervals. Out: {@link Placeholder}s, each version once, in the order of the plans.
 */
import type { Position } from '../ruleset/diagnostic.ts';
import type { Origin } from '../ruleset/plan.ts';
import type { CheckedInterval } from './check-ruleset.ts';

export interface Placeholder {
  readonly id: string;
  /** The ruleset that wrote it. */
  readonly ruleset: string;
  /** The first day of its version; facts have none. */
  readonly from?: string | undefined;
  /** What is missing. */
  readonly note?: string | undefined;
  /** The part of the node that is one: a row, or its rounding; undefined for the whole. */
  readonly part?: string | undefined;
  readonly position?: Position | undefined;
}

export function placeholdersOf(intervals: readonly CheckedInterval[]): readonly Placeholder[] {
  const found = new Map<string, Placeholder>();
  const note = (id: string, origin: Origin, part?: string): void => {
    const key = JSON.stringify([id, origin.ruleset, origin.from, part]);
    if (found.has(key)) return;
    found.set(
      key,
      Object.freeze({
        id,
        ruleset: origin.ruleset,
        ...(origin.from !== undefined && { from: origin.from }),
        ...(origin.note !== undefined && part === undefined && { note: typeof origin.note === 'string' ? origin.note : origin.note.en }),
        ...(part !== undefined && { part }),
        ...(origin.position && { position: origin.position }),
      }),
    );
  };
  for (const { ruleset } of intervals) {
    if (!ruleset) continue;
    for (const each of [...ruleset.plan.steps, ...ruleset.plan.callables.values()]) {
      if (each.origin.standing === 'placeholder') note(each.id, each.origin);
      if ('round' in each && each.round?.standing === 'placeholder') note(each.id, each.origin, 'round');
      if (each.kind === 'table')
        for (const [row, { standing }] of each.rowOrigins) if (standing === 'placeholder') note(each.id, each.origin, `row ${row + 1}`);
    }
  }
  return Object.freeze([...found.values()]);
}
