/**
 * A text as engines keep names of properties: of those there is one each, so two of them are compared by where they are.
 * In: a text. Out: the same text.
 */
export function interned(text: string): string {
  for (const name in { [text]: 0 }) return name;
  return text;
}
