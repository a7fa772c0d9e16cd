/**
 * What is missing, what is handed on, how sure it is, and the sources.
 * In: an {@link Explanation}. Out: blocks of a page.
 */
import { STANDINGS } from '../../model/outcome.ts';
import type { Explanation, MissingTold, Value } from '../explanation-shape.ts';
import { percentText, unitText } from '../../page/numbers.ts';
import { type Block, type Line, joinLines, plain, toned } from '../../page/page.ts';
import type { Remark } from '../../ruleset/schema.ts';
import { pinpointText } from './pinpoint-text.ts';
import type { Speech } from './speech.ts';
import { effectSpan } from './tell-result.ts';

export function tellMissingBlocks({ missing }: Explanation, speech: Speech): readonly Block[] {
  const { word, title, fill } = speech;
  if (missing.facts.length + missing.faults.length === 0) return [{ kind: 'line', line: [plain(word('section.missing.none'))] }];
  return [
    ...(missing.facts.length === 0
      ? []
      : ([
          { kind: 'heading', text: word('missing.facts') },
          {
            kind: 'table',
            head: [word('column.title'), word('missing.supply'), 'id'],
            right: [],
            rows: missing.facts.map((fact) => ({ cells: [[plain(title(fact.title))], expectsLine(fact.expects, speech), [toned(fact.id, 'dim')]] })),
          },
        ] as const)),
    ...(missing.faults.length === 0
      ? []
      : ([
          { kind: 'heading', text: word('missing.faults') },
          {
            kind: 'list',
            items: missing.faults.map((fault): Line => [
              toned(title(fault.title), 'strong'),
              plain(`: ${fault.message} `),
              toned(`(${fault.node}, ${fault.code})`, 'dim'),
            ]),
          },
        ] as const)),
  ];

  function expectsLine(expects: MissingTold['expects'], { language }: Speech): Line {
    if (expects.kind === 'words') return fill('missing.expects.words', { words: expects.words.map(title).join(', ') });
    const unit = expects.unit === undefined ? '' : unitText(expects.unit, language);
    return unit === '' ? [plain(word(`missing.expects.${expects.kind}`))] : fill('missing.expects.unit', { unit });
  }
}

export function tellHandedOn({ handedOn }: Explanation, speech: Speech): readonly Block[] {
  const { word, title, value, fill, date, ref } = speech;
  const { carry, effects, through } = handedOn;
  if (carry.length + effects.length === 0) return [{ kind: 'line', line: [plain(word('section.handedOn.none'))] }];
  return [
    ...(carry.length === 0
      ? []
      : ([
          { kind: 'line', line: fill('handedOn.through', { through: date(through) }) },
          {
            kind: 'pairs',
            pairs: carry.map((each) => ({
              label: title(each.title),
              line: [plain(value(each.value)), ...(each.ref === undefined ? [] : [plain(' '), ref(each.ref)])],
            })),
          },
        ] as const)),
    ...(effects.length === 0
      ? []
      : ([
          { kind: 'heading', text: word('handedOn.effects') },
          {
            kind: 'table',
            head: [word('column.title'), word('handedOn.status'), word('handedOn.span'), word('param.cut')],
            right: [],
            rows: effects.map((effect) => ({
              cells: [
                [plain(`${title(effect.title)} (${title(effect.kind)})`)],
                [plain(title(effect.status))],
                [plain(effectSpan(effect, speech))],
                [plain(effect.cut ? value(effect.cut) : '–')],
              ],
            })),
          },
        ] as const)),
  ];
}

export function tellSurenessBlocks({ sureness }: Explanation, speech: Speech): readonly Block[] {
  const { word, title, value } = speech;
  const rows = STANDINGS.map((standing) => {
    const nodes = sureness.nodes.find((each) => each.standing === standing)!;
    const rupiah = sureness.rupiah.find((each) => each.standing === standing)!;
    return {
      cells: [
        [toned(word(`standing.${standing}`), 'strong'), plain(`: ${word(`standing.${standing}.means`)}`)],
        [plain(String(nodes.count))],
        [plain(shareText(nodes.share, speech))],
        [plain(value(rupiah.amount))],
        [plain(rupiah.share ? shareText(rupiah.share, speech) : '–')],
      ],
    };
  });
  return [
    { kind: 'line', line: [plain(word('section.sureness.lead'))] },
    {
      kind: 'table',
      head: [word('sureness.standing'), word('sureness.nodes'), word('sureness.share'), word('sureness.rupiah'), word('sureness.share')],
      rows,
      right: [1, 2, 3, 4],
    },
    ...(sureness.placeholders.length === 0
      ? [{ kind: 'line', line: [plain(word('sureness.placeholders.none'))] } as const]
      : ([
          { kind: 'heading', text: word('sureness.placeholders') },
          {
            kind: 'list',
            items: sureness.placeholders.map((each): Line => [
              plain(title(each.title)),
              ...(each.note === undefined ? [] : [plain(`: ${speech.remark(each.note)}`)]),
              toned(` (${each.id})`, 'dim'),
            ]),
          },
        ] as const)),
  ];
}

/** Shares are for comparing: to one decimal, without the ratio beside it. */
const shareText = (share: Value, { value, language }: Speech): string => (share.kind === 'number' ? percentText(share.exact, language) : value(share));

export function tellSources({ sources }: Explanation, speech: Speech): readonly Block[] {
  const { title, language, fill, word, date } = speech;
  const titled = (said: Remark): string => (typeof said === 'string' ? said : title(said));
  if (sources.length === 0) return [{ kind: 'line', line: [plain(word('section.sources.none'))] }];
  return [
    {
      kind: 'pairs',
      pairs: sources.map((source) => ({
        label: source.number,
        anchor: source.number,
        line: joinLines(
          [
            [toned(/^\S+ S\d+$/.test(source.label.en) ? titled(source.title) : `${title(source.label)}: ${titled(source.title)}`, 'strong')],
            source.issuer === undefined ? [] : [plain(source.issuer)],
            source.enacted === undefined ? [] : [plain(date(source.enacted))],
            source.pinpoints.length === 0 ? [] : fill('sources.cited', { pinpoints: source.pinpoints.map((each) => pinpointText(each, language)).join(', ') }),
            ...source.urls.map((url): Line => [{ text: url, url, tone: 'dim' }]),
          ],
          '; ',
        ),
      })),
    },
  ];
}
