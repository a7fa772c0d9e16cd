/**
 * A lint: one smell that a ruleset can have although it loads.
 * In: the read ruleset and its plans at every date. Out: {@link Smell}s, each at the place where it is mended.
 * Mistakes that keep a ruleset from loading are told by `ruleset/` and are not looked for again.
 */
import type { Severity } from '../ruleset/diagnostic.ts';
import type { LayeredNode, ReadRuleset } from '../ruleset/read-document.ts';
import type { ReadVersion } from '../ruleset/read-node.ts';
import type { Place } from '../ruleset/report.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Origin } from '../ruleset/plan.ts';
import { nodeKey, versionsOf } from '../ruleset/read-document.ts';
import type { NodeSection } from '../ruleset/schema.ts';
import type { Finding } from '../values/finding.ts';

export interface LintInput {
  readonly read: ReadRuleset;
  /** The ruleset at every date where its law differs, those with two laws (assessed and paid) included. */
  readonly rulesets: readonly Ruleset[];
  /** Whether it resolves at every date; a lint that looks for what is missing everywhere waits until it does. */
  readonly complete: boolean;
}

export interface Smell {
  readonly severity: Severity;
  readonly place: Place;
  readonly finding: Finding;
  /** Points at the name of the entry instead of its value. */
  readonly key?: boolean | undefined;
}

export interface Lint {
  /** The codes that it may give. */
  readonly codes: readonly string[];
  check(input: LintInput): Iterable<Smell>;
}

/** Whether the ruleset that is checked wrote this place; what its base wrote is told when the base is checked. */
export const isOwn = ({ read }: LintInput, place: Place): boolean => place.ruleset === read.id;

/** The version of a node that a step of a plan comes from. */
export function versionOf(
  { read }: LintInput,
  section: NodeSection,
  id: string,
  origin: Origin,
): { readonly node: LayeredNode; readonly version: ReadVersion } | undefined {
  const node = read.nodes.get(nodeKey(section, id));
  const version = node && versionsOf(node).find((each) => each.place.ruleset === origin.ruleset && each.from.toString() === origin.from);
  return node && version && { node, version };
}
