/**
 * A ruleset that cannot be compiled ahead of time: what it needs of the exact evaluator does not fit into a module of its own.
 * In: the nodes and why. Out: {@link CannotCompile}, a typed error with a sentence for each.
 */

export interface NotCompiled {
  /** The node, by its id. */
  readonly id: string;
  /** Why compiled code does not do it: one sentence. */
  readonly why: string;
}

/** Thrown by `compileModule`; `nodes` names each reason. */
export class CannotCompile extends Error {
  override readonly name = 'CannotCompile';
  constructor(
    readonly code: 'compile/foreign' | 'compile/not-read',
    readonly ruleset: string,
    readonly nodes: readonly NotCompiled[],
  ) {
    const head =
      code === 'compile/foreign'
        ? `The ruleset "${ruleset}" cannot be compiled ahead of time: these nodes need the exact evaluator, which no module holds.`
        : `The ruleset "${ruleset}" cannot be compiled ahead of time: none of its appraisals can be read without the library.`;
    super(
      [head, ...nodes.map(({ id, why }) => `  ${id}: ${why}`), '  Appraise with the library, whose compile() hands such nodes to the exact evaluator.'].join(
        '\n',
      ),
    );
  }
}
