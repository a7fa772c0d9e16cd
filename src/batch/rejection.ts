/**
 * A record that was not appraised: why, where, how to mend it, and the record itself.
 * In: what was thrown for it. Out: a {@link Rejection}; also for a fault of the program, which must not end a batch of millions.
 */
import { InputError, type InputIssue } from '../model/input-error.ts';
import { RulesetError } from '../ruleset/diagnostic.ts';

/** One fault of a record. */
export type RecordFault = Pick<InputIssue, 'code' | 'field' | 'message' | 'mend'>;

export interface Rejection extends RecordFault {
  /** Every further fault of the same record. */
  readonly more: readonly RecordFault[];
}

export function rejectionOf(error: unknown): Rejection {
  const [first, ...more] = faultsOf(error);
  return { ...first!, more };
}

function faultsOf(error: unknown): readonly RecordFault[] {
  if (error instanceof InputError && error.issues.length > 0) return error.issues.map(({ code, field, message, mend }) => ({ code, field, message, mend }));
  if (error instanceof RulesetError) return lawFaults(error);
  return [
    {
      code: 'program/fault',
      field: '',
      message: `The program itself fails at this record: ${error instanceof Error ? error.message : String(error)}.`,
      mend: 'Please report it with the record, without what names a person.',
    },
  ];
}

/** The ruleset does not speak of the periods of the record, or has an error there. */
function lawFaults({ ruleset, diagnostics }: RulesetError): readonly RecordFault[] {
  const faults = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, mend }) => ({
      code,
      field: message.startsWith('The paid period ') ? 'paid.period' : 'assessed',
      message,
      mend: mend ?? 'Correct the period of the record, or the ruleset.',
    }));
  if (faults.length > 0) return faults;
  return [
    { code: 'ruleset/unusable', field: 'assessed', message: `The ruleset "${ruleset}" cannot be used at these dates.`, mend: 'kinerja validate says why.' },
  ];
}
