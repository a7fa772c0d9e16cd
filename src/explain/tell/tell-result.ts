/**
 * The head of the page and the result at a glance.
 * In: an {@link Explanation}. Out: blocks: who, when, by which rules; figures; what fired.
 */
import type { EffectTold, EventTold, Explanation, PaymentTold } from '../explanation-shape.ts';
import { NO_BREAK, periodText } from '../../page/numbers.ts';
import { type Block, type Line, type Tone, joinLines, plain, toned, textOf } from '../../page/page.ts';
import type { Speech } from './speech.ts';

const STATUS_TONES = { complete: 'good', undetermined: 'warn', faulted: 'bad' } as const;

export function tellHead({ head }: Explanation, speech: Speech): readonly Block[] {
  const { word, title, date, language, fill } = speech;
  const { employee, assessed, paid, ruleset, status } = head;
  const law =
    ruleset.paidOn === undefined || ruleset.paidOn === ruleset.assessedOn
      ? fill('head.lawOne', { assessed: date(ruleset.assessedOn) })
      : fill('head.lawTwo', { assessed: date(ruleset.assessedOn), paid: date(ruleset.paidOn) });
  const pair = (label: string, line: Line | string | undefined): { label: string; line: Line }[] =>
    line === undefined ? [] : [{ label, line: typeof line === 'string' ? [plain(line)] : line }];
  return [
    {
      kind: 'pairs',
      pairs: [
        ...pair(word('head.employee'), [...(employee.name === undefined ? [] : [toned(employee.name, 'strong'), plain(', ')]), plain(employee.id)]),
        ...pair(word('head.post'), employee.post),
        ...pair(word('head.unit'), employee.unit),
        ...pair(word('head.assessed'), periodText(assessed, language)),
        ...(paid ? [...pair(word('head.paid'), periodText(paid, language)), ...pair(word('head.kind'), title(paid.kind))] : []),
        ...pair(word('head.ruleset'), fill('head.rulesetText', { title: title(ruleset.title), issuer: ruleset.issuer, version: ruleset.version })),
        ...pair(word('head.law'), law),
        ...pair(word('head.hash'), [toned(ruleset.hash, 'dim')]),
        ...pair(word('head.status'), [toned(word(`status.${status}`), STATUS_TONES[status])]),
      ],
    },
  ];
}

const PAYMENT_TONES: Readonly<Record<PaymentTold['status'], Tone>> = { paid: 'good', held: 'warn', notEntitled: 'bad', undetermined: 'warn', faulted: 'bad' };

export function tellResult({ result, head }: Explanation, speech: Speech): readonly Block[] {
  const { word, title, value, fill, ref } = speech;
  const explained = (to: string | undefined): Line => (to === undefined ? [] : fill('result.explained', { ref: [ref(to)] }));
  const payments = result.payments.map((payment) => ({
    label: title(payment.title),
    value: payment.amount ? value(payment.amount) : statusText(payment, speech),
    tone: PAYMENT_TONES[payment.status],
    line: joinLines(
      [payment.amount ? [plain(statusText(payment, speech))] : [], ...reasonLines(payment, speech), payment.status === 'paid' ? explained(payment.ref) : []],
      '; ',
    ),
  }));
  const rating = result.rating
    ? [{ label: title(result.rating.title), value: value(result.rating.value), line: explained(result.rating.ref), tone: 'strong' as const }]
    : [];
  const scores = result.scores.map((score) => ({ label: title(score.title), value: value(score.value), line: explained(score.ref), tone: 'strong' as const }));
  const happened = [...result.events.map((event) => eventLine(event, speech)), ...result.active.map((effect) => activeLine(effect, speech))];
  return [
    { kind: 'figures', figures: [...payments, ...rating, ...scores] },
    ...(payments.length === 0 && head.paid ? [{ kind: 'line', line: [plain(word('payment.none'))] } as const] : []),
    ...(happened.length > 0 ? [{ kind: 'list', items: happened } as const] : []),
  ];
}

export const statusText = (payment: PaymentTold, { fill }: Speech): string => textOf(fill(`payment.${payment.status}`, { until: payment.until ?? '' }));

/** Why a line is not simply paid. */
export function reasonLines(payment: PaymentTold, speech: Speech): readonly Line[] {
  const { fill, title, cite } = speech;
  const reasons = payment.reasons.map((reason): Line => [
    plain(title(reason.title)),
    ...(reason.cite === undefined ? [] : [plain(' ('), ...cite(reason.cite), plain(')')]),
  ]);
  return [
    ...(reasons.length > 0 ? [fill('payment.because', { reasons: joinLines(reasons, '; ') })] : []),
    ...(payment.facts.length > 0 ? [fill('payment.facts', { facts: payment.facts.map(title).join('; ') })] : []),
  ];
}

/** `Hukuman yang diusulkan: Teguran lisan (…)`. */
export function eventLine(event: EventTold, speech: Speech): Line {
  const { word, title, cite } = speech;
  const automatic = event.params.some(({ value }) => value.kind === 'word' && value.word === 'automatic');
  const label =
    event.event === 'sanction'
      ? event.known
        ? 'event.sanction.known'
        : automatic
          ? 'event.sanction.automatic'
          : 'event.sanction'
      : (`event.${event.event}` as const);
  const code = event.code && event.code.kind === 'word' ? `${speech.value(event.code)}; ${title(event.title)}` : title(event.title);
  const params = paramsText(event, speech);
  return [
    toned(`${word(label)}: `, 'strong'),
    plain(code),
    ...(params === '' ? [] : [plain(` (${params})`)]),
    ...(event.ground.cite === undefined ? [] : [plain(' · '), ...cite(event.ground.cite)]),
  ];
}

export function paramsText(event: EventTold, { word, value, fill }: Speech): string {
  const params = event.params.map((param) => `${word(param.word)}${NO_BREAK}${value(param.value)}`);
  const until = event.until === undefined ? [] : [textOf(fill('event.until', { until: event.until }))];
  return [...params, ...until].join(', ');
}

function activeLine(effect: EffectTold, speech: Speech): Line {
  const cut = effect.cut ? `; ${textOf(speech.fill('handedOn.cut', { cut: speech.value(effect.cut) }))}` : '';
  return [toned(`${speech.word('event.active')}: `, 'strong'), plain(`${speech.title(effect.title)}${cut}; ${effectSpan(effect, speech)}`)];
}

export function effectSpan(effect: EffectTold, { fill, date, word }: Speech): string {
  if (effect.starts === undefined) return word('value.unknown');
  const line =
    effect.ends === undefined
      ? fill('handedOn.from', { starts: date(effect.starts) })
      : fill('handedOn.fromTo', { starts: date(effect.starts), ends: date(effect.ends) });
  return textOf(line);
}
