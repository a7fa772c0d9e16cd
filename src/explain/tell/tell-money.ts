/**
 * Facts, values of the rules, and each payment with its steps.
 * In: an {@link Explanation}. Out: blocks of a page.
 */
import type { Entry, GateTold, PaymentTold } from '../explanation-shape.ts';
import { type Block, type Line, joinLines, plain, toned } from '../../page/page.ts';
import type { Speech } from './speech.ts';
import { reasonLines, statusText } from './tell-result.ts';
import { tellSteps } from './tell-steps.ts';

/** A table of facts: number, name, value, where it comes from. */
export function tellData(entries: readonly Entry[], { word, title, value, cite }: Speech): Block {
  return {
    kind: 'table',
    head: [word('column.number'), word('column.title'), word('column.value'), word('column.source')],
    rows: entries.map((entry) => ({
      anchor: entry.number,
      cells: [
        [toned(entry.number, 'dim')],
        [plain(title(entry.title))],
        [plain(value(entry.value))],
        joinLines(
          [
            entry.source ? [plain(word(`source.${entry.source}`))] : [],
            entry.source === 'default' ? joinLines([cite(entry.ground.cite), [toned(word(`standing.${entry.ground.standing}`), 'dim')]], ' · ') : [],
          ],
          '; ',
        ),
      ],
    })),
    right: [],
  };
}

/** A table of the values that the rules set, with their basis. */
export function tellParameters(entries: readonly Entry[], { word, title, value, ground }: Speech): Block {
  return {
    kind: 'table',
    head: [word('column.number'), word('column.title'), word('column.value'), word('column.ground')],
    rows: entries.map((entry) => ({
      anchor: entry.number,
      cells: [[toned(entry.number, 'dim')], [plain(title(entry.title))], [plain(value(entry.value))], ground(entry.ground)],
    })),
    right: [],
  };
}

/** A payment: how its amount arises, then whether there is a title to it. */
export function tellPayment(payment: PaymentTold, speech: Speech): readonly Block[] {
  const { word, title, value, fill, ref } = speech;
  const status: Line = [
    toned(statusText(payment, speech), payment.status === 'paid' ? 'good' : 'warn'),
    ...reasonLines(payment, speech).flatMap((line) => [plain('; '), ...line]),
  ];
  const amount: Line = payment.amount ? [toned(value(payment.amount), 'strong'), plain(', '), ...status] : status;
  return [
    { kind: 'heading', text: title(payment.title) },
    ...(payment.steps.length > 0 ? tellSteps(payment.steps, speech) : [{ kind: 'line', line: [plain(word('payment.known'))] } as const]),
    {
      kind: 'pairs',
      pairs: [
        {
          label: title(payment.title),
          line: payment.ref === undefined ? amount : [...amount, plain('. '), ...fill('payment.from', { ref: [ref(payment.ref)] })],
        },
        { label: word('step.ground'), line: speech.ground(payment.ground) },
      ],
    },
    ...gateBlocks(payment.gates, speech),
    ...tellSteps(payment.gateSteps, speech),
  ];
}

/** Reasons of one article stand together before it. */
function byArticle(gates: readonly GateTold[], { title, cite }: Speech): Line {
  const articles = [...new Set(gates.map((gate) => gate.cite))];
  return joinLines(
    articles.map((article): Line => {
      const reasons = gates
        .filter((gate) => gate.cite === article)
        .map((gate) => title(gate.reason))
        .join('; ');
      return article === undefined ? [plain(reasons)] : [plain(`${reasons} (`), ...cite(article), plain(')')];
    }),
    '; ',
  );
}

/** The reasons that would take or hold the money: in one sentence where none applies. */
function gateBlocks(gates: readonly GateTold[], speech: Speech): readonly Block[] {
  const { word, title, fill, cite, value } = speech;
  if (gates.length === 0) return [];
  const told = (gate: GateTold): Line => [plain(title(gate.reason)), ...(gate.cite === undefined ? [] : [plain(' ('), ...cite(gate.cite), plain(')')])];
  const clear = gates.filter(({ verdict }) => verdict.kind === 'truth' && !verdict.truth);
  const others = gates.filter((gate) => !clear.includes(gate));
  const verdict = (gate: GateTold): string => (gate.verdict.kind === 'truth' ? word('payment.gate.applies') : value(gate.verdict));
  return [
    { kind: 'heading', text: word('payment.gates') },
    ...(others.length > 0
      ? [
          {
            kind: 'list',
            items: others.map((gate): Line => [
              toned(`${word(gate.kind === 'hold' ? 'payment.gate.hold' : 'payment.gate.entitled')}: `, 'strong'),
              ...told(gate),
              plain(` – ${verdict(gate)}`),
            ]),
          } as const,
        ]
      : []),
    ...(clear.length > 0 ? [{ kind: 'line', line: fill('payment.gate.allClear', { reasons: byArticle(clear, speech) }) } as const] : []),
  ];
}
