/**
 * Plans a rater scheme: which sources assess, how their scores become one, and with which weights.
 * In: a raters node and a phase. Out: a {@link RatersStep}; weights are added up for every row of presence.
 */
import { RATER_SOURCE } from '../model/rating.ts';
import { HUNDRED, NumberRefused, ZERO, type Exact, add, compare, equals, fromDecimalText, fromNumber, isNegative, toText } from '../values/exact.ts';
import { didYouMean } from '../values/suggest.ts';
import { BOOLEAN, type Type, numberType } from '../values/type.ts';
import { parseUnit } from '../values/unit.ts';
import { type PlanContext, originOf, scopeOf, versionAt } from './context.ts';
import type { RaterSourcePlan, RatersStep, WeightRow } from './plan.ts';
import { ROW_NOTES } from '../table/table.ts';
import type { LayeredNode } from './read-document.ts';
import { STANDINGS } from './schema.ts';
import { type Place, below } from './report.ts';
import type { Phase, Stage } from './stage.ts';

type RatersNode = LayeredNode<'raters'>;

const RATER_SOURCES: readonly string[] = RATER_SOURCE.type.members;

export const SCORE_TYPE: Type = numberType(parseUnit('points')!, { min: ZERO, max: HUNDRED });

/** The ids that a scheme yields, with their types: the same in every version. */
export function raterOutputs(context: PlanContext, node: RatersNode): readonly (readonly [id: string, type: Type])[] {
  const outputs: [string, Type][] = [[`${node.id}.score`, SCORE_TYPE]];
  const versions = [...node.versions, ...node.layers.flatMap((layer) => layer.versions)];
  for (const source of new Set(versions.flatMap((version) => Object.keys(version.content?.sources ?? {})))) {
    outputs.push([`${node.id}.${source}.score`, SCORE_TYPE], [`${node.id}.${source}.present`, BOOLEAN]);
  }
  for (const criteria of new Set(versions.map((version) => version.content?.criteria?.of))) {
    const type = criteria === undefined ? undefined : context.ruleset.types.get(criteria);
    if (type?.kind === 'enum') for (const member of type.members) outputs.push([`${node.id}.criterion.${member}`, SCORE_TYPE]);
  }
  return outputs;
}

export function planRaters(context: PlanContext, node: RatersNode, stage: Stage, phase: Phase): RatersStep | undefined {
  const found = versionAt(context, node, phase);
  const content = found?.version.content;
  if (!found || !content) return undefined;
  const { place } = found.version;
  const reads = new Set<string>(['ratings']);
  const sources: RaterSourcePlan[] = [];
  for (const [source, written] of Object.entries(content.sources)) {
    const at = below(place, 'sources', source);
    if (!RATER_SOURCES.includes(source)) {
      context.report.error(
        at,
        'raters/unknown-source',
        `"${source}" is no source of ratings.`,
        didYouMean(source, RATER_SOURCES, `The sources are: ${RATER_SOURCES.join(', ')}.`),
        { key: true },
      );
      continue;
    }
    const planned = planSource(context, source, written, at, phase, stage, reads, node.id);
    if (planned) sources.push(planned);
  }
  const type = content.criteria && context.ruleset.types.get(content.criteria.of);
  if (content.criteria && type?.kind !== 'enum') {
    context.report.error(
      below(place, 'criteria', 'of'),
      'raters/criteria',
      `"${content.criteria.of}" is no enumeration, so it cannot list criteria.`,
      didYouMean(content.criteria.of, context.ruleset.types.keys()),
    );
  }
  const wanted = content.criteria ? ['raters', 'criteria', 'sources'] : ['raters', 'sources'];
  const order = content.combine;
  if (order.length !== wanted.length || wanted.some((step) => !order.includes(step as 'raters')) || order.indexOf('raters') > order.indexOf('sources')) {
    context.report.error(
      below(place, 'combine'),
      'raters/combine',
      `The order of aggregation of "${node.id}" is ${order.join(', ') || 'empty'}.`,
      `Name ${wanted.join(', ')} once each, raters before sources.`,
    );
    return undefined;
  }
  const rows = readRows(context, node.id, content.weights.rows, content.sources, below(place, 'weights', 'rows'));
  const names = Object.keys(content.sources);
  const full = rows.find((row) => row.weights.size === names.length);
  const { otherwise } = content.weights;
  if (!full && (otherwise === 'renormalise' || otherwise === 'zero' || typeof otherwise === 'object')) {
    context.report.error(
      below(place, 'weights'),
      'raters/full-row',
      `No row of weights of "${node.id}" names every source, so "${typeof otherwise === 'object' ? 'substitute' : otherwise}" has nothing to start from.`,
      `Add a row with ${names.join(', ')}.`,
    );
  }
  if (typeof otherwise === 'object' && !names.includes(otherwise.substitute)) {
    context.report.error(
      below(place, 'weights', 'otherwise', 'substitute'),
      'raters/unknown-source',
      `"${otherwise.substitute}" is no source of "${node.id}".`,
      didYouMean(otherwise.substitute, names),
    );
  }
  return {
    kind: 'raters',
    key: node.id,
    id: node.id,
    origin: originOf(node, found),
    reads: [...reads],
    stage,
    sources,
    ...(content.criteria && type?.kind === 'enum' && { criteria: { members: type.members, incomplete: content.criteria.incomplete } }),
    combine: order,
    rows,
    full,
    otherwise,
  };
}

