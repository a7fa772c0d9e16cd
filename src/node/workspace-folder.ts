/**
 * Sets an editor up for a ruleset, and takes it back: schemas in `.kinerja/`, settings in `.vscode/settings.json`.
 * In: a ruleset's folder. Out: what was written or removed, path by path. What a person has set stays as it is.
 * `.kinerja/workspace.json` remembers what was added, so that removing leaves what was there before.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { workspaceFiles } from '../authoring/workspace.ts';
import { isFile, isFolder } from './read-folder.ts';
import type { RulesetFolder } from './ruleset-folder.ts';
import { type Settings, type SettingsMemory, addSettings, readSettings, removeSettings, settingsText } from './editor-settings.ts';
import { writeFile } from './write-file.ts';

const SETTINGS = '.vscode/settings.json';
const FOLDER = '.kinerja';
const MEMORY = 'workspace.json';

export interface WorkspaceChange {
  readonly path: string;
  readonly what: 'written' | 'changed' | 'unchanged' | 'removed' | 'left';
  /** Why a file is left as it is. */
  readonly why?: string | undefined;
}

/**
 * @param root the folder that the editor opens; the ruleset's own folder when left out.
 * @throws EditorSettingsError when the settings hold something other than plain JSON.
 */
export function writeWorkspace(folder: RulesetFolder, root = folder.path): readonly WorkspaceChange[] {
  const inside = relative(root, folder.path).split(sep).join('/');
  const files = new Map(workspaceFiles(folder.data, { folder: inside, people: [...folder.people.keys()] }));
  const wanted = JSON.parse(files.get(SETTINGS)!) as Settings;
  files.delete(SETTINGS);
  const settingsPath = join(root, SETTINGS);
  const existing = isFile(settingsPath) ? readSettings(readFileSync(settingsPath, 'utf8'), settingsPath) : undefined;
  const known = readMemory(folder);
  const moved = known && relative(join(folder.path, known.root), root) !== '' ? removeWorkspace(folder) : [];
  const before = moved.length > 0 ? undefined : known;
  const { settings, memory } = addSettings(existing, wanted, before);

  const changes = [...moved, ...[...files].map(([path, text]) => put(join(root, path), text))];
  changes.push(put(settingsPath, settingsText(settings)));
  changes.push(put(join(folder.path, FOLDER, MEMORY), settingsText({ root: relative(folder.path, root).split(sep).join('/'), ...memory })));
  return changes;
}

/** Takes back what {@link writeWorkspace} wrote; what is no longer as it was written stays. */
export function removeWorkspace(folder: RulesetFolder): readonly WorkspaceChange[] {
  const home = join(folder.path, FOLDER);
  const memory = readMemory(folder);
  if (!isFolder(home) || !memory) return [];
  const settingsPath = join(folder.path, memory.root, SETTINGS);
  const changes: WorkspaceChange[] = [];
  if (isFile(settingsPath)) {
    const rest = removeSettings(readSettings(readFileSync(settingsPath, 'utf8'), settingsPath), memory);
    if (rest === undefined) {
      rmSync(settingsPath);
      removeIfEmpty(dirname(settingsPath));
      changes.push({ path: settingsPath, what: 'removed' });
    } else {
      changes.push(put(settingsPath, settingsText(rest)));
    }
  }
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    if (name !== MEMORY && !name.endsWith('.schema.json')) {
      changes.push({ path, what: 'left', why: 'it was not written by kinerja' });
      continue;
    }
    rmSync(path);
    changes.push({ path, what: 'removed' });
  }
  removeIfEmpty(home);
  return changes;
}

function put(path: string, text: string): WorkspaceChange {
  const there = isFile(path) ? readFileSync(path, 'utf8') : undefined;
  if (there === text) return { path, what: 'unchanged' };
  mkdirSync(dirname(path), { recursive: true });
  writeFile(path, text, { replace: true });
  return { path, what: there === undefined ? 'written' : 'changed' };
}

function readMemory({ path }: RulesetFolder): (SettingsMemory & { readonly root: string }) | undefined {
  const file = join(path, FOLDER, MEMORY);
  if (!isFile(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as SettingsMemory & { root: string };
  } catch {
    return undefined;
  }
}

function removeIfEmpty(folder: string): void {
  if (isFolder(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}
