/**
 * The declaration file of a module made ahead of time.
 * In: a {@link Ruleset}. Out: TypeScript text that imports nothing; ids of scores, payments, rules and members of the rating are literal types.
 */
import type { Ruleset } from '../../ruleset/resolve.ts';

export function moduleTypes({ plan }: Ruleset): string {
  const { scores, rating } = plan.outputs;
  const ratingStep = rating && plan.byKey.get(rating.key);
  const members = ratingStep && 'type' in ratingStep && ratingStep.type.kind === 'enum' ? ratingStep.type.members : [];
  const idsOf = (kind: 'payment' | 'rule' | 'carry'): readonly string[] => plan.steps.filter((step) => step.kind === kind).map((step) => step.id);
  return TYPES.replace('/* ids */', () =>
    [
      named(
        'ScoreName',
        'Scores of the outcome.',
        scores.map(({ name }) => name),
      ),
      named('Rating', 'Members of the rating.', rating && members.length === 0 ? undefined : members),
      named('PaymentId', 'Payments.', idsOf('payment')),
      named('RuleId', 'Rules.', idsOf('rule')),
      named('CarryId', 'What the period hands to the next.', idsOf('carry')),
    ].join('\n'),
  );
}

/** Without members any text. */
function named(name: string, about: string, members: readonly string[] | undefined): string {
  const union = members === undefined ? ' string' : members.length === 0 ? ' never' : members.map((member) => `\n  | ${JSON.stringify(member)}`).join('');
  return `/** ${about} */\nexport type ${name} =${union};`;
}

