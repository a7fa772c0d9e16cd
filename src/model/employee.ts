/**
 * The employee: who is appraised, in which post, since when, with which family.
 * In: nothing. Out: the zod schema of the record and its enumerations; ids of its facts begin with `employee.`.
 */
import { choiceField, enumeration, yesNoField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';
import { GOLONGAN, GOLONGAN_PPPK, PANGKAT } from './golongan.ts';

export const EMPLOYEE_STATUS = enumeration('employeeStatus', [
  ['pns', 'PNS', 'Civil servant (PNS)'],
  ['cpns', 'CPNS', 'Candidate civil servant (CPNS)'],
  ['pppk', 'PPPK', 'Government employee on contract (PPPK)'],
  ['pppkPartTime', 'PPPK paruh waktu', 'Part-time PPPK'],
]);

export const POST_KIND = enumeration('postKind', [
  ['jptUtama', 'JPT utama', 'Highest executive post'],
  ['jptMadya', 'JPT madya', 'Middle executive post'],
  ['jptPratama', 'JPT pratama', 'Junior executive post'],
  ['administrator', 'Administrator', 'Administrator'],
  ['pengawas', 'Pengawas', 'Supervisor'],
  ['pelaksana', 'Pelaksana', 'Implementer'],
  ['fungsional', 'Fungsional', 'Functional post'],
]);

export const JENJANG = enumeration('jenjang', [
  ['pemula', 'Pemula', 'Beginner (skill)'],
  ['terampil', 'Terampil', 'Skilled (skill)'],
  ['mahir', 'Mahir', 'Proficient (skill)'],
  ['penyelia', 'Penyelia', 'Overseer (skill)'],
  ['ahliPertama', 'Ahli pertama', 'First expert (expertise)'],
  ['ahliMuda', 'Ahli muda', 'Junior expert (expertise)'],
  ['ahliMadya', 'Ahli madya', 'Middle expert (expertise)'],
  ['ahliUtama', 'Ahli utama', 'Principal expert (expertise)'],
]);

export const DUTY_STATUS = enumeration('dutyStatus', [
  ['active', 'Aktif', 'On duty'],
  ['studyLeave', 'Tugas belajar', 'Sent to study'],
  ['secondedOut', 'Dipekerjakan atau diperbantukan di luar instansi', 'Seconded to another institution'],
  ['secondedIn', 'Dipekerjakan dari instansi lain', 'Seconded from another institution'],
  ['pensionPreparation', 'Masa persiapan pensiun (MPP)', 'Released to prepare for retirement'],
  ['suspended', 'Diberhentikan sementara', 'Temporarily dismissed'],
  ['noPost', 'Tanpa tugas atau jabatan', 'Without task or post'],
  ['dismissed', 'Diberhentikan', 'Dismissed'],
]);

const familySchema = recordField(
  {
    /** Whether married, for tax (status kawin). */
    married: yesNoField({ id: 'Kawin', en: 'Married', about: 'Whether the employee is married, as the tax status says.' }).optional(),
    /** Spouses for whom the allowance is paid with this salary: count, 0 to 1, step 1. */
    spouses: decimalField({
      id: 'Suami atau istri yang ditanggung',
      en: 'Spouses with allowance',
      about: 'Spouses for whom the family allowance is paid with this salary; 0 when the other spouse draws it.',
      unit: 'count',
      min: '0',
      max: '1',
      step: '1',
    }).optional(),
    /** Children who qualify for the child allowance: count, 0 to 20, step 1. */
    children: decimalField({
      id: 'Anak yang ditanggung',
      en: 'Children with allowance',
      about: 'Children who qualify for the child allowance; the ruleset limits how many are paid.',
      unit: 'count',
      min: '0',
      max: '20',
      step: '1',
    }).optional(),
    /** Dependants for tax, spouse not among them (tanggungan PTKP): count, 0 to 20, step 1. */
    dependants: decimalField({
      id: 'Tanggungan pajak',
      en: 'Tax dependants',
      about: 'Dependants for income tax, the spouse not among them.',
      unit: 'count',
      min: '0',
      max: '20',
      step: '1',
    }).optional(),
  },
  { name: 'family', id: 'Keluarga', en: 'Family', about: 'Family and dependants.' },
);

export const employeeSchema = recordField(
  {
    /** Under which number the employee is known (NIP or another id). */
    id: idField({ id: 'NIP', en: 'Employee id', about: 'The number under which the employee is known.' }),
    /** Name, for notices. */
    name: textField({ id: 'Nama', en: 'Name', about: 'The name, for notices.' }).optional(),
    /** PNS, CPNS, PPPK or part-time PPPK. */
    status: choiceField(EMPLOYEE_STATUS, { id: 'Status kepegawaian', en: 'Employment status', about: 'PNS, CPNS, PPPK or part-time PPPK.' }),
    /** Golongan ruang of a PNS or CPNS, `I/a` to `IV/e`. */
    golongan: choiceField(GOLONGAN, { id: 'Golongan ruang', en: 'Grade (PNS)', about: 'Golongan ruang of a PNS or CPNS.' }).optional(),
    /** Golongan of a PPPK, `I` to `XVII`. */
    golonganPppk: choiceField(GOLONGAN_PPPK, { id: 'Golongan PPPK', en: 'Grade (PPPK)', about: 'Golongan of a PPPK.' }).optional(),
    /** Pangkat; worked out from the golongan when left out. */
    pangkat: choiceField(PANGKAT, { id: 'Pangkat', en: 'Rank', about: 'Pangkat of a PNS or CPNS; worked out from the golongan when left out.' }).optional(),
    /** Kind of post held (JPT, administrator, pengawas, pelaksana, fungsional). */
    postKind: choiceField(POST_KIND, { id: 'Jenis jabatan', en: 'Kind of post', about: 'The kind of the post held.' }).optional(),
    /** Level of a functional post. */
    jenjang: choiceField(JENJANG, {
      id: 'Jenjang jabatan fungsional',
      en: 'Level of the functional post',
      about: 'The level, for functional posts only.',
    }).optional(),
    /** Name of the post (nama jabatan). */
    post: textField({ id: 'Nama jabatan', en: 'Post', about: 'The name of the post, as the tables of the ruleset write it.' }).optional(),
    /** Kelas jabatan: count, 1 to 17, step 1. */
    class: decimalField({
      id: 'Kelas jabatan',
      en: 'Job class',
      about: 'Kelas jabatan of the post.',
      unit: 'count',
      min: '1',
      max: '17',
      step: '1',
    }).optional(),
    /** Nilai jabatan: points, 0 to 10000, step 1. */
    jobValue: decimalField({
      id: 'Nilai jabatan',
      en: 'Job value',
      about: 'Nilai jabatan from the job evaluation.',
      unit: 'points',
      min: '0',
      max: '10000',
      step: '1',
    }).optional(),
    /** Whether the employee leads others; then leadership is assessed too. */
    leads: yesNoField({ id: 'Memimpin', en: 'Leads others', about: 'Whether the employee leads others; leadership is assessed only then.' }).optional(),
    /** Office (perangkat daerah or unit kerja). */
    unit: textField({ id: 'Unit kerja', en: 'Unit', about: 'The office where the employee works, as the tables of the ruleset write it.' }).optional(),
    /** Sector of the office, such as education or health. */
    sector: textField({ id: 'Sektor', en: 'Sector', about: 'The sector of the office, such as education or health, as the ruleset writes it.' }).optional(),
    /** Region that employs (provinsi, kabupaten, kota). */
    region: textField({ id: 'Daerah', en: 'Region', about: 'The region that employs, as the ruleset writes it.' }).optional(),
    /** Place of duty, where pay depends on it. */
    place: textField({ id: 'Tempat bertugas', en: 'Place of duty', about: 'The place of duty, where pay depends on it.' }).optional(),
    /** Group of staff with rules or hours of its own, such as teachers. */
    staffGroup: textField({
      id: 'Kelompok pegawai',
      en: 'Group of staff',
      about: 'The group of staff with rules or working hours of its own, such as teachers.',
    }).optional(),
    /** On duty, sent to study, seconded, suspended. */
    duty: choiceField(DUTY_STATUS, {
      id: 'Kedudukan pegawai',
      en: 'Duty status',
      about: 'Whether the employee is on duty, sent to study, seconded, suspended or without post.',
    }).optional(),
    /** Date of birth. */
    bornOn: dateField({ id: 'Tanggal lahir', en: 'Date of birth', about: 'The date of birth.' }).optional(),
    /** First day in service (TMT CPNS or start of the contract). */
    serviceSince: dateField({
      id: 'TMT masuk kerja',
      en: 'In service since',
      about: 'The first day in service: TMT CPNS, or the start of the contract.',
    }).optional(),
    /** First day in the present rank (TMT golongan). */
    rankSince: dateField({ id: 'TMT golongan', en: 'In rank since', about: 'The first day in the present golongan.' }).optional(),
    /** First day in the present post (TMT jabatan). */
    postSince: dateField({ id: 'TMT jabatan', en: 'In post since', about: 'The first day in the present post.' }).optional(),
    /** Last day of the contract, for PPPK. */
    contractUntil: dateField({ id: 'Akhir kontrak', en: 'Contract until', about: 'The last day of the contract, for PPPK.' }).optional(),
    /** Masa kerja golongan in whole years: year, 0 to 60, step 1. */
    mkg: decimalField({
      id: 'Masa kerja golongan',
      en: 'Years of service in grade',
      about: 'Masa kerja golongan in whole years, by which salary tables are read.',
      unit: 'year',
      min: '0',
      max: '60',
      step: '1',
    }).optional(),
    family: familySchema.optional(),
  },
  { name: 'employee', id: 'Pegawai', en: 'Employee', about: 'The employee who is appraised.' },
);
