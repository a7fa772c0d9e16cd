/**
 * A page as plain text, at most 100 characters wide.
 * In: a {@link Page}, and how tones are painted. Out: text that reads without colour too.
 */
import { type Block, type Line, type Note, type Page, type Tone, plain, toned } from './page.ts';
import { textTable } from './text-table.ts';
import { type Row, rowWidth, wrapLine } from './wrap-line.ts';

type Paint = (text: string) => string;
/** How the tones are painted; what is left out stays plain. */
export interface TextStyle {
  readonly bold?: Paint | undefined;
  readonly dim?: Paint | undefined;
  readonly red?: Paint | undefined;
  readonly green?: Paint | undefined;
  readonly yellow?: Paint | undefined;
  readonly cyan?: Paint | undefined;
}

const WIDTH = 100;

export function drawText(page: Page, style: TextStyle = {}): string {
  const paint = paintsOf(style);
  const out: string[] = [];
  const put = (row: Row, indent = 0): void =>
    void out.push((' '.repeat(indent) + row.map(({ text, tone }) => (tone ? paint[tone](text) : text)).join('')).trimEnd());
  const blank = (): void => void (out.length > 0 && out.at(-1) !== '' && out.push(''));
  const underlined = (text: string, sign: string): void => {
    for (const row of wrapLine([toned(text, 'strong')], WIDTH)) put(row);
    put([{ text: sign.repeat(Math.min(WIDTH, [...text].length)), tone: 'dim' }]);
  };
  const wrapped = (line: Line, indent: number, hanging = indent): void =>
    wrapLine(line, WIDTH - hanging).forEach((row, at) => put(row, at === 0 ? indent : hanging));

  function block(each: Block): void {
    switch (each.kind) {
      case 'line':
        wrapped(each.line, 0);
        return blank();
      case 'heading':
        blank();
        wrapped([toned(each.text, 'strong')], 0);
        return;
      case 'pairs':
        pairs(each.pairs);
        return blank();
      case 'figures':
        pairs(
          each.figures.map(({ label, value, line, tone }) => ({ label, line: [toned(value, tone), ...(line.length > 0 ? [plain('  – '), ...line] : [])] })),
        );
        return blank();
      case 'list':
        for (const item of each.items) bullet(item);
        return blank();
      case 'table':
        for (const row of textTable(each, WIDTH)) put(row);
        return blank();
      case 'step':
        return step(each);
    }
  }

  function bullet(item: Line): void {
    wrapLine(item, WIDTH - 4).forEach((row, at) => put(at === 0 ? [{ text: '  • ' }, ...row] : row, at === 0 ? 0 : 4));
  }

  /** Labels in one column, values wrapped in the other. */
  function pairs(each: readonly { readonly label: string; readonly line: Line }[]): void {
    const column = Math.min(36, Math.max(...each.map(({ label }) => [...label].length))) + 2;
    for (const { label, line } of each) {
      const labels = wrapLine([toned(label, 'dim')], column - 2);
      const lines = wrapLine(line, WIDTH - column);
      for (let at = 0; at < Math.max(labels.length, lines.length); at++) {
        const left = labels[at] ?? [];
        put([...left, { text: ' '.repeat(column - rowWidth(left)) }, ...(lines[at] ?? [])]);
      }
    }
  }

  function step({ number, title, value, notes }: Block & { kind: 'step' }): void {
    const tag = `[${number}]`;
    const indent = Math.max(5, tag.length + 1);
    const head = wrapLine([toned(title, 'strong'), plain(' = '), toned(value, 'strong')], WIDTH - indent);
    head.forEach((row, at) => put(at === 0 ? [{ text: tag.padEnd(indent), tone: 'dim' }, ...row] : row, at === 0 ? 0 : indent));
    for (const note of notes) tellNote(note, indent);
    blank();
  }

  function tellNote({ label, line, depth, table, small }: Note, indent: number): void {
    const at = indent + depth * 2;
    const text: Line = small ? line.map((span) => ({ ...span, tone: span.tone ?? 'dim' })) : line;
    wrapped([...(label === '' ? [] : [toned(`${label}: `, 'dim')]), ...text], at, at + 2);
    if (table) for (const row of textTable(table, WIDTH - at - 2)) put(row, at + 2);
  }

  underlined(page.title, '═');
  blank();
  page.head.forEach(block);
  for (const section of page.sections) {
    blank();
    underlined(section.title, '─');
    section.blocks.forEach(block);
  }
  return `${out.join('\n').trimEnd()}\n`;
}

function paintsOf(style: TextStyle): Readonly<Record<Tone, Paint>> {
  const same: Paint = (text) => text;
  return { strong: style.bold ?? same, dim: style.dim ?? same, good: style.green ?? same, warn: style.yellow ?? same, bad: style.red ?? same };
}
