/**
 * Finds a name that stands twice in one object of a JSON text.
 * In: text that JSON.parse has taken. Out: the path of the second one, or undefined.
 */

interface Level {
  /** Names so far, for an object; undefined for a list. */
  readonly names: Set<string> | undefined;
  /** The name or index at which the reader stands. */
  at: string | number;
}

export function repeatedName(text: string): readonly (string | number)[] | undefined {
  const levels: Level[] = [];
  let last = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    const level = levels.at(-1);
    if (letter === '"') {
      const end = closingQuote(text, index);
      last = text.slice(index, end + 1);
      index = end;
    } else if (letter === ':' && level?.names) {
      const name = JSON.parse(last) as string;
      level.at = name;
      if (level.names.has(name)) return levels.map(({ at }) => at);
      level.names.add(name);
    } else if (letter === ',' && level && !level.names) level.at = (level.at as number) + 1;
    else if (letter === '{') levels.push({ names: new Set(), at: '' });
    else if (letter === '[') levels.push({ names: undefined, at: 0 });
    else if (letter === '}' || letter === ']') levels.pop();
  }
  return undefined;
}

function closingQuote(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
