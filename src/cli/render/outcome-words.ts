/**
 * The words of a short outcome in the two languages of its readers.
 * In: nothing. Out: {@link OUTCOME_WORDS}.
 */
import type { OutcomeStatus, PaymentLine, Standing } from '../../model/outcome.ts';

export type Lang = 'id' | 'en';

interface Words {
  readonly assessed: string;
  readonly paid: string;
  readonly until: string;
  readonly ruleset: string;
  readonly status: Readonly<Record<OutcomeStatus, string>>;
  readonly rating: string;
  readonly none: string;
  readonly scores: string;
  readonly payments: string;
  readonly line: Readonly<Record<PaymentLine['status'], string>>;
  readonly heldUntil: string;
  readonly missing: string;
  readonly sanctions: string;
  readonly awards: string;
  readonly development: string;
  readonly flags: string;
  readonly blocks: string;
  readonly facts: string;
  readonly faults: string;
  readonly sure: string;
  readonly nodes: string;
  readonly money: string;
  readonly placeholders: string;
  readonly standing: Readonly<Record<Standing, string>>;
}

export const OUTCOME_WORDS: Readonly<Record<Lang, Words>> = {
  id: {
    assessed: 'Dinilai',
    paid: 'Dibayar',
    until: 's.d.',
    ruleset: 'Aturan',
    status: { complete: 'Lengkap', undetermined: 'Belum dapat ditentukan: ada fakta yang harus dilengkapi', faulted: 'Gagal dihitung' },
    rating: 'Predikat',
    none: 'tidak ada',
    scores: 'Nilai',
    payments: 'Pembayaran',
    line: { paid: 'dibayarkan', held: 'ditunda', notEntitled: 'tidak berhak', undetermined: 'belum dapat ditentukan', faulted: 'gagal dihitung' },
    heldUntil: 'sampai',
    missing: 'kurang',
    sanctions: 'Usulan hukuman',
    awards: 'Penghargaan',
    development: 'Saran pengembangan',
    flags: 'Catatan',
    blocks: 'Penghalang karier',
    facts: 'Fakta yang harus dilengkapi',
    faults: 'Kesalahan hitung',
    sure: 'Kepastian dasar aturan',
    nodes: 'menurut butir aturan yang dipakai',
    money: 'menurut rupiah yang dihitung',
    placeholders: 'Nilai sementara yang dipakai',
    standing: { confirmed: 'terbaca dalam peraturan', reported: 'dari laporan', derived: 'diturunkan', placeholder: 'sementara' },
  },
  en: {
    assessed: 'Assessed',
    paid: 'Paid',
    until: 'to',
    ruleset: 'Ruleset',
    status: { complete: 'Complete', undetermined: 'Undetermined: facts are to be supplied', faulted: 'Faulted' },
    rating: 'Rating',
    none: 'none',
    scores: 'Scores',
    payments: 'Payments',
    line: { paid: 'paid', held: 'held', notEntitled: 'not entitled', undetermined: 'undetermined', faulted: 'faulted' },
    heldUntil: 'until',
    missing: 'missing',
    sanctions: 'Sanctions proposed',
    awards: 'Awards',
    development: 'Advice on development',
    flags: 'Flags',
    blocks: 'Career blocks',
    facts: 'Facts to supply',
    faults: 'Faults',
    sure: 'How sure the rules are',
    nodes: 'by rules used',
    money: 'by rupiah computed',
    placeholders: 'Placeholders used',
    standing: { confirmed: 'confirmed', reported: 'reported', derived: 'derived', placeholder: 'placeholder' },
  },
};
