import { describe, expect, it } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import type { RulesetData } from './document.ts';
import { changeDays, inForce, intervalAround } from './in-force.ts';
import { type ReadRuleset, readDocument } from './read-document.ts';
import { Report } from './report.ts';

const title = { id: 'Judul', en: 'Title' };
const day = (text: string): CalendarDate => CalendarDate.parse(text)!;
const source = { law: { kind: 'pp', title: 'A law' } };
const version = (from: string, value: unknown, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  from,
  value,
  cite: 'law',
  standing: 'confirmed',
  ...more,
});
const delegate = { to: 'region', cite: 'law' };

const nation: RulesetData = {
  manifest: { id: 'nation', title, issuer: 'N', version: '1', from: '2023-01-01' },
  sources: source,
  parameters: {
    'base.pay': {
      title,
      unit: 'IDR',
      versions: [version('2023-01-01', 1, { delegate }), version('2025-01-01', 2, { delegate }), version('2027-01-01', 3, { delegate, to: '2027-12-31' })],
    },
    'old.pay': { title, unit: 'IDR', ...version('2022-01-01', 9) },
  },
};
const region: RulesetData = {
  manifest: { id: 'region', title, issuer: 'R', extends: 'nation', version: '1', from: '2024-01-01' },
  overrides: {
    'base.pay': {
      versions: [
        version('2024-07-01', 10),
        version('2025-07-01', 11, { to: '2025-12-31' }),
        version('2026-03-01', 12),
        { from: '2026-09-01', value: 'national', cite: 'law', standing: 'confirmed' },
      ],
    },
  },
  base: nation,
};

function read(data: RulesetData): ReadRuleset {
  const report = new Report();
  const found = readDocument(data, report);
  expect(report.diagnostics).toEqual([]);
  return found!;
}

describe('the version in force', () => {
  const node = read(region).nodes.get('base.pay')!;
  it.each([
    ['2022-12-31', 'before the first version', undefined, undefined],
    ['2023-01-01', "the nation's first day", 'nation', 1],
    ['2024-06-30', "the day before the region's version", 'nation', 1],
    ['2024-07-01', "the region's first day", 'region', 10],
    ['2025-01-01', "an amendment of the nation under the region's version", 'region', 10],
    ['2025-07-01', "the region's next version", 'region', 11],
    ['2025-12-31', "the last day of the region's version", 'region', 11],
    ['2026-01-01', "after the region's version has ended", 'nation', 2],
    ['2026-03-01', 'the region again', 'region', 12],
    ['2026-08-31', 'the day before the region goes back to the nation', 'region', 12],
    ['2026-09-01', 'back to the nation', 'nation', 2],
    ['2027-12-31', "the last day of the nation's version", 'nation', 3],
    ['2028-01-01', 'after the last day', undefined, undefined],
  ])('on %s, %s', (text, _, ruleset, value) => {
    const found = inForce(node, day(text));
    expect(found && [found.ruleset, (found.version.content as { value: unknown }).value]).toEqual(ruleset && [ruleset, value]);
  });
});

describe('the days on which the law changes', () => {
  it("run from the ruleset's own first day, with the days after last days", () => {
    expect(changeDays(read(nation)).map(String)).toEqual(['2023-01-01', '2025-01-01', '2027-01-01', '2028-01-01']);
    expect(changeDays(read(region)).map(String)).toEqual([
      '2024-01-01',
      '2024-07-01',
      '2025-01-01',
      '2025-07-01',
      '2026-01-01',
      '2026-03-01',
      '2026-09-01',
      '2027-01-01',
      '2028-01-01',
    ]);
  });
  it('bound the interval around a day', () => {
    const days = changeDays(read(nation));
    const around = (text: string) => {
      const found = intervalAround(days, day(text));
      return found && [String(found.from), found.to && String(found.to)];
    };
    expect(around('2022-12-31')).toBeUndefined();
    expect(around('2023-01-01')).toEqual(['2023-01-01', '2024-12-31']);
    expect(around('2024-12-31')).toEqual(['2023-01-01', '2024-12-31']);
    expect(around('2028-01-01')).toEqual(['2028-01-01', undefined]);
  });
});
