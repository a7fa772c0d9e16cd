import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, describe } from 'vitest';
import { LawIntervals } from '../../batch/law-intervals.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError } from '../batch/batch-error.ts';
import { programVersion } from '../batch/program-version.ts';
import { RULESET } from '../batch/records.fixture.ts';
import { openRuleset } from '../ruleset-folder.ts';
import type { PartitionJob, Terms } from './announcement.ts';
import { fittingRuleset, refuseStray } from './fit.ts';

let folder: string;
let terms: Terms;
const at = (name: string): string => join(folder, name);
const idOf = (data: RulesetData): string => new LawIntervals(data, () => undefined).id;
const hash = new LawIntervals(openRuleset(RULESET).data, () => undefined).hash;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kinerja-fit-')));
  writeFileSync(at('in.ndjson'), '{}\n');
});
beforeEach(() => {
  const { size, mtimeMs } = statSync(at('in.ndjson'));
  terms = {
    program: programVersion(),
    ruleset: { id: 'tiny', version: '1.0.0', hash, folder: resolve(RULESET) },
    input: { path: at('in.ndjson'), size, changed: Math.floor(mtimeMs) },
    output: at('out.ndjson'),
  };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function refusal(test: () => unknown): unknown {
  try {
    return test();
  } catch (error) {
    return error instanceof BatchError ? { code: error.code, message: error.message, mend: error.mend } : error;
  }
}
const refused = (message: string, mend: string): unknown => ({ code: 'queue/refused', message, mend });

describe('a worker', () => {
  it('takes a batch that fits it', () => {
    expect(idOf(fittingRuleset(terms, undefined))).toBe('tiny');
    expect(idOf(fittingRuleset(terms, [folder]))).toBe('tiny');
  });

  it('finds a shipped ruleset by its id where the folder of the batch is not', () => {
    const { data, id } = openRuleset('nasional');
    const shipped = { id, version: '1', hash: new LawIntervals(data, () => undefined).hash, folder: '/nowhere/nasional' };
    expect(idOf(fittingRuleset({ ...terms, ruleset: shipped }, undefined))).toBe('nasional');
  });

  it('refuses another version of kinerja', () => {
    expect(refusal(() => fittingRuleset({ ...terms, program: '9.9.9' }, undefined))).toEqual(
      refused(`It is kinerja ${programVersion()}, and the batch was begun by kinerja 9.9.9.`, 'Install the same version on every machine.'),
    );
  });

  it('refuses another state of the ruleset', () => {
    cpSync(RULESET, at('tiny'), { recursive: true });
    const file = at('tiny/payments.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n`);
    expect(idOf(fittingRuleset({ ...terms, ruleset: { ...terms.ruleset, folder: at('tiny') } }, undefined))).toBe('tiny');
    const changed = at('tiny/ruleset.yaml');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('1.0.0', '1.0.1'));
    const own = new LawIntervals(openRuleset(at('tiny')).data, () => undefined).hash;
    expect(refusal(() => fittingRuleset({ ...terms, ruleset: { ...terms.ruleset, folder: at('tiny') } }, undefined))).toEqual(
      refused(
        `Its ruleset "tiny" has the hash ${own}, and the batch was begun with ${hash}.`,
        'Give every machine the same files of the ruleset, under the same path.',
      ),
    );
  });

  it('refuses a ruleset that it has not', () => {
    expect(refusal(() => fittingRuleset({ ...terms, ruleset: { ...terms.ruleset, folder: '/nowhere/tiny' } }, undefined))).toEqual(
      refused('It has no ruleset "tiny" at "/nowhere/tiny", and ships none.', 'Give every machine the same files of the ruleset, under the same path.'),
    );
  });

  it('refuses an input that it does not see, or sees otherwise', () => {
    expect(refusal(() => fittingRuleset({ ...terms, input: { ...terms.input, path: at('gone.ndjson') } }, undefined))).toEqual(
      refused(`It does not see the input "${at('gone.ndjson')}".`, 'Let every machine see the files under the same path.'),
    );
    for (const other of [{ size: 4 }, { changed: terms.input.changed + 1 }])
      expect(refusal(() => fittingRuleset({ ...terms, input: { ...terms.input, ...other } }, undefined))).toEqual(
        refused(
          `The input "${at('in.ndjson')}" is not the one that the batch was begun with.`,
          'Let nobody write to it, and let every machine see the same disk.',
        ),
      );
  });

  it.each([
    ['an output elsewhere', '/etc/passwd'],
    ['a way out by dots', `${tmpdir()}/x/../../etc/cron.d/job`],
    ['a way out by a link', 'link/out.ndjson'],
  ])('that is kept to folders refuses %s', (_, path) => {
    mkdirSync(at('kept'), { recursive: true });
    rmSync(at('kept/link'), { force: true });
    symlinkSync(tmpdir(), at('kept/link'));
    writeFileSync(at('kept/in.ndjson'), '{}\n');
    const { size, mtimeMs } = statSync(at('kept/in.ndjson'));
    const kept = { ...terms, input: { path: at('kept/in.ndjson'), size, changed: Math.floor(mtimeMs) } };
    const output = path.startsWith('/') ? path : at(`kept/${path}`);
    expect(refusal(() => fittingRuleset({ ...kept, output }, [at('kept')]))).toEqual(
      refused(`It may not touch "${output}".`, 'Put the files into a folder that the worker was given by --files.'),
    );
    expect(idOf(fittingRuleset({ ...kept, output: at('kept/out.ndjson') }, [at('kept')]))).toBe('tiny');
  });
});

describe('a job', () => {
  const job = (more: Partial<PartitionJob['partition']> = {}, other: Partial<Terms> = {}): PartitionJob => ({
    terms: { ...terms, ...other },
    partition: {
      number: 0,
      plan: {
        ruleset: { id: 'tiny', version: '1.0.0', hash },
        input: { format: 'ndjson', compression: 'none' },
        output: { format: 'ndjson', compression: 'none' },
      },
      input: terms.input.path,
      from: 0,
      to: 3,
      chunk: 3,
      output: `${terms.output}.kinerja-parts/run-00000000/part-000000`,
      ...more,
    },
  });

  it('of the batch that was announced is done', () => {
    expect(refusal(() => refuseStray(job(), terms))).toBeUndefined();
  });

  it.each([
    ['reads another file', () => job({ input: '/etc/passwd' })],
    ['writes elsewhere', () => job({ output: at('out.ndjson.kinerja-parts/../../evil') })],
    ['writes over the output', () => job({ output: terms.output })],
    ['is of another law', () => job({ plan: { ...job().partition.plan, ruleset: { id: 'tiny', version: '1.0.0', hash: '0' } } })],
    ['is of another batch', () => job({}, { output: at('other.ndjson') })],
    ['is of another version', () => job({}, { program: '0.0.0' })],
  ])('that %s is refused', (_, stray) => {
    expect(refusal(() => refuseStray(stray(), terms))).toEqual(
      refused('The job is not of the batch that was announced.', 'Let nothing but kinerja write to the queue, then run the batch again.'),
    );
  });
});
