/**
 * A selection told in one language: the list by place, why each stands there, who has no place, and what is still open.
 * In: a {@link Selection} and a language. Out: a page.
 */
import { periodText } from '../page/numbers.ts';
import { type Language, type Line, type Page, type Section, type Tone, joinLines, plain, toned } from '../page/page.ts';
import { valueText } from './selection-reasons.ts';
import type { Candidate, Ranked, Selection } from './selection-shape.ts';
import { SELECTION_WORDS } from './selection-words.ts';

const TONES: Readonly<Record<Ranked['verdict'], Tone>> = { chosen: 'good', tied: 'warn', notChosen: 'dim' };

export function selectionPage(selection: Selection, language: Language): Page {
  const words = SELECTION_WORDS[language];
  const { ruleset, periods, places, criteria, conditions, ranked, unranked, refused, tie } = selection;
  const name = ({ name: said, employee }: Candidate): string => (said === undefined ? employee : `${said} (${employee})`);
  const why = (candidates: readonly (Candidate & { readonly why: { readonly id: string; readonly en: string } })[]): readonly Line[] =>
    candidates.map((each) => [toned(name(each), 'strong'), plain(`: ${each.why[language]}`)]);
  const remarks: readonly Line[] = [
    ...(tie ? [[toned(words.tie(tie.place, tie.employees.length, tie.left), 'warn')]] : []),
    ...(selection.open > 0 ? [[plain(words.open(selection.open))]] : []),
    ...(selection.provisional ? [[toned(words.provisional, 'warn')]] : []),
    ...(periods.length > 1 ? [[toned(words.severalPeriods, 'warn')]] : []),
  ];
  const unsure = [...criteria, ...conditions].flatMap(({ term, standing }) => (standing === 'placeholder' ? [term] : []));
  const sections: readonly Section[] = [
    {
      id: 'ranked',
      title: words.ranked,
      blocks:
        ranked.length === 0
          ? [{ kind: 'line', line: [plain(words.nobody)] }]
          : [
              {
                kind: 'table',
                head: [words.place, words.employee, ...criteria.map(({ title }) => title[language]), words.result],
                rows: ranked.map((each) => ({
                  cells: [
                    [plain(String(each.place))],
                    [plain(name(each))],
                    ...each.values.map((value): Line => [plain(valueText(value, language))]),
                    [toned(words.verdict[each.verdict], TONES[each.verdict])],
                  ],
                })),
                right: [0, ...criteria.map((_, at) => at + 2)],
              },
              ...(remarks.length > 0 ? [{ kind: 'list' as const, items: remarks }] : []),
            ],
    },
    { id: 'why', title: words.why, blocks: ranked.length === 0 ? [] : [{ kind: 'list', items: why(ranked) }] },
    { id: 'unranked', title: words.unranked, blocks: unranked.length === 0 ? [] : [{ kind: 'list', items: why(unranked) }] },
    {
      id: 'refused',
      title: words.refused,
      blocks:
        refused.length === 0
          ? []
          : [{ kind: 'list', items: refused.map(({ source, message, mend }): Line => [toned(source, 'strong'), plain(`: ${message} ${mend}`)]) }],
    },
  ];
  return {
    language,
    title: words.title,
    head: [
      {
        kind: 'pairs',
        pairs: [
          { label: words.ruleset, line: [plain(`${ruleset.title[language]} (${ruleset.id} ${ruleset.version})`)] },
          {
            label: words.periods,
            line: joinLines(
              periods.map((period) => [plain(`${periodText(period, language)}: ${words.candidates(period.count)}`)]),
              '; ',
            ),
          },
          { label: words.places, line: [plain(String(places))] },
          { label: words.by, line: [plain(criteria.map(({ title, term, better }) => `${title[language]} (${term}, ${words.better[better]})`).join('; '))] },
          {
            label: words.conditions,
            line: [plain(conditions.length === 0 ? words.noCondition : conditions.map(({ title, term }) => `${title[language]} (${term})`).join('; '))],
          },
          ...(unsure.length === 0 ? [] : [{ label: words.unsure, line: [plain(unsure.join(', '))] }]),
          { label: words.convention, line: [plain(words.conventionText)] },
        ],
      },
    ],
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}
