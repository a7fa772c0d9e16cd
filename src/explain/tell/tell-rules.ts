/**
 * Rules that applied, rules that did not and by how much, and what was nearly reached.
 * In: an {@link Explanation}. Out: blocks of a page.
 */
import type { EventTold, Explanation, LeafTold, NearTold, RuleTold } from '../explanation-shape.ts';
import { type Block, type Line, joinLines, plain, toned } from '../../page/page.ts';
import type { Speech } from './speech.ts';
import { tellSteps } from './tell-steps.ts';
import { paramsText } from './tell-result.ts';

export function tellRuleBlocks({ rules, result }: Explanation, speech: Speech): readonly Block[] {
  const { word } = speech;
  const events = new Map<string, EventTold>(result.events.map((event) => [event.rule, event]));
  return [
    { kind: 'heading', text: word('rules.fired') },
    ...(rules.fired.length === 0
      ? [{ kind: 'line', line: [plain(word('rules.fired.none'))] } as const]
      : [{ kind: 'list', items: rules.fired.map((rule) => firedLine(rule, events.get(rule.rule), speech)) } as const]),
    ...(rules.open.length === 0
      ? []
      : ([{ kind: 'heading', text: word('rules.open') }, rulesTable(rules.open, 'rules.openWhy', (leaf) => openLine(leaf, speech), speech)] as const)),
    ...(rules.idle.length === 0
      ? []
      : ([
          { kind: 'heading', text: word('rules.idle') },
          { kind: 'line', line: [plain(word('rules.idle.lead'))] },
          rulesTable(rules.idle, 'rules.why', (leaf) => failedLine(leaf, speech), speech),
        ] as const)),
    ...(rules.behind.length === 0 ? [] : ([{ kind: 'heading', text: word('rules.behind') }, ...tellSteps(rules.behind, speech)] as const)),
  ];
}

function firedLine(rule: RuleTold, event: EventTold | undefined, speech: Speech): Line {
  const { fill, title, phrase, value, word } = speech;
  const held = rule.leaves.map((leaf) =>
    fill(isPlainEqual(leaf) && !leaf.inverted ? 'leaf.is' : 'leaf.held', {
      fact: phrase(leaf.fact),
      left: value(leaf.left),
      operator: word(leaf.operator),
      asked: askedLine(leaf, speech),
    }),
  );
  const params = event ? paramsText(event, speech) : '';
  return [
    toned(title(rule.title), 'strong'),
    plain('. '),
    ...fill('rules.whyFired', { leaves: joinLines(held, '; ') }),
    ...(params === '' ? [] : [plain(' '), ...fill('rules.brings', { params })]),
    plain(' '),
    ...speech.ground(rule.ground),
  ];
}

function rulesTable(rules: readonly RuleTold[], why: 'rules.why' | 'rules.openWhy', line: (leaf: LeafTold) => Line, speech: Speech): Block {
  return {
    kind: 'table',
    head: [speech.word('rules.rule'), speech.word(why), speech.word('column.ground')],
    rows: rules.map((rule) => ({
      cells: [
        [plain(`${speech.title(rule.title)} (${speech.word(`rule.${rule.event}`)})`)],
        joinLines(rule.leaves.map(line), '. '),
        speech.ground(rule.ground),
      ],
    })),
    right: [],
  };
}

/** What was asked: the value, and, where it has a name, the name too. */
function askedLine(leaf: LeafTold, { phrase, value }: Speech): Line {
  const asked = phrase(leaf.asked);
  return leaf.asked.some((piece) => piece.kind === 'name') ? [plain(`${value(leaf.right)} (`), ...asked, plain(')')] : [plain(value(leaf.right))];
}

/** Equality of words or truths needs no "exactly". */
const isPlainEqual = ({ operator, right }: LeafTold): boolean => operator === 'operator.equal' && right.kind !== 'number';

function failedLine(leaf: LeafTold, speech: Speech): Line {
  const { fill, phrase, value, word } = speech;
  const slots = { fact: phrase(leaf.fact), left: value(leaf.left), operator: word(leaf.operator), asked: askedLine(leaf, speech) };
  const key = leaf.inverted ? 'leaf.inverted' : leaf.operator === 'operator.notEqual' ? 'leaf.same' : isPlainEqual(leaf) ? 'leaf.equal' : 'leaf.text';
  const told = fill(key, slots);
  return leaf.gap ? [...told, plain('; '), ...fill('leaf.gap', { gap: value(leaf.gap) })] : told;
}

const openLine = (leaf: LeafTold, speech: Speech): Line =>
  speech.fill('leaf.open', { fact: speech.phrase(leaf.fact), operator: speech.word(leaf.operator), asked: askedLine(leaf, speech) });

export function tellNear(near: readonly NearTold[], speech: Speech): readonly Block[] {
  if (near.length === 0) return [{ kind: 'line', line: [plain(speech.word('section.near.none'))] }];
  return [
    { kind: 'line', line: [plain(speech.word('section.near.lead'))] },
    { kind: 'list', items: near.map((each) => nearLine(each, speech)) },
  ];
}

/** `Nilai: 2,5 poin lagi (sekarang 87,5 poin, batasnya 90 poin), maka Predikat menjadi Baik, bukan Cukup`. */
function nearLine(near: NearTold, speech: Speech): Line {
  const { fill, title, value } = speech;
  const key = near.included ? (near.direction === 'above' ? 'near.above' : 'near.below') : near.direction === 'above' ? 'near.beyond' : 'near.beneath';
  const moved = fill(key, { distance: value(near.distance), what: [toned(title(near.what), 'strong')] });
  const now = fill('near.now', { now: value(near.now), at: value(near.at) });
  const becomes = near.becomes.rule
    ? fill('near.rule', { title: title(near.becomes.title) })
    : fill('near.step', { title: title(near.becomes.title), to: value(near.becomes.to!), from: value(near.becomes.from!) });
  const then = near.then.map((each) => fill('near.then', { title: title(each.title), to: value(each.to), from: value(each.from) }));
  const cite = speech.cite(near.ground.cite);
  return [...moved, plain(' ('), ...now, plain('), '), ...joinLines([becomes, ...then], ', '), ...(cite.length > 0 ? [plain(' · '), ...cite] : [])];
}
