import { describe, expect, it } from 'vitest';
import type { AppraisalInput } from '../model/appraisal.ts';
import { EXAMPLE, employee, explained } from './example.fixture.ts';
import type { Explanation } from './explanation.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderText } from './render-text.ts';

const RENDERERS = { text: renderText, markdown: renderMarkdown, html: renderHtml } as const;
const SITUATIONS: readonly (readonly [name: string, more: Partial<AppraisalInput>])[] = [
  ['paid', {}],
  ['punished', { attendance: { counts: { absent: 6 } } }],
  ['held', { employee: { ...employee().employee, class: 16 } }],
  ['not entitled', { facts: { 'leave.unpaid': true } }],
  ['undetermined', { ratings: { items: [] } }],
  ['without attendance', { attendance: undefined as never }],
  ['with a rating on a foreign scale', { ratings: { items: [{ source: 'supervisor', rater: 'a', score: 4, scale: { min: 1, max: 5 } }] } }],
  ['with an effect in force', { effects: [{ key: 'a/1', code: 'teguran', kind: 'sanction', status: 'imposed', cut: 10, months: 6, starts: '2025-01' }] }],
];

const unhashed = (text: string, explanation: Explanation): string => text.replaceAll(explanation.head.ruleset.hash, '0'.repeat(64));

describe('the whole text of a small example', () => {
  it.each(['id', 'en'] as const)('reads well from beginning to end in %s', async (language) => {
    const { explanation } = explained({ attendance: { counts: { absent: 4 } } });
    await expect(unhashed(renderText(explanation, language), explanation)).toMatchFileSnapshot(`expected/example.${language}.txt`);
    await expect(unhashed(renderMarkdown(explanation, language), explanation)).toMatchFileSnapshot(`expected/example.${language}.md`);
  });
});

describe('every rendering', () => {
  const all = SITUATIONS.flatMap(([name, more]) =>
    (['id', 'en'] as const).flatMap((language) => Object.keys(RENDERERS).map((format) => [name, language, format as keyof typeof RENDERERS, more] as const)),
  );

  it.each(all)('of one %s in %s as %s holds no trace of a mistake', (_name, language, format, more) => {
    const { explanation } = explained(more);
    const rendered = RENDERERS[format](explanation, language);
    expect(rendered).not.toMatch(/undefined|NaN|\[object |\bnull\b|Infinity|\{[a-zA-Z]+\}/);
    expect(rendered).toContain(language === 'id' ? 'Ringkasan hasil' : 'Result at a glance');
  });
});

describe('plain text', () => {
  it.each(SITUATIONS)('is at most 100 wide and ends with one line break: %s', (_, more) => {
    const text = renderText(explained(more).explanation, 'id');
    expect(text.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).not.toMatch(/\n\n\n| \n|\u00a0/);
  });

  it('paints tones, and nothing else, when asked', () => {
    const { explanation } = explained();
    const mark = (sign: string) => (text: string) => `${sign}${text}${sign}`;
    const painted = renderText(explanation, 'id', {
      style: { bold: mark('\u0001'), dim: mark('\u0002'), green: mark('\u0003'), yellow: mark('\u0004'), red: mark('\u0005') },
    });
    expect(painted).toContain('\u0001Predikat kinerja\u0001');
    expect(painted).toContain('\u0003Rp2.640.552\u0003');
    expect(painted.replaceAll(/[\u0001-\u0005]/g, '')).toBe(renderText(explanation, 'id'));
  });
});

const EVIL = '<script>alert(1)</script> & "q" \'s\' | *b* _i_ `c` [l](javascript:x) # h';
const evil = (): Explanation =>
  explained(
    { employee: { ...employee().employee, name: EVIL, post: EVIL } },
    {
      manifest: { ...EXAMPLE.manifest, title: { id: EVIL, en: EVIL } },
      terms: { ...EXAMPLE.terms, 'pay.due': { ...EXAMPLE.terms!['pay.due'], title: { id: EVIL, en: EVIL } } },
      sources: { ...EXAMPLE.sources, 'report-press': { kind: 'report', title: EVIL, url: 'javascript:alert(1)' } },
      parameters: { ...EXAMPLE.parameters, 'part.weight': { ...EXAMPLE.parameters!['part.weight'], note: EVIL } },
    },
  ).explanation;

describe('a title that looks like markup', () => {
  it('is text in HTML', () => {
    const html = renderHtml(evil(), 'id');
    expect(html).not.toContain('<script');
    expect(html).not.toContain('href="javascript');
    expect(html.split('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;q&quot; &#39;s&#39;').length).toBeGreaterThan(6);
    expect(html.replaceAll(/<\/?[a-z][a-z0-9]*(?: [a-z]+="[^"<>]*")*>|<!doctype html>/g, '')).not.toMatch(/[<]/);
  });

  it('is text in Markdown', () => {
    const markdown = renderMarkdown(evil(), 'en');
    expect(markdown).not.toMatch(/<script|(?<!\\)\*b|(?<!\\)_i|(?<!\\)`|(?<!\\)\[l/);
    expect(markdown).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; "q" \'s\' \\| \\*b\\* \\_i\\_ \\`c\\` \\[l\\](javascript:x) # h');
    const rows = markdown.split('\n').filter((line) => line.trimStart().startsWith('|'));
    const cells = (line: string): number => line.split(/(?<!\\)\|/).length;
    expect(rows.length).toBeGreaterThan(10);
    expect(new Set(rows.map(cells)).has(1)).toBe(false);
  });
});

describe('the HTML page', () => {
  const html = renderHtml(explained().explanation, 'id');

  it('stands alone: no script, nothing to load', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="id">/);
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son[a-z]+=|src=/);
  });

  it('prints on A4 and repeats the heads of its tables', () => {
    expect(html).toContain('@page { size: A4;');
    expect(html).toContain('thead { display: table-header-group; }');
  });

  it('closes what it opens, and every link leads to a place of the page', () => {
    const open: string[] = [];
    for (const [, close, name] of html.slice(html.indexOf('<body>'), html.indexOf('</html>')).matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (close === '') open.push(name!);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!);
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });
});
