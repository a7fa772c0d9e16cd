/**
 * Recognises Σ(x · w) ÷ Σ w over the same members: such a mean lies among its x, which the bounds of the two sums alone do not tell.
 * In: the two sums. Out: the bounds of their quotient; undefined when they are no weighted mean.
 */
import type { Ir, IrOf, Local } from './ir.ts';
import { type NumberBounds, UNIT, errorOf, sizeOf } from './number-bounds.ts';

export function weightedMeanBounds(a: Ir, b: Ir): NumberBounds | undefined {
  const [whole, weights] = [mapOf(a), mapOf(b)];
  const under = boundsOf(seen(b));
  if (!whole || !weights || !under?.whole || under.low < 0 || !same(whole.list, weights.list, undefined)) return undefined;
  const term = seen(whole.body);
  if (term.op !== 'multiply') return undefined;
  const locals = [whole.local, weights.local] as const;
  const value = same(term.b, weights.body, locals) ? term.a : same(term.a, weights.body, locals) ? term.b : undefined;
  const [x, most] = [value && boundsOf(seen(value)), whole.list.info.rep.kind === 'list' ? whole.list.info.rep.most : undefined];
  const weight = boundsOf(seen(weights.body));
  if (!x || most === undefined || !weight || weight.low < 0) return undefined;
  const size = sizeOf(x);
  const abs = (errorOf(x) + (most + 3) * UNIT * size) * 1.01;
  return {
    places: x.places,
    whole: false,
    low: x.low - Math.abs(x.low) * 1e-9,
    high: x.high + Math.abs(x.high) * 1e-9,
    abs: abs > 0 ? abs : UNIT,
    rel: UNIT * 1.01,
    den: Infinity,
    least: 0,
  };
}

const boundsOf = ({ info: { rep } }: Ir): NumberBounds | undefined => (rep.kind === 'number' ? rep.bounds : undefined);

/** What a node comes to once names are followed and the tests for missing values have passed. */
function seen(ir: Ir): Ir {
  if (ir.op === 'local' && ir.local.source) return seen(ir.local.source);
  if (ir.op === 'bind') return seen(ir.body);
  return ir.op === 'members' ? seen(ir.list) : ir;
}

function mapOf(ir: Ir): IrOf<'map'> | undefined {
  const fold = seen(ir);
  const list = fold.op === 'fold' && fold.fold === 'sum' ? seen(fold.list) : undefined;
  return list?.op === 'map' ? list : undefined;
}

/** Whether two nodes are surely the same; `locals` are the variables of their loops. */
function same(a: Ir, b: Ir, locals: readonly [Local, Local] | undefined): boolean {
  const [x, y] = [seen(a), seen(b)];
  if (x === y) return true;
  if (x.op === 'local' && y.op === 'local') return locals !== undefined && x.local === locals[0] && y.local === locals[1];
  if (x.op === 'fact' && y.op === 'fact') return x.fact === y.fact;
  if (x.op === 'slot' && y.op === 'slot') return x.slot === y.slot;
  if (x.op === 'constant' && y.op === 'constant') return typeof x.value === 'number' && x.value === y.value;
  if (x.op === 'field' && y.op === 'field') return x.index === y.index && same(x.of, y.of, locals);
  if (x.op === 'rescale' && y.op === 'rescale') return x.factor === y.factor && same(x.a, y.a, locals);
  if ((x.op === 'add' || x.op === 'multiply' || x.op === 'subtract') && x.op === y.op) return same(x.a, y.a, locals) && same(x.b, y.b, locals);
  return false;
}
