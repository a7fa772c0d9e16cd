/**
 * The outcome of a compiled ruleset: the same fields as `appraise` gives, without terms, trace and standing.
 * In: the outputs of a back end, the head of the appraisal. Out: a {@link CompiledOutcome}; each field is written out when it is first read.
 */
import { type FiredEvent, plainText } from '../engine/events.ts';
import { type Proposal, proposeEffects } from '../engine/effects.ts';
import { type Judged, gateReason, isTrue, lineOf, noneOf, ruleReason } from '../engine/evaluate-payment.ts';
import { handOn } from '../engine/hand-on.ts';
import { effectJson, ruleOutcome, sanctionOf, untilOf } from '../engine/outcome.ts';
import type { EffectInput } from '../model/effect.ts';
import type {
  Advice,
  Award,
  BlockOutcome,
  CarryOutcome,
  Flag,
  Outcome,
  OutcomeStatus,
  PaymentLine,
  RuleOutcome,
  RulesetStamp,
  SanctionProposal,
  Score,
} from '../model/outcome.ts';
import type { ById, RulesetIds } from '../model/ruleset-ids.ts';
import { type Exact, isExact, toText } from '../values/exact.ts';
import { type Period, periodAround } from '../values/period.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { Fault, NONE, type Result, Unknown, worst } from '../values/result.ts';
import { CompiledSanction } from './compiled-sanction.ts';
import { CompiledScore, PRINTED } from './compiled-score.ts';
import type { Head } from './head.ts';
import type { Lowered } from './lowered.ts';
import { OUTCOME_FIELDS } from './outcome-fields.ts';
import { type Assembly, resultOf } from './outcome-assembly.ts';
import type { PaymentProgram, Program, RuleProgram } from './program.ts';
import { type RuleGroup, hasFired } from './rule-group.ts';

/** A fault by its code and the node in which it showed; `appraise` says it in words. */
export interface CompiledFault {
  readonly code: string;
  readonly node: string;
}

/** What {@link compile} gives: an outcome without terms, trace and standing. */
export type CompiledOutcome<Ids extends RulesetIds = RulesetIds> = Omit<Outcome<never, Ids>, 'terms' | 'trace' | 'standing' | 'faults'> & {
  readonly faults: readonly CompiledFault[];
};

const NOTHING: readonly never[] = Object.freeze([]);

/** Written out on demand; what was computed is kept and never changes. */
export class LazyOutcome {
  readonly #assembly: Assembly;
  readonly #stamp: RulesetStamp;
  readonly #head: Head;
  readonly #out: readonly Lowered[];
  #scores: ById<string, Score> | undefined;
  #firedEvents: readonly FiredEvent[] | undefined;
  #proposed: readonly Proposal[] | undefined;
  #lines: readonly PaymentLine[] | undefined;

  constructor(assembly: Assembly, stamp: RulesetStamp, head: Head, out: readonly Lowered[]) {
    this.#assembly = assembly;
    this.#stamp = stamp;
    this.#head = head;
    this.#out = out;
  }

