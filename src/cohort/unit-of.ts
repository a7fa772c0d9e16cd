/**
 * Where an employee is counted: the unit in which they worked on the last day assessed.
 * In: an appraisal as read. Out: the unit as the appraisal writes it, or undefined when nothing says it.
 */
import type { Appraisal } from '../model/appraisal.ts';

/**
 * The unit of the employee's record; without it the unit of the definitive post that was held on the last day assessed,
 * and of several the one that began last. Posts held as acting (Plt, Plh) do not move anybody.
 * @example unitOf(readAppraisal({ employee: { id: '1', status: 'pns', unit: 'Puskesmas Garuda' }, assessed: '2025-03' })) // 'Puskesmas Garuda'
 */
export function unitOf({ employee, assignments, assessed }: Appraisal): string | undefined {
  if (employee.unit !== undefined) return employee.unit;
  const day = assessed.to.epochDay;
  return (assignments ?? [])
    .filter(({ kind, unit, from, to }) => kind === 'definitive' && unit !== undefined && from.epochDay <= day && (!to || to.epochDay >= day))
    .sort((a, b) => b.from.epochDay - a.from.epochDay || (a.id < b.id ? -1 : 1))[0]?.unit;
}