function planSource(
  context: PlanContext,
  source: string,
  written: LayeredNode<'raters'>['versions'][number]['content'] extends infer C
    ? NonNullable<C> extends { sources: Record<string, infer S> }
      ? S
      : never
    : never,
  at: Place,
  phase: Phase,
  stage: Stage,
  reads: Set<string>,
  id: string,
): RaterSourcePlan | undefined {
  const scale = /^(-?\d+(?:\.\d+)?)\.\.(-?\d+(?:\.\d+)?)$/.exec(written.scale);
  const low = scale && fromDecimalText(scale[1]!);
  const high = scale && fromDecimalText(scale[2]!);
  if (!low || !high || compare(low, high) >= 0) {
    context.report.error(below(at, 'scale'), 'raters/scale', `"${written.scale}" is no scale.`, 'Write the lowest and the highest score: "1..5".');
    return undefined;
  }
  const scope = scopeOf(context, phase, stage, `"${id}"`, at.ruleset);
  const key = (name: string, place: Place, kind: 'value' | 'callable'): string | undefined => {
    const declared = scope.lookup(name);
    if (declared?.kind === 'refused') context.report.add('error', place, declared.finding);
    else if (declared?.kind !== kind)
      context.report.error(
        place,
        'formula/unknown-name',
        `"${name}" is not declared${kind === 'callable' ? ' as a table' : ''}.`,
        didYouMean(name, scope.ids()),
      );
    else {
      reads.add(declared.id);
      return declared.id;
    }
    return undefined;
  };
  const convert = planConvert(context, written.convert ?? 'none', low, high, at, key);
  const within = planWithin(context, written.within, below(at, 'within'), key);
  const quorum = planQuorum(written.quorum, below(at, 'quorum'), key);
  return convert && within && quorum && { source, low, high, convert, within, quorum, below: written.below };
}

type KeyOf = (name: string, place: Place, kind: 'value' | 'callable') => string | undefined;

function planConvert(context: PlanContext, written: string, low: Exact, high: Exact, at: Place, key: KeyOf): RaterSourcePlan['convert'] | undefined {
  if (written === 'none') {
    if (equals(low, ZERO) && equals(high, HUNDRED)) return 'none';
    context.report.error(
      at,
      'raters/scale',
      `Scores from ${toText(low)} to ${toText(high)} need a conversion to 0..100.`,
      'Write convert: ofTop, convert: betweenEnds, or the id of a table.',
    );
    return undefined;
  }
  if (written === 'ofTop' || written === 'betweenEnds') {
    if (written === 'ofTop' && isNegative(low))
      context.report.error(below(at, 'convert'), 'raters/scale', 'A scale that goes below zero cannot be converted by its top.', 'Write convert: betweenEnds.');
    return written;
  }
  const place = below(at, 'convert');
  const table = key(written, place, 'callable');
  const section = context.declarations.get(written)?.node?.section;
  if (table !== undefined && section !== 'tables') {
    const what = section === 'terms' ? 'a term with parameters' : 'a parameter that changes from day to day';
    context.report.error(
      place,
      'raters/convert',
      `"${written}" is ${what}, and scores are converted by a table.`,
      'Write the conversion as a table, and name it.',
    );
    return undefined;
  }
  return table === undefined ? undefined : { table };
}

