/**
 * Whether the effect of a fired rule could be given back, in compiled code: proved beforehand, or asked of the exact engine once it fired.
 * In: a rule with its lowered parameters. Out: undefined where it is proved, else a node that is true or the fault.
 */
import { type EffectParts, effectFault } from '../engine/effect-fault.ts';
import { keyText, plainText } from '../engine/events.ts';
import { effectNumber, effectRefusal } from '../model/effect-door.ts';
import type { Tree } from '../formula/tree.ts';
import type { RuleStep } from '../ruleset/plan.ts';
import { divide, isMultiple, ratio, toText } from '../values/exact.ts';
import { type Result, isFault, isUnknown } from '../values/result.ts';
import { boundsOf } from './build-ir.ts';
import { exactly } from './foreign.ts';
import { type Ir, MAY_FAULT } from './ir.ts';
import { raise } from './lower-datum.ts';
import type { Lowered } from './lowered.ts';

interface Lowering {
  readonly values: readonly (readonly [name: string, value: Ir])[];
  readonly key: readonly Ir[] | undefined;
}

export function effectFit(step: RuleStep, { values, key }: Lowering): Ir | undefined {
  const { event } = step;
  if (event.kind !== 'sanction' && event.kind !== 'block') return undefined;
  const given = new Map(values);
  if (fits('cut', given.get('cut')) && fits('months', given.get('months')) && hasFittingTexts(step, given, key)) return undefined;
  const names = values.map(([name]) => name);
  const args = [...values.map(([, value]) => value), ...(key ?? [])].map(exactly);
  const answer = (lowered: readonly Lowered[]): Lowered => {
    const results = lowered.map((value, at) => raise(value, args[at]!.info.rep));
    // What is unknown or a fault speaks for itself.
    if (results.some((result) => isUnknown(result) || isFault(result))) return true;
    return effectFault(firedWith(step, names, results)) ?? true;
  };
  return { op: 'foreign', args, answer, info: { rep: { kind: 'truth' }, may: MAY_FAULT } };
}

function firedWith(step: RuleStep, names: readonly string[], results: readonly Result[]): EffectParts {
  const values = new Map(names.map((name, at) => [name, results[at]!]));
  const code = plainText(values.get('code')) ?? step.id;
  return { rule: step, kind: step.event.kind, code, values, ...(step.event.key && { key: keyText(results.slice(names.length)) }) };
}

/** Whether a number lies within what effects take, whatever the record. */
function fits(field: 'cut' | 'months', value: Ir | undefined): boolean {
  if (!value || value.info.rep.kind === 'nothing') return true;
  const bounds = boundsOf(value);
  if (!bounds?.whole) return false;
  const { min, max, step } = effectNumber(field);
  const one = ratio(1n, 10n ** BigInt(bounds.places));
  return isMultiple(one, step!) && bounds.low >= Number(toText(divide(min!, one))) && bounds.high <= Number(toText(divide(max!, one)));
}

/** Whether code and key are texts that effects take, whatever the record. */
function hasFittingTexts({ id, event }: RuleStep, values: ReadonlyMap<string, Ir>, key: readonly Ir[] | undefined): boolean {
  const code = event.values.get('code');
  const codes = code ? wordsOf(code, values.get('code')!) : [];
  if (!codes || [...codes, id].some((word) => effectRefusal('code', word) !== undefined)) return false;
  const parts = (event.key ?? []).map((tree, at) => wordsOf(tree, key![at]!));
  // The longest words that each part can be; a part that is none says so.
  const longest = parts.map((words) => words && ['none', ...words].reduce((a, b) => (b.length > a.length ? b : a)));
  if (longest.some((word) => word === undefined)) return false;
  if (parts.some((words) => words!.some((word) => effectRefusal('code', word) !== undefined))) return false;
  return event.kind === 'block' || effectRefusal('key', longest.join('/')) === undefined;
}

const LONGEST_NUMBER = `-${'9'.repeat(17)}.`;

/** The words that a value may be written as, or one as long as any of them; undefined where they are not known. */
function wordsOf(tree: Tree, value: Ir): readonly string[] | undefined {
  if (tree.op === 'constant') {
    const word = plainText(tree.value);
    return word === undefined ? [] : [word];
  }
  switch (tree.type.kind) {
    case 'enum':
      return tree.type.members;
    case 'boolean':
      return ['false'];
    case 'date':
      return ['2024-12-31'];
    case 'number': {
      const bounds = boundsOf(value);
      return bounds?.whole && bounds.places <= 15 ? [`${LONGEST_NUMBER}${'9'.repeat(bounds.places)}`] : undefined;
    }
    default:
      return undefined;
  }
}
