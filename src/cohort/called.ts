/**
 * What a summary calls the things that it counts.
 * In: a ruleset. Out: {@link Called}: an id with a title in both languages, for events, facts and nodes of any kind.
 */
import type { Title } from '../model/title.ts';
import { title } from '../model/title.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { namesOf } from '../ruleset/titles.ts';
import type { CohortOutcome } from './cohort-shape.ts';

export type Event = CohortOutcome['awards'][number];
export interface Named {
  readonly id: string;
  readonly title: Title;
}

export interface Called {
  /** By its code, with the title of its rule. */
  event(event: Event): Named;
  /** By its code: a ladder of sanctions is one rule with many codes. */
  sanction(event: Event): Named;
  /** The weak aspect that an advice names, if it names one. */
  aspect(event: Event): readonly Named[];
  /** The training that an advice names, with the title of its rule. */
  training(event: Event): Named;
  fact(id: string): Named;
  /** A term, parameter, table, rule or payment, or a rounding of one. */
  node(id: string): Named;
}

const ROUNDING = ' (rounding)';

export function calledIn(ruleset: Ruleset): Called {
  const names = namesOf(ruleset);
  const { plan } = ruleset;
  const titles = new Map<string, Title>([...plan.callables.values(), ...plan.steps].map(({ id, origin }) => [id, origin.title]));
  const schemes = plan.steps.flatMap((step) => (step.kind === 'raters' ? [step] : []));
  const ruleTitle = (event: Event): Title => (event.title ? copied(event.title) : title(event.rule, event.rule));
  const parameter = (event: Event, name: string): string | undefined => {
    const value = Object.hasOwn(event.params, name) ? event.params[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  const aspectTitle = (aspect: string): Title => {
    const scheme = schemes.find(({ criteria }) => criteria?.members.includes(aspect));
    return scheme ? names.criterion(scheme, aspect) : (names.code(aspect) ?? title(aspect, aspect));
  };
  const node = (id: string): Named => {
    if (!id.endsWith(ROUNDING)) return { id, title: titles.get(id) ?? names.key(id) };
    const rounded = node(id.slice(0, -ROUNDING.length)).title;
    return { id, title: title(`${rounded.id} (pembulatan)`, `${rounded.en}${ROUNDING}`) };
  };
  return {
    event: (event) => ({ id: event.code, title: ruleTitle(event) }),
    sanction: (event) => ({ id: event.code, title: names.code(event.code) ?? ruleTitle(event) }),
    aspect: (event) => [parameter(event, 'aspect')].flatMap((id) => (id === undefined ? [] : [{ id, title: aspectTitle(id) }])),
    training: (event) => ({ id: parameter(event, 'training') ?? event.code, title: ruleTitle(event) }),
    fact: (id) => ({ id, title: names.key(id) }),
    node,
  };
}

/** An outcome belongs to the caller: a summary that is frozen shares nothing with it. */
export const copied = ({ id, en }: Title): Title => ({ id, en });
