/**
 * The written form of a ruleset: one zod schema for each kind of node, split into what a node says once and what each version says.
 * In: nothing. Out: schemas (also the source of the editor's JSON Schemas) and the types inferred from them.
 * Conditions, formulas and cells are only shaped here; their meaning is read by the plan.
 */
import * as z from 'zod';
import { ROUNDING_MODES } from '../values/rounding.ts';
import { PERIOD_LENGTHS } from '../values/period.ts';
import { HIT_POLICIES } from '../table/table.ts';
import { STAGES } from './stage.ts';
import { EVENT_FIELDS, EVENT_KINDS } from './event.ts';

const number = z.union([z.string(), z.number()]).describe('A number as decimal text, at most 15 digits before the point and 12 behind it.');
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const date = z.string().describe('A day, YYYY-MM-DD.');
const formula = z.string().max(4_000).describe('A formula of the language (a strict part of FEEL).');
const id = z.string().describe('A dotted id.');
export const titleSchema = z
  .strictObject({ id: z.string().describe('Judul dalam bahasa Indonesia.'), en: z.string().describe('Title in English.') })
  .describe('What a reader sees, in Indonesian and in English.');
const cite = z.string().describe('Where the law says so: source#pinpoint, such as pp-94-2021#art-10(2)f.');
const remark = z.union([z.string(), titleSchema]);
/** A remark for readers: a text in the ruleset's working language, or in Indonesian and in English. */
export type Remark = z.output<typeof remark>;
export const STANDINGS = ['confirmed', 'reported', 'derived', 'placeholder'] as const;
export type Standing = (typeof STANDINGS)[number];
const standing = z.enum(STANDINGS).describe("How sure the value is: read in the instrument, told by others, worked out, or the library's own default.");

const typeExpression: z.ZodType = z.lazy(() =>
  z.union([
    z.string(),
    z.strictObject({ unit: z.string().optional(), type: z.string().optional(), min: number.optional(), max: number.optional(), step: number.optional() }),
    z.strictObject({ list: typeExpression, maxItems: number.optional(), each: z.string().optional(), key: z.string().optional() }),
  ]),
);

const within = z.strictObject({
  min: number.optional().describe('The least value that a region may set.'),
  max: number.optional().describe('The greatest value that a region may set.'),
  members: z.array(scalar).optional().describe('The values that a region may choose from.'),
});
const delegate = z
  .strictObject({
    to: z.literal('region').describe('Who may vary this version.'),
    within: z
      .union([within, z.record(z.string(), within)])
      .optional()
      .describe('The band of a parameter; for a table, a band for each output column.'),
    cite,
  })
  .describe('Allows a region to add its own versions.');

/** What every version says beside its content. */
const versionFields = {
  from: date.describe('The first day on which this version is in force.'),
  to: date.optional().describe('The last day, when the law names one.'),
  cite: cite.optional(),
  standing,
  note: remark.optional().describe('For a placeholder: what is missing; a text, or { id, en }.'),
  working: remark.optional().describe('For a derived value: how it was worked out; a text, or { id, en }.'),
  checked: date.optional().describe('When a person last saw that it still holds.'),
  delegate: delegate.optional(),
  literals: z.record(z.string(), z.string()).optional().describe('The reason of each literal number in the formulas: { "12": months of a year }.'),
};

/** What every node says once. */
const nodeFields = { title: titleSchema.optional(), description: z.string().optional() };
const typed = {
  unit: z.string().optional().describe('The unit of a number.'),
  type: typeExpression.optional().describe('The type, when it is no plain number.'),
};
const round = z
  .strictObject({
    to: number.describe('The step.'),
    mode: z.enum(ROUNDING_MODES),
    cite: cite.optional(),
    standing: standing.optional(),
    note: remark.optional(),
    working: remark.optional(),
  })
  .describe('The only place where a digit may be lost.');

const flatRecord = z.record(z.string(), scalar);
const quotedResult = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([scalar, flatRecord])), flatRecord]);

/** The parts of a node kind: what stands on the node, what in each version. */
export interface NodeSchema {
  readonly node: z.ZodObject;
  readonly version: z.ZodObject;
}

const parameter = {
  node: z.strictObject({
    ...nodeFields,
    ...typed,
    withinPeriod: z.enum(['start', 'end', 'perDay']).optional().describe('Which value holds for a period inside which it changes.'),
  }),
  version: z.strictObject({ ...versionFields, value: quotedResult.describe('The value; none repeals it.') }),
};

