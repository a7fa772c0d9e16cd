/**
 * Effects: sanctions, holds and blocks that were proposed or imposed, and that come back with each appraisal.
 * In: nothing. Out: the zod schema of one effect; those in force are the fact `effects.active`.
 */
import type * as z from 'zod';
import { choiceField, enumeration } from './fields/choice-field.ts';
import { monthField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';

export const EFFECT_KIND = enumeration('effectKind', [
  ['sanction', 'Hukuman', 'Sanction'],
  ['hold', 'Penundaan', 'Hold'],
  ['block', 'Penghalang karier', 'Block'],
]);
export const EFFECT_STATUS = enumeration('effectStatus', [
  ['proposed', 'Diusulkan', 'Proposed'],
  ['imposed', 'Dijatuhkan', 'Imposed'],
  ['rejected', 'Ditolak', 'Rejected'],
  ['ended', 'Berakhir', 'Ended'],
]);
export const EFFECT_MEETING = enumeration('effectMeeting', [
  ['add', 'Dijumlahkan', 'Adds up'],
  ['heaviest', 'Hanya yang terberat', 'Only the heaviest counts'],
  ['queue', 'Berurutan', 'One after another'],
]);

export const effectSchema = recordField(
  {
    /** One case is sanctioned once: what tells this case from others. */
    key: textField({ id: 'Kunci perkara', en: 'Key', about: 'What tells this case from others: one case is sanctioned once.' }),
    /** What it is, as the ruleset writes it. */
    code: idField({ id: 'Kode', en: 'Code', about: 'What it is, as the ruleset writes it.' }),
    /** Sanction, hold or block. */
    kind: choiceField(EFFECT_KIND, { id: 'Jenis', en: 'Kind', about: 'Whether it cuts pay, holds it, or blocks a career step.' }),
    /** Proposed, imposed, rejected or ended. */
    status: choiceField(EFFECT_STATUS, { id: 'Status', en: 'Status', about: 'How far it has come.' }),
    /** Cut of pay: percent, 0 to 100, step 0.0001. */
    cut: decimalField({ id: 'Potongan', en: 'Cut', about: 'By how much pay is cut.', unit: 'percent', min: '0', max: '100', step: '0.0001' }).optional(),
    /** How long: month, 0 to 600, step 1. */
    months: decimalField({
      id: 'Lama',
      en: 'Months',
      about: 'For how many months it holds, its first among them.',
      unit: 'month',
      min: '0',
      max: '600',
      step: '1',
    }).optional(),
    /** First month, `2024-07`; as a fact its first day. Needed once imposed. */
    starts: monthField('first', { id: 'Mulai', en: 'Starts', about: 'The first month in which it holds; as a fact, its first day.' }).optional(),
    /** Last month, `2024-12`; as a fact its last day. */
    ends: monthField('last', { id: 'Berakhir', en: 'Ends', about: 'The last month in which it holds; as a fact, its last day.' }).optional(),
    /** What happens when several are in force. */
    meets: choiceField(EFFECT_MEETING, {
      id: 'Bila bersamaan',
      en: 'When several meet',
      about: 'What happens when several of the same kind are in force.',
    }).optional(),
    /** Number of the decree. */
    decree: textField({ id: 'Nomor surat keputusan', en: 'Decree', about: 'The number of the decree.' }).optional(),
    /** Id of the rule that proposed it. */
    rule: idField({ id: 'Aturan', en: 'Rule', about: 'The id of the rule that proposed it.' }).optional(),
  },
  { name: 'effect', id: 'Akibat', en: 'Effect', about: 'A sanction, hold or block.' },
);

/** An effect as read. */
export type Effect = z.output<typeof effectSchema>;
/** An effect as written: plain JSON. */
export type EffectInput = z.input<typeof effectSchema>;
