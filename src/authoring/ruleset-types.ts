/**
 * Writes the ids of a ruleset as TypeScript: literal types that an editor completes and a build checks.
 * In: {@link RulesetData} and a name. Out: the text of a declaration file; the same ruleset gives the same text.
 */
import { collectIds } from './collect-ids.ts';
import type { RulesetData } from '../ruleset/document.ts';

/** What beside the ids is declared. */
export interface RulesetTypesOptions {
  /** Where `RulesetData` is imported from: then the constant of the module is declared, too. */
  readonly constantFrom?: string | undefined;
}

const ABOUT = {
  term: 'Terms and what rater schemes yield, in any version.',
  rule: 'Rules.',
  award: 'Codes of awards.',
  sanction: 'Codes of sanctions.',
  payment: 'Payments.',
  score: 'Scores of the outcome.',
  rating: 'Members of the rating, in the order in which they are declared.',
  fact: 'Facts that the ruleset uses.',
} as const;

/**
 * The declarations of one ruleset: `interface <Name>Ids`, and the constant of its module where asked for.
 * @param name the name of the export, such as `salatiga`; see {@link exportNameOf}.
 * @throws RulesetError when the ruleset cannot be read; RangeError when the name is no identifier.
 * @example
 * rulesetTypes(salatiga, 'salatiga'); // export interface SalatigaIds { readonly term: 'tpp.paid' | …
 */
export function rulesetTypes(data: RulesetData, name: string, { constantFrom }: RulesetTypesOptions = {}): string {
  if (!isExportName(name)) throw new RangeError(`"${name}" is no name of an export: write a letter, then letters and digits.`);
  const ids = collectIds(data);
  const type = idsNameOf(name);
  const id = plain(data.manifest['id']);
  const version = plain(data.manifest['version']);
  const members = Object.entries(ABOUT).map(([member, about]) => `  /** ${about} */\n  readonly ${member}:${union(ids[member as keyof typeof ABOUT])};\n`);
  return [
    ...(constantFrom === undefined ? [] : [`import type { RulesetData } from ${literal(constantFrom)};\n\n`]),
    `/** The ids of the ruleset ${id}, version ${version}: written by \`kinerja types\`; do not edit, write it again. */\n`,
    `export interface ${type} {\n${members.join('')}}\n`,
    ...(constantFrom === undefined ? [] : [`\n/** The ruleset ${id}, version ${version}. */\nexport declare const ${name}: RulesetData<${type}>;\n`]),
  ].join('');
}

/** Whether a name can be that of an export whose type is `<Name>Ids`. */
export const isExportName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(name);

/** The name of the export of a ruleset: `kota-baru` is `kotaBaru`. */
export const exportNameOf = (id: string): string => id.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The name of the interface: `kotaBaru` has `KotaBaruIds`. */
export const idsNameOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Ids`;

/** Text that cannot end the comment it stands in. */
const plain = (value: unknown): string => String(value).replaceAll('*/', '* /').replaceAll(/\s+/g, ' ');

const literal = (text: string): string => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

/** An open union keeps completing its literals and takes any other text. */
function union({ known, open }: { readonly known: readonly string[]; readonly open: boolean }): string {
  const all = [...known.map(literal), ...(open ? ['(string & {})'] : [])];
  return all.length < 2 ? ` ${all[0] ?? 'never'}` : all.map((each) => `\n    | ${each}`).join('');
}
