/**
 * Reads one YAML file of a ruleset: plain data, the place of everything in it, and what is wrong with it.
 * In: the text of a file and its name. Out: {@link ReadYaml}. Never throws, whatever the text is.
 */
import { Composer } from 'yaml';
import type { Diagnostic, Locate } from '../ruleset/diagnostic.ts';
import { sortDiagnostics } from '../ruleset/diagnostic.ts';
import { SourceLines } from './source-lines.ts';
import { readData } from './yaml-data.ts';
import type { YamlFinding } from './yaml-finding.ts';
import { type YamlPlace, locateIn } from './yaml-place.ts';
import { syntaxFindings } from './yaml-syntax.ts';
import { GREATEST_LENGTH, checkText, isTooLarge } from './yaml-text.ts';
import { checkTokens, readTokens } from './yaml-tokens.ts';

export interface ReadYaml {
  /**
   * Mappings, lists, texts and truth values, frozen; a number is the text that was written (`0.10` stays `"0.10"`).
   * Undefined for an empty file and for one that cannot be parsed; a value that was refused is left out.
   */
  readonly data: unknown;
  /** Where a value, a key or a character of a scalar stands in the file. */
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

/** Findings of the tokens that are faults of syntax, and may be the cause of others. */
const STRUCTURAL: ReadonlySet<string> = new Set(['yaml/quote-open', 'yaml/bracket']);

/**
 * Reads YAML 1.2 without anchors, aliases, merge keys, tags and duplicate keys; everything that is wrong is reported together.
 *
 * @example
 * const { data, locate, diagnostics } = readYaml('share: 0.10\n', 'parameters/tpp.yaml');
 * // data: { share: '0.10' }, locate(['share']): { file: 'parameters/tpp.yaml', line: 1, column: 8 }
 */
export function readYaml(text: string, file: string): ReadYaml {
  if (isTooLarge(text)) {
    const message = `The file has ${String(text.length)} characters; at most ${String(GREATEST_LENGTH)} are read.`;
    return finish(
      undefined,
      undefined,
      [{ code: 'yaml/size', message, mend: 'Split it into several files of the same folder.', at: 0 }],
      new SourceLines(''),
      file,
    );
  }
  const lines = new SourceLines(text);
  const ofText = checkText(lines);
  const tokens = readTokens(text);
  if ('code' in tokens) return finish(undefined, undefined, [...ofText, tokens], lines, file);

  const ofTokens = checkTokens(tokens, lines);
  const composer = new Composer({ version: '1.2', schema: 'failsafe', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [document] = [...composer.compose(tokens, true, text.length)];
  const structural = ofTokens.filter((finding) => STRUCTURAL.has(finding.code));
  const told = [...ofText, ...ofTokens.filter((finding) => !STRUCTURAL.has(finding.code))];
  const ofSyntax = syntaxFindings(document?.errors ?? [], structural, lines).filter((finding) => !repeats(finding, told));
  const isBroken = structural.length > 0 || (document?.errors.length ?? 0) > 0;
  const read = document?.contents ? readData(document.contents, lines) : undefined;
  const ofData = isBroken ? notCaused(read?.findings ?? [], ofSyntax, lines) : (read?.findings ?? []);
  const isEmpty = read === undefined || isNothing(read.place);
  return finish(isBroken || isEmpty ? undefined : read.data, read?.place, [...told, ...ofSyntax, ...(isEmpty ? [] : ofData)], lines, file);
}

/** An alias or tag that is refused already may be a fault of syntax too. */
const repeats = (finding: YamlFinding, told: readonly YamlFinding[]): boolean =>
  told.some(({ code, at }) => code === finding.code && Math.abs(at - finding.at) <= 1);

/** Where the syntax is broken, a missing value may be its consequence, and so may anything on the same line. */
function notCaused(findings: readonly YamlFinding[], ofSyntax: readonly YamlFinding[], lines: SourceLines): YamlFinding[] {
  const broken = new Set(ofSyntax.map((finding) => lines.position(finding.at).line));
  return findings.filter((finding) => finding.code !== 'yaml/empty' && finding.code !== 'yaml/key' && !broken.has(lines.position(finding.at).line));
}

const isNothing = (place: YamlPlace): boolean => place.scalar?.style === 'plain' && place.scalar.value === '';

function finish(data: unknown, root: YamlPlace | undefined, findings: readonly YamlFinding[], lines: SourceLines, file: string): ReadYaml {
  const position = (at: number): { file: string; line: number; column: number } => ({ file, ...lines.position(at) });
  const diagnostics = findings.map(({ code, message, mend, at, path, related }): Diagnostic => ({
    code,
    severity: 'error',
    message,
    mend,
    ruleset: '',
    path: path ?? [],
    position: position(at),
    related: related && { message: related.message, position: position(related.at) },
  }));
  return Object.freeze({ data, locate: locateIn(root, lines, file), diagnostics: sortDiagnostics(diagnostics) });
}
