/**
 * What the demo says, in Indonesian and English: sentences, values and a table in columns.
 * In: a language. Out: {@link speaker}. Values come from explanations, so words and numbers are those of the whole explanation.
 */
const WIDTH = 118;

const ROMAN = ['I', 'II', 'III', 'IV'];
const MONTHS = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const WORDS = {
  id: {
    employeesTitle: 'Satu pegawai dari setiap daerah',
    invented:
      'Semua pegawai di sini karangan, begitu pula data masukannya: aktivitas mingguan dan poin Denpasar, jumlah e-RK Bandung, penilaian, kehadiran. Aturannya tidak: setiap angka aturan berkata dari mana asalnya dan seberapa pasti.',
    oneTitle: 'Satu orang, empat daerah',
    fullTitle: 'Penjelasan lengkap: pegawai Kota Salatiga',
    fullAbout: ({ name }) =>
      `Inilah data ${name} sendiri, seperti dalam tabel pertama: 20 menit terlambat, tetapi tidak pernah tidak masuk. Hari tidak masuk (10 Maret) dalam perbandingan di atas hanya pengandaian; karena itu jumlahnya di sini lebih tinggi.`,
    whyTitle: 'Mengapa jumlahnya berbeda',
    region: 'Daerah',
    employee: 'Pegawai',
    rating: 'Predikat',
    payments: 'Yang dibayarkan',
    class: 'kelas',
    sum: 'Yang dihitung',
    periods: { month: (m, y) => `${MONTHS.id[m - 1]} ${y}`, quarter: (q, y) => `triwulan ${ROMAN[q - 1]} ${y}`, year: (y) => `tahun ${y}` },
    period: 'Masa yang dinilai',
    notUsed: 'tidak dipakai',
    oneAbout: ({ name, post, class: jobClass, unit }) =>
      `Andaikan ${name} (${post} ${unit}, kelas ${jobClass}) bekerja di keempat daerah pada Maret 2025: hasil kerja, nilai dari para penilai, satu hari tidak masuk (10 Maret) dan 20 menit terlambat (11 Maret) sama. Yang khas daerah diisi dengan contoh, bukan hukum: keputusan TPP Denpasar (Rp6.000.000); upah minimum, nilai jabatan, aktivitas bawahan dan tunjangan output Kota Bandung. Juga karangan, sebagai data masukan: aktivitas mingguan beserta menit dan poinnya, yang dihitung menurut poin di Denpasar dan menurut menit di Bandung, dan jumlah nilai e-RK Bandung bulan Januari dan Februari (160).`,
    paid: 'Yang dibayarkan',
    highest: (amount) => `${amount}, yang tertinggi dari keempatnya.`,
    lowerBy: (amount, gap, place) => `${amount}, yaitu ${gap} lebih rendah daripada ${place}.`,
    from: (base, cite) => `Dihitung dari ${base}${cite ? ` (dasar: ${cite})` : ''}.`,
    baseBy: (amount, place, more) => `Dasarnya ${amount} ${more ? 'lebih tinggi' : 'lebih rendah'} daripada ${place}.`,
    baseSame: (place) => `Dasarnya sama dengan ${place}.`,
    heard: (who, conduct) => `Penilai yang didengar: ${who}; perilaku kerja ${conduct}.`,
    ratingCounts: (rating) => `Predikat ${rating} ikut menentukan jumlahnya.`,
    ratingIdle: (rating) => `Predikat ${rating} tidak mengubah jumlah bulan ini: uangnya tidak dihitung dari predikat.`,
    partFrom: (part, amount, share, what) => `${part} ${amount} (${share} dari dasarnya), dihitung dari ${what}.`,
    notSplit: 'Tidak dibagi menjadi komponen produktivitas dan disiplin; yang dihitung:',
    cuts: (percent, from, amount) => `Kehadiran memotong ${percent} dari ${from}: ${amount}.`,
    wholeAmount: 'jumlah sebelum disiplin',
    reached: (share) => `Yang dibayarkan ${share} dari dasarnya.`,
    notEntitled: (line, reason) => `Tidak berhak atas ${line}: ${reason}.`,
    held: (line, reason) => `${line} ditunda: ${reason}.`,
    also: (line, amount) => `Di samping itu ${line} ${amount}.`,
    missing: (facts) => `Belum dapat dihitung; yang belum ada: ${facts}.`,
  },
  en: {
    employeesTitle: 'One employee of each region',
    invented:
      'All employees here are invented, and so are the data put in: the weekly activities and points of Denpasar, the e-RK totals of Bandung, marks, attendance. The rules are not: each number of a rule says where it comes from and how sure it is.',
    oneTitle: 'One person, four regions',
    fullTitle: 'The whole explanation: the employee of the City of Salatiga',
    fullAbout: ({ name }) =>
      `These are the data of ${name} as in the first table: 20 minutes late, and never absent. The day of absence (10 March) in the comparison above was only supposed; so the amount is higher here.`,
    whyTitle: 'Why the amounts differ',
    region: 'Region',
    employee: 'Employee',
    rating: 'Rating',
    payments: 'What is paid',
    class: 'class',
    sum: 'What is computed',
    periods: { month: (m, y) => `${MONTHS.en[m - 1]} ${y}`, quarter: (q, y) => `quarter ${q} of ${y}`, year: (y) => `year ${y}` },
    period: 'Time appraised',
    notUsed: 'not used',
    oneAbout: ({ name, post, class: jobClass, unit }) =>
      `Suppose ${name} (${post} ${unit}, class ${jobClass}) worked in all four regions in March 2025: the work, the marks of the raters, one day of absence (10 March) and 20 minutes late (11 March) are the same. What only one region asks for is an example, not law: the decree of Denpasar (Rp 6,000,000); minimum wage, job values, activity of subordinates and output allowance of Bandung. Invented too, as input data: the weekly activities with their minutes and points, counted by points in Denpasar and by minutes in Bandung, and Bandung's total of e-RK scores of January and February (160).`,
    paid: 'Paid',
    highest: (amount) => `${amount}, the highest of the four.`,
    lowerBy: (amount, gap, place) => `${amount}, which is ${gap} less than ${place}.`,
    from: (base, cite) => `Computed from ${base}${cite ? ` (ground: ${cite})` : ''}.`,
    baseBy: (amount, place, more) => `That is ${amount} ${more ? 'above' : 'below'} ${place}.`,
    baseSame: (place) => `That is the same as in ${place}.`,
    heard: (who, conduct) => `Raters heard: ${who}; conduct ${conduct}.`,
    ratingCounts: (rating) => `The rating ${rating} counts in the amount.`,
    ratingIdle: (rating) => `The rating ${rating} does not change the amount of this month: the money is not computed from it.`,
    partFrom: (part, amount, share, what) => `${part} ${amount} (${share} of the base), computed from ${what}.`,
    notSplit: 'Not split into productivity and discipline; computed instead:',
    cuts: (percent, from, amount) => `Attendance cuts ${percent} of ${from}: ${amount}.`,
    wholeAmount: 'the amount before discipline',
    reached: (share) => `What is paid is ${share} of the base.`,
    notEntitled: (line, reason) => `Not entitled to ${line}: ${reason}.`,
    held: (line, reason) => `${line} is held: ${reason}.`,
    also: (line, amount) => `Besides, ${line} ${amount}.`,
    missing: (facts) => `Cannot be computed yet; missing: ${facts}.`,
  },
};

