/**
 * The words of a selection in the two languages of its readers.
 * In: nothing. Out: {@link SELECTION_WORDS}.
 */
import type { Language } from '../page/page.ts';
import type { Ranked } from './selection-shape.ts';

interface Words {
  readonly title: string;
  readonly ruleset: string;
  readonly periods: string;
  readonly candidates: (count: number) => string;
  readonly places: string;
  readonly by: string;
  readonly better: Readonly<Record<'higher' | 'lower', string>>;
  readonly conditions: string;
  readonly noCondition: string;
  readonly unsure: string;
  readonly convention: string;
  readonly conventionText: string;
  readonly ranked: string;
  readonly nobody: string;
  readonly place: string;
  readonly employee: string;
  readonly result: string;
  readonly verdict: Readonly<Record<Ranked['verdict'], string>>;
  readonly tie: (place: number, count: number, left: number) => string;
  readonly open: (count: number) => string;
  readonly provisional: string;
  readonly severalPeriods: string;
  readonly why: string;
  readonly unranked: string;
  readonly refused: string;
}

export const SELECTION_WORDS: Readonly<Record<Language, Words>> = {
  id: {
    title: 'Seleksi berdasarkan kompetensi',
    ruleset: 'Ketentuan yang diterapkan',
    periods: 'Periode penilaian',
    candidates: (count) => `${count} calon`,
    places: 'Lowongan',
    by: 'Kriteria berurutan',
    better: { higher: 'makin tinggi makin baik', lower: 'makin rendah makin baik' },
    conditions: 'Syarat',
    noCondition: 'tidak ada: semua boleh ikut',
    unsure: 'Yang bernilai sementara',
    convention: 'Cara memeringkat',
    conventionText: 'yang sama pada semua kriteria berbagi peringkat, dan peringkat berikutnya menghitung semua yang di depan (1, 2, 2, 4)',
    ranked: 'Peringkat',
    nobody: 'Tidak ada calon yang dapat diberi peringkat.',
    place: 'No.',
    employee: 'Pegawai',
    result: 'Hasil',
    verdict: { chosen: 'terpilih', tied: 'seri pada lowongan terakhir', notChosen: 'tidak terpilih' },
    tie: (place, count, left) =>
      `Seri: ${count} orang berbagi peringkat ${place}, sedangkan tinggal ${left} lowongan. Kriteria tidak memutuskan siapa; tambahkan kriteria, atau putuskan dengan alasan tertulis.`,
    open: (count) => `${count} lowongan tidak terisi.`,
    provisional: 'Sementara: ada calon yang belum dapat ditempatkan atau ditolak, dan ia masih dapat mengubah peringkat.',
    severalPeriods: 'Perhatikan: para calon dinilai untuk periode yang berbeda.',
    why: 'Alasan setiap peringkat',
    unranked: 'Tanpa peringkat',
    refused: 'Berkas yang ditolak',
  },
  en: {
    title: 'Selection by competence',
    ruleset: 'Ruleset applied',
    periods: 'Periods assessed',
    candidates: (count) => (count === 1 ? '1 candidate' : `${count} candidates`),
    places: 'Vacancies',
    by: 'Criteria in order',
    better: { higher: 'higher is better', lower: 'lower is better' },
    conditions: 'Conditions',
    noCondition: 'none: everybody may stand',
    unsure: 'Placeholders among them',
    convention: 'How places are given',
    conventionText: 'who is equal in every criterion shares a place, and the next place counts all before (1, 2, 2, 4)',
    ranked: 'Places',
    nobody: 'No candidate can be given a place.',
    place: 'No.',
    employee: 'Employee',
    result: 'Result',
    verdict: { chosen: 'chosen', tied: 'tied at the last vacancy', notChosen: 'not chosen' },
    tie: (place, count, left) =>
      `Tie: ${count} share place ${place}, and ${left === 1 ? '1 vacancy is' : `${left} vacancies are`} left. The criteria do not decide who; add a criterion, or decide with reasons in writing.`,
    open: (count) => (count === 1 ? '1 vacancy stays open.' : `${count} vacancies stay open.`),
    provisional: 'Provisional: some candidates could not be placed yet or were refused, and may still change the places.',
    severalPeriods: 'Note: the candidates were assessed for different periods.',
    why: 'Why each stands there',
    unranked: 'Without a place',
    refused: 'Files refused',
  },
};
