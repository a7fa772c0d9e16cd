/**
 * Lets outcomes into a cohort: of the right ruleset, and each employee, period and payment once.
 * In: a ruleset and members as handed in. Out: those that count, in a fixed order whatever the order of the input, and those refused.
 */
import type { Ruleset } from '../ruleset/resolve.ts';
import type { CohortMember, CohortPeriod, RefusedMember } from './cohort-shape.ts';

export interface Admitted {
  readonly members: readonly CohortMember[];
  readonly refused: readonly RefusedMember[];
}

/** @param once what may be there once only: an employee in a period (the same person month after month), or the employee. */
export function admit(ruleset: Ruleset, members: readonly CohortMember[], refused: readonly RefusedMember[], once: 'employeeAndPeriod' | 'employee'): Admitted {
  const counted = new Map<string, CohortMember>();
  const out: RefusedMember[] = refused.map((each) => ({ ...each }));
  for (const member of inOrder(members)) {
    const { outcome, unit } = member;
    const refuse = (code: string, message: string, mend: string): void =>
      void out.push({ source: nameOf(member), ...(unit !== undefined && { unit }), code, message, mend });
    if (outcome.ruleset.id !== ruleset.id) {
      refuse(
        'cohort/ruleset',
        `The outcome is of the ruleset "${outcome.ruleset.id}", and this cohort is of "${ruleset.id}".`,
        'Put each ruleset in a cohort of its own.',
      );
      continue;
    }
    const key = once === 'employee' ? outcome.employee : keyOf(member);
    const first = counted.get(key);
    if (first)
      refuse(
        'cohort/twice',
        `Employee ${outcome.employee} is counted already${once === 'employee' ? '' : ' for the same period'}, from ${nameOf(first)}.`,
        `Hand in one outcome for each employee${once === 'employee' ? '' : ' and period'}.`,
      );
    else counted.set(key, member);
  }
  return { members: [...counted.values()], refused: out.sort((a, b) => byText(a.source, b.source) || byText(a.message, b.message)) };
}

/** The periods of a cohort, earliest first. */
export function periodsOf(members: readonly CohortMember[]): readonly CohortPeriod[] {
  const counts = new Map<string, number>();
  for (const { outcome } of members) {
    const key = `${outcome.assessed.from} ${outcome.assessed.to}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => byText(a, b)).map(([key, count]) => ({ from: key.slice(0, 10), to: key.slice(11), count }));
}

/** By code points: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const nameOf = ({ source, outcome }: CohortMember): string => source ?? outcome.employee;

function keyOf({ outcome: { employee, assessed, paid } }: CohortMember): string {
  return JSON.stringify([employee, assessed.from, assessed.to, paid?.from ?? '', paid?.to ?? '', paid?.kind ?? '']);
}

function inOrder(members: readonly CohortMember[]): readonly CohortMember[] {
  return members
    .map((member) => ({ member, key: keyOf(member) }))
    .sort((a, b) => byText(a.key, b.key) || byText(a.member.source ?? '', b.member.source ?? ''))
    .map(({ member }) => member);
}
