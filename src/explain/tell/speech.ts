/**
 * One language speaking: values, formulas, citations and grounds as spans.
 * In: an explanation (for its sources) and a language. Out: {@link Speech}.
 */
import type { Title } from '../../model/title.ts';
import type { Remark } from '../../ruleset/schema.ts';
import { parseCitation } from '../../ruleset/citation.ts';
import type { Explanation, Ground, Phrase, Piece, SourceCited, Value } from '../explanation-shape.ts';
import { NO_BREAK, dateText, quantityText, unitText } from '../../page/numbers.ts';
import { type Line, type Span, plain, toned, textOf } from '../../page/page.ts';
import { pinpointText } from './pinpoint-text.ts';
import { piecesOf, wordsOf } from '../words/words-of.ts';
import type { Language, WordKey } from '../words/words.ts';

type Slot = string | Line;

export interface Speech {
  readonly language: Language;
  word(key: WordKey): string;
  title(title: Title): string;
  /** A remark in the language; one that stands in English only says so. */
  remark(remark: Remark): string;
  /** A sentence with its slots filled. */
  fill(key: WordKey, slots: Readonly<Record<string, Slot>>): Line;
  value(value: Value): string;
  phrase(phrase: Phrase): Line;
  cite(cite: string | undefined): Line;
  /** Where a rule comes from: its article, since when, and how sure it is. */
  ground(ground: Ground): Line;
  date(iso: string): string;
  ref(number: string): Span;
}

export function speechOf(explanation: Explanation, language: Language): Speech {
  const words = wordsOf(language);
  const sources = new Map<string, SourceCited>(explanation.sources.map((source) => [source.id, source]));
  const word = (key: WordKey): string => words[key];
  const title = (said: Title): string => said[language];
  const remark = (said: Remark): string => (typeof said !== 'string' ? title(said) : language === 'en' ? said : `${said} ${word('say.inEnglish')}`);
  const date = (iso: string): string => dateText(iso, language);
  const ref = (number: string): Span => ({ text: `[${number}]`, tone: 'dim', to: number });

  function fill(key: WordKey, slots: Readonly<Record<string, Slot>>): Line {
    return piecesOf(word(key)).flatMap((piece): Line => {
      if ('text' in piece) return [plain(piece.text)];
      const slot = Object.hasOwn(slots, piece.name) ? slots[piece.name]! : '';
      return typeof slot === 'string' ? [plain(slot)] : slot;
    });
  }

  const filled = (key: WordKey, slots: Readonly<Record<string, string>>): string => textOf(fill(key, slots));

  function value(said: Value): string {
    switch (said.kind) {
      case 'number':
        return quantityText(said.exact, said.unit, language);
      case 'word':
        return title(said.title);
      case 'text':
        return said.text;
      case 'truth':
        return word(said.truth ? 'say.yes' : 'say.no');
      case 'date':
        return date(said.date);
      case 'list':
        return listText(said);
      case 'record':
        return said.fields.length === 0 ? word('value.record') : said.fields.map((field) => `${title(field.name)}:${NO_BREAK}${value(field.value)}`).join('; ');
      case 'none':
        return word('value.none');
      case 'unknown':
        return word('value.unknown');
      case 'fault':
        return filled('value.fault', { code: said.code });
    }
  }

  function listText({ count, members, unit }: Value & { kind: 'list' }): string {
    if (count === 0) return word('value.empty');
    if (members.length > 0) return members.map(value).join(members.some(({ kind }) => kind === 'number') ? '; ' : ', ');
    if (unitText(unit, language) !== '') return quantityText(String(count), unit, language);
    return count === 1 ? word('value.entry') : filled('value.entries', { count: quantityText(String(count), 'count', language) });
  }

  function piece(said: Piece): Line {
    switch (said.kind) {
      case 'sign':
        return [plain(said.text)];
      case 'said':
        return [plain(word(said.word))];
      case 'name':
        return said.ref === undefined ? [plain(title(said.title))] : [plain(`${title(said.title)}${NO_BREAK}`), ref(said.ref)];
      case 'value':
        return [plain(value(said.value))];
    }
  }

  function cite(cited: string | undefined): Line {
    const citation = cited === undefined ? undefined : parseCitation(cited);
    if (!citation) return cited === undefined ? [] : [plain(cited)];
    const source = sources.get(citation.source);
    const label: Span = source ? { text: title(source.label), to: source.number } : plain(citation.source);
    return citation.pinpoint === undefined ? [label] : [label, plain(` ${pinpointText(citation.pinpoint, language)}`)];
  }

  function ground({ cite: cited, from, to, standing }: Ground): Line {
    const span =
      from === undefined ? '' : to === undefined ? filled('ground.since', { from: date(from) }) : filled('ground.span', { from: date(from), to: date(to) });
    const parts: Line[] = [cite(cited), span === '' ? [] : [plain(span)], [toned(word(`standing.${standing}`), standing === 'placeholder' ? 'warn' : 'dim')]];
    return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : [plain(' · '), ...part]));
  }

  return { language, word, title, remark, fill, value, phrase: (said) => said.flatMap(piece), cite, ground, date, ref };
}
