/**
 * Appraises every employee that README.md lists, and holds the list against what was promised of it.
 * In: the table of README.md, the rulesets' people. Out: a failing test names the row. The library must have been built.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { appraise } from '../../src/index.ts';
import { loadRuleset, readAppraisalFile } from '../../src/node/index.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));
const rows = readFileSync(join(FOLDER, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\w+) \| \[([^\]]+)\]\(([^)]+)\) \| ([^|]+) \| ([^|]+) \| (\w+) \|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, region, employee, link, sector, shows, outcome]) => ({
    region: region!,
    employee: employee!,
    link: link!,
    sector: sector!,
    shows: shows!,
    outcome: outcome!,
  }));

describe('the employees', () => {
  it.each(rows)('$region, $employee: $outcome', ({ region, link, outcome }) => {
    const file = join(FOLDER, link);
    expect(existsSync(file)).toBe(true);
    const person = readAppraisalFile(file);
    const folder = join(dirname(dirname(FOLDER)), 'rulesets', region.toLowerCase());
    expect(dirname(dirname(file))).toBe(folder);
    const ruleset = loadRuleset(folder, { assessed: person.assessed, ...(person.paid && { paid: person.paid.period }) });
    expect(appraise(ruleset, person).status).toBe(outcome);
  });

  it.each(['Sofifi', 'Andir', 'Salatiga', 'Denpasar'])('are at least three of %s', (region) => {
    expect(rows.filter((row) => row.region === region).length).toBeGreaterThanOrEqual(3);
  });

  it.each(['a CPNS', 'a PPPK', 'transferred', 'a running sanction', 'missing raters'])('show %s', (kind) => {
    expect(rows.filter(({ shows }) => shows.includes(kind)).map(({ employee }) => employee)).not.toEqual([]);
  });
});
