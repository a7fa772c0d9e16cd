/**
 * Whether the members of a list are told apart by their keys, and whether keys name members that are there.
 * In: columns of keys, filled as members are read, and how many of them count. Out: true or false.
 */

/** Whether the first `length` keys differ; undefined is no key. */
export function keysDiffer(keys: readonly (string | number | undefined)[], length: number): boolean {
  if (length > 12) {
    const met = new Set<string | number>();
    for (let at = 0; at < length; at++) {
      const key = keys[at];
      if (key === undefined) continue;
      if (met.has(key)) return false;
      met.add(key);
    }
    return true;
  }
  for (let at = 1; at < length; at++) {
    const key = keys[at];
    if (key === undefined) continue;
    for (let earlier = 0; earlier < at; earlier++) if (keys[earlier] === key) return false;
  }
  return true;
}

/** Whether no two members are the same in all columns; texts hold no line breaks. */
export function rowsDiffer(columns: readonly (readonly (string | number | undefined)[])[], length: number): boolean {
  if (length > 12) {
    const met = new Set<string>();
    for (let at = 0; at < length; at++) {
      let key = '';
      for (const column of columns) key += '\n' + (column[at] ?? '');
      if (met.has(key)) return false;
      met.add(key);
    }
    return true;
  }
  for (let at = 1; at < length; at++) {
    for (let earlier = 0; earlier < at; earlier++) {
      let same = true;
      for (let column = 0; same && column < columns.length; column++) same = columns[column]![at] === columns[column]![earlier];
      if (same) return false;
    }
  }
  return true;
}

/** Whether each of the first `length` keys that is there is one of the first `size` known ones. */
export function keysKnown(
  keys: readonly (string | number | undefined)[],
  length: number,
  known: readonly (string | number | undefined)[],
  size: number,
): boolean {
  const set = length > 4 ? new Set(known.slice(0, size)) : undefined;
  for (let at = 0; at < length; at++) {
    const key = keys[at];
    if (key === undefined) continue;
    if (set) {
      if (!set.has(key)) return false;
      continue;
    }
    let found = false;
    for (let other = 0; !found && other < size; other++) found = known[other] === key;
    if (!found) return false;
  }
  return true;
}
