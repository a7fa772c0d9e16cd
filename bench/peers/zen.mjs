/**
 * The task with zen-engine: one decision graph, an expression node for the terms and a decision table that collects the rules that fire.
 * zen-engine computes with decimals of 28 digits, and no setting gives more. So it is not exact by construction: sums of achievements such as 2/3 + 1/3
 * lose the 28th digit. Divisions come last, and a copy rounded to 18 decimals (scores) or 12 (rupiah) is compared and printed, which gives the right answer
 * unless a ratio lies closer to a threshold than that. The check says how often it was wrong; no proof says never.
 * About half of its time goes into handing the record over; handing over only the fields that the graph reads made no clear difference.
 * In: a record. Out: a promise of a result with numbers.
 */
import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { answerOf, consumed, floatText } from './answer.mjs';
import { ABSENCE_LADDER, BASE_PAY, MINUTE_BANDS, RATINGS, SOURCE_INDEX, SOURCE_WEIGHTS, STATUS_PERCENT, TAX_BANDS } from './tables.mjs';

const SOURCES = Object.keys(SOURCE_INDEX);

/** A chain of conditions, highest first. @type {(value: string, bands: readonly (readonly [number, string | number])[]) => string} */
const bands = (value, rows) => {
  const [lowest, ...higher] = rows;
  return higher.reduce((rest, [from, gives]) => `(${value} >= ${from} ? ${gives} : ${rest})`, String(lowest?.[1]));
};
/** Nested so that a low band is asked last: `reduce` above puts the highest outermost. @type {(value: string, rows: readonly (readonly number[])[], per: number) => string} */
const percentBands = (value, rows, per) =>
  bands(
    value,
    rows.map(([from, gives]) => /** @type {const} */ ([/** @type {number} */ (from), /** @type {number} */ (gives) / per])),
  );

const minutesCut = (/** @type {string} */ field) => percentBands(`attendance.counts.${field}`, MINUTE_BANDS, 100);
const counted = SOURCES.map((source) => `max([1, $.n.${source}])`).join(' * ');

/** @type {readonly (readonly [string, string])[]} */
const TERMS = [
  ...SOURCES.flatMap((source) => [
    /** @type {const} */ ([`n.${source}`, `count(ratings.items, #.source == "${source}")`]),
    /** @type {const} */ ([`s.${source}`, `sum(map(filter(ratings.items, #.source == "${source}"), #.score))`]),
  ]),
  ['raters', counted],
  ['weights', SOURCES.map((source, at) => `($.n.${source} > 0 ? ${SOURCE_WEIGHTS[at]} : 0)`).join(' + ')],
  [
    'conductRaw',
    `(${SOURCES.map((source, at) => `${SOURCE_WEIGHTS[at]} * $.s.${source} * ($.raters / max([1, $.n.${source}]))`).join(' + ')}) / ($.raters * $.weights)`,
  ],
  [
    'workRaw',
    'sum(map(indicators, max([0, min([120, (#.polarity == "higher" ? #.realisation : 2 * #.target - #.realisation) * 100 / #.target])]) * #.weight)) / sum(map(indicators, #.weight))',
  ],
  ['cuts', `min([100, ${minutesCut('lateMinutes')} + ${minutesCut('earlyMinutes')} + attendance.counts.absent * 3])`],
  ['behaviourRaw', '$.conductRaw * 0.75 + (100 - $.cuts) * 0.25'],
  ['performanceRaw', '$.workRaw * 0.6 + $.behaviourRaw * 0.4'],
  ...['conduct', 'work', 'behaviour', 'performance'].map((name) => /** @type {const} */ ([`healed.${name}`, `round($.${name}Raw, 18)`])),
  ['healed.final', 'min([120, $.healed.performance + facts["innovation.points"]])'],
  [
    'grade',
    bands(
      '$.healed.final',
      RATINGS.map(({ least }, grade) => [least, grade]),
    ),
  ],
  ['rating', `[${RATINGS.map(({ rating }) => `"${rating}"`).join(', ')}][$.grade]`],
  ['base', `[${BASE_PAY.join(', ')}][employee.class - 1] * facts["region.index"]`],
  ['percent', `30 + 70 * min([100, $.performanceRaw]) / 100 * [${RATINGS.map(({ tenths }) => tenths / 1000).join(', ')}][$.grade]`],
  ['grossRaw', '$.base * $.percent / 100'],
  ['status', Object.entries(STATUS_PERCENT).reduce((rest, [status, percent]) => `(employee.status == "${status}" ? ${percent} : ${rest})`, '0')],
  ['paid', 'round(round($.grossRaw * (100 - $.cuts) * $.status / 10000, 12), 2)'],
  ['tax', `round($.paid * ${percentBands('$.paid', TAX_BANDS, 10000)}, 2)`],
  ['net', 'round($.paid - $.tax)'],
  ...['conduct', 'work', 'behaviour', 'performance', 'final'].map((name) => /** @type {const} */ ([`printed.${name}`, `round($.healed.${name}, 2)`])),
  ['gross', 'round(round($.grossRaw, 12), 2)'],
  ['bonus', 'round($.base * 0.125)'],
  ['weak', 'count(indicators, #.polarity == "higher" and #.realisation < #.target * 0.5)'],
  ['onTarget', 'all(indicators, #.realisation == #.target)'],
  [
    'step',
    bands(
      'attendance.counts.absent',
      ABSENCE_LADDER.map(({ days }, step) => [days, step]),
    ),
  ],
  ['year', 'number(split(assessed, "-")[0])'],
  ['month', 'number(split(assessed, "-")[1])'],
];

