/**
 * What the assembler throws where it cannot write a node: the slot is then left to the closures.
 * In: nothing. Out: nothing.
 */
export class Unwritten extends Error {}

export function unwritten(): never {
  throw new Unwritten();
}