const TYPES = `/**
 * The types of a ruleset compiled by \`kinerja compile\`: do not edit, compile it again.
 * Numbers leave as decimal text, because JavaScript numbers would lose digits: "4250000", "66.5".
 */

/* ids */

/** \`2024\`, \`2024-S1\`, \`2024-Q2\`, \`2024-06\`, or first and last day. */
export type PeriodInput = string | { readonly from: string; readonly to: string };

/** An appraisal as plain JSON; \`kinerja schema appraisal\` prints all its fields. */
export interface Appraisal {
  readonly employee: { readonly id: string; readonly [field: string]: unknown };
  readonly assessed: PeriodInput;
  /** Left out where the ruleset was compiled without a paid period. */
  readonly paid?: { readonly period: PeriodInput; readonly kind: 'regular' | 'thr' | 'thirteenth' } | undefined;
  /** Facts of the ruleset's own, by id. */
  readonly facts?: { readonly [id: string]: unknown } | undefined;
  /** The carry of the outcome before. */
  readonly carry?: { readonly through: string; readonly values: { readonly [id: string]: string | number } } | undefined;
  readonly [section: string]: unknown;
}

/** complete: everything is known; undetermined: facts are to be supplied; faulted: a formula has no answer. */
export type OutcomeStatus = 'complete' | 'undetermined' | 'faulted';

export interface Title {
  readonly id: string;
  readonly en: string;
}

export interface Score {
  /** Decimal text; cut at 60 digits, half-even, when there is no finite decimal. */
  readonly value: string;
  /** The exact value: a decimal, or a ratio such as \`200/3\`. */
  readonly exact: string;
  readonly unit: string;
}

/** Why: the reason of a line, with the article and the rule behind it. */
export interface Reason {
  readonly title: Title;
  readonly cite?: string | undefined;
  readonly rule?: RuleId | undefined;
}

/** What a rule that fired says: its own parameters, as plain JSON. */
export interface RuleOutcome {
  readonly rule: RuleId;
  readonly code: string;
  readonly title?: Title | undefined;
  readonly cite?: string | undefined;
  readonly params: { readonly [name: string]: unknown };
}

/** An effect as an appraisal takes it: months as \`2024-07\`, numbers as text. */
export interface Effect {
  readonly key: string;
  readonly code: string;
  readonly kind: 'sanction' | 'hold' | 'block';
  readonly status: 'proposed' | 'imposed' | 'rejected' | 'ended';
  readonly [field: string]: string | undefined;
}

export interface SanctionProposal extends RuleOutcome {
  /** What tells this case from others. */
  readonly key: string;
  readonly imposed: 'byDecree' | 'automatic';
  readonly effect: Effect;
}

export interface BlockOutcome extends RuleOutcome {
  readonly until?: string | undefined;
}

/** One line of pay; never a bare 0. */
export interface PaymentLine {
  readonly id: PaymentId;
  readonly title: Title;
  readonly status: 'paid' | 'held' | 'notEntitled' | 'undetermined' | 'faulted';
  /** Rupiah as decimal text, cut at 60 digits when there is no finite decimal; null unless paid or held. */
  readonly amount: string | null;
  readonly reasons: readonly Reason[];
  /** Held: until when or what. */
  readonly until?: string | undefined;
  /** Undetermined: the facts to supply. */
  readonly facts?: readonly string[] | undefined;
}

/** The ruleset behind an outcome. */
export interface RulesetStamp {
  readonly id: string;
  readonly version: string;
  /** SHA-256 over all its documents. */
  readonly hash: string;
  /** The day for which the law of assessment was read. */
  readonly assessedOn: string;
  /** The day for which the law of payment was read. */
  readonly paidOn?: string | undefined;
}

/** What an appraisal comes to. Each field is worked out when it is read; JSON.stringify writes them all. Lists are in the order of the ruleset. */
export interface Outcome {
  readonly status: OutcomeStatus;
  readonly employee: string;
  readonly assessed: { readonly from: string; readonly to: string };
  readonly paid: { readonly from: string; readonly to: string; readonly kind: 'regular' | 'thr' | 'thirteenth' } | undefined;
  readonly scores: { readonly [Name in ScoreName]?: Score };
  /** Undefined when the ruleset has none or it is not known. */
  readonly rating: Rating | undefined;
  readonly awards: readonly RuleOutcome[];
  readonly sanctions: readonly SanctionProposal[];
  readonly development: readonly RuleOutcome[];
  readonly flags: readonly RuleOutcome[];
  readonly blocks: readonly BlockOutcome[];
  readonly payments: readonly PaymentLine[];
  /** All that must be kept. Give them back as \`effects\` of the next appraisal, to the library. */
  readonly effects: readonly Effect[];
  /** What the period hands to the next: exact texts by id. */
  readonly carry: { readonly through: string; readonly values: { readonly [Id in CarryId]?: string } };
  /** The facts to supply, when the status is undetermined. */
  readonly unknownFacts: readonly string[];
  /** A formula that has no answer: its code, and the node in which it showed. The library says it in words. */
  readonly faults: readonly { readonly code: string; readonly node: string }[];
  readonly ruleset: RulesetStamp;
  toJSON(): object;
}

/**
 * Thrown for an appraisal that is invalid, or holds what this module does not read: effects, periods of another law.
 * Appraise it with the library: its error names each wrong field, and it appraises what is only beyond this module.
 */
export declare class AppraisalDeclined extends Error {
  readonly name: 'AppraisalDeclined';
  readonly code: 'appraisal/declined';
  readonly ruleset: RulesetStamp;
  /** What to do: one sentence. */
  readonly mend: string;
}

/** What this module was compiled from; \`validity\`: the days on which the same law holds, without an end where none is known. */
export declare const ruleset: RulesetStamp & {
  readonly assessed: { readonly from: string; readonly to: string };
  readonly paid?: { readonly from: string; readonly to: string } | undefined;
  readonly validity: {
    readonly assessed: { readonly from: string; readonly to?: string | undefined };
    readonly paid?: { readonly from: string; readonly to?: string | undefined } | undefined;
  };
};

/**
 * What an appraisal comes to; the record itself is never changed.
 * @throws AppraisalDeclined
 * @example
 * evaluate({ employee: { id: '1' }, assessed: '2025-03', paid: { period: '2025-03', kind: 'regular' } }).payments
 */
export declare function evaluate(appraisal: Appraisal): Outcome;

/**
 * An evaluator that hands what this module does not take to \`otherwise\`, and gives its answer.
 * @example
 * const evaluate = createEvaluator({ otherwise: (appraisal) => appraise(library, appraisal) });
 */
export declare function createEvaluator(): (appraisal: Appraisal) => Outcome;
export declare function createEvaluator<Other>(options: { readonly otherwise: (appraisal: Appraisal) => Other }): (appraisal: Appraisal) => Outcome | Other;
`;
