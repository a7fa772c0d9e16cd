/**
 * A resolved ruleset as the text of a JavaScript module that needs nothing beside it.
 * In: a {@link Ruleset}, the bundled text of `runtime.ts`. Out: the text of the module.
 * Code and words are kept apart: the two functions hold numbers and places; every word of the ruleset stands in the text of its constants.
 */
import type { Ruleset, Validity } from '../../ruleset/resolve.ts';
import { stampOf } from '../compiled-law.ts';
import type { IngestPlan } from '../ingest/ingest-plan.ts';
import { withFieldsRead } from '../fields-read.ts';
import { ingestPlan } from '../ingest/plan-ingest.ts';
import { ingestText } from '../ingest/ingest-text.ts';
import type { Reader } from '../ingest/readers.ts';
import { PANGKAT_BY_GOLONGAN } from '../ingest/record-checks.ts';
import { lowerPlan } from '../lower-plan.ts';
import type { Program } from '../program.ts';
import { textOf } from '../text-back-end.ts';
import { CannotCompile } from './cannot-compile.ts';
import { functionsOf } from './functions-of.ts';
import { placesOf, programData } from './program-data.ts';
import * as runtime from './runtime.ts';
import { RuntimeCall, writeData } from './write-data.ts';

/**
 * @throws CannotCompile when a node needs the exact evaluator, or no appraisal could be read.
 */
export function moduleText(ruleset: Ruleset, runtimeText: string): string {
  const program = lowerPlan(ruleset);
  if (program.foreign.length > 0) throw new CannotCompile('compile/foreign', ruleset.id, program.foreign);
  const plan = ingestPlan(ruleset, withFieldsRead(program));
  if (plan.declines) throw new CannotCompile('compile/not-read', ruleset.id, []);
  const { text, constants, undecided, nodes } = textOf(program);
  const reading: unknown[] = [];
  const readText = ingestText(plan, reading);
  const place = constants.indexOf(undecided);
  const data = {
    stamp: stampOf(ruleset),
    ruleset: about(ruleset),
    program: programData(program, nodes),
    nodes,
    evaluating: constants.map((constant, at) => (at === place || !isUsed(text, at) ? undefined : constant)),
    undecided: place,
    reading,
  };
  return printed(runtimeText, asTemplate(writeData(data, { runtime: RUNTIME_NAMES, standIns: standIns(program, plan, reading) })), text, readText);
}

const RUNTIME_NAMES: ReadonlyMap<unknown, string> = new Map(Object.entries(runtime).map(([name, value]) => [value, name]));

function standIns(program: Program, plan: IngestPlan, reading: readonly unknown[]): ReadonlyMap<unknown, () => unknown> {
  return new Map<unknown, () => unknown>([
    ...placesOf(program),
    ...exactReaders(plan.record),
    ...functionsOf(program),
    // What an ingest notes while it reads a record is its own.
    [reading[0], () => new RuntimeCall('newContext', [plan.keys, PANGKAT_BY_GOLONGAN])],
  ]);
}

/** Readers of exact numbers are made anew where the module is loaded; those that need the model read nothing. */
function exactReaders(reader: Reader): readonly (readonly [unknown, () => unknown])[] {
  switch (reader.kind) {
    case 'exactly':
      return [
        [
          reader.read,
          () => (reader.as === 'carried' ? runtime.readCarriedNumber : reader.as ? new RuntimeCall('ownNumberReader', [reader.as]) : runtime.readsNothing),
        ],
      ];
    case 'orNone':
    case 'list':
      return exactReaders(reader.of);
    case 'record':
      return reader.fields.flatMap((field) => exactReaders(field.reader));
    default:
      return [];
  }
}

/** Named once where it is taken from the constants: a name that stands nowhere else is not used. */
const isUsed = (text: string, constant: number): boolean => (text.match(new RegExp(`\\bk${constant}\\b`, 'g')) ?? []).length > 1;

function about(ruleset: Ruleset): object {
  const { dates, validity } = ruleset;
  const span = ({ from, to }: Validity): object => ({ from: from.toString(), ...(to && { to: to.toString() }) });
  return {
    ...stampOf(ruleset),
    assessed: span(dates.assessed),
    ...(dates.paid && { paid: span(dates.paid) }),
    validity: { assessed: span(validity.assessed), ...(validity.paid && { paid: span(validity.paid) }) },
  };
}

/** Safe inside a template literal, and inside a page. */
const asTemplate = (json: string): string => json.replaceAll('<', '\\u003c').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

const printed = (runtimeText: string, data: string, evaluates: string, reads: string): string => `/**
 * A ruleset compiled by \`kinerja compile\`: do not edit, compile it again.
 * In: an appraisal as plain JSON. Out: its outcome; the types stand in the declaration file beside it.
 */

/* What generated code runs with: the same for every ruleset. */
${runtimeText.trimEnd()}

/* The words, tables and titles of the ruleset: data. */
const DATA = runtime.readData(\`${data}\`, runtime);

/* The formulas: numbers and places alone. */
const evaluates = ${evaluates};

/* How an appraisal is read. */
const reads = ${reads};

export const { AppraisalDeclined } = runtime;
export const ruleset = DATA.ruleset;
export const createEvaluator = runtime.evaluatorOf(DATA, evaluates, reads);
export const evaluate = createEvaluator();
`;
