/**
 * The written form of a case: an appraisal that is like another, and what must come of it.
 * In: nothing. Out: {@link caseSchema} (also the source of the editor's schema), {@link CaseData}, and {@link LocatedCase}.
 */
import * as z from 'zod';
import type { Locate } from '../ruleset/diagnostic.ts';

const number = z.union([z.string(), z.number()]).describe('A number as decimal text; it must be met exactly.');
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A value as a case writes it: numbers as text, `none` for not applicable, lists and records for terms that give them. */
export type ExpectedValue = string | number | boolean | readonly ExpectedValue[] | { readonly [field: string]: ExpectedValue };
const value: z.ZodType<ExpectedValue> = z.lazy(() => z.union([scalar, z.array(value), z.record(z.string(), value)]));

/** Fields that must be met by one entry of the outcome; fields that are not named may be anything. */
const entry = z.record(z.string(), value);
const codes = z.array(z.union([z.string(), entry]));

export const CASE_STATUSES = ['complete', 'undetermined', 'faulted'] as const;

const payment = z.strictObject({
  status: z.string().optional().describe('How the line stands: paid, held, notEntitled and so on.'),
  amount: number.optional().describe('The rupiah, exactly.'),
  reason: z.string().optional().describe('A piece of the reason, in Indonesian or in English.'),
});

const expectSchema = z.strictObject({
  status: z.enum(CASE_STATUSES).optional().describe('Whether the outcome is complete.'),
  rating: z.string().optional().describe('The member of the rating, or none.'),
  fired: z.array(z.string()).optional().describe('Exactly the rules that fire.'),
  awards: codes.optional().describe('Exactly the awards, by code or by fields.'),
  development: codes.optional().describe('Exactly the recommendations for development, by code or by fields.'),
  flags: codes.optional().describe('Exactly the flags, by code or by fields.'),
  terms: z.record(z.string(), value).optional().describe('Values of terms by id.'),
  scores: z.record(z.string(), number).optional().describe('Scores by their names in the manifest.'),
  payments: z
    .record(z.string(), z.union([payment, number]))
    .optional()
    .describe('Lines by payment id; a bare number is a paid amount.'),
  effects: z.array(entry).optional().describe('Exactly the sanctions and blocks that are proposed or begun, by fields.'),
  carry: z.record(z.string(), value).optional().describe('What is handed to the next period.'),
  hold: z.array(z.string()).optional().describe('Exactly the payments that are held.'),
  exclude: z.array(z.string()).optional().describe('Exactly the payments that are excluded.'),
  unknown: z.array(z.string()).optional().describe('Exactly the facts that are missing.'),
  fault: z.string().optional().describe('The code of the fault.'),
});

export const caseSchema = z.strictObject({
  name: z.string().describe('A whole sentence that says what is shown.'),
  date: z.string().describe('The end of the assessed period, YYYY-MM-DD.'),
  given: z
    .record(z.string(), z.unknown())
    .describe('What differs from the appraisal that it is like; lists are replaced whole. "like" names a file of people/ without its ending.'),
  expect: expectSchema.describe('What must come of it; at least one expectation.'),
  working: z.string().optional().describe('How the expected value arises.'),
  because: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('The provision that asks for it: source#pinpoint.'),
});

/** One case as written. */
export type CaseData = z.output<typeof caseSchema>;
export type CaseExpectation = CaseData['expect'];

/** A case with the file that it stands in. */
export interface LocatedCase {
  readonly data: CaseData;
  /** Path of the file, such as `cases/absence.yaml`. */
  readonly file: string;
  /** Its place in the file, from 0. */
  readonly index: number;
  /** Where a path inside the case stands: `['expect', 'terms', 'tpp.paid']`. */
  readonly locate: Locate;
}
