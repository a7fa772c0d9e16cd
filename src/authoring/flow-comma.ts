/**
 * A comma inside `{ }` that was meant as part of a text: `{ id: Baik, sekali, en: Good }`.
 * In: a flow mapping and the index of an entry without a value. Out: what was probably meant.
 */
import { isScalar, type Node, type YAMLMap } from 'yaml';
import { FORMULA_KEYS } from './formula-text.ts';
import type { SourceLines } from './source-lines.ts';
import { type YamlFinding, excerpt, inQuotes } from './yaml-finding.ts';
import { inBraces } from './yaml-mistakes.ts';

/** `end` is the index of the next entry that has a value. */
export function cutByComma(map: YAMLMap, index: number, lines: SourceLines): { readonly finding: YamlFinding; readonly end: number } {
  let end = index;
  while (end < map.items.length && map.items[end]!.value === null) end++;
  const at = rangeOf(map.items[index]!.key)[0];
  const last = rangeOf(map.items[end - 1]!.key)[1];
  const piece = excerpt(lines.text.slice(at, rangeOf(map.items[index]!.key)[1]));
  const before = index > 0 ? map.items[index - 1] : undefined;
  const written = /^([A-Za-z][\w.-]*):(\S.*)$/.exec(piece);
  if (written) {
    return {
      end,
      finding: { code: 'yaml/colon-space', message: `A space is missing behind the colon of "${written[1]}".`, mend: `Write ${written[1]}: ${written[2]}`, at },
    };
  }
  if (before && isScalar(before.key) && isScalar(before.value) && before.value.type === 'PLAIN') {
    const key = String(before.key.value);
    const from = rangeOf(before.value)[0];
    const whole = lines.text.slice(from, last).replace(/\s+/g, ' ');
    if (FORMULA_KEYS.has(key)) return { end, finding: { ...withoutColumn(inBraces(key, whole, 1)), at: from } };
    return {
      end,
      finding: {
        code: 'yaml/comma',
        message: `The text of "${key}" holds a comma and must be quoted inside { }: "${piece}" has become a key of its own.`,
        mend: mendOf(key, whole),
        at: from,
      },
    };
  }
  return {
    end,
    finding: {
      code: 'yaml/empty',
      message: `"${piece}" stands inside { } without a value.`,
      mend: 'Write it as "key: value", or quote the text that holds the comma.',
      at,
    },
  };
}

/** A comma between digits is a decimal comma or a separator of thousands. */
const mendOf = (key: string, whole: string): string =>
  /^-?\d+(?:,\d+)+$/.test(whole) ? 'Write a number with a decimal point and without separators: 2.5, 5000000.' : `Write ${key}: ${inQuotes(whole)}.`;

const rangeOf = (node: unknown): readonly [number, number] => {
  const range = (node as Node | null)?.range;
  return [range?.[0] ?? 0, range?.[1] ?? 0];
};

const withoutColumn = ({ code, message, mend }: { code: string; message: string; mend: string }): Omit<YamlFinding, 'at'> => ({ code, message, mend });
