/**
 * Steps of the derivation as blocks: value first, then reasons, formula, numbers, tables, rounding, and the rule behind it.
 * In: {@link Step}s. Out: blocks of a page.
 */
import type { FactSource } from '../../engine/trace.ts';
import type { Detail, Ground, PartTold, Phrase, SourceTold, Step, Value } from '../explanation-shape.ts';
import { type Block, type Line, type Note, type TableBlock, joinLines, plain, textOf } from '../../page/page.ts';
import type { Speech } from './speech.ts';

/** Scores of one group that are spelled out. */
const GIVEN = 30;

export const tellSteps = (steps: readonly Step[], speech: Speech): readonly Block[] => steps.map((step) => tellStep(step, speech));

function tellStep(step: Step, speech: Speech): Block {
  const ground = step.source === undefined ? groundNotes(step.ground, speech, 0) : [factNote(step.ground, step.source, speech)];
  const notes = [...step.details.flatMap((detail) => tellDetail(detail, speech, 0)), ...ground];
  return { kind: 'step', number: step.number, title: speech.title(step.title), value: speech.value(step.value), notes };
}

/** A fact that was worked out has no article; its formula is all there is to say. */
const factNote = (ground: Ground, source: FactSource, { word, cite }: Speech): Note => ({
  label: word('column.source'),
  line: joinLines([[plain(word(`source.${source}`))], cite(ground.cite)], ' · '),
  depth: 0,
  small: true,
});

/** The rule behind a step, with the working of what was derived. What a placeholder lacks stands with all placeholders, once. */
function groundNotes(ground: Ground, speech: Speech, depth: Note['depth']): readonly Note[] {
  const small = (label: string, line: Line): Note => ({ label, line, depth, small: true });
  return [
    small(speech.word('step.ground'), speech.ground(ground)),
    ...(ground.standing === 'derived' && ground.working !== undefined ? [small(speech.word('step.working'), [plain(speech.remark(ground.working))])] : []),
  ];
}

function tellDetail(detail: Detail, speech: Speech, depth: Note['depth']): readonly Note[] {
  const { word, fill, value, phrase } = speech;
  const note = (label: string, line: Line, table?: TableBlock): Note => ({ label, line, depth, ...(table && { table }) });
  switch (detail.kind) {
    case 'because':
      return [
        note(word(detail.holds ? 'step.because' : 'step.becauseNot'), [
          ...phrase(detail.condition),
          ...(detail.values ? [plain(' ('), ...phrase(detail.values), plain(')')] : []),
        ]),
      ];
    case 'branch':
      return [
        note(
          word('step.branch'),
          joinLines([fill(/^\d+$/.test(detail.letter) ? 'step.branchNumber' : 'step.branchText', { letter: detail.letter }), speech.cite(detail.cite)], ', '),
        ),
      ];
    case 'formula':
      return [
        ...(detail.names.length > 0 ? [note(word('step.formula'), phrase(detail.names))] : []),
        ...(detail.values
          ? [note(word('step.numbers'), [...phrase(detail.values), plain(`${detail.gives.kind === 'truth' ? ' →' : ' ='} ${value(detail.gives)}`)])]
          : []),
      ];
    case 'each':
      return [note(word('step.each'), phrase(detail.list))];
    case 'parts':
      return [note(word('step.parts'), detail.renormalised ? [plain(word('step.parts.renormalised'))] : [], partsTable(detail.parts, speech))];
    case 'table': {
      const tests = joinLines(
        detail.tests.map(({ value: given, test }) =>
          test.length === 0 || isAny(test) || isSame(test, given) ? [plain(value(given))] : fill('step.table.in', { value: value(given), test: phrase(test) }),
        ),
        '; ',
      );
      const slots = { title: speech.title(detail.title), tests, result: value(detail.result) };
      return [
        note(word('step.table'), [...fill(detail.otherwise ? 'step.table.otherwise' : 'step.table.text', slots), ...times(detail.times, speech)]),
        small(detail.ground, speech),
      ];
    }
    case 'dated':
      return [
        note(word('step.dated'), [
          ...fill('step.dated.text', { title: speech.title(detail.title), on: value(detail.on), result: value(detail.result) }),
          ...times(detail.times, speech),
        ]),
        small(detail.ground, speech),
      ];
    case 'function':
      return [
        note(word('step.function'), [
          ...fill(detail.about.length > 0 ? 'step.function.about' : 'step.function.text', {
            title: speech.title(detail.title),
            about: aboutText(detail.about.map(value), speech),
            result: value(detail.result),
          }),
          ...times(detail.times, speech),
        ]),
        ...detail.details.flatMap((inner) => tellDetail(inner, speech, 1)),
        small(detail.ground, speech),
      ];
    case 'rounding': {
      const same = JSON.stringify(detail.exact) === JSON.stringify(detail.rounded);
      const line = fill(same ? 'step.rounding.same' : 'step.rounding.text', {
        exact: value(detail.exact),
        rounded: value(detail.rounded),
        mode: word(`round.${detail.mode}`),
        step: value(detail.step),
      });
      const basis = joinLines([speech.cite(detail.cite), detail.standing ? [plain(word(`standing.${detail.standing}`))] : []], ' · ');
      return [note(word('step.rounding'), basis.length > 0 ? [...line, plain(' ('), ...basis, plain(')')] : line)];
    }
    case 'raters':
      return [
        note(
          word('raters.how'),
          joinLines([fill(`raters.how.${detail.how}`, { row: String(detail.row ?? '') }), speech.cite(detail.cite)], ' · '),
          sourcesTable(detail.sources, speech),
        ),
        ...detail.sources.filter(({ given }) => given.length > 0).map((source) => note(word('raters.given'), givenLine(source, speech))),
        ...(detail.sum.length > 0 ? [note(word('step.numbers'), [...phrase(detail.sum), plain(` = ${value(detail.gives)}`)])] : []),
        ...methodNotes(detail.sources, speech).map((line) => note(word('raters.method'), line)),
      ];
    case 'criteria': {
      const criteria = detail.criteria.map(({ title, value: score }) => `${speech.title(title)} ${value(score)}`).join('; ');
      return [note(word('raters.criteria'), [plain(detail.decide ? `${criteria}. ${word('raters.criteria.decide')}` : criteria)])];
    }
    case 'more':
      return [note('', fill('step.more', { count: String(detail.count) }))];
  }
}

