/**
 * `kinerja validate`: is what the ruleset says sound, at every date?
 * In: rulesets. Out: diagnostics with their places, and a line for each ruleset.
 */
import { checkRuleset } from '../../check/check-ruleset.ts';
import { type Placeholder, placeholdersOf } from '../../check/placeholders.ts';
import { type RulesetFolder, textDiagnostics } from '../../node/ruleset-folder.ts';
import { type Diagnostic, diagnosticText } from '../../ruleset/diagnostic.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { findingOf } from '../diagnostic-finding.ts';
import { renderGithub } from '../render/github.ts';
import { jsonText } from '../render/json-text.ts';
import { renderJunit } from '../render/junit.ts';
import { renderSarif } from '../render/sarif.ts';
import { type ValidatedRuleset, renderValidated } from '../render/validated.ts';
import { standingCounts } from '../standing-counts.ts';
import { type Suite, type Warnings, fails, findingsOf } from '../suite.ts';
import { rulesetFolders } from '../targets.ts';
import { REPORT_FORMATS, type ReportFormat, formatOption, warningsOption } from './options.ts';

interface Options {
  readonly format: ReportFormat;
  readonly warnings: Warnings;
  readonly placeholders?: boolean;
}

export const validate: CliCommand = {
  name: 'validate',
  summary: 'check rulesets: text, names, types, units, citations, tables, at every date',
  about: `Checks each ruleset in every interval between the dates on which its law changes.
Without paths: the folder ./rulesets, or else the shipped rulesets.
Exit code 1 when there is an error, or a warning (unless --warnings allow).`,
  examples: [
    ['kinerja validate', 'all rulesets of ./rulesets'],
    ['kinerja validate rulesets/salatiga --placeholders', 'one, with what is missing in law'],
    ['kinerja validate --format sarif > findings.sarif', 'for a code host'],
    ['kinerja validate --format github --warnings allow', 'annotations in GitHub Actions'],
  ],
  declare: (command) =>
    command
      .argument('[paths...]', 'rulesets by id or folder, or folders of rulesets')
      .addOption(formatOption(REPORT_FORMATS))
      .addOption(warningsOption())
      .option('-p, --placeholders', 'list each placeholder with its note'),
  run({ io, style, args, options }) {
    const { format, warnings, placeholders } = options as unknown as Options;
    const validated = validateAll(rulesetFolders(io, args[0] as readonly string[]));
    const suites = validated.map(suiteOf);
    const passed = !findingsOf(suites).some((finding) => fails(finding, warnings));
    switch (format) {
      case 'json':
        io.stdout(jsonText({ passed, rulesets: validated.map(plainOf) }));
        break;
      case 'junit':
        io.stdout(renderJunit('kinerja validate', suites, warnings));
        break;
      case 'sarif':
        io.stdout(renderSarif(findingsOf(suites), io.version));
        break;
      case 'github':
        io.stdout(renderGithub(findingsOf(suites)) + renderValidated(validated, { style, placeholders: placeholders === true, countOnly: true }));
        break;
      case 'text':
        io.stdout(renderValidated(validated, { style, placeholders: placeholders === true }));
    }
    return passed ? GOOD : FINDINGS;
  },
};

/** Each diagnostic is told once, by the first ruleset that meets it. */
function validateAll(folders: readonly RulesetFolder[]): readonly ValidatedRuleset[] {
  const told = new Set<string>();
  return folders.map((folder) => {
    const validated = validateOne(folder);
    const fresh = validated.diagnostics.filter((diagnostic) => {
      const text = diagnosticText(diagnostic);
      return !told.has(text) && told.add(text);
    });
    return { ...validated, diagnostics: fresh };
  });
}

/** Where the text has errors, parts of the document are missing, and everything else would be said in error. */
function validateOne(folder: RulesetFolder): ValidatedRuleset {
  const { manifest } = folder.data;
  const named = { id: folder.id, version: String(manifest['version'] ?? ''), place: folder.shown };
  const ofText = textDiagnostics(folder);
  if (ofText.some((diagnostic) => diagnostic.severity === 'error')) return { ...named, diagnostics: ofText, intervals: undefined, placeholders: [] };
  const { diagnostics, intervals } = checkRuleset(folder.data);
  const last = intervals.findLast((interval) => interval.ruleset)?.ruleset;
  return {
    ...named,
    diagnostics: [...ofText, ...diagnostics],
    intervals: intervals.map(({ from, to, ruleset }) => ({ from, to, sound: ruleset !== undefined })),
    placeholders: placeholdersOf(intervals),
    ...(last && { standing: standingCounts(last) }),
  };
}

function suiteOf({ id, place, diagnostics }: ValidatedRuleset): Suite {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.position?.file ?? place))];
  const checks = files.map((file) => ({
    name: file,
    group: id,
    findings: diagnostics.filter((diagnostic) => (diagnostic.position?.file ?? place) === file).map(findingOf),
  }));
  return { name: id, checks: checks.length > 0 ? checks : [{ name: place, group: id, findings: [] }] };
}

function plainOf({ id, version, place, diagnostics, intervals, placeholders, standing }: ValidatedRuleset): object {
  return {
    id,
    version,
    place,
    intervals: intervals ?? [],
    diagnostics: diagnostics.map(plainDiagnostic),
    standing,
    placeholders: placeholders.map((placeholder: Placeholder) => ({ ...placeholder })),
  };
}

const plainDiagnostic = ({ code, severity, message, mend, ruleset, path, position, related }: Diagnostic): object => ({
  code,
  severity,
  message,
  mend,
  ruleset,
  path,
  position,
  related,
});
