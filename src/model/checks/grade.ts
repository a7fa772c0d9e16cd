/**
 * Status, golongan, pangkat and post fit each other.
 * In: an appraisal. Out: issues for a PPPK with the golongan of a PNS (and the reverse), a pangkat of another golongan, a jenjang outside functional posts.
 */
import { GOLONGAN, PANGKAT, PANGKAT_OF } from '../golongan.ts';
import { inputIssue } from '../input-error.ts';
import type { AppraisalCheck } from './check.ts';

export const grade: AppraisalCheck = ({ employee }, issues) => {
  if (!employee) return;
  const { status, golongan, golonganPppk, pangkat, postKind, jenjang } = employee;
  const add = (code: string, field: string, message: string, mend: string): void => void issues.push(inputIssue(code, ['employee', field], message, mend));
  const onContract = status === 'pppk' || status === 'pppkPartTime';
  if (onContract && golongan)
    add('employee/golongan', 'golongan', `${golongan} is the golongan of a PNS, but the employee is a PPPK.`, 'Give golonganPppk instead.');
  if (status && !onContract && golonganPppk)
    add(
      'employee/golongan',
      'golonganPppk',
      `${golonganPppk} is the golongan of a PPPK, but the employee is a ${status.toUpperCase()}.`,
      'Give golongan instead.',
    );
  if (golongan && pangkat && PANGKAT_OF.get(golongan) !== pangkat) {
    add(
      'employee/pangkat',
      'pangkat',
      `${PANGKAT.titles.get(pangkat)!.id} is not the pangkat of golongan ${GOLONGAN.titles.get(golongan)!.id}.`,
      'Leave pangkat out: it is worked out from the golongan.',
    );
  }
  if (jenjang && postKind && postKind !== 'fungsional')
    add(
      'employee/jenjang',
      'jenjang',
      `Only functional posts have a jenjang, and this post is of the kind ${postKind}.`,
      'Leave jenjang out, or give postKind fungsional.',
    );
};
