/**
 * Two types that do not go together, in words.
 * In: the types and what stands between them. Out: a finding's code, message and mend.
 */
import type { Finding, Span } from '../../values/finding.ts';
import { type Type, sameType, typeText } from '../../values/type.ts';
import { PERCENT, divideUnits, multiplyUnits, sameUnit } from '../../values/unit.ts';

/** `a number of IDR`, and the members of an enumeration by its name; what a literal text is until it meets an enumeration. */
export const describe = (type: Type): string => typeText(type);

/** `lead` says what brings the two together, with both types in it. */
export function clash(lead: string, found: Type, wanted: Type, span: Span): Finding {
  const units = found.kind === 'number' && wanted.kind === 'number';
  return { code: units ? 'formula/unit' : 'formula/type', message: lead, mend: mendClash(found, wanted), span };
}

function mendClash(found: Type, wanted: Type): string | undefined {
  if (found.kind === 'number' && wanted.kind === 'number') {
    if ((found.unit.powers.percent ?? 0) < 0 || (wanted.unit.powers.percent ?? 0) < 0)
      return 'A 100 in a product or quotient is 100 percent: let it meet a percentage, or leave it out.';
    if (sameUnit(multiplyUnits(found.unit, PERCENT), wanted.unit)) return `Multiply the ${found.unit.text} by 100: percent is a ratio times 100.`;
    if (sameUnit(divideUnits(found.unit, PERCENT), wanted.unit)) return `Divide the ${found.unit.text} by 100: a ratio is percent divided by 100.`;
    return 'Bring both to one unit; rates such as IDR/month turn one unit into another.';
  }
  if (found.kind === 'list' && wanted.kind === 'number') return 'Make one number of them with sum(...) or max(...), or take one with [1] or last(...).';
  if (found.kind === 'list' && sameType(found.of, wanted)) return 'Take one member with [1] or last(...).';
  if (found.kind === 'record' && wanted.kind !== 'record') return `Name one of its fields: ${[...found.fields.keys()].slice(0, 5).join(', ')}.`;
  if (found.kind === 'text' && wanted.kind === 'enum') return `Write one of its members: ${memberList(wanted.members)}.`;
  return undefined;
}

/** The members of an enumeration, cut after eight. */
export const memberList = (members: readonly string[]): string =>
  members
    .slice(0, 8)
    .map((member) => `"${member}"`)
    .join(', ') + (members.length > 8 ? ', ...' : '');
