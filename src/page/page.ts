/**
 * A page in one language, before it is drawn: what all renderers share.
 * In: nothing. Out: the {@link Page} shape: sections of blocks, lines of spans. No renderer knows what is told, and no teller a format.
 */

/** Indonesian or English. */
export type Language = 'id' | 'en';
export type Tone = 'strong' | 'dim' | 'good' | 'warn' | 'bad';

/** Text with a tone, or with the place in the page that it points to. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** `12`, `D3`, `S4`. */
  readonly to?: string | undefined;
  /** An address outside. */
  readonly url?: string | undefined;
}
export type Line = readonly Span[];

export interface TableBlock {
  readonly kind: 'table';
  readonly head: readonly string[];
  readonly rows: readonly { readonly anchor?: string | undefined; readonly cells: readonly Line[] }[];
  /** Columns whose numbers stand at the right. */
  readonly right: readonly number[];
}

/** One reason of a step: `Rumus: …`; `depth` 1 stands below the one before. */
export interface Note {
  readonly label: string;
  readonly line: Line;
  readonly depth: 0 | 1;
  readonly table?: TableBlock | undefined;
  /** The basis of the note above, in small print. */
  readonly small?: boolean | undefined;
}

export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'pairs'; readonly pairs: readonly { readonly label: string; readonly line: Line; readonly anchor?: string | undefined }[] }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  /** A figure that the page is about. */
  | { readonly kind: 'figures'; readonly figures: readonly { readonly label: string; readonly value: string; readonly line: Line; readonly tone: Tone }[] }
  | { readonly kind: 'step'; readonly number: string; readonly title: string; readonly value: string; readonly notes: readonly Note[] }
  | TableBlock;

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly head: readonly Block[];
  readonly sections: readonly Section[];
}

export const plain = (text: string): Span => ({ text });
export const toned = (text: string, tone: Tone): Span => ({ text, tone });
export const textOf = (line: Line): string => line.map(({ text }) => text).join('');

/** Lines in one, with text between them. */
export function joinLines(lines: readonly Line[], between: string): Line {
  return lines.filter((line) => line.length > 0).flatMap((line, at) => (at === 0 ? line : [plain(between), ...line]));
}