  get status(): OutcomeStatus {
    let open = false;
    for (const output of this.#assembly.mayBeOpen) {
      const value = this.#out[output];
      if (typeof value !== 'object') continue;
      if (value instanceof Fault) return 'faulted';
      if (value instanceof Unknown) open = true;
    }
    const { payments, carries } = this.#assembly.program;
    for (let at = 0; at < payments.length; at++) {
      const payment = payments[at]!;
      if (!this.#isFor(payment) || this.#isPaid(payment, this.#assembly.hindrances[at]!)) continue;
      const { result } = this.#paymentResult(payment);
      if (result instanceof Fault) return 'faulted';
      if (result instanceof Unknown) open = true;
    }
    for (const carry of carries) {
      const result = this.#handedOn(carry);
      if (result instanceof Fault) return 'faulted';
      if (result instanceof Unknown) open = true;
    }
    return open ? 'undetermined' : 'complete';
  }

  get employee(): string {
    return this.#head.employee;
  }

  get assessed(): Outcome['assessed'] {
    return { from: this.#head.from, to: this.#head.to };
  }

  get paid(): Outcome['paid'] {
    const { paidFrom, paidTo, kind } = this.#head;
    return kind && { from: paidFrom, to: paidTo, kind };
  }

  get scores(): ById<string, Score> {
    return (this.#scores ??= this.#scoresRead());
  }

  get rating(): string | undefined {
    const { rating } = this.#assembly.program;
    const value = rating === undefined ? undefined : this.#out[rating];
    return typeof value === 'string' ? value : undefined;
  }

  get awards(): readonly Award[] {
    return this.#saidBy(this.#assembly.awards);
  }

  get development(): readonly Advice[] {
    return this.#saidBy(this.#assembly.development);
  }

  get flags(): readonly Flag[] {
    return this.#saidBy(this.#assembly.flags);
  }

  get sanctions(): readonly SanctionProposal[] {
    const only = this.#onlyEffect();
    if (only === undefined) return NOTHING;
    if (only !== 'several') return only.step.event.kind === 'sanction' ? [new CompiledSanction(only.step, () => sanctionOf(this.#proposals()[0]!))] : NOTHING;
    return this.#proposals()
      .filter(({ effect, known }) => effect.kind === 'sanction' && !known)
      .map(sanctionOf);
  }

  get blocks(): readonly BlockOutcome[] {
    return this.#proposals()
      .filter(({ effect, known }) => effect.kind === 'block' && !known)
      .map(({ event }) => ({ ...ruleOutcome(event), ...untilOf(event) }));
  }

  get payments(): readonly PaymentLine[] {
    return this.#paymentLines();
  }

  get effects(): readonly EffectInput[] {
    const fresh = this.#proposals().filter(({ known }) => !known);
    return [...this.#head.effects, ...fresh.map(({ effect }) => effect)].map(effectJson);
  }

  get carry(): CarryOutcome {
    const values = this.#assembly.program.carries.flatMap((carry) => {
      const result = this.#handedOn(carry);
      return isExact(result) ? [[carry.step.id, toText(result)] as const] : [];
    });
    return { through: this.#head.to, values: Object.fromEntries(values) };
  }

  get unknownFacts(): readonly string[] {
    return [...new Set(this.#rootResults().flatMap((result) => (result instanceof Unknown ? result.facts : [])))].sort();
  }

  get faults(): readonly CompiledFault[] {
    const { roots } = this.#assembly.program;
    return this.#rootResults().flatMap((result, at) => (result instanceof Fault ? [{ code: result.code, node: roots[at]!.id }] : []));
  }

  get ruleset(): RulesetStamp {
    return this.#stamp;
  }

  toJSON(): object {
    return Object.fromEntries(OUTCOME_FIELDS.map((field) => [field, this[field]] as const).filter(([, value]) => value !== undefined));
  }

  [PRINTED](): object {
    return this.toJSON();
  }

  #result(output: number): Result {
    return resultOf(this.#assembly.program, this.#out, output);
  }

  #scoresRead(): ById<string, Score> {
    const { scores, scoresOf } = this.#assembly;
    for (const { output } of scores) {
      const value = this.#out[output];
      if (typeof value !== 'number' && !isExact(value as Result)) return this.#someScores();
    }
    return scoresOf(this.#out);
  }

  /** Those that have a value. */
  #someScores(): ById<string, Score> {
    const known = this.#assembly.scores.flatMap(({ name, output, places, unit }): readonly (readonly [string, Score])[] => {
      const value = this.#out[output]!;
      return typeof value === 'number' || isExact(value as Result) ? [[name, new CompiledScore(value as number | Exact, places, unit)]] : [];
    });
    return Object.freeze(Object.fromEntries(known));
  }

  #handedOn({ step, value }: Program['carries'][number]): Result {
    return handOn(step.id, this.#result(value));
  }

  /** In the order of the program's roots; undefined for a payment that is not of this kind. */
  #rootResults(): readonly (Result | undefined)[] {
    const { program } = this.#assembly;
    return program.roots.map((root) => {
      switch (root.kind) {
        case 'rule':
          return this.#out[program.rules[root.at]!.settled] as Result;
        case 'payment':
          return this.#isFor(program.payments[root.at]!) ? this.#paymentResult(program.payments[root.at]!).result : undefined;
        case 'carry':
          return this.#handedOn(program.carries[root.at]!);
        case 'value': {
          const value = this.#out[root.output]!;
          return value instanceof Fault || value instanceof Unknown ? value : NONE;
        }
      }
    });
  }

  #fired(): readonly FiredEvent[] {
    this.#firedEvents ??= this.#assembly.program.rules.filter((rule) => hasFired(rule, this.#out)).map((rule) => this.#event(rule));
    return this.#firedEvents;
  }

  #event({ step, values, key }: RuleProgram): FiredEvent {
    const given = new Map(values.map(([name, output]) => [name, this.#result(output)]));
    return {
      rule: step,
      kind: step.event.kind,
      code: plainText(given.get('code')) ?? step.id,
      values: given,
      ...(key && { key: key.map((part) => plainText(this.#result(part)) ?? 'none').join('/') }),
    };
  }

  #saidBy(rules: RuleGroup): readonly RuleOutcome[] {
    const out = this.#out;
    return rules.known(out) ?? Object.freeze(rules.fired(out).map(({ always, program }) => always ?? ruleOutcome(this.#event(program))));
  }

  /** The one rule that proposes an effect: where no other effect is there, no case can be known already. */
  #onlyEffect(): RuleProgram | 'several' | undefined {
    let only: RuleProgram | undefined;
    for (const rule of this.#assembly.effects) {
      if (!hasFired(rule, this.#out)) continue;
      if (only || this.#head.effects.length > 0) return 'several';
      only = rule.program;
    }
    return only;
  }

  #proposals(): readonly Proposal[] {
    if (this.#proposed) return this.#proposed;
    const fired: FiredEvent[] = [];
    for (const rule of this.#assembly.effects) if (hasFired(rule, this.#out)) fired.push(this.#event(rule.program));
    this.#proposed = fired.length === 0 ? NOTHING : proposeEffects(fired, this.#head.effects, this.#period());
    return this.#proposed;
  }

  /** The paid period; without one, the month in which the assessed period ends. */
  #period(): Period {
    const { kind, paidFrom, paidTo, to } = this.#head;
    const day = (text: string): CalendarDate => CalendarDate.parse(text)!;
    return kind ? { from: day(paidFrom), to: day(paidTo) } : periodAround(day(to), 'month');
  }

  #isFor({ step }: PaymentProgram): boolean {
    return this.#head.kind !== undefined && step.for.includes(this.#head.kind);
  }

  /** Whether nothing stands in the way of an amount that is known. */
  #isPaid({ amount }: PaymentProgram, hindrances: readonly number[]): boolean {
    for (const output of hindrances) if (this.#out[output] !== false) return false;
    return typeof this.#out[amount] === 'number';
  }

  #paymentLines(): readonly PaymentLine[] {
    this.#lines ??= this.#assembly.program.payments.filter((payment) => this.#isFor(payment)).map((payment) => this.#payment(payment));
    return this.#lines;
  }

  #payment(payment: PaymentProgram): PaymentLine {
    const { result, closed, held, fired } = this.#paymentResult(payment);
    return lineOf(
      payment.step,
      result,
      [...closed.map(gateReason), ...fired.filter((event) => event.kind === 'exclude').map(ruleReason)],
      held,
      fired.filter((event) => event.kind === 'hold'),
    );
  }

  #paymentResult({ step, amount, notEntitled, held, rules }: PaymentProgram): {
    readonly result: Result;
    readonly closed: readonly Judged[];
    readonly held: readonly Judged[];
    readonly fired: readonly FiredEvent[];
  } {
    const { program } = this.#assembly;
    const judged = (gates: typeof step.held, outputs: readonly number[]): readonly Judged[] =>
      gates.map((gate, at) => ({ gate, verdict: this.#result(outputs[at]!) }));
    const [shut, holding] = [judged(step.notEntitled, notEntitled), judged(step.held, held)];
    const open = (kind: 'hold' | 'exclude'): Result[] =>
      rules.flatMap((each) => {
        const settled = each.kind === kind ? this.#out[program.rules[each.rule]!.settled] : undefined;
        return settled instanceof Fault || settled instanceof Unknown ? [settled] : [];
      });
    const fired = rules.some(({ rule }) => hasFired(program.rules[rule]!, this.#out))
      ? this.#fired().filter((event) => event.rule.event.payment === step.id)
      : [];
    const closed = shut.filter(isTrue);
    const sum = this.#result(amount);
    const needed = [...shut.map(({ verdict }) => verdict), ...open('exclude'), sum, ...holding.map(({ verdict }) => verdict), ...open('hold')];
    const isClosed = closed.length > 0 || fired.some((event) => event.kind === 'exclude');
    return { result: isClosed ? NONE : (worst(needed) ?? noneOf([...shut, ...holding]) ?? sum), closed, held: holding.filter(isTrue), fired };
  }
}
