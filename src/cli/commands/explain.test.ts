import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

const TINY = `${FIXTURES}/tiny`;
const CLERK = `${TINY}/people/clerk.yaml`;
const FILES = `${FIXTURES}/appraisals`;

describe('kinerja explain', () => {
  it('tells the derivation as text, in both languages', async () => {
    const { code, out, err } = await kinerja(`explain ${TINY} ${CLERK} --lang en`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Amount paid = ');
    expect(out).toContain('PP 1/2023 art. 5');
    const indonesian = await kinerja(`explain ${TINY} ${CLERK}`);
    expect(indonesian.out).toContain('Jumlah dibayar = ');
    expect(indonesian.out).toBe((await kinerja(`explain ${TINY} ${CLERK} --lang id`)).out);
  });

  it('paints at a terminal only, and changes nothing but the colour', async () => {
    const plain = await kinerja(`explain ${TINY} ${CLERK}`);
    const painted = await kinerja(`explain ${TINY} ${CLERK}`, { isTTY: true });
    expect(painted.out).not.toBe(plain.out);
    expect(painted.out.replaceAll(/\u001b\[\d+m/g, '')).toBe(plain.out);
  });

  it('writes one HTML page that loads nothing', async () => {
    const { code, out } = await kinerja(`explain ${TINY} ${CLERK} --format html --lang en`);
    expect(code).toBe(0);
    expect(out.startsWith('<!doctype html>')).toBe(true);
    expect(out).toContain('<html lang="en"');
    expect(out).toContain('Amount paid');
    expect(/<script|<link|<img|\bsrc=|@import|url\(/i.test(out)).toBe(false);
  });

  it('writes Markdown', async () => {
    const { code, out } = await kinerja(`explain ${TINY} ${CLERK} --format markdown --lang en`);
    expect(code).toBe(0);
    expect(out).toMatch(/^# /);
    expect(out).toContain('Amount paid');
  });

  it('writes the derivation as JSON', async () => {
    const { code, out } = await kinerja(`explain ${TINY} ${CLERK} --format json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      head: { status: 'complete', employee: { id: '1', name: 'Siti' }, ruleset: { id: 'tiny', version: '1.0.0' } },
      result: { payments: [{ id: 'payment.pay', status: 'paid' }] },
    });
  });

  it('writes a file without colour, and keeps one that exists', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kinerja-'));
    try {
      const path = join(folder, 'clerk.txt');
      expect(await call(['explain', TINY, CLERK, '--out', path], { isTTY: true })).toEqual({ code: 0, out: '', err: `Written: ${path}\n` });
      expect(readFileSync(path, 'utf8')).toBe((await call(['explain', TINY, CLERK])).out);
      expect((await call(['explain', TINY, CLERK, '--out', path])).code).toBe(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has the exit codes of appraise', async () => {
    const { code, out } = await kinerja(`explain ${TINY} ${FILES}/open.yaml --lang en`);
    expect(code).toBe(1);
    expect(out).toContain('Days absent');
    expect(await kinerja(`explain ${TINY} ${CLERK} --strict`)).toEqual({
      code: 1,
      out: '',
      err: 'kinerja: The outcome rests on a placeholder: base.bonus. Find the text and raise their standing, or appraise without strictness.\n',
    });
    expect(await kinerja(`explain ${TINY} nowhere.yaml`)).toEqual({ code: 2, out: '', err: 'kinerja: There is no file "nowhere.yaml".\n' });
    expect(await kinerja(`explain ${TINY} ${CLERK} --format pdf`)).toEqual({
      code: 2,
      out: '',
      err: "kinerja: option '-f, --format <format>' argument 'pdf' is invalid. Allowed choices are text, markdown, html, json.\n  See: kinerja explain --help\n",
    });
  });
});
