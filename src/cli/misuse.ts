/**
 * A command that was called wrongly: one clear line, and a hint.
 * In: the sentence and the mend. Out: {@link Misuse}, which ends the command with exit code 2.
 */

export class Misuse extends Error {
  override readonly name = 'Misuse';
  constructor(
    message: string,
    /** How to call it instead: one sentence. */
    readonly hint?: string | undefined,
  ) {
    super(message);
  }
}
