/**
 * Indicators of the performance document: what was agreed, and what came of it.
 * In: nothing. Out: the zod schema of one indicator with its evidence; the list is the fact `indicators`.
 */
import { choiceField, enumeration, yesNoField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import type { FieldNote } from './fields/field-note.ts';
import { listField, recordField } from './fields/list-field.ts';
import { type NumberField, decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';

export const INDICATOR_ASPECT = enumeration('indicatorAspect', [
  ['quantity', 'Kuantitas', 'Quantity'],
  ['quality', 'Kualitas', 'Quality'],
  ['time', 'Waktu', 'Time'],
  ['cost', 'Biaya', 'Cost'],
]);
export const INDICATOR_KIND = enumeration('indicatorKind', [
  ['quantitative', 'Kuantitatif', 'Quantitative'],
  ['qualitative', 'Kualitatif', 'Qualitative'],
]);
export const INDICATOR_LEVEL = enumeration('indicatorLevel', [
  ['individual', 'Individu (IKI)', 'Individual'],
  ['team', 'Tim', 'Team'],
  ['unit', 'Unit kerja', 'Unit'],
  ['organisation', 'Organisasi (IKU)', 'Organisation'],
]);
export const WORK_KIND = enumeration('workKind', [
  ['main', 'Hasil kerja utama', 'Main work'],
  ['additional', 'Hasil kerja tambahan', 'Additional work'],
]);
export const POLARITY = enumeration('polarity', [
  ['higher', 'Makin tinggi makin baik', 'Higher is better'],
  ['lower', 'Makin rendah makin baik', 'Lower is better'],
  ['range', 'Di dalam rentang', 'Within a range'],
  ['near', 'Mendekati target', 'As near the target as can be'],
]);
export const EXPECTATION = enumeration(
  'expectation',
  [
    ['below', 'Di bawah ekspektasi', 'Below expectation'],
    ['meets', 'Sesuai ekspektasi', 'Meets expectation'],
    ['above', 'Di atas ekspektasi', 'Above expectation'],
  ],
  'ordered',
);
export const EVIDENCE_KIND = enumeration('evidenceKind', [
  ['report', 'Laporan', 'Report'],
  ['survey', 'Survei', 'Survey'],
  ['record', 'Data aplikasi', 'Record of an application'],
  ['photo', 'Foto', 'Photograph'],
  ['decree', 'Surat keputusan', 'Decree'],
  ['other', 'Lainnya', 'Other'],
]);

/** An amount in the indicator's own unit. Its bounds times its step stay below 2^53, so that it scales to a safe integer. */
const measureField = (note: FieldNote): NumberField => decimalField({ ...note, unit: 'measure', min: '-9000000000000', max: '9000000000000', step: '0.001' });

export const evidenceSchema = recordField(
  {
    /** Report, survey, record, photograph, decree or other. */
    kind: choiceField(EVIDENCE_KIND, { id: 'Jenis bukti', en: 'Kind of evidence', about: 'The kind of evidence.' }),
    /** What it is. */
    label: textField({ id: 'Nama bukti', en: 'Name', about: 'What the evidence is.' }).optional(),
    /** Day of the evidence. */
    on: dateField({ id: 'Tanggal', en: 'Date', about: 'The day of the evidence.' }).optional(),
    /** Result of a survey: percent, 0 to 100, step 0.001. */
    score: decimalField({
      id: 'Nilai survei',
      en: 'Survey result',
      about: 'The result of a survey.',
      unit: 'percent',
      min: '0',
      max: '100',
      step: '0.001',
    }).optional(),
    /** Who answered a survey: person, 0 to 1000000, step 1. */
    respondents: decimalField({
      id: 'Jumlah responden',
      en: 'Respondents',
      about: 'How many answered the survey.',
      unit: 'person',
      min: '0',
      max: '1000000',
      step: '1',
    }).optional(),
    /** Where it is kept. */
    reference: textField({ id: 'Rujukan', en: 'Reference', about: 'Where the evidence is kept.', length: 500 }).optional(),
  },
  { name: 'evidence', id: 'Bukti', en: 'Evidence', about: 'What shows that a realisation is true.' },
);

export const indicatorSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: 'Kode indikator', en: 'Indicator id', about: 'What tells this indicator from others.' }),
    /** What is measured. */
    label: textField({ id: 'Indikator', en: 'Indicator', about: 'What is measured.', length: 500 }).optional(),
    /** Quantity, quality, time or cost. */
    aspect: choiceField(INDICATOR_ASPECT, { id: 'Aspek', en: 'Aspect', about: 'Which aspect of the work is measured.' }).optional(),
    /** Quantitative or qualitative. */
    kind: choiceField(INDICATOR_KIND, { id: 'Sifat indikator', en: 'Kind of indicator', about: 'Whether it is counted or judged.' }),
    /** Individual, team, unit or organisation. */
    level: choiceField(INDICATOR_LEVEL, { id: 'Tingkat', en: 'Level', about: 'Whose indicator it is.' }).optional(),
    /** Main or additional work. */
    work: choiceField(WORK_KIND, {
      id: 'Jenis hasil kerja',
      en: 'Main or additional',
      about: 'Whether it belongs to the main or to additional work.',
    }).optional(),
    /** Sector, such as education or health. */
    sector: textField({ id: 'Sektor', en: 'Sector', about: 'The sector, as the ruleset writes it.' }).optional(),
    /** Which way is better. */
    polarity: choiceField(POLARITY, {
      id: 'Polaritas',
      en: 'Polarity',
      about: 'Which way is better: higher, lower, within a range, or near the target.',
    }).optional(),
    /** Own unit of the indicator, in words: documents, patients, percent. */
    measuredIn: textField({ id: 'Satuan', en: 'Measured in', about: 'The unit of target and realisation, in words.' }).optional(),
    /** Target: measure, -9000000000000 to 9000000000000, step 0.001; not 0 where realisation is divided by it. */
    target: measureField({ id: 'Target', en: 'Target', about: 'What was agreed.' }).optional(),
    /** Lower end of a target range: measure, -9000000000000 to 9000000000000, step 0.001. */
    targetLow: measureField({ id: 'Target terendah', en: 'Lowest target', about: 'The lower end of a target range.' }).optional(),
    /** Upper end of a target range: measure, -9000000000000 to 9000000000000, step 0.001. */
    targetHigh: measureField({ id: 'Target tertinggi', en: 'Highest target', about: 'The upper end of a target range.' }).optional(),
    /** Distance from the target that still counts as reached: measure, -9000000000000 to 9000000000000, step 0.001. */
    tolerance: measureField({
      id: 'Toleransi',
      en: 'Tolerance',
      about: 'The distance from the target that still counts as reached, for polarity near.',
    }).optional(),
    /** Whether more than the target is impossible (such as 100 percent). */
    targetIsMost: yesNoField({
      id: 'Target adalah maksimum',
      en: 'Target is the maximum',
      about: 'Whether more than the target is impossible, such as 100 percent of cases.',
    }).optional(),
    /** Realisation: measure, -9000000000000 to 9000000000000, step 0.001. */
    realisation: measureField({ id: 'Realisasi', en: 'Realisation', about: 'What came of it.' }).optional(),
    /** Target of the period before: measure, -9000000000000 to 9000000000000, step 0.001. */
    previousTarget: measureField({ id: 'Target sebelumnya', en: 'Previous target', about: 'The target of the period before.' }).optional(),
    /** Realisation of the period before: measure, -9000000000000 to 9000000000000, step 0.001. */
    previousRealisation: measureField({ id: 'Realisasi sebelumnya', en: 'Previous realisation', about: 'The realisation of the period before.' }).optional(),
    /** Score given to a qualitative indicator: points, 0 to 1000, step 0.001. */
    score: decimalField({
      id: 'Nilai',
      en: 'Score',
      about: 'The score given to a qualitative indicator.',
      unit: 'points',
      min: '0',
      max: '1000',
      step: '0.001',
    }).optional(),
    /** Judgement of a qualitative indicator against what was expected. */
    judgement: choiceField(EXPECTATION, { id: 'Penilaian terhadap ekspektasi', en: 'Judgement', about: 'The judgement against what was expected.' }).optional(),
    /** Weight (bobot): percent, 0 to 100, step 0.0001. */
    weight: decimalField({
      id: 'Bobot',
      en: 'Weight',
      about: 'The share of this indicator; the ruleset says what the shares add up to.',
      unit: 'percent',
      min: '0',
      max: '100',
      step: '0.0001',
    }).optional(),
    /** Whether the evidence was accepted. */
    verified: yesNoField({ id: 'Terverifikasi', en: 'Verified', about: 'Whether the evidence was accepted.' }).optional(),
    evidence: listField(evidenceSchema, { id: 'Bukti', en: 'Evidence', about: 'Reports, surveys and other evidence.', maxItems: 20 }).optional(),
  },
  { name: 'indicator', id: 'Indikator', en: 'Indicator', about: 'One indicator of the performance document.' },
);
