import { describe, expect, it } from 'vitest';
import { resolveRuleset } from './resolve.ts';
import { namesOf } from './titles.ts';

const type = (members: Record<string, { id: string; en: string }>): object => ({ title: { id: 'Jenis', en: 'Kind' }, members });

const names = namesOf(
  resolveRuleset(
    {
      manifest: { id: 'uji', title: { id: 'Uji', en: 'Test' }, issuer: 'Uji', version: '1', from: '2025-01-01' },
      sources: { law: { kind: 'pp', title: 'Law' } },
      types: {
        predikat: type({ baik: { id: 'Baik', en: 'Good' }, cukup: { id: 'Butuh Perbaikan (Cukup)', en: 'Needs improvement' } }) as never,
        kategori: type({ baik: { id: 'Baik', en: 'Good' }, cukup: { id: 'Cukup', en: 'Fair' }, sangatBaik: { id: 'Sangat Baik', en: 'Very good' } }) as never,
      },
    },
    { assessed: '2025-01', paid: '2025-01' },
  ),
);

describe('a code in a text is told by the title of the member it names', () => {
  it('that of the only enumeration with such a member', () => {
    expect(names.code('sangatBaik')).toEqual({ id: 'Sangat Baik', en: 'Very good' });
  });

  it('that of several enumerations when they all say the same', () => {
    expect(names.code('baik')).toEqual({ id: 'Baik', en: 'Good' });
  });

  it('none when they differ', () => {
    expect(names.code('cukup')).toBeUndefined();
  });

  it('else by its own words', () => {
    expect(names.code('laporanTriwulan')).toEqual({ id: 'laporan triwulan', en: 'laporan triwulan' });
  });
});
