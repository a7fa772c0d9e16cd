/**
 * Dates as spreadsheets write them.
 * In: a format such as `DD/MM/YYYY` or `MM-YYYY`. Out: a reader that gives `2024-06-30`, or `2024-06` where a month is wanted.
 */

const PARTS = /YYYY|MM|DD/g;
const FORMAT = /^(?:(?:YYYY|MM|DD)[-/. ]?){2,3}$/;

export function isDateFormat(format: string): boolean {
  const parts: readonly string[] = format.match(PARTS) ?? [];
  return FORMAT.test(format) && new Set(parts).size === parts.length && parts.includes('YYYY') && parts.includes('MM');
}

/** Reads a text of that format; undefined for any other text. Days and months may lack their leading zero where signs part them. */
export function dateReader(format: string): (text: string, wanted: 'date' | 'month') => string | undefined {
  const parted = /[-/. ]/.test(format);
  const names = format.match(PARTS)!;
  const escaped = format.replaceAll(/[-/.]/g, (sign) => `\\${sign}`);
  const pattern = new RegExp(`^${escaped.replaceAll(PARTS, (part) => (part === 'YYYY' ? '(\\d{4})' : parted ? '(\\d{1,2})' : '(\\d{2})'))}$`);
  return (text, wanted) => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    const part = (name: string): string | undefined => match[names.indexOf(name as 'DD') + 1]?.padStart(2, '0');
    const month = `${part('YYYY')}-${part('MM')}`;
    if (wanted === 'month') return month;
    return names.includes('DD') ? `${month}-${part('DD')}` : undefined;
  };
}
