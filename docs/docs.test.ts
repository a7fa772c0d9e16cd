/**
 * Runs what the documentation shows: README.md and docs/guide, each page in a folder of its own, top to bottom.
 * In: fenced blocks with a mark behind the language. `sh run`, `js run`: executed; `sh run fails`: must end with another code than 0;
 * `yaml file=PATH`, `append=PATH`, `replace=PATH#id`: written first. A `text` block right behind an executed one is what it prints.
 * There `…` stands for anything within a line, and a line `…` for any lines. Out: a failing test names page, line and difference.
 * The folder holds copies of rulesets/ and examples/; `kinerja` and `node dist/cli.js` are the built command line.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const pages = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs', 'guide'))
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => `docs/guide/${file}`),
];

interface Block {
  readonly line: number;
  readonly language: string;
  readonly marks: readonly string[];
  readonly text: string;
  /** Whether nothing but blank lines stands between it and the block before. */
  readonly follows: boolean;
}

it.each(['README.md', ...markdownIn('docs')])('%s links to files that are there', (page) => {
  const targets = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map((match) => match[1]!)
    .filter((target) => !/^[a-z]+:/.test(target));
  expect(targets.filter((target) => !existsSync(join(ROOT, dirname(page), target)))).toEqual([]);
});

it('the list of decisions names every one, by its title', () => {
  const pages = markdownIn('docs/decisions').filter((page) => /\/\d{4}-/.test(page));
  const lines = pages.map((page) => {
    const [, number, title] = /^# (\d{4}) (.+)$/m.exec(readFileSync(join(ROOT, page), 'utf8'))!;
    return `| [${number}](${page.slice('docs/decisions/'.length)}) | ${title} |`;
  });
  const listed = readFileSync(join(ROOT, 'docs/decisions/README.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ['));
  expect(listed).toEqual(lines);
});

describe.each(pages)('%s', (page) => {
  const blocks = blocksOf(readFileSync(join(ROOT, page), 'utf8'));
  let folder: string;
  beforeAll(() => {
    folder = sandbox();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('marks blocks with known marks only', () => {
    const strange = blocks.flatMap((block) =>
      block.marks.filter((mark) => !/^(?:run|fails|(?:file|append|replace)=\S+)$/.test(mark)).map((mark) => `line ${block.line}: ${mark}`),
    );
    expect(strange).toEqual([]);
  });

  blocks.forEach((block, index) => {
    const next = blocks[index + 1];
    const printed = next?.language === 'text' && next.follows ? next : undefined;
    const written = block.marks.find((mark) => /^(?:file|append|replace)=/.test(mark));
    if (written) it(`line ${block.line}: ${written}`, () => write(folder, written, block.text));
    if (!block.marks.includes('run')) return;
    it(`line ${block.line}: ${block.text.split('\n')[0]}`, { timeout: 120_000 }, () => {
      const { status, output } = execute(folder, block);
      expect(block.marks.includes('fails') ? status !== 0 : status === 0, output).toBe(true);
      if (printed) expectText(output, printed.text);
    });
  });
});

/** The pages of a folder and of those below it; the generated API reference is left out. */
function markdownIn(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md') && !file.startsWith('docs/api/'))
    .sort();
}

function blocksOf(markdown: string): readonly Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  let end = -1;
  for (let at = 0; at < lines.length; at++) {
    const fence = /^```(\w+)(.*)$/.exec(lines[at]!);
    if (!fence) continue;
    const close = lines.indexOf('```', at + 1);
    if (close < 0) throw new Error(`The block of line ${at + 1} is not closed.`);
    const follows = end >= 0 && lines.slice(end + 1, at).every((line) => line.trim() === '');
    blocks.push({
      line: at + 1,
      language: fence[1]!,
      marks: fence[2]!
        .trim()
        .split(/\s+/)
        .filter((mark) => mark !== ''),
      text: `${lines.slice(at + 1, close).join('\n')}\n`,
      follows,
    });
    end = at = close;
  }
  return blocks;
}

/** A folder like a fresh clone, as far as the pages use it. */
function sandbox(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kinerja-docs-'));
  for (const part of ['rulesets', 'examples']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'dist'), join(folder, 'dist'), 'dir');
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules', 'kinerja'), 'dir');
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'kinerja'), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, 'dist', 'cli.js')}" "$@"\n`);
  chmodSync(join(folder, 'bin', 'kinerja'), 0o755);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  return folder;
}

function write(folder: string, mark: string, text: string): void {
  const [how, target] = mark.split('=') as [string, string];
  const [path, id] = target.split('#') as [string, string?];
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (how === 'file') writeFileSync(file, text);
  else if (how === 'append') appendFileSync(file, text);
  else writeFileSync(file, withEntry(readFileSync(file, 'utf8'), id!, text));
}

/** A YAML file with one of its entries replaced: from `id:` to the next line that is not indented. */
function withEntry(file: string, id: string, text: string): string {
  const lines = file.split('\n');
  const from = lines.indexOf(`${id}:`);
  if (from < 0) throw new Error(`There is no entry ${id}.`);
  const length = lines.slice(from + 1).findIndex((line) => line !== '' && !line.startsWith(' '));
  lines.splice(from, length < 0 ? lines.length - from : length + 1, ...text.trimEnd().split('\n'));
  return `${lines.join('\n').trimEnd()}\n`;
}

function execute(folder: string, block: Block): { readonly status: number | null; readonly output: string } {
  const env = {
    ...process.env,
    PATH: [join(folder, 'bin'), dirname(process.execPath), process.env['PATH']].join(delimiter),
    NODE_OPTIONS: '',
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    CI: '1',
  };
  const script = join(folder, `block-${block.line}.mjs`);
  if (block.language !== 'sh') writeFileSync(script, block.text);
  const [command, args] = block.language === 'sh' ? ['sh', ['-ec', block.text]] : [process.execPath, [script]];
  const { status, stdout, stderr } = spawnSync(command as string, args as string[], { cwd: folder, env, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function expectText(output: string, wanted: string): void {
  const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const pattern = wanted
    .split('\n')
    .map((line) => (line.trim() === '…' ? '(?:.*\\n)*' : `${line.split('…').map(escape).join('.*')}\n`))
    .join('')
    .replace(/\n$/, '');
  if (!new RegExp(`^${pattern}$`).test(output)) expect(output).toBe(wanted);
}
