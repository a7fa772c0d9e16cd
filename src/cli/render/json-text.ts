/**
 * JSON for machines.
 * In: plain data. Out: its text, indented by two, with an end of line.
 */

export const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