const cells = z.record(z.string(), z.union([scalar, z.array(scalar)]));
const table = {
  node: z.strictObject({
    ...nodeFields,
    inputs: z.record(z.string(), typeExpression),
    outputs: z.record(z.string(), typeExpression),
    hit: z.enum(HIT_POLICIES).optional(),
  }),
  version: z.strictObject({
    ...versionFields,
    rows: z.array(cells),
    columns: z.record(z.string(), z.array(scalar)).optional(),
    otherwise: z.record(z.string(), scalar).optional(),
    gaps: z.array(z.strictObject({ range: z.record(z.string(), scalar), gives: z.literal('unknown'), cite: cite.optional() })).optional(),
  }),
};

const branch = z.strictObject({
  letter: z.string().optional().describe('The letter of the provision.'),
  when: formula.optional().describe('The condition; the last branch may say otherwise instead.'),
  then: formula.optional(),
  otherwise: formula.optional(),
  cite: cite.optional(),
});
const part = z.strictObject({ part: formula.describe('The value.'), weight: formula.describe('Its weight, percent or ratio.'), title: titleSchema.optional() });
const term = {
  node: z.strictObject({
    ...nodeFields,
    ...typed,
    stage: z.enum(STAGES).optional(),
    params: z.record(z.string(), typeExpression).optional().describe('Makes the term a function, called by position.'),
  }),
  version: z.strictObject({
    ...versionFields,
    formula: formula.optional(),
    choose: z.array(branch).optional(),
    parts: z.array(part).optional(),
    notApplicable: z.enum(['renormalise', 'unknown']).optional().describe('What a part that is none does to a composite.'),
    for: z.record(z.string(), formula).optional().describe('One value for each member of a list: { post: assignments }.'),
    round: round.optional(),
  }),
};

const raterSource = z.strictObject({
  scale: z.string().describe('The scale of its scores: "1..5".'),
  convert: z.string().optional().describe('How a score gets to 0..100: none, ofTop (score / top), betweenEnds, or the id of a table.'),
  within: z.string().describe('How several raters become one score: mean, median, trimmedMean(parameter).'),
  quorum: z.union([z.string(), z.number()]).describe('How many raters are needed: a whole number, a parameter id, or all.'),
  below: z.enum(['absent', 'hold']).describe('What too few raters mean.'),
});
const raters = {
  node: z.strictObject({ ...nodeFields, stage: z.enum(STAGES).optional() }),
  version: z.strictObject({
    ...versionFields,
    sources: z.record(z.string(), raterSource),
    criteria: z
      .strictObject({
        of: z.string().describe('The enumeration of criteria.'),
        incomplete: z.enum(['ignore', 'hold']).describe('What a criterion that a source did not rate means.'),
      })
      .optional(),
    combine: z.array(z.enum(['raters', 'criteria', 'sources'])).describe('The order of aggregation.'),
    weights: z.strictObject({
      rows: z
        .array(z.record(z.string(), number))
        .describe('Weights by which sources are present; each row adds up to 100. A row may have its own cite, standing, working and note.'),
      otherwise: z.union([z.enum(['renormalise', 'hold', 'zero']), z.strictObject({ substitute: z.string() })]),
    }),
  }),
};

const condition = {
  node: z.strictObject({ ...nodeFields, stage: z.enum(STAGES).optional() }),
  version: z.strictObject({ ...versionFields, when: z.unknown().describe('A condition: all, any, not, condition, or fact + operator + value.') }),
};

const eventParameter = z.union([scalar, z.strictObject({ fact: z.string() })]);
const event = z.strictObject({
  kind: z.enum(EVENT_KINDS),
  ...Object.fromEntries(
    EVENT_FIELDS.map((name) => [name, (name === 'key' ? z.array(z.union([z.string(), z.strictObject({ fact: z.string() })])) : eventParameter).optional()]),
  ),
});
const rule = {
  node: z.strictObject({ ...nodeFields, stage: z.enum(STAGES).optional() }),
  version: z.strictObject({ ...versionFields, conditions: z.unknown(), event }),
};

const gate = z.strictObject({
  when: formula.optional(),
  unless: formula.optional(),
  reason: titleSchema.optional(),
  until: z.string().optional().describe('What ends a hold.'),
  cite: cite.optional(),
});
export const PAYMENT_KINDS = ['regular', 'thr', 'thirteenth'] as const;
const payment = {
  node: z.strictObject({ ...nodeFields, for: z.array(z.enum(PAYMENT_KINDS)).optional() }),
  version: z.strictObject({ ...versionFields, amount: id, entitled: z.array(gate).optional(), hold: z.array(gate).optional() }),
};

