import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchOptions, BatchSummary } from './batch-options.ts';
import { scaledText } from './parquet-input.ts';
import { RULESET, soundRecord } from './records.fixture.ts';
import { runBatch } from './run-batch.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-flat-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const run = (more: Partial<BatchOptions>): Promise<BatchSummary> =>
  runBatch({ ruleset: RULESET, input: at('in.csv'), output: at('out.ndjson'), workers: 1, ...more });
const failure = async (promise: Promise<unknown>): Promise<string> => {
  const error: unknown = await promise.catch((reason: unknown) => reason);
  return error instanceof Error ? `${error.name}: ${error.message.replaceAll(folder, 'FOLDER')}` : 'none';
};
const linesOf = (name: string): readonly string[] => readFileSync(at(name), 'utf8').trim().split('\n');

/** The records of the fixture as rows of a spreadsheet, and the mapping that leads back. */
const COLUMNS = ['NIP', 'Nama', 'Bulan', 'Absen', 'Capaian', 'Catatan'];
function rowOf(number: number): readonly string[] {
  const { employee, assessed, facts } = soundRecord(number) as { employee: { id: string; name: string }; assessed: string; facts: Record<string, number> };
  return [employee.id, employee.name, assessed, String(facts['days.absent'] ?? ''), String(facts['work.done']), ''];
}
const MAPPING = `columns:
  NIP: employee.id
  Nama: employee.name
  Bulan: assessed
  Absen: facts.days.absent
  Capaian: facts.work.done
constants:
  employee.status: pns
  paid.kind: regular
`;
/** The paid month is the assessed one: a second column of the same name is no way to say so. */
const withPaid = (row: readonly string[]): readonly string[] => [...row, row[2]!];
const HEADER = [...COLUMNS, 'Dibayar'];
const FULL_MAPPING = MAPPING.replace('  Bulan: assessed\n', '  Bulan: assessed\n  Dibayar: paid.period\n');

