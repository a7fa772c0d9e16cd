/**
 * A parameter that changes in the middle of a period under whose law it is read, and does not say which value then holds.
 * In: the plans and the cycle. Out: a smell at the version; appraising that very period would be refused.
 */
import { readsByPhase } from '../../ruleset/reads-by-phase.ts';
import { type LayeredNode, versionsOf } from '../../ruleset/read-document.ts';
import { firstDay, inForce } from '../../ruleset/in-force.ts';
import { type PeriodLength, periodAround } from '../../values/period.ts';
import { type Lint, isOwn } from '../lint.ts';

const WORDS: Readonly<Record<PeriodLength, string>> = { month: 'month', quarter: 'quarter', halfYear: 'half year', year: 'year' };

export const changeInsidePeriod: Lint = {
  codes: ['version/inside-period'],
  *check(input) {
    const cycle = input.rulesets[0]?.cycle;
    if (!cycle) return;
    const first = firstDay(input.read);
    const reads = input.rulesets.map(({ plan }) => readsByPhase(plan.steps, plan.callables, true));
    const isRead = (id: string, phase: 'assessed' | 'paid'): boolean => reads.some((each) => each[phase].has(id) || each[phase].has(`${id}@paid`));
    for (const node of input.read.nodes.values()) {
      if (node.section !== 'parameters' || (node as LayeredNode<'parameters'>).node.withinPeriod !== undefined) continue;
      for (const version of versionsOf(node)) {
        if (!isOwn(input, version.place) || version.from.epochDay <= first.epochDay || inForce(node, version.from)?.version !== version) continue;
        for (const [phase, word, length] of [
          ['assessed', 'assessed', cycle.assesses],
          ['paid', 'paid', cycle.pays],
        ] as const) {
          if (!isRead(node.id, phase) || periodAround(version.from, length).from.epochDay === version.from.epochDay) continue;
          yield {
            severity: 'warning',
            place: version.place,
            finding: {
              code: 'version/inside-period',
              message: `"${node.id}" changes on ${version.from}, inside a ${WORDS[length]} that is ${word}, and does not say which value holds for it.`,
              mend: 'Write withinPeriod: start, end or perDay on the parameter.',
            },
          };
          break;
        }
      }
    }
  },
};
