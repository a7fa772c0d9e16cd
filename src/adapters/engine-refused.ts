/**
 * What the adapter does not let into json-rules-engine: unsafe rules, misspelt names, values of another kind.
 * In: a code, a sentence and its mend. Out: {@link EngineRefused}.
 */

/** Thrown for a rule, operator or fact that json-rules-engine would take and get wrong; `code` is stable. */
export class EngineRefused extends Error {
  override readonly name = 'EngineRefused';
  constructor(
    readonly code: EngineRefusal,
    /** One plain sentence. */
    readonly finding: string,
    /** How to mend it: one sentence. */
    readonly mend: string,
  ) {
    super(`${finding} ${mend}`);
  }
}

export type EngineRefusal =
  | 'engine/busy'
  | 'engine/almanac'
  | 'engine/decorator'
  | 'rule/form'
  | 'rule/key'
  | 'rule/name'
  | 'rule/event'
  | 'rule/empty'
  | 'rule/path'
  | 'rule/operator'
  | 'rule/condition'
  | 'rule/too-deep'
  | 'operator/name'
  | 'operator/answer'
  | 'fact/name'
  | 'fact/value';
