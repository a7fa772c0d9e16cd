/**
 * Golongan and pangkat: the ranks of civil servants, lowest first.
 * In: nothing. Out: three ordered enumerations, and which pangkat goes with which golongan.
 * PNS and PPPK ranks are apart: `IX` of a PPPK is neither above nor below `III/a` of a PNS.
 */
import { enumeration } from './fields/choice-field.ts';

const RANKS = [
  ['I/a', 'juruMuda', 'Juru Muda'],
  ['I/b', 'juruMudaTingkatI', 'Juru Muda Tingkat I'],
  ['I/c', 'juru', 'Juru'],
  ['I/d', 'juruTingkatI', 'Juru Tingkat I'],
  ['II/a', 'pengaturMuda', 'Pengatur Muda'],
  ['II/b', 'pengaturMudaTingkatI', 'Pengatur Muda Tingkat I'],
  ['II/c', 'pengatur', 'Pengatur'],
  ['II/d', 'pengaturTingkatI', 'Pengatur Tingkat I'],
  ['III/a', 'penataMuda', 'Penata Muda'],
  ['III/b', 'penataMudaTingkatI', 'Penata Muda Tingkat I'],
  ['III/c', 'penata', 'Penata'],
  ['III/d', 'penataTingkatI', 'Penata Tingkat I'],
  ['IV/a', 'pembina', 'Pembina'],
  ['IV/b', 'pembinaTingkatI', 'Pembina Tingkat I'],
  ['IV/c', 'pembinaUtamaMuda', 'Pembina Utama Muda'],
  ['IV/d', 'pembinaUtamaMadya', 'Pembina Utama Madya'],
  ['IV/e', 'pembinaUtama', 'Pembina Utama'],
] as const;

type Rank = (typeof RANKS)[number];

/** Golongan ruang of PNS and CPNS, `I/a` to `IV/e`. */
export const GOLONGAN = enumeration<Rank[0]>(
  'golongan',
  RANKS.map(([code, , name]) => [code, `${code} (${name})`, `${code} (${name})`] as const),
  'ordered',
);

/** Pangkat, the name of a golongan ruang. */
export const PANGKAT = enumeration<Rank[1]>(
  'pangkat',
  RANKS.map(([, pangkat, name]) => [pangkat, name, name] as const),
  'ordered',
);

const PPPK_RANKS = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII'] as const;

/** Golongan of PPPK, `I` to `XVII`. */
export const GOLONGAN_PPPK = enumeration(
  'golonganPppk',
  PPPK_RANKS.map((code) => [code, `Golongan ${code}`, `Grade ${code}`] as const),
  'ordered',
);

/** The pangkat that each golongan ruang carries. */
export const PANGKAT_OF: ReadonlyMap<string, Rank[1]> = new Map(RANKS.map(([code, pangkat]) => [code, pangkat]));
