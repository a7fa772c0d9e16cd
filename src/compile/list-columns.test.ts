import { describe, expect, it } from 'vitest';
import { caseSubjects, shippedPaths } from './differential/shipped-subjects.fixture.ts';
import { withFieldsRead } from './fields-read.ts';
import { functionOf } from './generated.ts';
import { newIngested } from './head.ts';
import type { Ingest } from './ingest/closure-ingest.ts';
import { type FactColumns, columnsOf } from './ingest/columns-of.ts';
import type { IngestPlan } from './ingest/ingest-plan.ts';
import { ingestText } from './ingest/ingest-text.ts';
import { ingestPlan } from './ingest/plan-ingest.ts';
import { ListColumns, unfolded } from './list-columns.ts';
import type { Lowered } from './lowered.ts';
import { lowerPlan } from './lower-plan.ts';
import { NONE } from '../values/result.ts';

const reader = (plan: IngestPlan, columns?: FactColumns): Ingest => {
  const constants: unknown[] = [];
  return (functionOf(ingestText(plan, constants, columns)) as (constants: readonly unknown[]) => Ingest)(constants);
};

describe('a list in columns', () => {
  it('gives its members as records, none where a number is NaN', () => {
    const columns = new ListColumns(
      [
        { index: 2, isNumber: true },
        { index: 5, isNumber: false },
      ],
      3,
    );
    columns.column(2)[0] = 7;
    columns.column(5)[0] = 'peer';
    columns.column(2)[1] = NaN;
    columns.column(5)[1] = NONE;
    columns.length = 2;
    expect(columns.members()).toEqual([
      { f2: 7, f5: 'peer' },
      { f2: NONE, f5: NONE },
    ]);
  });

  it.each(shippedPaths())('holds what the list would hold: every appraisal of the cases of %s', (path) => {
    let taken = 0;
    let inColumns = 0;
    for (const { ruleset, appraisals } of caseSubjects(path)) {
      const program = lowerPlan(ruleset);
      const plan = ingestPlan(ruleset, withFieldsRead(program));
      const columns = columnsOf(plan);
      const [plain, folded] = [reader(plan), reader(plan, columns)];
      const [facts, other] = [new Array<Lowered | undefined>(program.facts.length), new Array<Lowered | ListColumns | undefined>(program.facts.length)];
      for (const input of appraisals) {
        const read = plain(input, facts, newIngested());
        expect(folded(input, other as (Lowered | undefined)[], newIngested())).toBe(read);
        if (!read) continue;
        taken++;
        inColumns += other.filter((fact) => fact instanceof ListColumns).length;
        expect(unfolded(other as (Lowered | ListColumns)[])).toEqual(facts);
      }
    }
    expect(taken).toBeGreaterThan(0);
    if (path.endsWith('nasional')) expect(inColumns).toBeGreaterThan(0);
  });
});
