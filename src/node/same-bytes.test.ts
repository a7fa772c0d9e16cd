/**
 * Two runs, two machines: the outcome's JSON is the same to the byte under other zones, languages and start orders.
 * In: the built command line (npm test builds it first). Out: a failing test shows the first line that differs.
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const hosts = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Asia/Jayapura', LANG: 'id_ID.UTF-8', LC_ALL: 'id_ID.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Pacific/Apia', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
];

function outcome(host: Record<string, string>): string {
  const file = join(root, 'rulesets/salatiga/people/infrastructure-project-leader.yaml');
  return execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'appraise', 'salatiga', file, '--format', 'json'], {
    env: { PATH: process.env['PATH'] ?? '', ...host },
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
}

describe('the JSON of an outcome', () => {
  it('is the same to the byte on every host and in every run', { timeout: 60_000 }, () => {
    const [first, ...others] = [...hosts, hosts[0]!].map(outcome);
    expect(first!.length).toBeGreaterThan(10_000);
    for (const other of others) expect(other).toBe(first);
  });
});
