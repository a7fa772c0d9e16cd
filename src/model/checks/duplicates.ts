/**
 * Things given twice: days, indicators, activities, ratings, assignments, leaves, documents, keys of effects, earlier periods.
 * In: an appraisal. Out: an issue for each repetition, naming the first.
 */
import { periodText } from '../../values/period.ts';
import { quoted } from '../fields/refusal.ts';
import { type AppraisalCheck, repeatedKeys } from './check.ts';

interface WithId {
  readonly id?: string | undefined;
}

const sameId = (one: WithId, other: WithId): boolean => one.id !== undefined && one.id === other.id;

const RATER_MEND = 'Keep one of the two, or tell them apart by criterion, aspect or day.';

export const duplicates: AppraisalCheck = (appraisal, issues) => {
  const ids = (section: 'indicators' | 'activities' | 'assignments' | 'leaves' | 'documents'): void =>
    repeatedKeys<WithId>(
      appraisal[section],
      [section],
      sameId,
      ({ id }) => id,
      (id, first) => ['duplicate/id', `The id ${quoted(id)} is already that of ${section}[${first}].`, 'Give each its own id, or remove one.'],
      issues,
    );
  ids('indicators');
  ids('activities');
  ids('assignments');
  ids('leaves');
  ids('documents');
  const { attendance, ratings, effects, previous } = appraisal;
  repeatedKeys(
    attendance?.days,
    ['attendance', 'days'],
    (one, other) => one.date?.epochDay === other.date?.epochDay,
    ({ date }) => date && String(date.epochDay),
    (_, first) => [
      'duplicate/day',
      `The day ${attendance!.days![first]!.date!} is already given by attendance.days[${first}].`,
      'Keep one record for each day.',
    ],
    issues,
  );
  repeatedKeys(
    ratings?.items,
    ['ratings', 'items'],
    sameId,
    ({ id }) => id,
    (id, first) => ['duplicate/id', `The id ${quoted(id)} is already that of ratings.items[${first}].`, 'Give each its own id, or remove one.'],
    issues,
  );
  repeatedKeys(
    ratings?.items,
    ['ratings', 'items'],
    (one, other) => one.rater === other.rater && one.source === other.source,
    ({ source, rater, criterion, aspect, on }) =>
      source && rater ? `${source}\n${rater}\n${criterion ?? ''}\n${aspect ?? ''}\n${on ? String(on) : ''}` : undefined,
    (_, first) => [
      'duplicate/rating',
      `The ${ratings!.items![first]!.source!} ${quoted(ratings!.items![first]!.rater!)} already rated the same in ratings.items[${first}].`,
      RATER_MEND,
    ],
    issues,
  );
  repeatedKeys(
    effects,
    ['effects'],
    (one, other) => one.key === other.key,
    ({ key }) => key,
    (key, first) => [
      'duplicate/key',
      `The key ${quoted(key)} is already that of effects[${first}].`,
      'One case is one effect: keep the one with the latest status.',
    ],
    issues,
  );
  repeatedKeys(
    previous,
    ['previous'],
    () => true,
    ({ period }) => period && periodText(period),
    (period, first) => ['duplicate/period', `The period ${period} is already rated by previous[${first}].`, 'Keep one rating for each period.'],
    issues,
  );
};
