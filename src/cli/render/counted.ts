/**
 * Numbers of things in a sentence.
 * In: a count and a noun. Out: `1 case`, `2 cases`, `no cases`.
 */

export const counted = (count: number, one: string, many = `${one}s`): string => (count === 1 ? `1 ${one}` : `${count === 0 ? 'no' : count} ${many}`);
