/**
 * Makes a difference small: takes away entries of the ruleset and fields of the record while the two evaluators still differ.
 * In: a subject, a record and a back end that differ. Out: the smallest ruleset and record found, with their difference.
 */
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { tryResolve } from '../../ruleset/resolve.ts';
import { type BackEnd, EXACT, type Subject, answerOf } from './back-end.fixture.ts';
import { type Difference, outcomeDifference } from './outcome-difference.fixture.ts';

export interface Shrunk {
  readonly data: RulesetData;
  readonly dates: Subject['dates'];
  readonly record: AppraisalInput;
  readonly difference: Difference;
}

type Loose = { [key: string]: unknown };
const SECTIONS = ['rules', 'payments', 'carry', 'conditions', 'terms', 'raters', 'tables', 'parameters', 'facts', 'calendars', 'types'] as const;

/** @param ignored fields of the outcome that are passed over. */
export function shrink(subject: Subject, record: AppraisalInput, backEnd: BackEnd, ignored: readonly string[] = []): Shrunk | undefined {
  let found = differs(subject.data, subject.dates, record, backEnd, ignored);
  if (!found) return undefined;
  let [data, small] = [subject.data, record];
  const keep = (nextData: RulesetData, nextRecord: AppraisalInput): void => {
    const difference = differs(nextData, subject.dates, nextRecord, backEnd, ignored);
    if (difference) [data, small, found] = [nextData, nextRecord, difference];
  };
  // Whoever reads an entry goes before it, so several rounds are needed.
  for (let before = -1; before !== size(data, small);) {
    before = size(data, small);
    for (const id of Object.keys(scoresOf(data))) keep(withoutScore(data, id), small);
    for (const section of SECTIONS)
      for (const id of Object.keys(data[section] ?? {})) keep({ ...data, [section]: without(data[section]!, id) }, withoutFact(small, id));
    for (const name of Object.keys(small).filter((each) => !['employee', 'assessed', 'paid'].includes(each)))
      keep(data, without(small, name) as AppraisalInput);
    for (const id of Object.keys(small.facts ?? {})) keep(data, withoutFact(small, id));
  }
  return { data, dates: subject.dates, record: small, difference: found };
}

function differs(data: RulesetData, dates: Subject['dates'], record: AppraisalInput, backEnd: BackEnd, ignored: readonly string[]): Difference | undefined {
  const { ruleset } = tryResolve(data, dates);
  if (!ruleset) return undefined;
  const subject = { name: 'shrunk', data, dates, ruleset };
  const wanted = answerOf(EXACT.build(subject), record);
  const other = answerOf((input) => backEnd.build(subject)(input), record);
  // A record that is refused in the end shows nothing.
  return wanted.kind === 'outcome' ? outcomeDifference(wanted, other, ignored) : undefined;
}

const size = (...values: readonly unknown[]): number => JSON.stringify(values).length;
const without = (record: object, name: string): Loose => Object.fromEntries(Object.entries(record).filter(([each]) => each !== name));
const withoutFact = (record: AppraisalInput, id: string): AppraisalInput =>
  record.facts && id in record.facts ? ({ ...record, facts: without(record.facts, id) } as AppraisalInput) : record;
const outputsOf = ({ manifest }: RulesetData): Loose => (manifest['outputs'] ?? {}) as Loose;
const scoresOf = (data: RulesetData): Loose => (outputsOf(data)['scores'] ?? {}) as Loose;

/** Without one score; without the rating as well when none is left. */
function withoutScore(data: RulesetData, id: string): RulesetData {
  const scores = without(scoresOf(data), id);
  return {
    ...data,
    manifest: { ...data.manifest, outputs: Object.keys(scores).length > 0 ? { ...outputsOf(data), scores } : without(outputsOf(data), 'scores') },
  };
}