const UNITS = { id: { points: 'poin' }, en: { points: 'points' } };

/** The words of a language, with its way of writing values, and tables that stay within the width. */
export function speaker(lang) {
  const say = WORDS[lang];
  const [group, point] = lang === 'id' ? ['.', ','] : [',', '.'];
  const digits = (text) => {
    const [whole, part] = text.split('.');
    return whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + (part ? point + part : '');
  };
  const number = (exact, unit) => {
    const [top, bottom] = exact.split('/').map(Number);
    // For reading only: the exact value stands in the explanation.
    const shown = exact.includes('/') || exact.length > 12 ? String(Math.round((top / (bottom ?? 1)) * 100) / 100) : exact;
    return unit === 'IDR' ? `Rp${lang === 'en' ? ' ' : ''}${digits(shown)}` : `${digits(shown)}${unit === 'percent' ? '%' : ` ${UNITS[lang][unit] ?? unit}`}`;
  };
  const value = (told) => (told.kind === 'number' ? number(told.exact, told.unit) : told.kind === 'word' ? told.title[lang] : '-');
  /** `TPP` for "Tambahan penghasilan pegawai (TPP)": the letters that a title gives itself. */
  const short = (title) => /\(([A-Z]+)\)$/.exec(title[lang])?.[1] ?? title[lang];
  const period = (written) => {
    const [year, part] = written.split('-');
    if (!part) return say.periods.year(year);
    return part.startsWith('Q') ? say.periods.quarter(Number(part[1]), year) : say.periods.month(Number(part), year);
  };
  return { say, value, short, period, table, rupiah: (amount) => number(amount.toFixed(), 'IDR') };
}

function table(head, rows) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  // The widest column gives way, and its cells are wrapped.
  for (let over = widths.reduce((sum, width) => sum + width + 2, -2) - WIDTH; over > 0; over--) widths[widths.indexOf(Math.max(...widths))]--;
  const lines = (row) => {
    const cells = row.map((cell, column) => wrapped(cell, widths[column]));
    return Array.from({ length: Math.max(...cells.map((cell) => cell.length)) }, (_, at) =>
      cells
        .map((cell, column) => (cell[at] ?? '').padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
  };
  return [...lines(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.flatMap(lines)].join('\n');
}

/** Words of a text in lines of at most `width` signs. */
export function wrapped(text, width) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
