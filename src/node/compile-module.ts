/**
 * Compiles a resolved ruleset ahead of time: a JavaScript module of its own, and its types.
 * In: a {@link Ruleset}. Out: two texts to write beside each other, such as `evaluator.mjs` and `evaluator.d.mts`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { moduleText } from '../compile/ahead/module-text.ts';
import { moduleTypes } from '../compile/ahead/module-types.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { isFile } from './read-folder.ts';

/** A compiled ruleset as text. */
export interface CompiledModule {
  /** ESM for Node 20 and browsers: it imports nothing and makes no function of text. */
  readonly code: string;
  /** Its declaration file. */
  readonly types: string;
}

/**
 * The module exports `evaluate`, `createEvaluator`, `AppraisalDeclined` and `ruleset`; it answers as `compile(ruleset)` does, with numbers as decimal text.
 * @throws CannotCompile when a node needs the exact evaluator, or none of the ruleset's appraisals can be read without the library.
 * @example
 * const { code, types } = compileModule(loadRuleset('salatiga', { assessed: '2025-Q1', paid: '2025-03' }));
 */
export function compileModule(ruleset: Ruleset): CompiledModule {
  return { code: moduleText(ruleset, readFileSync(runtimePath(), 'utf8')), types: moduleTypes(ruleset) };
}

/** It is built beside the library's own files. */
function runtimePath(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const path of [join(folder, RUNTIME), join(folder, 'dist', RUNTIME)]) if (isFile(path)) return path;
    if (dirname(folder) === folder) throw new Error(`The library is not whole: ${RUNTIME} is missing. Install it again.`);
  }
}

const RUNTIME = 'compiled-runtime.js';