describe('CSV', () => {
  const quoted = (cell: string, number: number): string => (number % 4 === 0 || /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const csv = (count: number): string =>
    [HEADER, ...Array.from({ length: count }, (_, number) => withPaid(rowOf(number)).with(5, number % 3 === 0 ? 'satu; "dua"\nbaris' : ''))]
      .map((row, number) => `${row.map((cell) => quoted(cell, number)).join(';')}\r\n`)
      .join('');

  it('comes to what the same records in NDJSON come to, at whatever size of pieces, with however many workers, packed or not', async () => {
    writeFileSync(at('in.csv'), `\uFEFF${csv(150)}`);
    writeFileSync(at('in.csv.gz'), gzipSync(readFileSync(at('in.csv'))));
    writeFileSync(at('m.yaml'), FULL_MAPPING);
    writeFileSync(at('in.ndjson'), Array.from({ length: 150 }, (_, number) => `${JSON.stringify(soundRecord(number))}\n`).join(''));
    await run({ input: at('in.ndjson'), output: at('expected.ndjson') });
    for (const [input, chunkBytes, workers] of [
      ['in.csv', 4_194_304, 1],
      ['in.csv', 700, 1],
      ['in.csv', 333, 2],
      ['in.csv.gz', 500, 1],
    ] as const) {
      expect(await run({ input: at(input), mapping: at('m.yaml'), chunkBytes, workers })).toMatchObject({ read: 150, rejected: 0 });
      expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(readFileSync(at('expected.ndjson'), 'utf8'));
    }
    async function* stream(): AsyncGenerator<Uint8Array> {
      const bytes = readFileSync(at('in.csv'));
      for (let from = 0; from < bytes.length; from += 50) yield bytes.subarray(from, from + 50);
    }
    await run({ input: stream(), format: 'csv', mapping: at('m.yaml'), chunkBytes: 700 });
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(readFileSync(at('expected.ndjson'), 'utf8'));
  }, 60_000);

  it('writes the selected fields with the names of the columns first', async () => {
    writeFileSync(at('in.csv'), csv(8));
    writeFileSync(at('m.yaml'), FULL_MAPPING);
    await run({ mapping: at('m.yaml'), output: at('out.csv'), select: 'employee,status,payments.payment.pay,unknownFacts' });
    const [header, ...rows] = linesOf('out.csv');
    expect(header).toBe('employee,status,payments.payment.pay,unknownFacts');
    expect(rows[1]).toMatch(/^1000001,complete,\d+,\[\]$/);
    expect(rows[7]).toBe('1000007,undetermined,,"[""days.absent""]"');
    await run({ mapping: at('m.yaml'), output: at('out.csv') });
    expect(linesOf('out.csv')[0]).toBe(
      'employee,assessed.from,assessed.to,paid.from,paid.to,paid.kind,status,rating,scores.kerja,payments.payment.pay,payments.payment.pay.status,unknownFacts,faults,ruleset.hash',
    );
  });

  it('rejects bad records with their line, verbatim, and goes on: quotes that do not close too', async () => {
    const lines = [
      'employee.id,employee.name,employee.status,assessed,facts.days.absent,facts.work.done',
      '1,"Siti\n",pns,2024-06,0,80',
      '2,"Budi,pns,2024-06,0,80',
      '3,Ani,pns,2024-06,0,80',
      '4,Ani,pns,2024-06,0',
      '',
      '5,"Ani" x,pns,2024-06,0,80',
      '6,Tuti,pns,2024-06,"1,5",80',
      '7,"Tu""ti",pns,2024-06,0,80',
    ];
    writeFileSync(at('in.csv'), `${lines.join('\n')}\n`);
    for (const chunkBytes of [4_194_304, 60, 20]) {
      expect(await run({ chunkBytes })).toMatchObject({ read: 7, evaluated: 3, rejected: 4, blank: 1 });
      expect(linesOf('out.ndjson').map((line) => (JSON.parse(line) as { employee: string }).employee)).toEqual(['1', '3', '7']);
      expect(
        linesOf('out.ndjson.rejects.ndjson').map((line) => {
          const { line: number, code, field, record } = JSON.parse(line) as Record<string, unknown>;
          return [number, code, field, record];
        }),
      ).toEqual([
        [4, 'csv/quote', '', lines[2]],
        [6, 'csv/cells', '', lines[4]],
        [8, 'csv/quote', '', lines[6]],
        [9, 'facts/value', 'facts.days.absent', lines[7]],
      ]);
    }
  });

  it('reads dates, decimal commas, words and lists as the mapping says', async () => {
    writeFileSync(
      at('m.yaml'),
      `separator: ;
decimal: comma
date: DD/MM/YYYY
columns:
  NIP: employee.id
  Status: { to: employee.status, words: { PNS: pns, Kontrak: pppk } }
  TMT: employee.serviceSince
  Memimpin: employee.leads
constants: { assessed: 2024-06, facts.work.done: 80 }
lists:
  - to: indicators
    repeat: 2
    constants: { id: "iki-{n}", kind: quantitative, aspect: quantity, polarity: higher }
    columns: { "Target {n}": target, "Bobot {n}": weight }
`,
    );
    writeFileSync(
      at('in.csv'),
      ['NIP;Status;TMT;Memimpin;Target 1;Bobot 1;Target 2;Bobot 2', '1;PNS;1/3/2010;ya;4;60,5;;', '2;Honorer;2010-03-01;mungkin;4;60.5;1;20', ''].join('\n'),
    );
    expect(await run({ mapping: at('m.yaml') })).toMatchObject({ evaluated: 1, rejected: 1 });
    const { code, field, more } = JSON.parse(linesOf('out.ndjson.rejects.ndjson')[0]!) as {
      code: string;
      field: string;
      more: { field: string; message: string }[];
    };
    expect([code, field]).toEqual(['row/cell', 'TMT']);
    expect(more.map((fault) => `${fault.field}: ${fault.message}`)).toEqual([
      'Memimpin: "mungkin" cannot be read as "employee.leads".',
      '["Bobot 1"]: "60.5" cannot be read as "weight".',
    ]);
  });

  it.each([
    ['', 'columns: { NIP: employee.id }', 'BatchError: "FOLDER/in.csv" has no first line with the names of its columns.'],
    ['NIP,NIP\n', 'columns: { NIP: employee.id }', 'BatchError: "FOLDER/in.csv" has two columns "NIP".'],
    [
      'NIPP\n',
      'columns:\n  NIP: employee.id\n',
      'MappingError: The mapping cannot be used.\nmapping:columns.NIP: error mapping/missing-column: The file has no column "NIP". Did you mean "NIPP"?',
    ],
    [
      'NIP\n',
      'colums:\n  NIP: employee.id\n',
      'MappingError: The mapping cannot be used.\nFOLDER/m.yaml:1:1: error mapping/empty: The mapping names no column. Write columns: with a line for each, such as NIP: employee.id.\nFOLDER/m.yaml:1:1: error mapping/unknown-key: "colums" is not known here. Did you mean "columns"?',
    ],
    [
      'NIP\n',
      'columns:\n  NIP: employe.id\n  IKI: indicators.target\n',
      'MappingError: The mapping cannot be used.\nFOLDER/m.yaml:2:8: error mapping/unknown-field: "employe.id" is no field of an appraisal. Did you mean "employee.id"?\nFOLDER/m.yaml:3:8: error mapping/unknown-field: "indicators.target" is no field of an appraisal. "indicators" is a list: map its columns below lists:.',
    ],
    [
      'NIP\n',
      'columns: [',
      'MappingError: The mapping cannot be used.\nFOLDER/m.yaml:1:10: error yaml/bracket: The "[" that opens here is never closed. Close it with "]", or quote the text that begins with it.',
    ],
  ])('refuses header %j with mapping %j', async (header, mapping, message) => {
    writeFileSync(at('in.csv'), header);
    writeFileSync(at('m.yaml'), mapping);
    expect(await failure(run({ mapping: at('m.yaml') }))).toBe(message);
  });

  it('without a mapping refuses columns that are no paths', async () => {
    writeFileSync(at('in.csv'), 'employee.id,Kelas\n');
    expect(await failure(run({}))).toBe(
      'MappingError: The mapping cannot be used.\nmapping:Kelas: error mapping/unknown-field: The column "Kelas" is no path of an appraisal. Give a mapping file with --mapping.',
    );
  });
});

describe('Parquet', () => {
  const write = (name: string, columnData: ColumnSource[], rowGroupSize?: number): void =>
    writeFileSync(at(name), Buffer.from(parquetWriteBuffer({ columnData, ...(rowGroupSize && { rowGroupSize }) })));
  const columns = (count: number): ColumnSource[] => {
    const rows = Array.from({ length: count }, (_, number) => withPaid(rowOf(number)));
    return HEADER.map((name, index) => {
      const cells = rows.map((row) => (row[index] === '' ? null : row[index]!));
      if (name === 'Absen') return { name, data: cells.map((cell) => (cell === null ? null : Number(cell))), type: 'INT32' };
      if (name === 'Capaian') return { name, data: cells.map((cell) => BigInt(cell!)), type: 'INT64' };
      return { name, data: cells, type: 'STRING' };
    });
  };

  it('comes to what the same records in NDJSON come to, and writes exact texts', async () => {
    write('in.parquet', columns(150), 40);
    writeFileSync(at('m.yaml'), FULL_MAPPING);
    writeFileSync(at('in.ndjson'), Array.from({ length: 150 }, (_, number) => `${JSON.stringify(soundRecord(number))}\n`).join(''));
    await run({ input: at('in.ndjson'), output: at('expected.ndjson') });
    for (const workers of [1, 2]) {
      expect(await run({ input: at('in.parquet'), mapping: at('m.yaml'), workers })).toMatchObject({ read: 150, rejected: 0 });
      expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(readFileSync(at('expected.ndjson'), 'utf8'));
    }
    await run({ input: at('in.ndjson'), output: at('out.parquet'), select: 'employee,status,payments.payment.pay' });
    const bytes = readFileSync(at('out.parquet'));
    const rows = await parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) });
    const expected = linesOf('expected.ndjson').map((line) => {
      const { employee, status, payments } = JSON.parse(line) as { employee: string; status: string; payments: { amount: string | null }[] };
      return { employee, status, 'payments.payment.pay': payments[0]!.amount };
    });
    expect(rows).toEqual(expected);
  }, 60_000);

  it('tells a rejected row by its number', async () => {
    const data = columns(5).map((column) => (column.name === 'Capaian' ? { ...column, data: [1n, 2n, 300n, 4n, 5n] } : column));
    write('in.parquet', data, 2);
    writeFileSync(at('m.yaml'), FULL_MAPPING);
    expect(await run({ input: at('in.parquet'), mapping: at('m.yaml') })).toMatchObject({ evaluated: 4, rejected: 1 });
    const { line, record } = JSON.parse(linesOf('out.ndjson.rejects.ndjson')[0]!) as { line: number; record: string };
    expect({ line, record: JSON.parse(record) as unknown }).toMatchObject({ line: 3, record: { NIP: '1000002', Capaian: '300' } });
  });

  it('refuses a column of floats that is mapped, and leaves one alone that is not', async () => {
    const floats = columns(3).map((column): ColumnSource => (column.name === 'Capaian' ? { name: 'Capaian', data: [1.5, 2.5, 3], type: 'DOUBLE' } : column));
    write('in.parquet', floats);
    writeFileSync(at('m.yaml'), FULL_MAPPING);
    expect(await failure(run({ input: at('in.parquet'), mapping: at('m.yaml') }))).toBe(
      'BatchError: The column "Capaian" holds binary floating-point numbers, which are not exact.',
    );
    writeFileSync(at('m.yaml'), FULL_MAPPING.replace('  Capaian: facts.work.done\n', '').replace('constants:', 'constants:\n  facts.work.done: 7'));
    expect(await run({ input: at('in.parquet'), mapping: at('m.yaml') })).toMatchObject({ evaluated: 3 });
  });

  it('reads decimals from their scaled integers', async () => {
    const columnData: ColumnSource[] = [
      { name: 'employee.id', data: ['1', '2'] },
      { name: 'employee.status', data: ['pns', 'pns'] },
      { name: 'assessed', data: ['2024-06', '2024-06'] },
      { name: 'facts.work.done', data: [80, 0.75] },
    ];
    const schema = [
      { name: 'root', num_children: 4 },
      ...['employee.id', 'employee.status', 'assessed'].map(
        (name) => ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' }) as const,
      ),
      { name: 'facts.work.done', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 10, repetition_type: 'REQUIRED' } as const,
    ];
    writeFileSync(at('in.parquet'), Buffer.from(parquetWriteBuffer({ columnData, schema })));
    expect(await run({ input: at('in.parquet') })).toMatchObject({ evaluated: 1, rejected: 1 });
    expect(linesOf('out.ndjson.rejects.ndjson')[0]).toContain('0.75 is not a multiple of the step, 1 points.');
  });

  it.each([
    [12_345n, 2, '123.45'],
    [-5n, 3, '-0.005'],
    [1_200n, 2, '12'],
    [7n, 0, '7'],
  ])('%d with scale %d is %s', (value, scale, text) => expect(scaledText(value, scale)).toBe(text));

  it('says so when the file is none', async () => {
    writeFileSync(at('in.parquet'), 'hello');
    expect(await failure(run({ input: at('in.parquet') }))).toMatch(/^BatchError: "FOLDER\/in.parquet" cannot be read as Parquet: /);
  });
});
