/**
 * The organisation's own results, which some rules multiply individual pay with.
 * In: nothing. Out: the zod schema; ids of its facts begin with `organisation.`.
 */
import { choiceField, enumeration } from './fields/choice-field.ts';
import { recordField } from './fields/list-field.ts';
import { type NumberField, decimalField } from './fields/number-field.ts';

export const ORGANISATION_RATING = enumeration(
  'organisationRating',
  [
    ['sangatKurang', 'Sangat kurang', 'Very poor'],
    ['kurang', 'Kurang', 'Poor'],
    ['butuhPerbaikan', 'Butuh perbaikan', 'Needs improvement'],
    ['baik', 'Baik', 'Good'],
    ['istimewa', 'Istimewa', 'Outstanding'],
  ],
  'ordered',
);

const attained = (id: string, en: string, about: string): NumberField => decimalField({ id, en, about, unit: 'percent', min: '0', max: '1000', step: '0.001' });
const scored = (id: string, en: string, about: string): NumberField => decimalField({ id, en, about, unit: 'points', min: '0', max: '1000', step: '0.001' });

export const organisationSchema = recordField(
  {
    /** Predikat kinerja organisasi. */
    rating: choiceField(ORGANISATION_RATING, { id: 'Predikat organisasi', en: 'Organisation rating', about: 'Predikat kinerja organisasi.' }).optional(),
    /** Score of the organisation: points, 0 to 1000, step 0.001. */
    score: scored('Nilai organisasi', 'Organisation score', 'The score of the organisation.').optional(),
    /** Attainment of the organisation's indicators (IKU): percent, 0 to 1000, step 0.001. */
    iku: attained('Capaian IKU', 'Indicator attainment', 'Attainment of the indicators of the organisation (IKU).').optional(),
    /** Attainment of the action plan: percent, 0 to 1000, step 0.001. */
    actionPlan: attained('Capaian rencana aksi', 'Action plan attainment', 'Attainment of the action plan.').optional(),
    /** Physical realisation: percent, 0 to 1000, step 0.001. */
    physical: attained('Realisasi fisik', 'Physical realisation', 'Physical realisation of the activities.').optional(),
    /** Budget realisation: percent, 0 to 1000, step 0.001. */
    budget: attained('Realisasi anggaran', 'Budget realisation', 'Realisation of the budget.').optional(),
    /** Accountability score (SAKIP): points, 0 to 1000, step 0.001. */
    sakip: scored('Nilai SAKIP', 'Accountability score', 'The score of the accountability system (SAKIP).').optional(),
    /** Public satisfaction (IKM): percent, 0 to 1000, step 0.001. */
    satisfaction: attained('Indeks kepuasan masyarakat', 'Public satisfaction', 'Public satisfaction (IKM).').optional(),
    /** Score of the team: points, 0 to 1000, step 0.001. */
    teamScore: scored('Nilai tim', 'Team score', 'The score of the team in which the employee works.').optional(),
  },
  { name: 'organisation', id: 'Organisasi', en: 'Organisation', about: 'Results of the organisation, unit or team.' },
);
