/**
 * Bundles what a module made by `kinerja compile` runs with into one text without imports.
 * In: src/compile/ahead/runtime.ts. Out: `dist/compiled-runtime.js`, or the text for those who ask for it.
 * Two files of the engine are replaced by such as need neither decimal.js nor zod; the bundle fails when another package gets in.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
/** What the engine imports, and what stands there in a module. */
const STAND_INS = [
  [/\/values\/decimal\.ts$/, 'src/compile/ahead/decimal-as-text.ts'],
  [/\/model\/effect-door\.ts$/, 'src/compile/ahead/effect-door-without-schemas.ts'],
];
const TAKEN_IN = ['date-fns'];

export async function bundleRuntime() {
  const { outputFiles, metafile } = await build({
    entryPoints: [at('src/compile/ahead/runtime.ts')],
    absWorkingDir: at('.'),
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: 'runtime',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    plugins: [{ name: 'stand-ins', setup: ({ onResolve }) => STAND_INS.forEach(([filter, path]) => onResolve({ filter }, () => ({ path: at(path) }))) }],
  });
  const packages = Object.entries(Object.values(metafile.outputs)[0].inputs)
    .filter(([path, { bytesInOutput }]) => path.startsWith('node_modules/') && bytesInOutput > 0)
    .map(([path]) => path.split('/')[1]);
  const wrong = [...new Set(packages)].filter((name) => !TAKEN_IN.includes(name));
  if (wrong.length > 0) throw new Error(`The runtime of compiled modules takes in ${wrong.join(', ')}.`);
  return outputFiles[0].text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(at('dist/compiled-runtime.js'), await bundleRuntime());
