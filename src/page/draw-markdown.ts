/**
 * A page as Markdown (GitHub's kind, for its tables).
 * In: a {@link Page}. Out: Markdown; whatever the page says is text, never markup.
 */
import { NO_BREAK } from './numbers.ts';
import type { Block, Line, Note, Page, Span, TableBlock } from './page.ts';

export function drawMarkdown(page: Page): string {
  const parts = [
    `# ${escape(page.title)}`,
    ...page.head.map(block),
    ...page.sections.flatMap((section) => [`## ${escape(section.title)}`, ...section.blocks.map(block)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'line':
      return inline(each.line);
    case 'heading':
      return `### ${escape(each.text)}`;
    case 'pairs':
      return each.pairs.map(({ label, line }) => `- **${escape(label)}:** ${inline(line)}`).join('\n');
    case 'figures':
      return each.figures.map(({ label, value, line }) => `- **${escape(label)}: ${escape(value)}**${line.length > 0 ? ` – ${inline(line)}` : ''}`).join('\n');
    case 'list':
      return each.items.map((item) => `- ${inline(item)}`).join('\n');
    case 'table':
      return table(each);
    case 'step':
      return [`**\\[${each.number}\\] ${escape(each.title)} = ${escape(each.value)}**`, notes(each.notes)].filter((part) => part !== '').join('\n\n');
  }
}

/** A table inside a list stands indented below its item. */
function notes(all: readonly Note[]): string {
  return all
    .map(({ label, line, depth, table: inner }) => {
      const indent = '  '.repeat(depth);
      const item = `${indent}- ${[label === '' ? '' : `${escape(label)}:`, inline(line)].filter((part) => part !== '').join(' ')}`;
      return inner ? `${item}\n\n${table(inner).replaceAll(/^/gm, `${indent}  `)}\n` : item;
    })
    .join('\n');
}

function table({ head, rows, right }: TableBlock): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(head.map(escape)),
    row(head.map((_, column) => (right.includes(column) ? '---:' : '---'))),
    ...rows.map(({ cells }) => row(cells.map(inline))),
  ].join('\n');
}

const inline = (line: Line): string => {
  const text = line.map(span).join('').trim();
  // What would open a list, a heading or a quotation at the start of a line is text here.
  return text.replace(/^([-+#]|\d+[.)])(?=\s|$)/, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
};

function span({ text, tone, url }: Span): string {
  if (url !== undefined && /^https?:\/\/[^\s<>]+$/.test(url)) return `<${url}>`;
  const escaped = escape(text);
  const strong = tone === 'strong' || tone === 'good' || tone === 'bad' || tone === 'warn';
  const [, before, inner, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(escaped)!;
  return strong && inner !== '' ? `${before}**${inner}**${after}` : escaped;
}

function escape(text: string): string {
  return text
    .replaceAll(NO_BREAK, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_[\]|~]/g, (sign) => `\\${sign}`);
}
