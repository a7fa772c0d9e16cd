import { describe, expect, it } from 'vitest';
import type { SourceData } from '../ruleset/schema.ts';
import { sourcesCited } from './sources-cited.ts';

/** How a source is named where its articles are cited. */
const named = (source: Omit<SourceData, 'title'>): string =>
  sourcesCited({ cite: 'law#art-1' }, new Map([['law', { title: 'Judul', ...source }]]))[0]!.label.id;

describe('a source is named as an office names it', () => {
  it.each([
    ['Pergub Maluku Utara 2/2024', { kind: 'perkada', number: 2, year: 2024, issuer: 'Gubernur Maluku Utara' }],
    ['Perwali Salatiga 1/2025', { kind: 'perkada', number: 1, year: 2025, issuer: 'Wali Kota Salatiga' }],
    ['Perbup Tebo 1/2022', { kind: 'perkada', number: 1, year: 2022, issuer: 'Bupati Tebo' }],
    ['Perkada Kota Contoh 1/2025', { kind: 'perkada', number: 1, year: 2025, issuer: 'Kota Contoh' }],
    ['Perkada 1/2025', { kind: 'perkada', number: 1, year: 2025 }],
    ['PermenPANRB 6/2022', { kind: 'permen', number: 6, year: 2022, issuer: 'Menteri PANRB' }],
    ['Peraturan BKN 3/2023', { kind: 'perban', number: 3, year: 2023, issuer: 'Kepala BKN' }],
    ['laporan S1', { kind: 'report' }],
  ] as const)('%s', (label, source) => {
    expect(named(source)).toBe(label);
  });
});
