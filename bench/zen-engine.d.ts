/**
 * The part of zen-engine that the benchmark uses, so that types can be checked where the peers are not installed.
 * In: nothing. Out: types only.
 */
declare module '@gorules/zen-engine' {
  export class ZenDecisionContent {
    constructor(content: object);
    toBuffer(): Uint8Array;
  }
  export class ZenEngine {
    createDecision(content: ZenDecisionContent): { evaluate(context: unknown): Promise<{ result: unknown }> };
  }
}
