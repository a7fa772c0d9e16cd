/**
 * A complete appraisal for tests and documentation: every section once, invented data.
 * In: nothing. Out: plain JSON as a developer writes it.
 */
import type { AppraisalInput } from './appraisal.ts';

/** Plain JSON that `readAppraisal` accepts; fresh on each call, so that a test may change it. */
export function exampleAppraisal(): AppraisalInput {
  return {
    id: '2024-06/198701022010031001',
    employee: {
      id: '198701022010031001',
      name: 'Sari Wulandari',
      status: 'pns',
      golongan: 'III/c',
      postKind: 'fungsional',
      jenjang: 'ahliMuda',
      post: 'Perencana',
      class: 9,
      jobValue: 1780,
      leads: false,
      unit: 'Bappeda',
      sector: 'planning',
      region: 'Kota Contoh',
      duty: 'active',
      serviceSince: '2010-03-01',
      rankSince: '2022-04-01',
      postSince: '2021-01-04',
      mkg: 14,
      family: { married: true, spouses: 1, children: 2, dependants: 2 },
    },
    assessed: '2024-06',
    paid: { period: '2024-06', kind: 'regular' },
    assignments: [{ id: 'plt-1', kind: 'plt', post: 'Kepala Bidang', postKind: 'administrator', class: 11, from: '2024-05-01', decree: '821/12/2024' }],
    leaves: [{ id: 'c1', kind: 'sick', from: '2024-06-13', to: '2024-06-14', letter: true }],
    documents: [{ id: 'd1', kind: 'lhkpn', covers: '2023', handedIn: '2024-03-20' }],
    indicators: [
      {
        id: 'iki-1',
        label: 'Dokumen rencana',
        kind: 'quantitative',
        aspect: 'quantity',
        level: 'individual',
        work: 'main',
        polarity: 'higher',
        measuredIn: 'dokumen',
        target: 4,
        realisation: 3,
        weight: '60',
      },
      {
        id: 'iki-2',
        kind: 'quantitative',
        aspect: 'time',
        polarity: 'range',
        targetLow: '9.5',
        targetHigh: 12,
        realisation: 10.25,
        weight: 25.5,
        evidence: [{ kind: 'survey', score: '81.25', respondents: 40, on: '2024-06-20' }],
      },
      { id: 'iki-3', kind: 'qualitative', aspect: 'quality', score: 90, judgement: 'meets', weight: '14.5' },
    ],
    activities: [
      { id: 'a1', label: 'Rapat koordinasi', indicator: 'iki-1', minutes: 120, done: '2024-06-03', submitted: '2024-06-04', approved: '2024-06-06' },
    ],
    ratings: {
      items: [
        { source: 'supervisor', rater: 'u1', criterion: 'cooperation', score: 85.5, scale: { min: 0, max: 100 }, on: '2024-06-28' },
        { source: 'peer', rater: 'u2', criterion: 'cooperation', score: '4', scale: { min: 1, max: 5 } },
      ],
      expected: { supervisor: 1, peer: 3 },
    },
    attendance: {
      days: [
        {
          date: '2024-06-03',
          workday: true,
          status: 'present',
          lateMinutes: 12,
          earlyMinutes: 0,
          workedMinutes: 468,
          missingIn: false,
          missingOut: false,
          marks: ['assembly'],
          missed: ['assembly'],
        },
        { date: '2024-06-04', workday: true, status: 'permit', half: 'afternoon', lateMinutes: 0, earlyMinutes: 0, excused: true },
        { date: '2024-06-13', workday: true, status: 'leave', leaveKind: 'sick', lateMinutes: 0, earlyMinutes: 0 },
        { date: '2024-06-15', workday: false, status: 'off', lateMinutes: 0, earlyMinutes: 0 },
      ],
      counts: { workdays: 3, present: '1.5', permit: '0.5', late: 1 },
    },
    organisation: { rating: 'baik', score: '88.4', iku: 97.5, budget: 92 },
    previous: [
      { period: '2022', rating: 'baik', score: 88 },
      { period: '2023', rating: 'baik' },
    ],
    effects: [
      {
        key: 'potong6/2023',
        code: 'potong6',
        kind: 'sanction',
        status: 'imposed',
        cut: 25,
        months: 6,
        starts: '2024-02',
        meets: 'heaviest',
        decree: '888/1/2024',
      },
      { key: 'lisan/2024', code: 'lisan', kind: 'sanction', status: 'proposed' },
    ],
    carry: { through: '2024-05-31', values: { 'absence.yearDays': 2, 'settlement.share': '200/3' } },
    facts: { 'lebaran.first': true, survey: { score: 81.5 } },
  };
}
