/**
 * The hash of a ruleset: SHA-256 over the RFC 8785 form of all its documents, base included, without titles and notes.
 * In: {@link RulesetData}. Out: 64 hex digits; the same for the same rules, whoever formats them.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../values/canonical.ts';
import { NumberRefused, fromNumber, toText } from '../values/exact.ts';
import { SECTIONS, type RulesetData } from './document.ts';

/** Words for readers: they do not change what is computed. */
const SILENT: ReadonlySet<string> = new Set(['title', 'description', 'note', 'working', 'checked', 'url', 'aliases']);

export function hashOf(data: RulesetData): string {
  const chain: unknown[] = [];
  for (let current: RulesetData | undefined = data; current && chain.length < 20; current = current.base) {
    const document: Record<string, unknown> = { manifest: stripped(current.manifest) };
    for (const section of SECTIONS) if (current[section]) document[section] = stripped(current[section]);
    chain.push(document);
  }
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(chain))));
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, stripped);
  if (typeof value === 'number') return numberText(value);
  // What JSON lacks stands in no rule that could be read.
  if (value === undefined || typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol') return null;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !SILENT.has(key) && inner !== undefined)
      .map(([key, inner]) => [key, stripped(inner)]),
  );
}

/** The same text for 5 and "5"; a number that no rule could read keeps the text that it has. */
function numberText(value: number): string {
  try {
    return toText(fromNumber(value));
  } catch (error) {
    if (error instanceof NumberRefused) return String(value);
    throw error;
  }
}
