/**
 * The bare echo that the file runs are held against: read a file of NDJSON, split it into lines, JSON.parse and JSON.stringify each, write them.
 * Written as well as we could: synchronous reads of large pieces into one buffer, one decoding and one split a piece, one write a piece.
 * (Tried and slower: node:readline, streams, decoding line by line, asynchronous reads and writes.)
 * In: two paths. Out: the same lines in the second file; how many on stdout.
 */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

const PIECE = 1 << 20;
const LINE_END = 10;

const [from, to] = /** @type {[string, string]} */ (process.argv.slice(2));
const input = openSync(from, 'r');
const output = openSync(to, 'w');
let buffer = Buffer.allocUnsafe(2 * PIECE);
let kept = 0;
let lines = 0;

for (;;) {
  if (buffer.length - kept < PIECE) buffer = Buffer.concat([buffer.subarray(0, kept)], buffer.length * 2);
  const read = readSync(input, buffer, kept, PIECE, null);
  const filled = kept + read;
  const end = read === 0 ? filled : buffer.lastIndexOf(LINE_END, filled - 1) + 1;
  if (end > 0) {
    const texts = buffer.toString('utf8', 0, end).split('\n');
    let out = '';
    for (const text of texts) {
      if (text.length === 0) continue;
      out += JSON.stringify(JSON.parse(text)) + '\n';
      lines++;
    }
    writeSync(output, out);
  }
  if (read === 0) break;
  buffer.copy(buffer, 0, end, filled);
  kept = filled - end;
}
closeSync(input);
closeSync(output);
process.stdout.write(`${lines}\n`);
