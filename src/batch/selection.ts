/**
 * Which fields of an outcome are written: all of them, or those named by `--select`.
 * In: names such as `status`, `scores.kinerja`, `payments.tpp`. Out: a {@link Selection}, or a {@link SelectionError} with a suggestion.
 */
import { nearest } from '../values/suggest.ts';
import { OUTCOME_FIELDS, type OutcomeField } from '../compile/outcome-fields.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import type { OutputNames } from './law-intervals.ts';

/** What stands in one cell of a flat file; null where there is nothing. */
export type Cell = string | null;

/** One field to write: its name, and where it stands in an outcome. */
export interface SelectedField {
  readonly name: string;
  readonly field: OutcomeField;
  /** The score, the payment, the carry, or the part of a period or stamp. */
  readonly part?: string | undefined;
  /** Of a payment: its status instead of its amount. */
  readonly status?: boolean | undefined;
}

export interface Selection {
  readonly fields: readonly SelectedField[];
  /** Whether a line is the whole outcome: nothing was selected. */
  readonly whole: boolean;
}

/** A field is asked for that no outcome of the ruleset has. */
export class SelectionError extends Error {
  override readonly name = 'SelectionError';
  readonly code = 'select/unknown-field';
  constructor(
    readonly field: string,
    message: string,
    readonly mend: string,
  ) {
    super(message);
  }
}

const PARTS: Readonly<Partial<Record<OutcomeField, readonly string[]>>> = {
  assessed: ['from', 'to'],
  paid: ['from', 'to', 'kind'],
  ruleset: ['id', 'version', 'hash', 'assessedOn', 'paidOn'],
};

/** Everything, as whole outcomes. */
export const WHOLE: Selection = Object.freeze({ fields: OUTCOME_FIELDS.map((field) => ({ name: field, field })), whole: true });

/**
 * @param wanted names, or one text with commas.
 * @throws SelectionError for a name that the ruleset's outcomes do not have.
 * @example selectFields('status,rating,payments.tpp', law.names)
 */
export function selectFields(wanted: string | readonly string[], names: OutputNames): Selection {
  const list = (typeof wanted === 'string' ? wanted.split(',') : wanted).map((name) => name.trim()).filter((name) => name !== '');
  if (list.length === 0) throw new SelectionError('', 'No field is selected.', 'Name fields with commas between them, such as status,rating.');
  const known = selectable(names);
  const fields = [...new Set(list)].map((name) => {
    const field = known.get(name);
    if (field) return field;
    const near = nearest(name, known.keys());
    throw new SelectionError(
      name,
      `"${name}" is no field of an outcome of this ruleset.`,
      near === undefined ? `The fields are: ${[...known.keys()].join(', ')}.` : `Did you mean "${near}"?`,
    );
  });
  return Object.freeze({ fields, whole: false });
}

/** What a flat file holds when nothing is selected: who, how it ended, scores and payments. */
export function flatSelection({ scores, payments }: OutputNames): Selection {
  const named = ['employee', 'assessed.from', 'assessed.to', 'paid.from', 'paid.to', 'paid.kind', 'status', 'rating'];
  const names = [...named, ...scores.map((id) => `scores.${id}`), ...payments.flatMap((id) => [`payments.${id}`, `payments.${id}.status`])];
  return selectFields([...names, 'unknownFacts', 'faults', 'ruleset.hash'], { scores, payments, carry: [] });
}

function selectable({ scores, payments, carry }: OutputNames): ReadonlyMap<string, SelectedField> {
  const fields: SelectedField[] = OUTCOME_FIELDS.map((field) => ({ name: field, field }));
  for (const [field, parts] of Object.entries(PARTS) as [OutcomeField, readonly string[]][])
    for (const part of parts) fields.push({ name: `${field}.${part}`, field, part });
  for (const part of scores) fields.push({ name: `scores.${part}`, field: 'scores', part });
  for (const part of payments) {
    fields.push({ name: `payments.${part}`, field: 'payments', part });
    fields.push({ name: `payments.${part}.status`, field: 'payments', part, status: true });
  }
  for (const part of carry) fields.push({ name: `carry.${part}`, field: 'carry', part });
  return new Map(fields.map((field) => [field.name, field]));
}

/** The line of a record: the whole outcome, or one flat object whose keys are the names as they were selected. */
export function lineOf({ fields, whole }: Selection, outcome: BatchOutcome): string {
  if (whole) return JSON.stringify(outcome);
  return `{${fields.map((field) => `${JSON.stringify(field.name)}:${JSON.stringify(valueOf(field, outcome) ?? null)}`).join(',')}}`;
}

export function cellsOf({ fields }: Selection, outcome: BatchOutcome): readonly Cell[] {
  return fields.map((field) => {
    const value = valueOf(field, outcome);
    if (value === undefined || value === null) return null;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

/** A score and a carry as exact text, a payment as its amount; everything else as it stands in the outcome. */
function valueOf({ field, part, status }: SelectedField, outcome: BatchOutcome): unknown {
  if (part === undefined) return outcome[field];
  if (field === 'scores') return own(outcome.scores, part)?.exact;
  if (field === 'carry') return own(outcome.carry.values, part);
  if (field === 'payments') {
    const line = outcome.payments.find(({ id }) => id === part);
    return status ? line?.status : line?.amount;
  }
  const whole = outcome[field] as Readonly<Record<string, unknown>> | undefined;
  return whole && own(whole, part);
}

const own = <Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined => (Object.hasOwn(record, name) ? record[name] : undefined);
