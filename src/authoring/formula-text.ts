/**
 * How a formula may stand in YAML: one plain line, a quoted line, or a `|` block; nothing folded, no comment in it.
 * In: a scalar under a key that holds a formula. Out: a finding, or undefined.
 */
import type { WrittenScalar } from './scalar-offsets.ts';
import { sourceOffset } from './scalar-offsets.ts';
import type { YamlFinding } from './yaml-finding.ts';

/** The keys of a ruleset whose text is a formula. */
export const FORMULA_KEYS: ReadonlySet<string> = new Set(['formula', 'derive', 'next', 'when', 'unless', 'then', 'otherwise', 'part', 'weight']);

export function checkFormulaText(key: string, scalar: WrittenScalar, text: string): YamlFinding | undefined {
  if (scalar.style === 'folded') {
    return {
      code: 'yaml/formula-folded',
      message: `The formula under "${key}" is a folded text (">").`,
      mend: 'Write "|" instead of ">": its lines then keep their places.',
      at: scalar.from,
    };
  }
  if (scalar.style !== 'literal') {
    const isLong = text.slice(scalar.from, scalar.to).includes('\n');
    return isLong
      ? {
          code: 'yaml/formula-lines',
          message: `The formula under "${key}" runs over several lines.`,
          mend: 'Write "|" behind the colon and the formula below it, indented.',
          at: scalar.from,
        }
      : undefined;
  }
  const comment = commentIn(scalar.value);
  if (comment === undefined) return undefined;
  return {
    code: 'yaml/formula-comment',
    message: `"#" begins no comment inside the formula under "${key}": it would be part of it.`,
    mend: 'Move the comment above the key.',
    at: sourceOffset(text, scalar, comment),
  };
}

/** The first `#` outside a text in double quotes. */
function commentIn(formula: string): number | undefined {
  let quoted = false;
  for (let at = 0; at < formula.length; at++) {
    if (formula[at] === '"') quoted = !quoted;
    else if (formula[at] === '\\' && quoted) at++;
    else if (formula[at] === '#' && !quoted) return at;
  }
  return undefined;
}
