/**
 * The short outcome for people: what came of the appraisal, in the order in which it is asked for.
 * In: an appraised file. Out: text; the derivation is the business of `explain`.
 */
import { type Names, namesOf } from '../../ruleset/titles.ts';
import { NO_BREAK, quantityText } from '../../page/numbers.ts';
import { STANDINGS, type PaymentLine, type RuleOutcome } from '../../model/outcome.ts';
import { PAYMENT_KIND } from '../../model/payment-kind.ts';
import type { Title } from '../../model/title.ts';
import { type Result, isFault, isNone } from '../../values/result.ts';
import type { AppraisedFile } from '../appraise-file.ts';
import { countsText } from '../standing-counts.ts';
import type { Style } from '../style.ts';
import { type Lang, OUTCOME_WORDS } from './outcome-words.ts';

export function renderOutcome(appraised: Pick<AppraisedFile, 'appraisal' | 'ruleset' | 'outcome'>, lang: Lang, style: Style): string {
  const { appraisal, ruleset, outcome } = appraised;
  const words = OUTCOME_WORDS[lang];
  const names = namesOf(ruleset);
  const say = (title: Title): string => title[lang];
  const block = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.bold(heading), ...lines.map((line) => `  ${line}`)];
  const colour = outcome.status === 'complete' ? style.green : outcome.status === 'faulted' ? style.red : style.yellow;
  const period = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from} ${words.until} ${to}`;
  const missing = (key: string): string => missingText(outcome.trace.values.get(key), lang);
  const { rating, scores: named } = ruleset.plan.outputs;
  const scores = named.map(
    ({ name, key }) =>
      `${say(names.key(key))}: ${Object.hasOwn(outcome.scores, name) ? quantity(outcome.scores[name]!.exact, outcome.scores[name]!.unit, lang) : missing(key)}`,
  );
  const lines = [
    style.bold([outcome.employee, appraisal.employee.name].filter((part) => part !== undefined).join(' - ')),
    `${words.assessed} ${period(outcome.assessed)}${outcome.paid ? `; ${words.paid.toLowerCase()} ${period(outcome.paid)} (${PAYMENT_KIND.titles.get(outcome.paid.kind)?.[lang] ?? outcome.paid.kind})` : ''}`,
    `${words.ruleset}: ${say(ruleset.title)} (${ruleset.id} ${ruleset.version}, ${ruleset.hash.slice(0, 12)})`,
    '',
    colour(words.status[outcome.status]),
    ...(rating
      ? [`${words.rating}: ${style.bold(outcome.rating === undefined ? missing(rating.key) : ratingText(names, rating.key, outcome.rating, say))}`]
      : []),
    ...block(words.scores, scores),
    ...block(
      words.payments,
      outcome.payments.flatMap((line) => paymentLines(line, lang, style)),
    ),
    ...block(
      words.sanctions,
      outcome.sanctions.map((each) => eventText(each, say)),
    ),
    ...block(
      words.awards,
      outcome.awards.map((each) => eventText(each, say)),
    ),
    ...block(
      words.development,
      outcome.development.map((each) => eventText(each, say)),
    ),
    ...block(
      words.flags,
      outcome.flags.map((each) => eventText(each, say)),
    ),
    ...block(
      words.blocks,
      outcome.blocks.map((each) => eventText(each, say)),
    ),
    ...block(words.facts, outcome.unknownFacts),
    ...block(
      words.faults,
      outcome.faults.map(({ node, code, message }) => `${node}: ${message} (${code})`),
    ),
    ...block(words.sure, standingLines(appraised.outcome.standing, lang)),
  ];
  return `${lines.join('\n')}\n`;
}

/** As explanations write it; a terminal has no use for no-break spaces. */
const quantity = (exact: string, unit: string, lang: Lang): string => quantityText(exact, unit, lang).replaceAll(NO_BREAK, ' ');

/** Why there is no value: not applicable, not known yet, or faulted. */
function missingText(result: Result | undefined, lang: Lang): string {
  const { line, none } = OUTCOME_WORDS[lang];
  return result === undefined || isNone(result) ? none : isFault(result) ? line.faulted : line.undetermined;
}

function ratingText(names: Names, key: string, rating: string, say: (title: Title) => string): string {
  const type = names.typeOf(key);
  return type?.kind === 'enum' ? say(names.word(type, rating)) : rating;
}

function paymentLines(line: PaymentLine, lang: Lang, style: Style): readonly string[] {
  const words = OUTCOME_WORDS[lang];
  const amount = line.amount === null ? '' : ` ${style.bold(quantity(line.amount.toFixed(), 'IDR', lang))}`;
  const paint = line.status === 'paid' ? style.green : line.status === 'notEntitled' || line.status === 'faulted' ? style.red : style.yellow;
  const until = line.until === undefined ? '' : ` ${words.heldUntil} ${line.until}`;
  const facts = line.facts === undefined ? '' : `; ${words.missing}: ${line.facts.join(', ')}`;
  return [
    `${line.title[lang]}:${amount} ${paint(words.line[line.status])}${until}${facts}`,
    ...line.reasons.map(({ title, cite }) => `  - ${title[lang]}${cite === undefined ? '' : ` (${cite})`}`),
  ];
}

/** Title, code and article; parameters that are plain follow. */
function eventText({ title, rule, code, cite, params }: RuleOutcome, say: (title: Title) => string): string {
  const plain = Object.entries(params).filter(([name, value]) => name !== 'code' && (typeof value === 'string' || typeof value === 'number'));
  const more = plain.map(([name, value]) => `, ${name} ${String(value)}`).join('');
  return `${title ? say(title) : rule}: ${code}${more}${cite === undefined ? '' : ` (${cite})`}`;
}

function standingLines({ nodes, rupiah, placeholders }: AppraisedFile['outcome']['standing'], lang: Lang): readonly string[] {
  const words = OUTCOME_WORDS[lang];
  const ofMoney = STANDINGS.filter((standing) => !rupiah[standing].isZero()).map(
    (standing) => `${words.standing[standing]} ${quantity(rupiah[standing].toFixed(), 'IDR', lang)}`,
  );
  return [
    `${words.nodes}: ${countsText(nodes, words.standing, words.none)}`,
    ...(ofMoney.length > 0 ? [`${words.money}: ${ofMoney.join(', ')}`] : []),
    ...(placeholders.length > 0 ? [`${words.placeholders}: ${placeholders.join(', ')}`] : []),
  ];
}
