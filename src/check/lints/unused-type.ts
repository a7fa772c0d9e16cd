/**
 * Declared types that no entry of the ruleset or of those it varies names.
 * In: the documents. Out: a smell at the name of each such type.
 */
import { SECTIONS, type RulesetData } from '../../ruleset/document.ts';
import type { Place } from '../../ruleset/report.ts';
import type { Lint } from '../lint.ts';

export const unusedType: Lint = {
  codes: ['unused/type'],
  *check({ read, complete }) {
    if (!complete) return;
    const own = read.manifests.at(-1)!.place;
    const words = wordsOf(own.document);
    for (const id of Object.keys(own.document.types ?? {})) {
      if (words.has(id)) continue;
      const place: Place = { ...own, path: ['types', id] };
      yield {
        severity: 'warning',
        place,
        key: true,
        finding: { code: 'unused/type', message: `Nothing has the type "${id}".`, mend: 'Use it, or remove it.' },
      };
    }
  },
};

/** Every text of a document but titles and notes: the name of a type stands whole in one of them. */
function wordsOf(document: RulesetData): ReadonlySet<string> {
  const words = new Set<string>();
  const open: unknown[] = SECTIONS.map((section) => document[section]);
  for (let value = open.pop(); open.length > 0 || value !== undefined; value = open.pop()) {
    if (typeof value === 'string') words.add(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) if (key !== 'title' && key !== 'note') open.push(inner);
  }
  return words;
}
