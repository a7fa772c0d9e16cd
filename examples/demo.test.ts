/**
 * Runs the demo as `npm run demo` does, in both languages, and reads its key lines.
 * In: demo.mjs, the built library. Out: a failing test shows what the demo said instead.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const demo = (...args: string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string } =>
  spawnSync(process.execPath, ['examples/demo.mjs', ...args], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', NO_COLOR: '1' } });

const said = (text: string): string => text.replaceAll(/\s+/g, ' ');

describe('the demo', () => {
  const indonesian = demo();
  const english = demo('--lang', 'en');

  it('is what npm run demo runs', () => {
    const manifest = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(manifest.scripts['demo']).toBe('node examples/demo.mjs');
  });

  it('ends well and complains of nothing', () => {
    expect([indonesian.status, indonesian.stderr, english.status, english.stderr]).toEqual([0, '', 0, '']);
  });

  it.each([
    'Maluku Utara (Sofifi) Nurhayati Abubakar, Perawat Mahir',
    'Kota Bandung (Andir) Neng Yulianti, Perawat Ahli Pertama',
    'Kota Salatiga Retno Wulandari, Kasubbag (kelas 9) Baik TPP Rp5.944.182',
    'Kota Denpasar Ni Luh Putu Ayu',
    'Yang dibayarkan Rp5.225.800 Rp7.489.365 Rp5.871.894 Rp4.316.000',
    'Maluku Utara (Sofifi): Rp5.225.800, yaitu Rp2.263.565 lebih rendah daripada Kota Bandung (Andir).',
    'Kota Bandung (Andir): Rp7.489.365, yang tertinggi dari keempatnya.',
    'Dihitung dari TPP dasar Rp6.024.000 (dasar: Perwali Salatiga 1/2025).',
    'Penilai yang didengar: atasan 60%, diri sendiri 15%, pemangku kepentingan 25%; perilaku kerja 87,67 poin.',
    'Kehadiran memotong 3,5% dari komponen disiplin: Rp84.336.',
    'Semua pegawai di sini karangan, begitu pula data masukannya: aktivitas mingguan dan poin Denpasar, jumlah e-RK Bandung, penilaian, kehadiran.',
    'Juga karangan, sebagai data masukan: aktivitas mingguan beserta menit dan poinnya,',
    'Tidak berhak atas Insentif kinerja tahunan: dibayar pada bulan terakhir tahun itu.',
  ])('says in Indonesian: %s', (line) => expect(said(indonesian.stdout)).toContain(line));

  it.each([
    'Paid Rp 5,225,800 Rp 7,489,365 Rp 5,871,894 Rp 4,316,000',
    'Kota Bandung (Andir): Rp 7,489,365, the highest of the four.',
    'All employees here are invented, and so are the data put in: the weekly activities and points of Denpasar, the e-RK totals of Bandung, marks, attendance.',
    "Invented too, as input data: the weekly activities with their minutes and points, counted by points in Denpasar and by minutes in Bandung, and Bandung's total of e-RK scores of January and February (160).",
    'Not split into productivity and discipline; computed instead: Process allowance Rp 5,865,000',
  ])('says in English: %s', (line) => expect(said(english.stdout)).toContain(line));

  it('ends with the whole explanation of the employee of Salatiga', () => {
    expect(indonesian.stdout).toContain('Penjelasan hasil penilaian dan pembayaran\n');
    expect(indonesian.stdout).toContain('Tambahan penghasilan pegawai (TPP)  Rp5.944.182 – dibayarkan');
    expect(english.stdout).toContain('Explanation of the appraisal and the pay\n');
    expect(said(indonesian.stdout)).toContain('karena itu jumlahnya di sini lebih tinggi.');
    expect(said(english.stdout)).toContain('so the amount is higher here.');
  });

  it('keeps its own lines within 118 signs', () => {
    const [own] = indonesian.stdout.split('Penjelasan hasil penilaian');
    expect(own!.split('\n').filter((line) => [...line].length > 118)).toEqual([]);
  });

  it('refuses a language that it does not speak', () => {
    expect(demo('--lang', 'jv')).toMatchObject({ status: 1, stderr: '"jv" is no language of the demo. Write --lang id or --lang en.\n' });
  });
});
