import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_BREAK, dateText, percentText, periodText, quantityText, unitText } from './numbers.ts';

const spaced = (text: string): string => text.replaceAll(NO_BREAK, ' ');

describe('numbers for people', () => {
  it.each([
    ['5439503', 'IDR', 'Rp5.439.503', 'Rp 5,439,503'],
    ['-2500', 'IDR', '−Rp2.500', '−Rp 2,500'],
    ['0', 'IDR', 'Rp0', 'Rp 0'],
    ['2640552.33632', 'IDR', 'Rp2.640.552,33632', 'Rp 2,640,552.33632'],
    ['1000', 'IDR/month', 'Rp1.000 per bulan', 'Rp 1,000 per month'],
    ['87.5', 'percent', '87,5 %', '87.5 %'],
    ['200/3', 'points', '200/3 (≈ 66,67) poin', '200/3 (≈ 66.67) points'],
    ['-200/3', 'points', '−200/3 (≈ −66,67) poin', '−200/3 (≈ −66.67) points'],
    ['1/3000', 'ratio', '1/3.000 (≈ 0,00033)', '1/3,000 (≈ 0.00033)'],
    ['0.123456789', 'ratio', '0,123456789 (≈ 0,12)', '0.123456789 (≈ 0.12)'],
    ['1', 'day', '1 hari', '1 day'],
    ['0.5', 'day', '0,5 hari', '0.5 days'],
    ['3', 'percent/day', '3 % per hari', '3 % per day'],
    ['12', 'points*day', '12 poin·hari', '12 points·days'],
    ['9', 'count', '9', '9'],
    ['2025', 'year', '2025', '2025'],
    ['12', 'year', '12 tahun', '12 years'],
    ['1234', 'count', '1.234', '1,234'],
  ])('writes %s %s as %s and %s', (exact, unit, id, en) => {
    expect([spaced(quantityText(exact, unit, 'id')), spaced(quantityText(exact, unit, 'en'))]).toEqual([id, en]);
  });

  it('keeps every digit of a finite decimal, whatever its size', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 6 }), (whole, places) => {
        const decimals = places === 0 ? '' : `.${'123457'.slice(0, places)}`;
        const shown = quantityText(`${whole}${decimals}`, 'ratio', 'id');
        expect(shown.replaceAll('.', '').replace(',', '.')).toBe(`${whole}${decimals}`);
      }),
    );
  });

  it('never lets a number break over two lines', () => {
    expect(quantityText('200/3', 'IDR/month', 'en')).not.toContain(' ');
  });

  it('writes shares to one decimal', () => {
    expect([percentText('100/3', 'id'), percentText('50', 'en')].map(spaced)).toEqual(['33,3 %', '50 %']);
  });

  it('names units for those who must supply a number', () => {
    expect([unitText('minute', 'id'), unitText('IDR', 'id'), unitText('count', 'en'), unitText('nonsense', 'en')]).toEqual(['menit', 'rupiah', '', '']);
  });
});

describe('dates for people', () => {
  it.each([
    ['2025-03-31', '31 Maret 2025', '31 March 2025'],
    ['2024-07', 'Juli 2024', 'July 2024'],
    ['2024-13', '2024-13', '2024-13'],
    ['soon', 'soon', 'soon'],
  ])('writes %s as %s and %s', (iso, id, en) => {
    expect([spaced(dateText(iso, 'id')), spaced(dateText(iso, 'en'))]).toEqual([id, en]);
  });

  it.each([
    ['2025-02-01', '2025-02-28', 'Februari 2025', 'February 2025'],
    ['2025-01-01', '2025-03-31', 'triwulan I 2025 (1 Januari 2025 – 31 Maret 2025)', 'quarter I of 2025 (1 January 2025 – 31 March 2025)'],
    ['2025-07-01', '2025-12-31', 'semester II 2025 (1 Juli 2025 – 31 Desember 2025)', 'half year II of 2025 (1 July 2025 – 31 December 2025)'],
    ['2025-01-01', '2025-12-31', 'tahun 2025', 'the year 2025'],
    ['2025-01-05', '2025-02-03', '5 Januari 2025 – 3 Februari 2025', '5 January 2025 – 3 February 2025'],
  ])('names the period %s to %s', (from, to, id, en) => {
    expect([spaced(periodText({ from, to }, 'id')), spaced(periodText({ from, to }, 'en'))]).toEqual([id, en]);
  });
});
