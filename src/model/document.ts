/**
 * Documents handed in: SKP, LHKPN, tax returns and what else a ruleset asks for.
 * In: nothing. Out: the zod schema of one document; the list is the fact `documents`.
 */
import { dateField, periodField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { idField, textField } from './fields/text-field.ts';

export const documentSchema = recordField(
  {
    /** Told apart by this id, where there is one. */
    id: idField({ id: 'Kode dokumen', en: 'Document id', about: 'What tells this document from others.' }).optional(),
    /** Kind, as the ruleset writes it: skp, lhkpn, spt. */
    kind: idField({ id: 'Jenis dokumen', en: 'Kind of document', about: 'The kind, as the ruleset writes it, such as skp or lhkpn.' }),
    /** Period that it is about. */
    covers: periodField({ id: 'Periode dokumen', en: 'Period covered', about: 'The period that the document is about.' }).optional(),
    /** Day it was handed in. */
    handedIn: dateField({ id: 'Tanggal diserahkan', en: 'Handed in', about: 'The day on which it was handed in.' }),
    /** Day it was approved or verified. */
    approved: dateField({ id: 'Tanggal disetujui', en: 'Approved', about: 'The day on which it was approved or verified.' }).optional(),
    /** Number of the document. */
    number: textField({ id: 'Nomor', en: 'Number', about: 'The number of the document.' }).optional(),
  },
  { name: 'document', id: 'Dokumen', en: 'Document', about: 'A document handed in.' },
);