const carry = {
  node: z.strictObject({ ...nodeFields, ...typed, resets: z.enum([...PERIOD_LENGTHS, 'never']) }),
  version: z.strictObject({ ...versionFields, opening: number, next: formula }),
};

const fact = z.strictObject({
  ...nodeFields,
  ...typed,
  absence: z
    .union([
      z.enum(['required', 'unknown', 'none']),
      z.strictObject({ default: quotedResult, cite: cite.optional(), standing, note: remark.optional(), working: remark.optional() }),
    ])
    .optional(),
  derive: formula.optional().describe('A formula that gives the fact; a given value that differs is an error.'),
  cite: cite.optional(),
  literals: z.record(z.string(), z.string()).optional(),
});

const source = z.strictObject({
  kind: z.string().describe('uu, pp, perpres, permen, perban, perda, perkada, se, keputusan, report (press, slides, code) or seed.'),
  number: z.union([z.string(), z.number()]).optional(),
  year: z.union([z.string(), z.number()]).optional(),
  title: remark.describe('The title of the instrument; of a report, what it is, best in Indonesian and in English.'),
  issuer: z.string().optional(),
  enacted: date.optional(),
  effective: z.strictObject({ from: date, to: date.optional() }).optional(),
  amends: z.array(z.string()).optional(),
  repeals: z.array(z.string()).optional(),
  url: z.union([z.string(), z.array(z.string())]).optional(),
  note: z.string().optional(),
});

const typeDeclaration = z.strictObject({
  ...nodeFields,
  members: z.record(z.string(), titleSchema).optional().describe('Makes an enumeration.'),
  order: z.array(z.string()).optional().describe('From the lowest to the highest, when law compares the members.'),
  fields: z.record(z.string(), typeExpression).optional().describe('Makes a record.'),
});

const manifest = z.strictObject({
  id: z.string(),
  title: titleSchema,
  issuer: z.string(),
  aliases: z.array(z.string()).optional(),
  extends: z.string().optional().describe('The ruleset that this one varies.'),
  version: z.union([z.string(), z.number()]),
  from: date.describe('The first day for which this ruleset speaks.'),
  cycle: z
    .strictObject({
      assesses: z.enum(PERIOD_LENGTHS),
      pays: z.enum(PERIOD_LENGTHS),
      ratingActs: z.enum(['samePeriod', 'nextPeriod', 'anyLater']).describe('Which payments an assessed period decides.'),
      cite: cite.optional(),
      standing,
      note: remark.optional(),
    })
    .optional(),
  outputs: z.strictObject({ scores: z.record(z.string(), id).optional(), rating: id.optional() }).optional(),
  selection: z
    .strictObject({
      by: z
        .array(z.union([id, z.strictObject({ term: id, better: z.enum(['higher', 'lower']) })]))
        .min(1)
        .describe('Terms to compare by, the first one first.'),
      eligible: z.array(id).optional().describe('Terms that must be true.'),
      cite: cite.optional(),
      standing,
      note: remark.optional(),
    })
    .optional(),
  note: remark.optional(),
});

/** Nodes that have versions, by the section they stand in. */
export const NODE_SCHEMAS = {
  parameters: parameter,
  tables: table,
  terms: term,
  raters,
  conditions: condition,
  rules: rule,
  payments: payment,
  carry,
} as const satisfies Record<string, NodeSchema>;
export type NodeSection = keyof typeof NODE_SCHEMAS;
export const NODE_SECTIONS = Object.keys(NODE_SCHEMAS) as readonly NodeSection[];

/** Entries without versions. */
export const ENTRY_SCHEMAS = { sources: source, types: typeDeclaration, facts: fact } as const;
export const MANIFEST_SCHEMA = manifest;

export type Manifest = z.output<typeof manifest>;
export type SourceData = z.output<typeof source>;
export type FactData = z.output<typeof fact>;
export type Title = z.output<typeof titleSchema>;
export type DelegateData = z.output<typeof delegate>;
export type RoundData = z.output<typeof round>;
export type GateData = z.output<typeof gate>;
type NodeOf<S extends NodeSection> = z.output<(typeof NODE_SCHEMAS)[S]['node']>;
type VersionOf<S extends NodeSection> = z.output<(typeof NODE_SCHEMAS)[S]['version']>;
export type { NodeOf, VersionOf };
