/**
 * Steps of the derivation as blocks: value first, then reasons, formula, numbers, tables, rounding, and the rule behind it.
 * In: {@link Step}s. Out: blocks of a page.
 */
import type { Detail, Ground, PartTold, SourceTold, Step } from '../explanation-shape.ts';
import { type Block, type Line, type Note, type TableBlock, joinLines, plain } from '../page.ts';
import type { Speech } from './speech.ts';

export const tellSteps = (steps: readonly Step[], speech: Speech): readonly Block[] => steps.map((step) => tellStep(step, speech));

function tellStep(step: Step, speech: Speech): Block {
  const notes = [...step.details.flatMap((detail) => tellDetail(detail, speech, 0)), ...groundNotes(step.ground, speech, 0)];
  return { kind: 'step', number: step.number, title: speech.title(step.title), value: speech.value(step.value), notes };
}

/** The rule behind a step, with the working of what was derived and the note of what is only assumed. */
function groundNotes(ground: Ground, speech: Speech, depth: Note['depth']): readonly Note[] {
  const small = (label: string, line: Line): Note => ({ label, line, depth, small: true });
  return [
    small(speech.word('step.ground'), speech.ground(ground)),
    ...(ground.standing === 'derived' && ground.working !== undefined ? [small(speech.word('step.working'), [plain(ground.working)])] : []),
    ...(ground.standing === 'placeholder' && ground.note !== undefined ? [small(speech.word('step.note'), [plain(ground.note)])] : []),
  ];
}

function tellDetail(detail: Detail, speech: Speech, depth: Note['depth']): readonly Note[] {
  const { word, fill, value, phrase } = speech;
  const note = (label: string, line: Line, table?: TableBlock): Note => ({ label, line, depth, ...(table && { table }) });
  switch (detail.kind) {
    case 'because':
      return [note(word(detail.holds ? 'step.because' : 'step.becauseNot'), [...phrase(detail.condition), ...(detail.values ? [plain(' ('), ...phrase(detail.values), plain(')')] : [])])];
    case 'branch':
      return [note(word('step.branch'), joinLines([fill('step.branchText', { letter: detail.letter }), speech.cite(detail.cite)], ', '))];
    case 'formula':
      return [
        ...(detail.names.length > 0 ? [note(word('step.formula'), phrase(detail.names))] : []),
        ...(detail.values ? [note(word('step.numbers'), [...phrase(detail.values), plain(` = ${value(detail.gives)}`)])] : []),
      ];
    case 'each':
      return [note(word('step.each'), phrase(detail.list))];
    case 'parts':
      return [note(word('step.parts'), detail.renormalised ? [plain(word('step.parts.renormalised'))] : [], partsTable(detail.parts, speech))];
    case 'table': {
      const tests = joinLines(detail.tests.map(({ value: given, test }) => (test.length === 0 || isAny(test) ? [plain(value(given))] : fill('step.table.in', { value: value(given), test: phrase(test) }))), '; ');
      const slots = { title: speech.title(detail.title), tests, result: value(detail.result) };
      return [note(word('step.table'), [...fill(detail.otherwise ? 'step.table.otherwise' : 'step.table.text', slots), ...times(detail.times, speech)]), small(detail.ground, speech)];
    }
    case 'dated':
      return [note(word('step.dated'), [...fill('step.dated.text', { title: speech.title(detail.title), on: value(detail.on), result: value(detail.result) }), ...times(detail.times, speech)]), small(detail.ground, speech)];
    case 'function':
      return [
        note(word('step.function'), [...fill(detail.about.length > 0 ? 'step.function.about' : 'step.function.text', { title: speech.title(detail.title), about: aboutText(detail.about.map(value), speech), result: value(detail.result) }), ...times(detail.times, speech)]),
        ...detail.details.flatMap((inner) => tellDetail(inner, speech, 1)),
        small(detail.ground, speech),
      ];
    case 'rounding': {
      const same = JSON.stringify(detail.exact) === JSON.stringify(detail.rounded);
      const line = fill(same ? 'step.rounding.same' : 'step.rounding.text', { exact: value(detail.exact), rounded: value(detail.rounded), mode: word(`round.${detail.mode}`), step: value(detail.step) });
      const basis = joinLines([speech.cite(detail.cite), detail.standing ? [plain(word(`standing.${detail.standing}`))] : []], ' · ');
      return [note(word('step.rounding'), basis.length > 0 ? [...line, plain(' ('), ...basis, plain(')')] : line)];
    }
    case 'raters':
      return [
        note(word('raters.how'), joinLines([fill(`raters.how.${detail.how}`, { row: String(detail.row ?? '') }), speech.cite(detail.cite)], ' · '), sourcesTable(detail.sources, speech)),
        ...(detail.sum.length > 0 ? [note(word('step.numbers'), phrase(detail.sum))] : []),
      ];
    case 'criteria': {
      const criteria = detail.criteria.map(({ title, value: score }) => `${speech.title(title)} ${value(score)}`).join('; ');
      return [note(word('raters.criteria'), [plain(detail.decide ? `${criteria}. ${word('raters.criteria.decide')}` : criteria)])];
    }
    case 'more':
      return [note('', fill('step.more', { count: String(detail.count) }))];
  }
}

const isAny = (phrase: readonly { readonly kind: string }[]): boolean => phrase.length === 1 && phrase[0]!.kind === 'said';
const times = (count: number, speech: Speech): Line => (count === 1 ? [] : [plain(' '), ...speech.fill('step.times', { count: String(count) })]);
const small = (ground: Ground, speech: Speech): Note => ({ label: speech.word('step.ground'), line: speech.ground(ground), depth: 1, small: true });

/** Names of up to four records, and how many more. */
function aboutText(about: readonly string[], speech: Speech): string {
  if (about.length <= 4) return about.join(', ');
  return `${about.slice(0, 3).join(', ')} ${speech.fill('step.more', { count: String(about.length - 3) }).map(({ text }) => text).join('')}`;
}

function partsTable(parts: readonly PartTold[], speech: Speech): TableBlock {
  const { word, value, phrase } = speech;
  const usedDiffers = parts.some((part) => part.used === undefined || JSON.stringify(part.used) !== JSON.stringify(part.weight));
  return {
    kind: 'table',
    head: [word('parts.part'), word('column.value'), word('parts.weight'), ...(usedDiffers ? [word('parts.used')] : [])],
    rows: parts.map((part) => ({ cells: [phrase(part.name), [plain(value(part.value))], [plain(value(part.weight))], ...(usedDiffers ? [[plain(part.used ? value(part.used) : '–')]] : [])] })),
    right: [1, 2, 3],
  };
}

function sourcesTable(sources: readonly SourceTold[], speech: Speech): TableBlock {
  const { word, value, fill } = speech;
  return {
    kind: 'table',
    head: [word('raters.source'), word('raters.count'), word('raters.score'), word('raters.full'), word('raters.used'), word('raters.state')],
    rows: sources.map((source) => {
      const quorum = source.quorum ? value(source.quorum) : word('raters.quorum.all');
      const [low, high] = source.scale.map(value) as [string, string];
      const how = [plain(`; ${word(source.method)}; `), ...fill(source.convert, { low, high })];
      return {
        cells: [
          [plain(speech.title(source.title))], [plain(String(source.raters))], [plain(source.state === 'counted' ? value(source.score) : '–')],
          [plain(source.full ? value(source.full) : '–')], [plain(source.used ? value(source.used) : '–')],
          [...fill(`raters.state.${source.state}`, { quorum }), ...(source.state === 'counted' ? how : [])],
        ],
      };
    }),
    right: [1, 2, 3, 4],
  };
}
