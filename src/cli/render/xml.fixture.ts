/**
 * A small check of XML for tests: tags, attributes, entities and characters as XML 1.0 asks for them.
 * In: a document. Out: the first fault, and the texts of its leaves.
 */

const TAG = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[A-Za-z][\w-]*="[^"<]*")*)\s*(\/?)>/;
const REFERENCE = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
const CHARACTERS = /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u;

interface Scan {
  readonly fault?: string;
  readonly texts: readonly string[];
}

export const xmlFault = (xml: string): string | undefined => scan(xml).fault;

/** The texts between tags, blank ones left out, entities read. */
export const xmlTexts = (xml: string): readonly string[] => scan(xml).texts;

function scan(xml: string): Scan {
  const texts: string[] = [];
  const failed = (fault: string): Scan => ({ fault, texts });
  if (!CHARACTERS.test(xml)) return failed('a character that XML cannot hold');
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  if (!xml.startsWith(head)) return failed('no declaration');
  const open: string[] = [];
  let roots = 0;
  let rest = xml.slice(head.length);
  while (rest !== '') {
    const text = /^[^<]*/.exec(rest)![0];
    if (REFERENCE.test(text)) return failed(`a bare & in "${text}"`);
    if (text.includes(']]>')) return failed('a bare ]]>');
    if (text.trim() !== '') {
      if (open.length === 0) return failed('text outside the root');
      texts.push(read(text));
    }
    rest = rest.slice(text.length);
    if (rest === '') break;
    const tag = TAG.exec(rest);
    if (!tag) return failed(`no tag: ${rest.slice(0, 40)}`);
    const [whole, closing, name, attributes, single] = tag;
    if (REFERENCE.test(attributes!)) return failed(`a bare & in <${name}>`);
    const names = [...attributes!.matchAll(/([\w-]+)="/g)].map((match) => match[1]);
    if (new Set(names).size < names.length) return failed(`an attribute twice in <${name}>`);
    if (closing) {
      if (open.pop() !== name) return failed(`</${name}> closes something else`);
    } else {
      if (open.length === 0) roots++;
      if (!single) open.push(name!);
    }
    rest = rest.slice(whole.length);
  }
  if (open.length > 0) return failed(`<${open.at(-1)}> is not closed`);
  return roots === 1 ? { texts } : failed(`${roots} roots`);
}

const read = (text: string): string =>
  text
    .replaceAll(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
