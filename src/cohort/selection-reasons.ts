/**
 * Why a candidate stands where they stand, or nowhere: as sentences in Indonesian and English.
 * In: a place with what decided it, or the state of one without a place. Out: a title with both sentences.
 */
import type { Title } from '../model/title.ts';
import { NO_BREAK, dateText, quantityText } from '../page/numbers.ts';
import type { Language } from '../page/page.ts';
import type { Names } from '../ruleset/titles.ts';
import type { Candidate, Criterion, CriterionValue, Ranked, TieAtTheEnd, Unranked } from './selection-shape.ts';

interface Around {
  readonly criteria: readonly Criterion[];
  readonly tied: readonly Candidate[];
  readonly next: readonly Candidate[];
  readonly nextPlace: number;
  readonly places: number;
  readonly tie: TieAtTheEnd | undefined;
}

/** A value as people write it. */
export function valueText(value: CriterionValue, language: Language): string {
  switch (value.kind) {
    case 'number':
      return spaced(quantityText(value.exact, value.unit, language));
    case 'word':
      return value.title[language];
    case 'date':
      return spaced(dateText(value.date, language));
    case 'truth':
      return language === 'id' ? (value.truth ? 'ya' : 'tidak') : value.truth ? 'yes' : 'no';
  }
}

export function whyPlaced(ranked: Omit<Ranked, 'why'>, around: Around): Title {
  return { id: inIndonesian(ranked, around), en: inEnglish(ranked, around) };
}

function inIndonesian({ place, decision, verdict, tiedWith }: Omit<Ranked, 'why'>, { criteria, tied, next, nextPlace, places, tie }: Around): string {
  const at = criteria.findIndex(({ term }) => term === decision?.term);
  const said = [
    `Peringkat ${place}.`,
    tiedWith.length === 0 ? '' : `Sama dengan ${listed(tied, 'dan')} pada semua kriteria, jadi berbagi peringkat.`,
    decision
      ? `Mendahului ${listed(next, 'dan')} (peringkat ${nextPlace})${equalBefore(criteria, at, 'id')} karena ${criteria[at]!.title.id}: ${valueText(decision.own, 'id')} terhadap ${valueText(decision.other, 'id')}${differenceText(decision, 'id')}.`
      : 'Tidak ada yang di belakangnya.',
    verdict === 'chosen'
      ? `Terpilih (${places} lowongan).`
      : verdict === 'tied'
        ? `Seri pada lowongan terakhir: ${tie!.left} dari ${tie!.employees.length} orang masih dapat diambil, dan kriteria tidak memutuskan siapa.`
        : `Tidak terpilih (${places} lowongan).`,
  ];
  return said.filter((part) => part !== '').join(' ');
}

function inEnglish({ place, decision, verdict, tiedWith }: Omit<Ranked, 'why'>, { criteria, tied, next, nextPlace, places, tie }: Around): string {
  const at = criteria.findIndex(({ term }) => term === decision?.term);
  const vacancies = places === 1 ? '1 vacancy' : `${places} vacancies`;
  const said = [
    `Place ${place}.`,
    tiedWith.length === 0 ? '' : `Equal to ${listed(tied, 'and')} in every criterion, so they share the place.`,
    decision
      ? `Ahead of ${listed(next, 'and')} (place ${nextPlace})${equalBefore(criteria, at, 'en')} by ${criteria[at]!.title.en}: ${valueText(decision.own, 'en')} against ${valueText(decision.other, 'en')}${differenceText(decision, 'en')}.`
      : 'Nobody stands behind.',
    verdict === 'chosen'
      ? `Chosen (${vacancies}).`
      : verdict === 'tied'
        ? `Tied at the last vacancy: ${tie!.left} of ${tie!.employees.length} can still be taken, and the criteria do not decide who.`
        : `Not chosen (${vacancies}).`,
  ];
  return said.filter((part) => part !== '').join(' ');
}

export function whyUnplaced({ state, terms, facts }: Omit<Unranked, 'why'>, names: Names): Title {
  const say = (language: Language): string => {
    const titles = terms.map(({ title, cite }) => `${title[language]}${cite === undefined ? '' : ` (${cite})`}`).join('; ');
    const needed = facts.map((fact) => `${names.key(fact)[language]} (${fact})`).join('; ');
    const sentences: Readonly<Record<Unranked['state'], Title>> = {
      notEligible: { id: `Syarat yang tidak terpenuhi: ${titles}.`, en: `Conditions not met: ${titles}.` },
      undetermined: { id: `Belum dapat ditempatkan. Data yang harus dilengkapi: ${needed}.`, en: `Cannot be placed yet. Facts to supply: ${needed}.` },
      notComparable: { id: `Tidak dapat dibandingkan; tidak berlaku baginya: ${titles}.`, en: `Cannot be compared; does not apply: ${titles}.` },
      faulted: { id: `Tidak dapat dihitung: ${titles}.`, en: `Cannot be computed: ${titles}.` },
    };
    return sentences[state][language];
  };
  return { id: say('id'), en: say('en') };
}

const spaced = (text: string): string => text.replaceAll(NO_BREAK, ' ');
const calledBy = ({ name, employee }: Candidate): string => name ?? employee;
const listed = (candidates: readonly Candidate[], and: string): string => {
  const called = candidates.map(calledBy);
  return called.length < 2 ? (called[0] ?? '') : `${called.slice(0, -1).join(', ')} ${and} ${called.at(-1)!}`;
};

/** What was equal before something decided. */
function equalBefore(criteria: readonly Criterion[], at: number, language: Language): string {
  if (at < 1) return '';
  const equal = criteria
    .slice(0, at)
    .map(({ title }) => title[language])
    .join(', ');
  return language === 'id' ? `, sama pada ${equal},` : `, equal in ${equal},`;
}

function differenceText({ own, by }: { readonly own: CriterionValue; readonly by: string }, language: Language): string {
  const [difference, step, steps] = language === 'id' ? ['selisih', 'tingkat', 'tingkat'] : ['a difference of', 'step', 'steps'];
  switch (own.kind) {
    case 'number':
      return `, ${difference} ${spaced(quantityText(by, own.unit, language))}`;
    case 'word':
      return `, ${difference} ${by} ${by === '1' ? step : steps}`;
    case 'date':
      return `, ${difference} ${spaced(quantityText(by, 'day', language))}`;
    case 'truth':
      return '';
  }
}
