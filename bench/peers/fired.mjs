/**
 * What the twelve rules say when they fire, shared by the ways that are written by hand: constants where nothing varies.
 * In: what varies (the step of absence, the period, the bonus). Out: frozen entries, in the ruleset's order within each list.
 */

/** @typedef {import('../data/record.d.mts').Fired} Fired */

/** @type {(rule: string, params: Record<string, unknown>) => Fired} */
const said = (rule, params) => Object.freeze({ rule, params: Object.freeze(params) });

export const PUBLICATION = said('award.publication', { code: 'publikasi', publish: true });
export const ATTENDANCE = said('award.attendance', { code: 'kehadiran', form: 'Piagam' });
export const INNOVATION = said('award.innovation', { code: 'inovasi', form: 'Penghargaan' });
export const CONDUCT_TRAINING = said('development.conduct', { code: 'perilaku', aspect: 'perilaku', training: 'Pelatihan pelayanan' });
export const WORK_TRAINING = said('development.work', { code: 'teknis', aspect: 'hasilKerja', training: 'Pelatihan teknis' });
export const INSIGHT = said('development.insight', { code: 'pendampingan', aspect: 'penilaianDiri', training: 'Pendampingan' });
export const PUBLIC_FLAG = said('flag.public', { code: 'masyarakat', aspect: 'pelayanan' });
export const ON_TARGET = said('flag.onTarget', { code: 'tepatTarget', aspect: 'hasilKerja' });
export const FEW_RATERS = said('flag.raters', { code: 'penilaiKurang', aspect: 'penilaian' });

/** @type {(step: { code: string, cut: number, months: number }, year: number, month: number) => Fired} */
export const absenceSanction = (step, year, month) => ({
  rule: 'sanction.absence',
  key: `${step.code}/${year}/${month}`,
  params: { code: step.code, cut: step.cut, months: step.months },
});
/** @type {(year: number) => Fired} */
export const performanceSanction = (year) => ({ rule: 'sanction.performance', key: `kinerja/${year}`, params: { code: 'pembinaan', cut: 10, months: 3 } });
/** @type {(amount: unknown) => Fired} */
export const bonus = (amount) => ({ rule: 'award.bonus', params: { code: 'bonus', form: 'Bonus', amount } });
