/**
 * What things are called: nodes by key, members of enumerations, fields of records.
 * In: a ruleset. Out: {@link Names}, which answers with a title in both languages, and with the id itself where there is none.
 */
import { RATER_SOURCE } from '../model/rating.ts';
import { CATALOGUE_ENUMERATIONS, FACT_CATALOGUE } from '../model/catalogue.ts';
import { type Title, title } from '../model/title.ts';
import type { PlanStep, RatersStep } from './plan.ts';
import type { Ruleset } from './resolve.ts';
import type { EnumType, Type } from '../values/type.ts';
import { FIELD_TITLES } from '../model/field-titles.ts';

export interface Names {
  /** The title of what stands under a key of the plan, outputs of rater schemes included. */
  key(key: string): Title;
  word(type: EnumType, word: string): Title;
  field(record: string | undefined, field: string): Title;
  callable(key: string): Title;
  criterion(scheme: RatersStep, member: string): Title;
  /** A code that stands as text: by the one enumeration of the ruleset that has it, else in separate words. */
  code(text: string): Title | undefined;
  /** An output of a table. */
  output(name: string, type: Type): Title;
  rule(id: string): Title;
  /** The plan step that gives the value of a key: for `conduct.peer.score` the scheme `conduct`. */
  stepOf(key: string): PlanStep | undefined;
  typeOf(key: string): Type | undefined;
}

const FIRED: Readonly<Record<string, Title>> = {
  award: title('Penghargaan yang diberikan', 'Awards given'),
  sanction: title('Hukuman yang diusulkan', 'Sanctions proposed'),
  development: title('Saran pengembangan', 'Advice on development'),
  flag: title('Catatan', 'Flags'),
  hold: title('Penundaan pembayaran', 'Holds of payment'),
  exclude: title('Pengecualian pembayaran', 'Exclusions from payment'),
  block: title('Penghalang karier', 'Career blocks'),
};

/** Outputs that tables of sanctions and cuts usually have. */
const OUTPUTS: ReadonlyMap<string, Title> = new Map([
  ['cut', title('Potongan', 'Cut')],
  ['months', title('Lama', 'For')],
  ['code', title('Kode', 'Code')],
]);

export function namesOf(ruleset: Ruleset): Names {
  const { plan } = ruleset;
  const schemes = plan.steps.filter((step): step is RatersStep => step.kind === 'raters');
  const schemeOf = (key: string): RatersStep | undefined => schemes.find((scheme) => key.startsWith(`${scheme.id}.`));
  const plainId = (id: string): Title => title(id, id);

  function word(type: EnumType, member: string): Title {
    return ruleset.typeTitles.get(type.name)?.members.get(member) ?? CATALOGUE_ENUMERATIONS.get(type.name)?.titles.get(member) ?? plainId(member);
  }

  function raterOutput(scheme: RatersStep, rest: string): Title {
    const { origin } = scheme;
    const [first, second] = rest.split('.');
    if (rest === 'score') return origin.title;
    const inner = first === 'criterion' ? names.criterion(scheme, second!) : (RATER_SOURCE.titles.get(first!) ?? plainId(first!));
    const said = title(`${origin.title.id} (${inner.id})`, `${origin.title.en} (${inner.en})`);
    return second === 'present' ? title(`${said.id} dinilai`, `${said.en} was rated`) : said;
  }

  /** Criteria are members of an enumeration of the ruleset; the plan keeps their names only. */
  function criterion(scheme: RatersStep, member: string): Title {
    const type = [...ruleset.typeTitles.values()].find(({ members }) => scheme.criteria?.members.every((each) => members.has(each)));
    return type?.members.get(member) ?? plainId(member);
  }

  function code(text: string): Title | undefined {
    if (!/^[a-z][A-Za-z0-9]*$/.test(text)) return undefined;
    const [found, ...others] = [...ruleset.typeTitles.values()].flatMap(({ members }) => members.get(text) ?? []);
    if (found && others.every(({ id, en }) => id === found.id && en === found.en)) return found;
    const words = text.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return words === text ? undefined : plainId(words);
  }

  function key(id: string): Title {
    const step = plan.byKey.get(id);
    if (step?.kind === 'fired') return FIRED[step.event]!;
    if (step?.kind === 'carryFact') return title(`${step.origin.title.id} (bawaan masa lalu)`, `${step.origin.title.en} (brought forward)`);
    if (step) return step.origin.title;
    const scheme = schemeOf(id);
    if (scheme) return raterOutput(scheme, id.slice(scheme.id.length + 1));
    return FACT_CATALOGUE.get(id)?.title ?? plainId(id);
  }

  const names: Names = Object.freeze({
    key,
    criterion,
    word,
    field: (record: string | undefined, field: string) => (record === undefined ? undefined : FIELD_TITLES.get(`${record}.${field}`)) ?? plainId(field),
    callable: (id: string) => plan.callables.get(id)?.origin.title ?? plainId(id),
    code,
    output: (name: string, type: Type) => (type.kind === 'enum' ? ruleset.typeTitles.get(type.name)?.title : undefined) ?? OUTPUTS.get(name) ?? plainId(name),
    rule: (id: string) => plan.byKey.get(`rule ${id}`)?.origin.title ?? plainId(id),
    stepOf: (id: string) => plan.byKey.get(id) ?? schemeOf(id),
    typeOf(id: string) {
      const step = plan.byKey.get(id);
      if (step?.kind === 'term' && step.each) return undefined;
      return step && 'type' in step ? step.type : undefined;
    },
  });
  return names;
}
