/**
 * Reads the text of one record as JSON, and refuses a name that stands twice in one object, which JSON.parse would settle in silence.
 * In: the text of a line. Out: plain data, or an {@link InputError}.
 * Every name is followed by a colon. When a text has as many colons as the data has names, no name was lost; only otherwise it is read letter by letter.
 */
import { InputError, inputIssue } from '../model/input-error.ts';
import { GREATEST_DEPTH } from '../model/json-guard.ts';
import { repeatedName } from './repeated-name.ts';

/**
 * @throws InputError when the text is no JSON, or an object in it holds a name twice.
 */
export function parseRecord(text: string): unknown {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
    throw new InputError('record', [
      inputIssue('record/json', [], `This is no JSON: ${reason.length > 160 ? `${reason.slice(0, 160)}...` : reason}.`, 'Write one JSON object on each line.'),
    ]);
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    throw new InputError('record', [inputIssue('record/kind', [], 'This is JSON, but no object.', 'Write one JSON object on each line.')]);
  if (colonsIn(text) !== namesIn(record, 1)) {
    const twice = repeatedName(text);
    if (twice)
      throw new InputError('record', [
        inputIssue('record/repeated-name', twice, `"${String(twice.at(-1)).slice(0, 40)}" stands twice in one object.`, 'Leave one of the two.'),
      ]);
  }
  return record;
}

function colonsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count++;
  return count;
}

/** How many names the objects of the data hold; too deep data is left to the guard of the model. */
function namesIn(value: object, depth: number): number {
  if (depth > GREATEST_DEPTH) return -1;
  let count = 0;
  if (Array.isArray(value)) {
    for (const member of value as readonly unknown[]) if (typeof member === 'object' && member !== null) count += namesIn(member, depth + 1);
    return count;
  }
  for (const name in value) {
    count++;
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (typeof member === 'object' && member !== null) count += namesIn(member, depth + 1);
  }
  return count;
}
