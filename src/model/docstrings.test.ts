/**
 * Every field has a docstring in the source that agrees with its schema: a number names unit, bounds and step.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = readdirSync(FOLDER).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('example'));

/** The text with every call on one line, however it is formatted. */
function unfolded(text: string): string {
  const lines: string[] = [];
  let open = 0;
  for (const line of text.split('\n')) {
    if (open > 0) lines[lines.length - 1] += ` ${line.trim()}`;
    else lines.push(line);
    const starts = open > 0 || /^ +\w+: (?!recordField\(|listField\()\w+\(/.test(line);
    if (starts) open += [...line].reduce((depth, letter) => depth + (letter === '(' ? 1 : letter === ')' ? -1 : 0), 0);
  }
  return lines.join('\n');
}

/** The fields of all records in a file: docstring (if any), name and the rest of the line. */
function fieldsIn(name: string): { where: string; doc: string | undefined; rest: string }[] {
  const lines = unfolded(readFileSync(FOLDER + name, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    const match = /^ +(\w+): ((?:\w+Field|dayCount|minuteCount|timesCount|attained|scored|dayMinutes)\(.*)$/.exec(line);
    return match ? [{ where: `${name}: ${match[1]!}`, doc: /^ +\/\*\* (.*) \*\/$/.exec(lines[index - 1]!)?.[1], rest: match[2]! }] : [];
  });
}

/** What a docstring must say of a number that declares its bounds in this text. */
function boundsIn(text: string): string | undefined {
  const note = /unit: '(\w+)',\s+min: '([^']+)',\s+max: '([^']+)',\s+step: '([^']+)'/.exec(text);
  return note ? `${note[1]!}, ${note[2]!} to ${note[3]!}, step ${note[4]!}` : undefined;
}

/** Helpers such as `dayCount`, which declare bounds for several fields. */
const HELPERS = new Map(
  SOURCES.flatMap((name) =>
    [...readFileSync(FOLDER + name, 'utf8').matchAll(/^const (\w+) = \([^]*?;$/gm)].flatMap(([text, helper]) => {
      const bounds = boundsIn(text);
      return bounds === undefined ? [] : [[helper!, bounds] as const];
    }),
  ),
);

const FIELDS = SOURCES.flatMap(fieldsIn);

describe('fields of the model', () => {
  it('are found', () => {
    expect(FIELDS.length).toBeGreaterThan(120);
  });

  it('have a docstring, unless they hold a list of records or a record', () => {
    expect(
      FIELDS.filter(({ doc, rest }) => doc === undefined && !rest.startsWith('listField(') && !rest.startsWith('recordField(')).map(({ where }) => where),
    ).toEqual([]);
  });

  it('that are numbers name the same unit, bounds and step as their schema', () => {
    const numbers = FIELDS.flatMap(({ where, doc, rest }) => {
      const wanted = boundsIn(rest) ?? HELPERS.get(/^\w+/.exec(rest)![0]);
      return wanted === undefined ? [] : [{ where, doc, wanted }];
    });
    expect(numbers.length).toBeGreaterThan(60);
    expect(numbers.filter(({ doc, wanted }) => !doc?.includes(wanted))).toEqual([]);
  });
});
