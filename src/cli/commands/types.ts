/**
 * `kinerja types`: the ids of a ruleset as TypeScript, for a program that embeds it.
 * In: a ruleset. Out: a declaration file with its terms, rules, codes, payments, scores, ratings and facts as literal types.
 */
import { exportNameOf, idsNameOf, isExportName, rulesetTypes } from '../../authoring/ruleset-types.ts';
import { textDiagnostics } from '../../node/ruleset-folder.ts';
import { RulesetError } from '../../ruleset/diagnostic.ts';
import { type CliCommand, GOOD } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { openFolder, rulesetAt } from '../targets.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, outOption } from './options.ts';

interface Options extends OutputOptions {
  readonly name?: string;
}

export const types: CliCommand = {
  name: 'types',
  summary: 'write the ids of a ruleset as TypeScript types',
  about: `For a program that embeds the ruleset: loadRuleset<KotaIds>('rulesets/kota', dates) gives outcomes whose terms, rules,
awards, sanctions, payments, scores and rating an editor completes; after a change of the ruleset write the file again, and
the build names each line that uses an id which is gone. The shipped rulesets are typed already.
Exit code 0 when it is written; 1 when the ruleset cannot be read.`,
  examples: [
    ['kinerja types rulesets/kota', 'the interface KotaIds'],
    ['kinerja types rulesets/kota --out src/kota-ids.d.ts', 'into a file'],
    ['kinerja types rulesets/kota --out src/kota-ids.d.ts --force', 'again, after a change'],
    ['kinerja types rulesets/kota --name town', 'the interface TownIds'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .option('-n, --name <name>', 'what it is called; the id of the ruleset when left out')
      .addOption(outOption())
      .addOption(forceOption()),
  run({ io, args, options }) {
    const { name, ...output } = options as unknown as Options;
    const folder = openFolder(rulesetAt(io, (args as readonly [string])[0]));
    const errors = textDiagnostics(folder).filter((diagnostic) => diagnostic.severity === 'error');
    if (errors.length > 0) throw new RulesetError(folder.id, errors);
    const called = name ?? exportNameOf(folder.id);
    if (!isExportName(called))
      throw new Misuse(`"${called}" cannot be the name of a type.`, `Give --name a letter, then letters and digits: --name kota writes ${idsNameOf('kota')}.`);
    writeOutput(io, rulesetTypes(folder.data, called), output);
    return GOOD;
  },
};
