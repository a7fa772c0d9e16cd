/**
 * The sources that an explanation cites, with their pinpoints, in the order in which the ruleset lists them.
 * In: an explanation without its sources, and the sources of the ruleset. Out: {@link SourceCited}s, numbered `S1` on.
 */
import { type Title, title } from '../model/title.ts';
import { parseCitation } from '../ruleset/citation.ts';
import type { SourceData } from '../ruleset/schema.ts';
import type { SourceCited } from './explanation-shape.ts';

/** Walks the data for every `cite`: what is told anywhere has its source listed. */
export function sourcesCited(told: unknown, sources: ReadonlyMap<string, SourceData>): readonly SourceCited[] {
  const pinpoints = new Map<string, Set<string>>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const citation = key === 'cite' && typeof inner === 'string' ? parseCitation(inner) : undefined;
      if (!citation) {
        walk(inner);
        continue;
      }
      const known = pinpoints.get(citation.source) ?? new Set();
      if (citation.pinpoint !== undefined) known.add(citation.pinpoint);
      pinpoints.set(citation.source, known);
    }
  };
  walk(told);
  return [...sources].filter(([id]) => pinpoints.has(id)).map(([id, source], at) => sourceCited(id, source, `S${at + 1}`, [...pinpoints.get(id)!]));
}

function sourceCited(id: string, source: SourceData, number: string, pinpoints: readonly string[]): SourceCited {
  const urls = source.url === undefined ? [] : typeof source.url === 'string' ? [source.url] : source.url;
  return {
    id,
    number,
    kind: source.kind,
    label: labelOf(source, number),
    title: source.title,
    pinpoints: [...pinpoints].sort(byNumbers),
    urls,
    ...(source.issuer !== undefined && { issuer: source.issuer }),
    ...(source.enacted !== undefined && { enacted: source.enacted }),
    ...(source.note !== undefined && { note: source.note }),
  };
}

const byNumbers = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const SHORT: Readonly<Record<string, readonly [id: string, en: string]>> = {
  uu: ['UU', 'Law'],
  pp: ['PP', 'PP'],
  perpres: ['Perpres', 'Perpres'],
  permen: ['Permen', 'Permen'],
  perban: ['Peraturan', 'Regulation of'],
  perda: ['Perda', 'Perda'],
  perkada: ['Perkada', 'Perkada'],
  se: ['SE', 'Circular'],
  keputusan: ['Keputusan', 'Decree'],
  report: ['laporan', 'report'],
  seed: ['naskah pengantar', 'essay'],
};

/** A regulation of a head of region goes by the head's office. */
const HEADS: Readonly<Record<string, string>> = { Gubernur: 'Pergub', Bupati: 'Perbup', 'Wali Kota': 'Perwali' };

/** `PP 94/2021`, `PermenPANRB 6/2022`, `Perwali Salatiga 1/2025`, `laporan S4`. */
function labelOf(source: SourceData, number: string): Title {
  const { kind, year, issuer = '' } = source;
  const [id, en] = Object.hasOwn(SHORT, kind) ? SHORT[kind]! : [kind, kind];
  if (source.number === undefined) return title(`${id} ${number}`, `${en} ${number}`);
  const numbered = `${source.number}${year === undefined || String(source.number).includes('/') ? '' : `/${year}`}`;
  const minister = /^Menteri ([A-Z]+)$/.exec(issuer)?.[1];
  if (kind === 'permen' && minister !== undefined) return title(`Permen${minister} ${numbered}`, `Permen${minister} ${numbered}`);
  const head = /^Kepala ([A-Z]+)$/.exec(issuer)?.[1];
  const [, office, place] = /^(Gubernur|Bupati|Wali Kota) (.+)$/.exec(issuer) ?? [];
  if (kind === 'perkada' && office !== undefined) return title(`${HEADS[office]!} ${place!} ${numbered}`, `${HEADS[office]!} ${place!} ${numbered}`);
  const whose =
    kind === 'perban' && head !== undefined
      ? ` ${head}`
      : kind === 'keputusan' && issuer !== ''
        ? ` ${issuer}`
        : kind === 'perkada' || kind === 'perda'
          ? ` ${issuer}`.trimEnd()
          : '';
  return title(`${id}${whose} ${numbered}`, `${en}${whose} ${numbered}`);
}
