/**
 * Plain JSON.
 * In: nothing. Out: the {@link JsonValue} type.
 */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
