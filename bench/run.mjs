/**
 * `npm run bench`: installs the peers once, then runs the benchmark in a process that can import them.
 * In: arguments (see --help). Out: the report on stdout, progress on stderr. Exit code 1 when ways that claim exactness disagree, 2 on misuse.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HELP, Misuse, readOptions } from './harness/options.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const fail = (/** @type {string} */ text) => {
  process.stderr.write(`${text}\n`);
  process.exit(2);
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  if (!existsSync(new URL('../dist/index.js', import.meta.url))) fail('The library is not built. Run npm run build first.');
  if (!existsSync(new URL('./node_modules/.package-lock.json', import.meta.url))) {
    process.stderr.write('Installing the peers of the benchmark (once) …\n');
    // Without scripts: none of the peers needs one, and the library beside them is built already.
    const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    if (status !== 0) fail(`The peers could not be installed. Run npm install in bench/ and read what it says.\n${stderr}`);
  }
  const { benchmark } = await import('./benchmark.mjs');
  process.exitCode = await benchmark(options);
} catch (error) {
  if (error instanceof Misuse) fail(error.message);
  throw error;
}
