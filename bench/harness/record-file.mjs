/**
 * A file of employees as NDJSON, and a folder for it that is gone afterwards.
 * In: how many. Out: its path; each line is a different employee by id, the figures repeat after 20,000.
 */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_SETS } from '../data/employees.mjs';
import { progress } from './progress.mjs';

const DISTINCT = 20_000;
const PIECE = 2_000;

export class RecordFiles {
  constructor() {
    this.folder = mkdtempSync(join(tmpdir(), 'kinerja-bench-'));
    /** @type {Map<number, string>} */
    this.files = new Map();
  }

  /**
   * @param {number} count
   * @returns {string}
   */
  of(count) {
    const found = this.files.get(count);
    if (found !== undefined) return found;
    progress(`writing a file of ${count.toLocaleString('en')} employees`);
    const path = join(this.folder, `${count}.ndjson`);
    const rests = /** @type {NonNullable<(typeof DATA_SETS)[string]>} */ (DATA_SETS['realistic'])(Math.min(count, DISTINCT), 40).map((record) => {
      const { id: _id, ...rest } = record;
      return `",${JSON.stringify(rest).slice(1)}\n`;
    });
    const file = openSync(path, 'w');
    for (let first = 0; first < count; first += PIECE) {
      let text = '';
      for (let index = first; index < Math.min(count, first + PIECE); index++) text += `{"id":"${index + 1}${rests[index % rests.length]}`;
      writeSync(file, text);
    }
    closeSync(file);
    this.files.set(count, path);
    progress(`${(statSync(path).size / 1e6).toFixed(0)} MB`);
    return path;
  }

  /** @param {string} name */
  output(name) {
    return join(this.folder, name);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
