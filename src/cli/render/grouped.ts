/**
 * Large numbers for readers.
 * In: a whole number, or the exact text of an amount. Out: `1,234,567`.
 */
export const grouped = (number: number | string): string => String(number).replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));
