/**
 * Kinds of payment.
 * In: nothing. Out: the enumeration.
 */
import { enumeration } from './fields/choice-field.ts';

export const PAYMENT_KIND = enumeration('paymentKind', [
  ['regular', 'Bulanan', 'Regular'],
  ['thr', 'Tunjangan hari raya (THR)', 'Holiday allowance (THR)'],
  ['thirteenth', 'Gaji ketiga belas', 'Thirteenth salary'],
]);
export type PaymentKind = (typeof PAYMENT_KIND.members)[number];
