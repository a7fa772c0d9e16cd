/**
 * Merges settings of an editor, and takes them out again.
 * In: the settings as they are and as they are wanted. Out: merged settings, and a memory of what was added. A person's own value wins.
 */

export type Settings = Readonly<Record<string, unknown>>;

/** What was added: names of settings with the value that was put in; for a mapping, the entries. */
export interface SettingsMemory {
  /** Whether the file was made, and goes when nothing is left in it. */
  readonly made: boolean;
  readonly added: Settings;
}

/** Settings that cannot be merged without losing something. */
export class EditorSettingsError extends Error {
  override readonly name = 'EditorSettingsError';
  readonly code = 'settings/not-json';
}

/** @throws EditorSettingsError for comments, trailing commas, and whatever else is no JSON: writing it again would lose them. */
export function readSettings(text: string, path: string): Settings {
  if (text.trim() === '') return {};
  try {
    const read: unknown = JSON.parse(text);
    if (isMapping(read)) return read;
  } catch {
    // Told below.
  }
  throw new EditorSettingsError(
    `"${path}" is not plain JSON, and writing it again would lose its comments. Take the comments out, or name another folder with --root.`,
  );
}

export function addSettings(
  existing: Settings | undefined,
  wanted: Settings,
  before: SettingsMemory | undefined,
): { readonly settings: Settings; readonly memory: SettingsMemory } {
  const cleared = existing && before ? (removeSettings(existing, { ...before, made: false }) ?? {}) : (existing ?? {});
  const settings = new Map(Object.entries(cleared));
  const added = new Map<string, unknown>();
  for (const [name, value] of Object.entries(wanted)) {
    const own = settings.get(name);
    if (own === undefined) {
      settings.set(name, value);
      added.set(name, value);
    } else if (isMapping(own) && isMapping(value)) {
      const fresh = Object.entries(value).filter(([key]) => !Object.hasOwn(own, key));
      settings.set(name, { ...own, ...Object.fromEntries(fresh) });
      if (fresh.length > 0) added.set(name, Object.fromEntries(fresh));
    }
  }
  return { settings: Object.fromEntries(settings), memory: { made: before?.made ?? existing === undefined, added: Object.fromEntries(added) } };
}

/** The settings without what was added and is still as it was; undefined when the file was made and nothing is left. */
export function removeSettings(settings: Settings, { made, added }: SettingsMemory): Settings | undefined {
  const rest = new Map(Object.entries(settings));
  for (const [name, value] of Object.entries(added)) {
    const own = rest.get(name);
    if (same(own, value)) {
      rest.delete(name);
    } else if (isMapping(own) && isMapping(value)) {
      rest.set(name, Object.fromEntries(Object.entries(own).filter(([key, inner]) => !(Object.hasOwn(value, key) && same(inner, value[key])))));
    }
  }
  return made && rest.size === 0 ? undefined : Object.fromEntries(rest);
}

export const settingsText = (settings: object): string => `${JSON.stringify(settings, undefined, 2)}\n`;

const isMapping = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
