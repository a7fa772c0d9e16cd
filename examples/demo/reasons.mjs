/**
 * Why one person's pay differs between regions, read from what the outcomes rest on; no rule of any region is written here.
 * In: outcomes with their explanations, of one person. Out: lines: the numbers side by side, then sentences for each region.
 */
import { KinerjaDecimal } from 'kinerja';
import { speaker, wrapped } from './words.mjs';

/** The part of the national pattern that performance decides; a region that does not use it says what it computes instead. */
const PRODUCTIVITY = 'tpp.productivity';

export function reasonsOf(people, lang) {
  const { say, value, short, period, rupiah, table } = speaker(lang);
  const told = people.map((person) => ({ ...person, ...stepsOf(person) }));
  const highest = told.reduce((most, one) => (one.line.amount?.greaterThan(most.line.amount ?? 0) ? one : most));
  const rows = rowsOf(told).map((key) => {
    const titled = told.find(({ steps }) => steps.has(key)).steps.get(key);
    return [titled.title[lang], ...told.map(({ steps }) => (steps.has(key) ? value(steps.get(key).value) : say.notUsed))];
  });
  const periods = [say.period, ...told.map(({ appraisal }) => period(appraisal.assessed))];
  const paid = [say.paid, ...told.map(({ line }) => (line.amount ? rupiah(line.amount) : '-'))];
  const sentences = told.flatMap((one) => [...wrapped(why(one), 114).map((line, at) => (at === 0 ? `* ${line}` : `  ${line}`)), '']);
  return [table([say.sum, ...told.map(({ place }) => place)], [periods, ...rows, paid]), '', `${say.whyTitle}:`, '', ...sentences.slice(0, -1)];

  function why(one) {
    const { place, outcome, explanation, line } = one;
    if (line.status !== 'paid') return `${place}: ${otherLine(line)}`;
    const base = baseOf(one);
    const said = [
      one === highest ? say.highest(rupiah(line.amount)) : say.lowerBy(rupiah(line.amount), rupiah(highest.line.amount.minus(line.amount)), highest.place),
    ];
    said.push(say.from(`${base.title[lang]} ${value(base.value)}`, groundOf(one, base, lang)));
    const gap = amountOf(base).minus(amountOf(baseOf(highest)));
    if (one !== highest) said.push(gap.isZero() ? say.baseSame(highest.place) : say.baseBy(rupiah(gap.abs()), highest.place, gap.isPositive()));
    said.push(say.heard(heardOf(one), value(one.steps.get('conduct').value)));
    const rating = value(explanation.result.rating.value);
    said.push(restsOn(outcome, 'rating.predikat') ? say.ratingCounts(rating) : say.ratingIdle(rating));
    said.push(restsOn(outcome, PRODUCTIVITY) ? productivity(one, base) : notSplit(one, base));
    said.push(...cutOf(one, base), say.reached(shareOf(line.amount, base)), ...outcome.payments.filter((other) => other !== line).map(otherLine));
    return `${place}: ${said.join(' ')}`;
  }

  function productivity(one, base) {
    const part = one.steps.get(PRODUCTIVITY);
    const known = new Map([...one.explanation.parameters, ...one.explanation.data].map((entry) => [entry.ground.id, entry]));
    const from = one.outcome.trace.byKey
      .get(PRODUCTIVITY)
      .inputs.filter((key) => key !== base.key)
      .map((key) => one.steps.get(key) ?? known.get(key))
      .filter((entry) => entry)
      .map((entry) => `${entry.title[lang]} ${value(entry.value)}`);
    return say.partFrom(part.title[lang], value(part.value), shareOf(amountOf(part), base), from.join(', '));
  }

  function notSplit({ outcome, steps }, base) {
    const own = [...steps.values()].filter(
      (step) => step.value.unit === 'IDR' && outcome.trace.byKey.get(base.key).inputs.includes(step.key) && !amountOf(step).isZero(),
    );
    return `${say.notSplit} ${own.map((step) => `${step.title[lang]} ${value(step.value)}`).join(', ')}.`;
  }

  function shareOf(amount, base) {
    return value({ kind: 'number', exact: amount.dividedBy(amountOf(base)).times(100).toDecimalPlaces(1).toString(), unit: 'percent' });
  }

  function otherLine(line) {
    const title = short(line.title);
    if (line.status === 'paid') return say.also(title, rupiah(line.amount));
    if (line.status === 'undetermined') return say.missing(line.facts.join(', '));
    const reason = line.reasons.map((each) => startedSmall(each.title[lang])).join('; ');
    return line.status === 'held' ? say.held(title, reason) : say.notEntitled(title, reason);
  }

  function heardOf({ steps }) {
    const raters = steps.get('conduct').details.find((detail) => detail.kind === 'raters');
    return raters.sources
      .filter((source) => source.state === 'counted')
      .map((source) => `${source.title[lang].toLowerCase()} ${value(source.used)}`)
      .join(', ');
  }

  /** What attendance takes, by the part that it is taken from. */
  function cutOf({ outcome, steps }, base) {
    const cuts = steps.get('discipline.cuts');
    if (!cuts || amountOf(cuts).isZero()) return [];
    const split = restsOn(outcome, 'tpp.discipline') && outcome.terms['tpp.wholeCut']?.exact === '0';
    const part = split ? amountOf(base).times(outcome.trace.values.get('tpp.disciplineShare').valueOf()).dividedBy(100) : amountOf(base);
    const lost = part.times(amountOf(cuts)).dividedBy(100).toDecimalPlaces(0);
    return [say.cuts(value(cuts.value), split ? steps.get('tpp.discipline').title[lang].toLowerCase() : say.wholeAmount, rupiah(lost))];
  }
}

