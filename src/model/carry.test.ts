/**
 * Carried values: whatever text an outcome writes is read again, up to the stated length.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExact, ratio, toText } from '../values/exact.ts';
import { LONGEST_CARRY } from './carry.ts';
import { InputError } from './input-error.ts';
import { readAppraisal } from './read-appraisal.ts';

const carried = (value: string | number) =>
  readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: '2024-06', carry: { through: '2024-05-31', values: { debt: value } } }).carry!.values.get(
    'debt',
  );
const refusal = (value: string | number): string => {
  try {
    return String(carried(value));
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
};

describe('a carried value', () => {
  it('is read as it was written, however many digits it has', () => {
    const digits = fc.bigInt({ min: -(10n ** 480n), max: 10n ** 480n });
    const decimal = fc.tuple(digits, fc.nat(400)).map(([n, places]) => ratio(n, 10n ** BigInt(places)));
    const broken = fc.tuple(digits, fc.bigInt({ min: 1n, max: 10n ** 480n })).map(([n, d]) => ratio(n, d));
    fc.assert(
      fc.property(fc.oneof(decimal, broken), (value) => {
        const text = toText(value);
        fc.pre(text.length <= LONGEST_CARRY);
        const read = carried(text);
        expect(isExact(read) && toText(read)).toBe(text);
      }),
    );
  });

  it.each([
    ['1499999999999998.5', '1499999999999998.5'],
    ['-12345678901234567890', '-12345678901234567890'],
    [`1/${'3'.repeat(LONGEST_CARRY - 2)}`, `1/${'3'.repeat(LONGEST_CARRY - 2)}`],
    [3, '3'],
  ])('%s is taken', (written, text) => {
    const read = carried(written);
    expect(isExact(read) && toText(read)).toBe(text);
  });

  const MEND = 'Give it as the outcome of the period before wrote it';
  it.each([
    [`1/${'3'.repeat(LONGEST_CARRY - 1)}`, `This value has 1001 characters, and a carry holds at most 1000. ${MEND}.`],
    ['1,5', `"1,5" is neither a decimal number nor a ratio such as "200/3". ${MEND}: a point (not a comma), or a slash between two whole numbers.`],
    ['1/0', `"1/0" is neither a decimal number nor a ratio such as "200/3". ${MEND}: a point (not a comma), or a slash between two whole numbers.`],
  ])('%s is refused', (written, said) => expect(refusal(written)).toBe(`The appraisal has one fault:\n- carry.values.debt: ${said}`));
});
