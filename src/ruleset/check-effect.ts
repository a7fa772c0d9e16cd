/**
 * Checks at load what a sanction or block gives its effect: the kind and unit of cut and months, and every value that is known already.
 * In: parameters as trees with their places, the parameters of the ruleset. Out: diagnostics; what depends on a case is a fault of the rule there.
 */
import { effectNumber, effectRefusal } from '../model/effect-door.ts';
import type { Tree } from '../formula/tree.ts';
import { isExact, toText } from '../values/exact.ts';
import { type Result, isNone } from '../values/result.ts';
import { typeText } from '../values/type.ts';
import type { EventPlan, ParameterStep } from './plan.ts';
import { type Place, type Report, below } from './report.ts';

const NUMBERS = [
  ['cut', 'effect/cut', 'is', 'Give a percentage from 0 to 100, with at most 4 decimals.'],
  ['months', 'effect/months', 'are', 'Give whole months from 0 to 600.'],
] as const;

export function checkEffect(id: string, event: EventPlan, place: Place, constants: ReadonlyMap<string, ParameterStep>, report: Report): void {
  if (event.kind !== 'sanction' && event.kind !== 'block') return;
  const known = (tree: Tree): Result | undefined => (tree.op === 'constant' ? tree.value : tree.op === 'read' ? constants.get(tree.id)?.value : undefined);
  for (const [field, code, verb, mend] of NUMBERS) {
    const tree = event.values.get(field);
    const value = tree && known(tree);
    if (!tree || (value !== undefined && isNone(value))) continue;
    const unit = effectNumber(field).unit.text;
    // A number that is written out says no unit.
    const isPlain = tree.op === 'constant' && tree.type.kind === 'number';
    if (!isPlain && (tree.type.kind !== 'number' || tree.type.unit.text !== unit))
      report.error(below(place, field), code, `The ${field} of "${id}" ${verb} ${typeText(tree.type)}.`, mend);
    else if (value !== undefined && isExact(value)) {
      const refusal = effectRefusal(field, toText(value));
      if (refusal)
        report.error(below(place, field), code, `"${id}" gives ${field === 'cut' ? 'a cut' : 'months'} that no effect can have: ${refusal.message}`, mend);
    }
  }
  const code = event.values.get('code');
  const word = code && known(code);
  const refusal = word === undefined || typeof word !== 'string' ? undefined : effectRefusal('code', word);
  if (refusal) report.error(below(place, 'code'), 'effect/code', `"${id}" gives a code that no effect can have: ${refusal.message}`, refusal.mend);
}
