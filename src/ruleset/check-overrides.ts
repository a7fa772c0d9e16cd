/**
 * Checks what a region adds to the nation's nodes: only where a version delegates it, only inside its band, and not left stale.
 * In: a read ruleset. Out: diagnostics.
 */
import type { CalendarDate } from '../values/calendar-date.ts';
import { NumberRefused, type Exact, compare, fromDecimalText, fromNumber, toText } from '../values/exact.ts';
import type { LayeredNode, ReadRuleset } from './read-document.ts';
import type { ReadVersion } from './read-node.ts';
import { type Place, type Report, below } from './report.ts';
import { ROW_NOTES } from '../table/table.ts';

type Band = {
  readonly min?: string | number | undefined;
  readonly max?: string | number | undefined;
  readonly members?: readonly (string | number | boolean)[] | undefined;
};

export function checkOverrides(ruleset: ReadRuleset, report: Report): void {
  for (const node of ruleset.nodes.values()) {
    for (const layer of node.layers) {
      layer.versions.forEach((version, index) => {
        if (version.content === undefined) return;
        const until = version.to ?? layer.versions[index + 1]?.from;
        checkVersion(node, version, until, report);
      });
    }
  }
}

function checkVersion(node: LayeredNode, version: ReadVersion, until: CalendarDate | undefined, report: Report): void {
  const covered = node.versions.filter((national, index) => {
    const next = node.versions[index + 1];
    const ends = national.to ?? next?.from;
    return (!ends || ends.epochDay >= version.from.epochDay) && (!until || national.from.epochDay < until.epochDay);
  });
  const national = [...covered].reverse().find((each) => each.from.epochDay <= version.from.epochDay) ?? covered[0];
  if (!national) {
    report.error(
      version.place,
      'override/nothing-to-vary',
      `"${node.id}" has no national version in force on ${version.from}.`,
      'Begin later, or declare a node of your own.',
    );
    return;
  }
  if (!national.delegate) {
    report.error(
      version.place,
      'override/not-delegated',
      `The nation does not leave "${node.id}" to the regions (its version from ${national.from} delegates nothing).`,
      'Remove the override, or have the national version say "delegate: { to: region, … }" with the article.',
    );
  } else if (national.delegate.within !== undefined) {
    checkBand(node, version, national.delegate.within as Band | Readonly<Record<string, Band>>, report);
  }
  for (const later of covered) {
    if (later.from.epochDay <= version.from.epochDay) continue;
    if (!later.delegate)
      report.error(
        version.place,
        'override/not-delegated',
        `From ${later.from} on, the nation no longer leaves "${node.id}" to the regions.`,
        `End the override: { from: ${later.from}, value: national }.`,
      );
    else if (!version.checked || version.checked.epochDay < later.from.epochDay) {
      report.warning(
        version.place,
        'override/stale',
        `The nation amended "${node.id}" on ${later.from}, after this override began on ${version.from}.`,
        "Look whether it still holds, and write checked: with today's date.",
      );
    }
  }
}

function checkBand(node: LayeredNode, version: ReadVersion, within: Band | Readonly<Record<string, Band>>, report: Report): void {
  if (node.section === 'parameters') {
    const { value } = version.content as { value: unknown };
    for (const each of Array.isArray(value) ? value : [value]) refuseOutside(node.id, each, within as Band, below(version.place, 'value'), report);
  } else if (node.section === 'tables') {
    const { rows } = version.content as { rows: readonly Readonly<Record<string, unknown>>[] };
    for (const [index, row] of rows.entries()) {
      for (const [column, band] of Object.entries(within as Record<string, Band>)) {
        if ((ROW_NOTES as readonly string[]).includes(column)) continue;
        if (Object.hasOwn(row, column)) refuseOutside(`${node.id}.${column}`, row[column], band, below(version.place, 'rows', index, column), report);
        else if (Array.isArray(row['cells']))
          row['cells'].forEach((cell, cellIndex) =>
            refuseOutside(`${node.id}.${column}`, cell, band, below(version.place, 'rows', index, 'cells', cellIndex), report),
          );
      }
    }
  }
}

function refuseOutside(name: string, value: unknown, band: Band, place: Place, report: Report): void {
  if (value === 'none') return;
  if (band.members) {
    if (!band.members.some((member) => String(member) === String(value))) {
      report.error(
        place,
        'override/outside-band',
        `"${String(value)}" is none of the values that the nation leaves for "${name}": ${band.members.map(String).join(', ')}.`,
        'Choose one of them.',
      );
    }
    return;
  }
  const number = asNumber(value);
  if (!number) return;
  const min = asNumber(band.min);
  const max = asNumber(band.max);
  if ((min && compare(number, min) < 0) || (max && compare(number, max) > 0)) {
    report.error(
      place,
      'override/outside-band',
      `${toText(number)} lies outside what the nation leaves for "${name}": ${min ? toText(min) : '…'} to ${max ? toText(max) : '…'}.`,
      'Choose a value inside.',
    );
  }
}

function asNumber(value: unknown): Exact | undefined {
  try {
    return typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromDecimalText(value) : undefined;
  } catch (error) {
    if (error instanceof NumberRefused) return undefined;
    throw error;
  }
}