/** The row names the very value: to say it twice says nothing. */
const isSame = (phrase: Phrase, value: Value): boolean =>
  phrase.length === 1 && phrase[0]!.kind === 'value' && JSON.stringify(phrase[0]!.value) === JSON.stringify(value);
const isAny = (phrase: readonly { readonly kind: string }[]): boolean => phrase.length === 1 && phrase[0]!.kind === 'said';
const times = (count: number, speech: Speech): Line => (count === 1 ? [] : [plain(' '), ...speech.fill('step.times', { count: String(count) })]);
const small = (ground: Ground, speech: Speech): Note => ({ label: speech.word('step.ground'), line: speech.ground(ground), depth: 1, small: true });

/** Names of up to four records, and how many more. */
function aboutText(about: readonly string[], speech: Speech): string {
  if (about.length <= 4) return about.join(', ');
  return `${about.slice(0, 3).join(', ')} ${textOf(speech.fill('step.more', { count: String(about.length - 3) }))}`;
}

function partsTable(parts: readonly PartTold[], speech: Speech): TableBlock {
  const { word, value, phrase } = speech;
  const usedDiffers = parts.some((part) => part.used === undefined || JSON.stringify(part.used) !== JSON.stringify(part.weight));
  return {
    kind: 'table',
    head: [word('parts.part'), word('column.value'), word('parts.weight'), ...(usedDiffers ? [word('parts.used')] : [])],
    rows: parts.map((part) => ({
      cells: [
        phrase(part.name),
        [plain(value(part.value))],
        [plain(value(part.weight))],
        ...(usedDiffers ? [[plain(part.used ? value(part.used) : '–')]] : []),
      ],
    })),
    right: [1, 2, 3],
  };
}

/** `Atasan: Pelayanan publik 4; Mengelola tim 5`. */
const givenLine = ({ title, given }: SourceTold, speech: Speech): Line => [
  plain(
    `${speech.title(title)}: ${given.map((each) => `${each.title ? `${speech.title(each.title)} ` : ''}${each.scores.slice(0, GIVEN).map(speech.value).join(', ')}${each.scores.length > GIVEN ? ', …' : ''}`).join('; ')}`,
  ),
];

/** How the ratings of a group became its score: groups that are counted alike share a line. */
function methodNotes(sources: readonly SourceTold[], { title, word, fill, value }: Speech): readonly Line[] {
  const alike = new Map<string, { readonly source: SourceTold; readonly titles: string[] }>();
  for (const source of sources.filter(({ state }) => state === 'counted')) {
    const key = JSON.stringify([source.method, source.convert, source.scale]);
    const known = alike.get(key);
    if (known) known.titles.push(title(source.title));
    else alike.set(key, { source, titles: [title(source.title)] });
  }
  return [...alike.values()].map(({ source, titles }) => {
    const [low, high] = source.scale.map(value) as [string, string];
    return fill('raters.methodOf', { sources: titles.join(', '), method: word(source.method), convert: fill(source.convert, { low, high }) });
  });
}

function sourcesTable(sources: readonly SourceTold[], speech: Speech): TableBlock {
  const { word, value, fill } = speech;
  return {
    kind: 'table',
    head: [word('raters.source'), word('raters.count'), word('raters.score'), word('raters.full'), word('raters.used'), word('raters.state')],
    rows: sources.map((source) => {
      const quorum = source.quorum ? value(source.quorum) : word('raters.quorum.all');
      return {
        cells: [
          [plain(speech.title(source.title))],
          [plain(String(source.raters))],
          [plain(source.state === 'counted' ? value(source.score) : '–')],
          [plain(source.full ? value(source.full) : '–')],
          [plain(source.used ? value(source.used) : '–')],
          fill(`raters.state.${source.state}`, { quorum }),
        ],
      };
    }),
    right: [1, 2, 3, 4],
  };
}
