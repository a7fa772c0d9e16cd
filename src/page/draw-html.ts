/**
 * A page as HTML that stands alone: no script, nothing to load; it prints on A4.
 * In: a {@link Page} and what it is about. Out: HTML; whatever the page says is text, never markup.
 */
import { HTML_STYLE } from './html-style.ts';
import { NO_BREAK } from './numbers.ts';
import type { Block, Line, Note, Page, Span, TableBlock } from './page.ts';

/** A step of more notes may be broken over two pages. */
const LONG = 12;

/** @param about what the title of the window says behind that of the page. */
export function drawHtml(page: Page, about: string): string {
  const sections = page.sections.map(
    (section) => `<section id="${section.id}">\n<h2>${escape(section.title)}</h2>\n${section.blocks.map(block).join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape([page.title, about].join(': '))}</title>
<style>
${HTML_STYLE}</style>
</head>
<body>
<header>
<h1>${escape(page.title)}</h1>
${page.head.map(block).join('\n')}
</header>
<main>
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function block(each: Block): string {
  switch (each.kind) {
    case 'line':
      return `<p>${inline(each.line)}</p>`;
    case 'heading':
      return `<h3>${escape(each.text)}</h3>`;
    case 'pairs':
      return `<dl class="pairs">${each.pairs.map(({ label, line, anchor: name }) => `<dt${name === undefined ? '' : ` id="${anchor(name)}"`}>${escape(label)}</dt><dd>${inline(line)}</dd>`).join('')}</dl>`;
    case 'figures':
      return `<div class="figures">${each.figures.map(({ label, value, line, tone }) => `<div class="figure ${tone}"><p class="label">${escape(label)}</p><p class="value">${escape(value.replaceAll(NO_BREAK, ' '))}</p><p class="line">${inline(line)}</p></div>`).join('')}</div>`;
    case 'list':
      return `<ul>${each.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'table':
      return table(each);
    case 'step':
      return `<article class="step${each.notes.length > LONG ? ' long' : ''}" id="${anchor(each.number)}"><h4><span class="number">${escape(each.number)}</span> <span class="title">${escape(each.title)}</span> <span class="value">${escape(each.value)}</span></h4>${each.notes.length > 0 ? `<dl class="notes">${each.notes.map(note).join('')}</dl>` : ''}</article>`;
  }
}

function note({ label, line, depth, table: inner, small }: Note): string {
  const kind = [depth === 1 ? 'inner' : '', small ? 'small' : ''].filter((name) => name !== '').join(' ');
  const attribute = kind === '' ? '' : ` class="${kind}"`;
  return `<dt${attribute}>${escape(label)}</dt><dd${attribute}>${inline(line)}${inner ? table(inner) : ''}</dd>`;
}

function table({ head, rows, right }: TableBlock): string {
  const side = (column: number): string => (right.includes(column) ? ' class="right"' : '');
  const drawn = rows.map(
    ({ anchor: name, cells }) =>
      `<tr${name === undefined ? '' : ` id="${anchor(name)}"`}>${cells.map((cell, column) => `<td${side(column)}>${inline(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head.map((text, column) => `<th scope="col"${side(column)}>${escape(text)}</th>`).join('')}</tr></thead><tbody>${drawn.join('')}</tbody></table>`;
}

const inline = (line: Line): string => line.map(span).join('');

function span({ text, tone, to, url }: Span): string {
  const toned = tone === undefined ? escape(text) : `<span class="${tone}">${escape(text)}</span>`;
  if (to !== undefined) return `<a href="#${anchor(to)}">${toned}</a>`;
  return url !== undefined && /^https?:\/\//.test(url) ? `<a href="${escape(url)}">${toned}</a>` : toned;
}

const anchor = (number: string): string => `n${escape(number)}`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign]!);