const ladder = (/** @type {'code' | 'cut' | 'months'} */ field) => `${JSON.stringify(ABSENCE_LADDER.map((row) => row[field]))}[step]`;
const TRAINING = '{ code: "teknis", aspect: "hasilKerja", training: "Pelatihan teknis" }';

/** Condition and what is said, in the ruleset's order. @type {readonly (readonly [string, string, string, string?])[]} */
const RULES = [
  [
    'step > 0',
    'sanction.absence',
    `{ code: ${ladder('code')}, cut: ${ladder('cut')}, months: ${ladder('months')} }`,
    `${ladder('code')} + "/" + string(year) + "/" + string(month)`,
  ],
  ['healed.final < 60', 'sanction.performance', '{ code: "pembinaan", cut: 10, months: 3 }', '"kinerja/" + string(year)'],
  ['grade == 4', 'award.bonus', '{ code: "bonus", form: "Bonus", amount: bonus }'],
  ['grade >= 3 and cuts == 0', 'award.publication', '{ code: "publikasi", publish: true }'],
  [
    'attendance.counts.lateMinutes == 0 and attendance.counts.earlyMinutes == 0 and attendance.counts.absent == 0 and healed.conduct >= 80',
    'award.attendance',
    '{ code: "kehadiran", form: "Piagam" }',
  ],
  ['facts["innovation.points"] >= 2 and healed.work >= 100', 'award.innovation', '{ code: "inovasi", form: "Penghargaan" }'],
  ['healed.conduct < 75', 'development.conduct', '{ code: "perilaku", aspect: "perilaku", training: "Pelatihan pelayanan" }'],
  ['healed.work < 80 or weak > 0', 'development.work', TRAINING],
  [
    'n.self > 0 and n.supervisor > 0 and s.self * n.supervisor - s.supervisor * n.self >= 15 * n.self * n.supervisor',
    'development.insight',
    '{ code: "pendampingan", aspect: "penilaianDiri", training: "Pendampingan" }',
  ],
  ['n.public > 0 and s.public < 60 * n.public', 'flag.public', '{ code: "masyarakat", aspect: "pelayanan" }'],
  ['onTarget', 'flag.onTarget', '{ code: "tepatTarget", aspect: "hasilKerja" }'],
  ['len(ratings.items) < 3', 'flag.raters', '{ code: "penilaiKurang", aspect: "penilaian" }'],
];

/** The graph as its editor would save it. */
const GRAPH = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', name: 'record', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      id: 'terms',
      name: 'terms',
      type: 'expressionNode',
      position: { x: 200, y: 0 },
      content: { passThrough: true, expressions: TERMS.map(([key, value], index) => ({ id: `t${index}`, key, value })) },
    },
    {
      id: 'rules',
      name: 'rules',
      type: 'decisionTableNode',
      position: { x: 400, y: 0 },
      content: {
        hitPolicy: 'collect',
        passThrough: true,
        outputPath: 'fired',
        inputs: [{ id: 'when', name: 'when' }],
        outputs: [
          { id: 'rule', name: 'rule', field: 'rule' },
          { id: 'params', name: 'params', field: 'params' },
          { id: 'key', name: 'key', field: 'key' },
        ],
        rules: RULES.map(([when, rule, params, key], index) => ({ _id: `r${index}`, when, rule: `"${rule}"`, params, key: key ?? '' })),
      },
    },
    {
      id: 'answer',
      name: 'answer',
      type: 'expressionNode',
      position: { x: 600, y: 0 },
      content: {
        passThrough: false,
        expressions: ['rating', 'printed', 'gross', 'paid', 'tax', 'net', 'fired'].map((key) => ({ id: key, key, value: key })),
      },
    },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'terms', type: 'edge' },
    { id: 'b', sourceId: 'terms', targetId: 'rules', type: 'edge' },
    { id: 'c', sourceId: 'rules', targetId: 'answer', type: 'edge' },
  ],
};

/** @returns {import('../data/record.d.mts').Way<any>} */
export function create() {
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(GRAPH));
  return {
    run: async (record) => {
      const { result } = /** @type {any} */ (await decision.evaluate(record));
      const lists = {
        sanctions: /** @type {any[]} */ ([]),
        awards: /** @type {any[]} */ ([]),
        development: /** @type {any[]} */ ([]),
        flags: /** @type {any[]} */ ([]),
      };
      for (const fired of result.fired) {
        if (fired.rule.startsWith('award')) lists.awards.push(fired);
        else if (fired.rule.startsWith('sanction')) lists.sanctions.push(fired);
        else if (fired.rule.startsWith('development')) lists.development.push(fired);
        else lists.flags.push(fired);
      }
      return { status: 'complete', ...result.printed, ...result, ...lists };
    },
    consume: (result) => consumed(result, result.net),
    answer: (result) => answerOf(result, floatText),
  };
}
