/**
 * What fired rules bring, with their parameters by type: awards, sanctions, advice, flags, holds, exclusions, blocks.
 * In: an outcome and its ruleset. Out: {@link EventTold}s, and the {@link EffectTold}s on record.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import { EFFECT_KIND, EFFECT_STATUS, type EffectInput } from '../model/effect.ts';
import { type Title, title } from '../model/title.ts';
import { EVENT_PARAMETERS } from '../ruleset/event.ts';
import type { RuleStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { isExact } from '../values/exact.ts';
import { isList, isNone, isRecord, toJson } from '../values/result.ts';
import type { Derivation } from './derivation.ts';
import type { EffectTold, EventTold } from './explanation-shape.ts';
import { groundOf } from './ground.ts';
import { rulesOf } from './rules-told.ts';
import { NUMBER, valueOf } from './value.ts';
import { EN } from './words/en.ts';
import type { WordKey } from './words/words.ts';

export function tellEvents(ruleset: Ruleset, outcome: AppraisalOutcome, derivation: Derivation): readonly EventTold[] {
  return rulesOf(ruleset, outcome.trace)
    .filter(({ step }) => step.result === true)
    .map(({ plan }) => tellEvent(plan, outcome, derivation));
}

function tellEvent(plan: RuleStep, outcome: AppraisalOutcome, { names, telling }: Derivation): EventTold {
  const { event } = plan;
  const order = Object.keys(EVENT_PARAMETERS[event.kind]);
  const written = [...event.values].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const values = written.map(([name, tree]) => ({ name, type: tree.type, result: telling.environment.evaluate(tree) }));
  const code = values.find(({ name }) => name === 'code');
  const params = values
    .filter(({ name, result }) => name !== 'code' && !isNone(result))
    .map(({ name, type, result }) => ({
      word: paramWord(name),
      // Months and cuts are often written as plain numbers; the parameter itself says the unit.
      value:
        isExact(result) && type.kind === 'number' && type.unit.text === 'ratio'
          ? { ...NUMBER(String(toJson(result)), UNITS.get(name) ?? 'ratio') }
          : valueOf(result, type, names),
    }));
  const until = event.words.get('until');
  const proposed = outcome.sanctions.some((sanction) => sanction.rule === plan.id);
  const automatic = event.words.get('imposed') === 'automatic';
  const starts = event.kind === 'sanction' ? event.words.get('starts') : undefined;
  return {
    rule: plan.id,
    event: event.kind,
    title: plan.origin.title,
    ...(code && { code: valueOf(code.result, code.type, names) }),
    params: [
      ...params,
      ...(event.kind === 'sanction'
        ? [
            {
              word: 'param.imposed' as const,
              value: { kind: 'word' as const, word: automatic ? 'automatic' : 'byDecree', title: automatic ? AUTOMATIC : BY_DECREE },
            },
          ]
        : []),
      ...(starts !== undefined
        ? [{ word: 'param.starts' as const, value: { kind: 'word' as const, word: starts, title: starts === 'thisPayment' ? THIS_PAYMENT : NEXT_PAYMENT } }]
        : []),
    ],
    known: event.kind === 'sanction' && !proposed,
    ...(until !== undefined && { until }),
    ground: groundOf(plan.id, plan.origin),
  };
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['months', 'month'],
  ['cut', 'percent'],
  ['amount', 'IDR'],
]);
const BY_DECREE = title('dengan surat keputusan', 'by decree');
const AUTOMATIC = title('dengan sendirinya', 'by itself');
const THIS_PAYMENT = title('pembayaran ini', 'this payment');
const NEXT_PAYMENT = title('pembayaran berikutnya', 'the next payment');

const paramWord = (name: string): WordKey => (Object.hasOwn(EN, `param.${name}`) ? (`param.${name}` as WordKey) : 'param.other');

/** Effects on record, by the titles of their codes. */
export function tellEffects(effects: readonly EffectInput[], ruleset: Ruleset, { names }: Derivation): readonly EffectTold[] {
  return effects.map((effect) => ({
    title: codeTitle(effect, ruleset, names),
    status: EFFECT_STATUS.titles.get(effect.status) ?? title(effect.status, effect.status),
    kind: EFFECT_KIND.titles.get(effect.kind) ?? title(effect.kind, effect.kind),
    ...(effect.cut !== undefined && { cut: NUMBER(String(effect.cut), 'percent') }),
    ...(effect.starts !== undefined && { starts: String(effect.starts) }),
    ...(effect.ends !== undefined && { ends: String(effect.ends) }),
    key: effect.key,
  }));
}

function codeTitle(effect: EffectInput, ruleset: Ruleset, names: Derivation['names']): Title {
  const rule = effect.rule === undefined ? undefined : ruleset.plan.byKey.get(`rule ${effect.rule}`);
  const type = rule?.kind === 'rule' ? rule.event.values.get('code')?.type : undefined;
  if (type?.kind === 'enum') return names.word(type, effect.code);
  for (const { members } of ruleset.typeTitles.values()) {
    const found = members.get(effect.code);
    if (found) return found;
  }
  return title(effect.code, effect.code);
}

/** The keys of the effects that pay reads as being in force. */
export function activeKeys(outcome: AppraisalOutcome): ReadonlySet<string> {
  const active = outcome.trace.values.get('effects.active');
  const keys = active !== undefined && isList(active) ? active.map((effect) => (isRecord(effect) ? effect.get('key') : undefined)) : [];
  return new Set(keys.filter((key) => typeof key === 'string'));
}
