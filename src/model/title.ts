/**
 * Titles in the two languages of the users.
 * In: nothing. Out: the {@link Title} shape and a short way to write one.
 */

/** A title in Indonesian and English. */
export interface Title {
  readonly id: string;
  readonly en: string;
}

export const title = (id: string, en: string): Title => Object.freeze({ id, en });
