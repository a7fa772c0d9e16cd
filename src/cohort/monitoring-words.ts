/**
 * The words of a monitoring summary in the two languages of its readers.
 * In: nothing. Out: {@link MONITORING_WORDS}.
 */
import type { OutcomeStatus, PaymentLine, Standing } from '../model/outcome.ts';
import type { Language } from '../page/page.ts';

export interface MonitoringWords {
  readonly title: string;
  readonly ruleset: string;
  readonly periods: string;
  readonly outcomes: (count: number) => string;
  readonly all: string;
  readonly notStated: string;
  readonly none: string;
  readonly appraised: string;
  readonly employees: string;
  readonly refused: string;
  readonly status: Readonly<Record<OutcomeStatus, string>>;
  readonly count: string;
  readonly ratings: string;
  readonly unrated: string;
  readonly scores: string;
  readonly score: string;
  readonly counted: string;
  readonly lacking: string;
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
  readonly payments: string;
  readonly component: string;
  readonly line: Readonly<Record<PaymentLine['status'], string>>;
  readonly rupiahPaid: string;
  readonly rupiahHeld: string;
  readonly awards: string;
  readonly sanctions: string;
  readonly weakAspects: string;
  readonly training: string;
  readonly flags: string;
  readonly blocks: string;
  readonly missingFacts: string;
  readonly placeholders: string;
  readonly sure: string;
  readonly nodes: string;
  readonly money: string;
  readonly standing: Readonly<Record<Standing, string>>;
  readonly refusedAbout: string;
  readonly source: string;
  readonly reason: string;
}

export const MONITORING_WORDS: Readonly<Record<Language, MonitoringWords>> = {
  id: {
    title: 'Ringkasan pemantauan kinerja',
    ruleset: 'Ketentuan yang diterapkan',
    periods: 'Periode penilaian',
    outcomes: (count) => `${count} hasil penilaian`,
    all: 'Seluruhnya',
    notStated: '(tidak disebut)',
    none: '-',
    appraised: 'Dinilai',
    employees: 'Pegawai',
    refused: 'Ditolak',
    status: { complete: 'Lengkap', undetermined: 'Belum dapat ditetapkan', faulted: 'Tidak dapat dihitung' },
    count: 'Jumlah',
    ratings: 'Predikat',
    unrated: 'Tanpa predikat',
    scores: 'Nilai',
    score: 'Nilai',
    counted: 'Dihitung',
    lacking: 'Tanpa nilai',
    mean: 'Rata-rata',
    lowest: 'Terendah',
    highest: 'Tertinggi',
    payments: 'Pembayaran',
    component: 'Komponen',
    line: { paid: 'Dibayarkan', held: 'Ditunda', notEntitled: 'Tidak berhak', undetermined: 'Belum dapat ditetapkan', faulted: 'Tidak dapat dihitung' },
    rupiahPaid: 'Jumlah dibayarkan',
    rupiahHeld: 'Jumlah ditunda',
    awards: 'Penghargaan',
    sanctions: 'Usulan hukuman',
    weakAspects: 'Aspek yang lemah',
    training: 'Pelatihan yang disarankan',
    flags: 'Catatan',
    blocks: 'Penghalang karier',
    missingFacts: 'Data yang paling sering kurang',
    placeholders: 'Nilai sementara yang dipakai',
    sure: 'Kepastian dasar ketentuan',
    nodes: 'menurut butir ketentuan yang dipakai',
    money: 'menurut rupiah yang dihitung',
    standing: { confirmed: 'terbaca dalam peraturan', reported: 'dari laporan', derived: 'diturunkan', placeholder: 'sementara' },
    refusedAbout: 'Yang ditolak dan tidak ikut dihitung',
    source: 'Asal',
    reason: 'Alasan',
  },
  en: {
    title: 'Monitoring summary of performance',
    ruleset: 'Ruleset applied',
    periods: 'Periods assessed',
    outcomes: (count) => (count === 1 ? '1 outcome' : `${count} outcomes`),
    all: 'All',
    notStated: '(not stated)',
    none: '-',
    appraised: 'Appraised',
    employees: 'Employees',
    refused: 'Refused',
    status: { complete: 'Complete', undetermined: 'Undetermined', faulted: 'Faulted' },
    count: 'Count',
    ratings: 'Ratings',
    unrated: 'Unrated',
    scores: 'Scores',
    score: 'Score',
    counted: 'Counted',
    lacking: 'Without value',
    mean: 'Mean',
    lowest: 'Lowest',
    highest: 'Highest',
    payments: 'Payments',
    component: 'Component',
    line: { paid: 'Paid', held: 'Held', notEntitled: 'Not entitled', undetermined: 'Undetermined', faulted: 'Faulted' },
    rupiahPaid: 'Amount paid',
    rupiahHeld: 'Amount held',
    awards: 'Awards',
    sanctions: 'Sanctions proposed',
    weakAspects: 'Weak aspects',
    training: 'Training advised',
    flags: 'Flags',
    blocks: 'Career blocks',
    missingFacts: 'Facts most often missing',
    placeholders: 'Placeholders used',
    sure: 'How sure the rules are',
    nodes: 'by rules used',
    money: 'by rupiah computed',
    standing: { confirmed: 'confirmed', reported: 'reported', derived: 'derived', placeholder: 'placeholder' },
    refusedAbout: 'Refused, and not counted above',
    source: 'From',
    reason: 'Reason',
  },
};
