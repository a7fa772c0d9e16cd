/**
 * A written value on one line of a page: a formula, a cell, a list or a record.
 * In: data of a document. Out: text of at most 100 characters.
 */
const MOST = 100;

export function valueInShort(value: unknown): string {
  const text = textOf(value).replaceAll(/\s+/g, ' ').trim();
  return text.length > MOST ? `${text.slice(0, MOST - 2).trimEnd()} …` : text;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : value.map(textOf).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => (name === 'fact' ? textOf(inner) : `${name}: ${textOf(inner)}`))
    .join(', ');
}
