import { describe, expect, it } from 'vitest';
import { pinpointText } from './pinpoint-text.ts';

describe('pinpoints', () => {
  it.each([
    ['art-10(2)f.1', 'pasal 10 ayat (2) huruf f angka 1', 'art. 10(2)f.1'],
    ['art-58(3)', 'pasal 58 ayat (3)', 'art. 58(3)'],
    ['art-8.9a', 'pasal 8 angka 9 huruf a', 'art. 8.9a'],
    ['art-7', 'pasal 7', 'art. 7'],
    ['art-14A', 'pasal 14A', 'art. 14A'],
    ['penjelasan-3.11', 'penjelasan pasal 3 angka 11', 'elucidation of art. 3.11'],
    ['menimbang-a', 'menimbang huruf a', 'recital a'],
    ['annex', 'lampiran', 'annex'],
    ['annex-p.91', 'lampiran hlm. 91', 'annex p. 91'],
    ['annex-table-2', 'annex-table-2', 'annex-table-2'],
    ['art-x', 'art-x', 'art-x'],
    ['chapter-2', 'chapter-2', 'chapter-2'],
  ])('reads %s as %s and %s', (pinpoint, id, en) => {
    expect([pinpointText(pinpoint, 'id'), pinpointText(pinpoint, 'en')]).toEqual([id, en]);
  });
});
