/**
 * `kinerja compile`: a ruleset at its dates as a JavaScript module of its own, with types.
 * In: a ruleset and periods. Out: `<name>.mjs` and `<name>.d.mts` beside it; both or neither.
 */
import { compileModule } from '../../node/compile-module.ts';
import { loadRuleset } from '../../node/load-ruleset.ts';
import { readPeriod } from '../../ruleset/resolve.ts';
import { type CliCommand, GOOD } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { openFolder, rulesetAt } from '../targets.ts';
import { writeOutputs } from '../write-output.ts';
import { forceOption, outOption } from './options.ts';

interface Options {
  readonly assessed: string;
  readonly paid?: string;
  readonly out: string;
  readonly force?: boolean;
}

export const compile: CliCommand = {
  name: 'compile',
  summary: 'compile a ruleset into a JavaScript module that needs no library',
  about: `The module exports evaluate(appraisal), createEvaluator({ otherwise }), AppraisalDeclined and ruleset, with types beside it.
It runs under Node 20 and in browsers, imports nothing, and holds the law of the given periods: compile again for others.
It is exact as the library is; amounts and scores leave as decimal text. What it cannot read it declines, and never guesses:
effects, periods of another law, and whatever is invalid. There is no trace: appraise and explain give it.
Exit code 0 when both files are written; 1 when the ruleset has errors, or holds what only the exact evaluator does.`,
  examples: [
    ['kinerja compile salatiga --assessed 2025-Q1 --paid 2025-03 --out evaluator.mjs', 'evaluator.mjs and evaluator.d.mts'],
    ['kinerja compile rulesets/kota --assessed 2025 --out src/kota.js --force', 'without pay, again after a change'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .requiredOption('--assessed <period>', 'the period assessed: 2025, 2025-S1, 2025-Q1, 2025-03 or a day')
      .option('--paid <period>', 'the period paid; nothing is paid when left out')
      .addOption(outOption().makeOptionMandatory())
      .addOption(forceOption()),
  run({ io, args, options }) {
    const { assessed, paid, out, force } = options as unknown as Options;
    for (const [option, period] of Object.entries({ assessed, paid }))
      if (period !== undefined && !readPeriod(period))
        throw new Misuse(`"${period}" is no day, month, quarter, half-year or year.`, `Write --${option} 2025-03, 2025-Q1, 2025-S1 or 2025.`);
    if (!/\.m?js$/.test(out)) throw new Misuse(`"${out}" is no name of a JavaScript module.`, 'End it in .mjs, or in .js where the package is of type module.');
    const { path } = openFolder(rulesetAt(io, (args as readonly [string])[0]));
    const { code, types } = compileModule(loadRuleset(path, { assessed, ...(paid !== undefined && { paid }) }));
    const files = [
      [out, code],
      [out.replace(/\.(m?)js$/, '.d.$1ts'), types],
    ] as const;
    writeOutputs(io, files, force === true);
    return GOOD;
  },
};
