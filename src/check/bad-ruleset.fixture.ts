/**
 * Reads a file of `bad/`: what it expects, and the sound ruleset with the files that it changes.
 * In: the text of a file, the text of the sound ruleset. Out: the expected diagnostics and those that are found.
 * A line `=== path` begins a file; paths below `region/` make a region that extends the sound ruleset; `=== path (gone)` takes a file away.
 */
import { type ReadRulesetFiles, readRulesetFiles } from '../authoring/read-ruleset-files.ts';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { checkRuleset } from './check-ruleset.ts';

const REGION = 'region/';

export interface BadRuleset {
  readonly expected: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  readonly gone: ReadonlySet<string>;
}

export function readBadRuleset(text: string): BadRuleset {
  const [head = '', ...parts] = `\n${text}`.split(/\n=== /);
  const files = new Map<string, string>();
  const gone = new Set<string>();
  for (const part of parts) {
    const end = part.indexOf('\n');
    const path = (end < 0 ? part : part.slice(0, end)).trim();
    if (path.endsWith(' (gone)')) gone.add(path.slice(0, -' (gone)'.length));
    else files.set(path, part.slice(end + 1));
  }
  return { expected: [...head.matchAll(/^# expect: (.*)$/gm)].map((match) => match[1]!), files, gone };
}

/** The sound ruleset with the changes of a bad one, and the region on it when there is one. */
export function openBadRuleset(sound: BadRuleset, bad: BadRuleset): readonly ReadRulesetFiles[] {
  const files = new Map([...sound.files, ...bad.files].filter(([path]) => !path.startsWith(REGION) && !bad.gone.has(path)));
  const base = readRulesetFiles(files);
  const region = new Map([...bad.files].filter(([path]) => path.startsWith(REGION)).map(([path, text]) => [path.slice(REGION.length), text]));
  return region.size === 0 ? [base] : [base, readRulesetFiles(region, { base: base.data, folder: 'region' })];
}

/** Everything that is said about it, as one line each; a text that cannot be read is told before the rules in it are looked at. */
export function diagnosticsOf(opened: readonly ReadRulesetFiles[]): readonly string[] {
  const text = opened.flatMap((each) => each.diagnostics);
  const found = text.some((diagnostic) => diagnostic.severity === 'error') ? text : [...text, ...checkRuleset(opened.at(-1)!.data).diagnostics];
  return found.map(diagnosticText);
}
