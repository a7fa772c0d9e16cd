/**
 * Large numbers for readers.
 * In: a whole number, or the exact text of an amount. Out: `1,234,567`, also with what is counted.
 */
export const grouped = (number: number | string): string => String(number).replace(/^-?\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','));

/** `1 record`, `1,234 records`. */
export const many = (count: number, one: string): string => `${grouped(count)} ${one}${count === 1 ? '' : 's'}`;
