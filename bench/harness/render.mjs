/**
 * The report as text for people: tables with ratios; what was not measured says so.
 * In: the report. Out: text.
 */
import { WAYS } from './ways.mjs';

const NOT_THERE = 'not available';
/** @type {(value: number | null | undefined, digits?: number) => string} */
const number = (value, digits = 0) =>
  typeof value === 'number' ? value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }) : NOT_THERE;
/** Three figures that count. @param {number | null | undefined} value */
const short = (value) => (typeof value !== 'number' ? NOT_THERE : number(value, Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2));

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows first column left, the others right
 */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** @param {any} report */
export function render(report) {
  const { machine, agreement, task, taskDetails, rulesets, file, cold, memory, growth, ratios } = report;
  const parts = [
    `kinerja ${report.version}, Node ${machine.node}, ${machine.cores} cores (${machine.cpu})${report.quick ? '\nQUICK RUN: short spans, for a look; no figures to quote' : ''}${machine.loadBefore > 0.5 ? `\nThe machine was busy when this began (load ${machine.loadBefore.toFixed(1)}): expect scatter, trust ratios more than rates` : ''}`,
  ];
  if (agreement) {
    const rows = Object.entries(agreement.ways).map(([way, found]) => [
      WAYS[way]?.title ?? way,
      WAYS[way]?.exact === 'yes' ? 'exact' : WAYS[way]?.exact === 'no' ? 'not exact' : 'no proof',
      /** @type {any} */ (found) === null ? NOT_THERE : number(/** @type {any} */ (found).differ),
      /** @type {any} */ (found)?.example ?? '',
    ]);
    parts.push(
      `Agreement in every field, ${number(agreement.employees)} random employees, against ratios of BigInts\n${table(['way', 'claims', 'differ', ''], rows)}`,
    );
    for (const [set, found] of Object.entries(agreement.float))
      parts.push(
        `Floats differ on ${number(/** @type {any} */ (found).differ)} of ${number(/** @type {any} */ (found).employees)} ${set} employees; by field: ${fieldsText(/** @type {any} */ (found).fields)}`,
      );
  }
  if (task) {
    const rows = Object.entries(WAYS).map(([way, { title, exact }]) => [
      title,
      exact === 'yes' ? 'yes' : exact === 'no' ? 'no' : 'no proof',
      number(task[way]),
      typeof task[way] === 'number' && typeof task.jsonRulesEngine === 'number' ? short(task[way] / task.jsonRulesEngine) : '',
      typeof task[way] === 'number' && typeof task.handFloat === 'number' ? short(task[way] / task.handFloat) : '',
      number(task.uniform[way]),
      typeof task.uniform[way] === 'number' && typeof task.uniform.handFloat === 'number' ? short(task.uniform[way] / task.uniform.handFloat) : '',
    ]);
    parts.push(
      `The task, employees a second on one thread (${number(taskDetails.nodes.asWritten)} formula nodes written, ${number(taskDetails.nodes.perEmployee)} met by one employee)\n` +
        table(['way', 'exact', 'full of ties', '÷ json-rules-engine', '÷ floats', 'no pattern', '÷ floats'], rows),
    );
  }
  if (rulesets) {
    const rows = Object.entries(rulesets).map(([id, ways]) => [
      id,
      number(/** @type {any} */ (ways).cases),
      ...['generated', 'closures', 'exact'].map((way) => number(/** @type {any} */ (ways)[way])),
    ]);
    parts.push(`Shipped rulesets, appraisals a second over their own cases\n${table(['ruleset', 'cases', 'generated', 'closures', 'exact'], rows)}`);
  }
  if (file) {
    parts.push(
      `File to file, ${number(file.records)} employees as NDJSON, µs a record\n${table(
        ['way', 'µs', '÷ echo'],
        [
          ['echo: read, parse, stringify, write', number(file.echo, 2), '1.00'],
          ['kinerja batch, 1 worker', number(file.batch1, 2), typeof file.batch1 === 'number' ? short(file.batch1 / file.echo) : ''],
          ['kinerja batch, 2 workers', number(file.batch2, 2), typeof file.batch2 === 'number' ? short(file.batch2 / file.echo) : ''],
        ],
      )}`,
    );
    if (typeof file.twoEchoesOverOne === 'number')
      parts.push(`Two echoes beside each other do ${short(file.twoEchoesOverOne)} times the work of one: what two processes that share nothing come to here`);
    for (const [name, why] of Object.entries(file.failed ?? {})) parts.push(`${name} failed: ${why}`);
  }
  if (cold) parts.push(`Cold start of the command line, one employee: ${number(cold.coldStartMs)} ms (Node alone: ${number(cold.bareNodeMs)} ms)`);
  if (memory)
    parts.push(`Peak memory of the batch over ${number(memory.records)} employees: 1 worker ${mb(memory.workers1)}, 2 workers ${mb(memory.workers2)}`);
  if (growth) parts.push(...growthText(growth));
  if (ratios.some((/** @type {any} */ { value }) => value !== null)) {
    const rows = ratios.map((/** @type {import('./ratios.mjs').Ratio} */ { name, value, must, aim, better, reached }) => {
      const sign = better === 'higher' ? '≥' : '≤';
      return [
        name,
        short(value),
        `${sign} ${must}`,
        `${sign} ${aim}`,
        reached === null ? 'not measured' : reached === 'aim' ? 'aim reached' : reached === 'must' ? 'must reached' : 'NOT REACHED',
      ];
    });
    parts.push(`Ratios\n${table(['', 'measured', 'must', 'aim', ''], rows)}`);
  }
  return `${parts.join('\n\n')}\n`;
}

const mb = (/** @type {number | null | undefined} */ value) => (typeof value === 'number' ? `${number(value)} MB` : NOT_THERE);
const fieldsText = (/** @type {Record<string, number>} */ fields) =>
  Object.entries(fields)
    .map(([field, count]) => `${field} ${number(count)}`)
    .join(', ') || 'none';

/** @param {any} growth */
function growthText({ rules, rows, records }) {
  const ways = Object.keys(rules);
  const sizes = (/** @type {any} */ byWay) => [...new Set(ways.flatMap((way) => Object.keys(byWay[way] ?? {})))].sort((a, b) => Number(a) - Number(b));
  const grid = (/** @type {any} */ byWay, /** @type {(cell: any, way: any) => string} */ cell) =>
    sizes(byWay).map((size) => [number(Number(size)), ...ways.map((way) => cell(byWay[way]?.[size], byWay[way]))]);
  const load = (/** @type {any} */ found, /** @type {string} */ figure) =>
    found?.[figure] === undefined ? NOT_THERE : `${short(found[figure])} (${number(found.resolveMs + found.compileMs)} ms)`;
  return [
    `Growth with rules: µs an employee (and ms to resolve and compile)\n${table(
      ['rules', ...ways],
      grid(rules, (found) => load(found, 'usPerEmployee')),
    )}`,
    `Growth with rows of a table: ns a lookup (and ms to resolve and compile)\n${table(
      ['rows', ...ways],
      grid(rows, (found) => load(found, 'nsPerLookup')),
    )}`,
    `Growth with records: ms for so many from nothing, compiling included\n${table(
      ['records', ...ways],
      grid(records, (ms, way) => (way === null ? NOT_THERE : ms === undefined ? 'no time' : number(ms))),
    )}`,
  ];
}
