/**
 * A monitoring summary told in one language: a table for each question, a row for each unit and one over all.
 * In: a {@link Monitoring} and a language. Out: a page; what nobody has makes no section.
 */
import { STANDINGS } from '../model/outcome.ts';
import { periodText, quantityText } from '../page/numbers.ts';
import { type Block, type Language, type Line, type Page, type Section, type TableBlock, joinLines, plain, toned } from '../page/page.ts';
import type { Counted, Monitoring, UnitSummary } from './monitoring-shape.ts';
import { MONITORING_WORDS } from './monitoring-words.ts';

type Row = readonly [unit: Line, ...cells: Line[]];

export function monitoringPage(monitoring: Monitoring, language: Language): Page {
  const words = MONITORING_WORDS[language];
  const { ruleset, units, all, periods, refused } = monitoring;
  const unitWord = monitoring.by[language];
  const count = (value: number): Line => [plain(quantityText(String(value), 'count', language))];
  const quantity = (exact: string | null, unit: string): Line => [plain(exact === null ? words.none : quantityText(exact, unit, language))];
  const unitName = ({ unit }: UnitSummary): Line => [plain(unit ?? words.notStated)];
  const each = (rows: (summary: UnitSummary) => readonly Line[][]): readonly Row[] => [
    ...units.flatMap((summary) => rows(summary).map((cells): Row => [unitName(summary), ...cells])),
    ...rows(all).map((cells): Row => [[toned(words.all, 'strong')], ...cells]),
  ];
  const table = (head: readonly string[], rows: readonly Row[], left: number): TableBlock => ({
    kind: 'table',
    head: [unitWord, ...head],
    rows: rows.map((cells) => ({ cells })),
    right: head.map((_, at) => at + 1).filter((column) => column > left),
  });
  /** @param withId for what must be found again in an appraisal or a ruleset. */
  const counted = (title: string, of: (summary: UnitSummary) => readonly Counted[], withId = false): readonly Block[] =>
    of(all).length === 0
      ? []
      : [
          table(
            [title, words.count],
            each((summary) => of(summary).map((each) => [[plain(withId ? `${each.title[language]} (${each.id})` : each.title[language])], count(each.count)])),
            1,
          ),
        ];
  const sections: readonly (readonly [id: string, title: string, blocks: readonly Block[]])[] = [
    [
      'status',
      words.appraised,
      [
        table(
          [words.employees, words.appraised, words.status.complete, words.status.undetermined, words.status.faulted, words.refused],
          each((summary) => {
            const { appraised, employees, status } = summary;
            return [[employees, appraised, status.complete, status.undetermined, status.faulted, summary.refused].map(count)];
          }),
          0,
        ),
      ],
    ],
    [
      'ratings',
      words.ratings,
      all.ratings.length === 0
        ? []
        : [
            table(
              [...all.ratings.map(({ title }) => title[language]), words.unrated],
              each(({ ratings, unrated }) => [[...all.ratings.map(({ id }) => ratings.find((each) => each.id === id)?.count ?? 0), unrated].map(count)]),
              0,
            ),
          ],
    ],
    [
      'scores',
      words.scores,
      all.scores.length === 0
        ? []
        : [
            table(
              [words.score, words.counted, words.lacking, words.mean, words.lowest, words.highest],
              each(({ scores }) =>
                scores.map((score) => [
                  [plain(score.title[language])],
                  count(score.counted),
                  count(score.lacking),
                  ...[score.mean, score.lowest, score.highest].map((exact) => quantity(exact, score.unit)),
                ]),
              ),
              1,
            ),
          ],
    ],
    [
      'payments',
      words.payments,
      all.payments.length === 0
        ? []
        : [
            table(
              [
                words.component,
                words.line.paid,
                words.rupiahPaid,
                words.line.held,
                words.rupiahHeld,
                words.line.notEntitled,
                words.line.undetermined,
                words.line.faulted,
              ],
              each(({ payments }) =>
                payments.map(({ title, lines, paid, held }) => [
                  [plain(title[language])],
                  count(lines.paid),
                  quantity(paid, 'IDR'),
                  count(lines.held),
                  quantity(held, 'IDR'),
                  ...[lines.notEntitled, lines.undetermined, lines.faulted].map(count),
                ]),
              ),
              1,
            ),
          ],
    ],
    ['awards', words.awards, counted(words.awards, ({ awards }) => awards)],
    ['sanctions', words.sanctions, counted(words.sanctions, ({ sanctions }) => sanctions)],
    ['weakAspects', words.weakAspects, counted(words.weakAspects, ({ weakAspects }) => weakAspects)],
    ['training', words.training, counted(words.training, ({ training }) => training)],
    ['flags', words.flags, counted(words.flags, ({ flags }) => flags)],
    ['blocks', words.blocks, counted(words.blocks, ({ blocks }) => blocks)],
    ['missingFacts', words.missingFacts, counted(words.missingFacts, ({ missingFacts }) => missingFacts, true)],
    ['placeholders', words.placeholders, counted(words.placeholders, (summary) => (summary === all ? all.placeholders : []), true)],
    ['sure', words.sure, [{ kind: 'pairs', pairs: surePairs(all, language) }]],
    [
      'refused',
      words.refusedAbout,
      refused.length === 0
        ? []
        : [{ kind: 'list', items: refused.map(({ source, message, mend }): Line => [toned(source, 'strong'), plain(`: ${message} ${mend}`)]) }],
    ],
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
              periods.map((period) => [plain(`${periodText(period, language)}: ${words.outcomes(period.count)}`)]),
              '; ',
            ),
          },
        ],
      },
    ],
    sections: sections.filter(([, , blocks]) => blocks.length > 0).map(([id, title, blocks]): Section => ({ id, title, blocks })),
  };
}

function surePairs({ standing }: UnitSummary, language: Language): readonly { readonly label: string; readonly line: Line }[] {
  const words = MONITORING_WORDS[language];
  const said = (of: (standing: (typeof STANDINGS)[number]) => string | undefined): Line => {
    const parts = STANDINGS.flatMap((each) => (of(each) === undefined ? [] : [`${words.standing[each]} ${of(each)!}`]));
    return [plain(parts.length === 0 ? words.none : parts.join(', '))];
  };
  return [
    { label: words.nodes, line: said((each) => (standing.nodes[each] === 0 ? undefined : quantityText(String(standing.nodes[each]), 'count', language))) },
    { label: words.money, line: said((each) => (standing.rupiah[each] === '0' ? undefined : quantityText(standing.rupiah[each], 'IDR', language))) },
  ];
}