/** All steps told of a person, by key, and the line of TPP. */
function stepsOf({ outcome, explanation }) {
  const steps = [...explanation.score.steps, ...explanation.money.payments.flatMap((payment) => payment.steps)];
  return { steps: new Map(steps.map((step) => [step.key, step])), line: outcome.payments.find(({ id }) => id === 'tpp') };
}

/** Numbers and ratings that TPP rests on anywhere, in the order in which they are computed, without those that are the same everywhere. */
function rowsOf(told) {
  const order = new Set(['work.score', 'conduct', 'rating.predikat']);
  for (const { outcome, steps } of told) {
    for (const [key, { value }] of steps) if ((value.unit === 'IDR' || key === 'discipline.cuts') && restsOn(outcome, key)) order.add(key);
  }
  // What is paid has a row of its own, at the end.
  const paid = told.flatMap(({ outcome }) => outcome.trace.byKey.get(paymentKey(outcome)).inputs);
  return [...order].filter((key) => !paid.includes(key) && told.some(({ steps }) => steps.has(key) && steps.get(key).value.exact !== '0'));
}

const amountOf = (step) => {
  const [top, bottom = '1'] = step.value.exact.split('/');
  return new KinerjaDecimal(top).dividedBy(bottom);
};

const paymentKey = (outcome) => outcome.trace.steps.find((step) => step.kind === 'payment' && step.id === 'tpp').key;

/** Whether TPP rests on a step, by what was really read. */
const restsOn = (outcome, key) => reaches(outcome, paymentKey(outcome), key);

function reaches({ trace }, from, key, seen = new Set()) {
  if (from === key) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (trace.byKey.get(from)?.inputs ?? []).some((input) => reaches({ trace }, input, key, seen));
}

const baseOf = ({ steps }) => steps.get('tpp.base') ?? steps.get('tkd.gross');

/** What the base stands on: the fact that gives just this amount, such as a decree, and otherwise the instrument behind it. */
function groundOf({ outcome, explanation }, base, lang) {
  const decreed = explanation.data.find(
    (entry) => entry.value.exact === base.value.exact && entry.value.unit === 'IDR' && reaches(outcome, base.key, entry.ground.id),
  );
  if (decreed) return decreed.title[lang];
  const source = explanation.sources.find(({ id }) => base.ground.cite?.split('#')[0] === id);
  return source?.label[lang];
}

/** `Bukan PPPK` inside a sentence is `bukan PPPK`; what is written in capitals stays. */
const startedSmall = (text) => (/^[A-Z][a-z]/.test(text) ? text[0].toLowerCase() + text.slice(1) : text);
