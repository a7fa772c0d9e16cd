/**
 * The door for appraisals.
 * In: anything, normally plain JSON. Out: a frozen {@link Appraisal}, or an {@link InputError} that names every fault.
 */
import { type Appraisal, appraisalSchema } from './appraisal.ts';
import { APPRAISAL_CHECKS } from './checks/index.ts';
import { readInput } from './read-input.ts';

/**
 * Reads one appraisal.
 * @throws InputError with all faults of the schema and between the fields.
 * @example readAppraisal({ employee: { id: '19870102', status: 'pns', class: 9 }, assessed: '2024-Q1' })
 */
export function readAppraisal(data: unknown): Appraisal {
  return readInput('appraisal', appraisalSchema, APPRAISAL_CHECKS, data);
}