function planWithin(context: PlanContext, written: string, place: Place, key: KeyOf): RaterSourcePlan['within'] | undefined {
  if (written === 'mean' || written === 'median') return { form: written };
  const trimmed = /^trimmedMean\(([A-Za-z0-9.]+)\)$/.exec(written);
  if (!trimmed) {
    context.report.error(
      place,
      'raters/within',
      `"${written}" is no way to make one score of several.`,
      didYouMean(written, ['mean', 'median', 'trimmedMean(parameter)'], 'Write mean, median or trimmedMean(parameter).'),
    );
    return undefined;
  }
  const trim = key(trimmed[1]!, place, 'value');
  return trim === undefined ? undefined : { form: 'trimmedMean', trim };
}

function planQuorum(written: string | number, place: Place, key: KeyOf): RaterSourcePlan['quorum'] | undefined {
  if (written === 'all') return { form: 'all' };
  const text = String(written);
  if (/^\d{1,4}$/.test(text)) return { form: 'number', count: Number(text) };
  const parameter = key(text, place, 'value');
  return parameter === undefined ? undefined : { form: 'parameter', key: parameter };
}

function readRows(
  context: PlanContext,
  id: string,
  written: readonly Readonly<Record<string, string | number>>[],
  sources: Readonly<Record<string, unknown>>,
  place: Place,
): readonly WeightRow[] {
  const rows: WeightRow[] = [];
  const seen = new Map<string, number>();
  for (const [index, row] of written.entries()) {
    const at = below(place, index);
    const weights = new Map<string, Exact>();
    let sum = ZERO;
    let sound = true;
    for (const [source, text] of Object.entries(row)) {
      if ((ROW_NOTES as readonly string[]).includes(source)) continue;
      if (!Object.hasOwn(sources, source)) {
        context.report.error(below(at, source), 'raters/unknown-source', `"${source}" is no source of "${id}".`, didYouMean(source, Object.keys(sources)), {
          key: true,
        });
        sound = false;
        continue;
      }
      try {
        const weight = typeof text === 'number' ? fromNumber(text) : fromDecimalText(text);
        if (isNegative(weight))
          context.report.error(below(at, source), 'weights/negative', `The weight of ${source} is ${toText(weight)}.`, 'A weight is not below zero.');
        weights.set(source, weight);
        sum = add(sum, weight);
      } catch (error) {
        if (!(error instanceof NumberRefused)) throw error;
        context.report.error(below(at, source), error.code, error.message);
        sound = false;
      }
    }
    if (!sound) continue;
    if (!equals(sum, HUNDRED)) {
      context.report.error(
        at,
        'weights/sum',
        `The weights of "${id}" when ${presence(weights)} present add up to ${toText(sum)}, not to 100.`,
        `They are: ${[...weights].map(([source, weight]) => `${source} ${toText(weight)}`).join(' + ')}.`,
      );
    }
    const key = [...weights.keys()].sort().join(' ');
    const first = seen.get(key);
    if (first !== undefined)
      context.report.error(at, 'raters/row-twice', `Rows ${first + 1} and ${index + 1} of "${id}" both hold when ${presence(weights)} present.`, 'Remove one.');
    else seen.set(key, index);
    rows.push({ weights, index, ...rowNotes(context, row, at) });
  }
  return rows;
}

function rowNotes(context: PlanContext, row: Readonly<Record<string, string | number>>, place: Place): Pick<WeightRow, 'cite' | 'standing'> {
  const { cite, standing } = row;
  const known = STANDINGS.find((word) => word === standing);
  if (standing !== undefined && !known)
    context.report.error(below(place, 'standing'), 'document/unknown-word', `"${String(standing)}" is no standing.`, `It is one of: ${STANDINGS.join(', ')}.`);
  return { ...(cite !== undefined && { cite: String(cite) }), ...(known && { standing: known }) };
}

function presence(weights: ReadonlyMap<string, unknown>): string {
  const names = [...weights.keys()];
  return names.length === 1 ? `only ${names[0]} is` : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? 'nobody'} are`;
}
