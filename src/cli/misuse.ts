/**
 * A command that was called wrongly: one clear line, and a hint.
 * In: the sentence and the mend. Out: {@link Misuse}, which ends the command with exit code 2.
 */
import { InputError } from '../model/input-error.ts';

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

/** What the library refuses in the options of a call is misuse: the first fault is said. */
export function orMisuse<Value>(work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new Misuse(error.issues[0]!.message, error.issues[0]!.mend);
    throw error;
  }
}
