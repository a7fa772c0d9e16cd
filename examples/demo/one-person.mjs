/**
 * One person under four regions: the same work, marks, absences and post, and beside them what each region asks for besides.
 * In: the project leader of Salatiga as its file says. Out: an appraisal for each region, in the order of REGIONS.
 * The decree of Denpasar, the weekly activities with their minutes and points, and the wages, job values, output allowance and e-RK totals
 * of Bandung are invented input data, not law.
 */
export const REGIONS = ['sofifi', 'andir', 'salatiga', 'denpasar'];

/** Marks from 1 to 5 on three criteria; each region names its own three, and hears the raters that its scheme names. */
const MARKS = {
  supervisor: [[4, 4, 5]],
  self: [[5, 5, 4]],
  peer: [
    [4, 4, 4],
    [4, 3, 4],
  ],
  stakeholder: [
    [4, 4, 4],
    [4, 4, 5],
    [4, 5, 5],
  ],
};
/** Self first, then the superior, then the others: the order that Andir asks for. */
const MARKED_ON = { self: '2025-03-20', supervisor: '2025-03-24', peer: '2025-03-26', stakeholder: '2025-03-26' };

const NOTHING_BARS = { 'allowance.waitingPay': false, 'allowance.profession': false, 'custody.held': false, 'leave.hajj': false, 'lhkpn.overdue': false };

const ASKED = {
  sofifi: { assessed: '2025-03', criteria: ['disiplin', 'kualitas', 'kolaborasi'], top: 100, facts: { ...NOTHING_BARS, 'region.yearlyRuleSet': true } },
  andir: {
    assessed: '2025-03',
    criteria: ['kepuasan', 'efisiensi', 'komunikasi'],
    top: 5,
    facts: { 'allowance.profession': false, 'region.umr': 4200000, 'region.lowestJobValue': 210, 'output.allowance': 2000000, 'subordinates.activity': 85 },
    carry: { 'erk.sum': 160, 'erk.months': 2, 'output.advanced': 0, 'output.overpaid': 0 },
  },
  salatiga: {
    assessed: '2025-Q1',
    criteria: ['pelayanan', 'interaksi', 'kelolaTim'],
    top: 5,
    facts: { 'allowance.profession': false, 'allowance.differenceForbidden': false },
  },
  // The year is judged as it stands in March.
  denpasar: { assessed: '2025', criteria: ['pelayanan', 'kolaborasi', 'antarUnit'], top: 5, facts: { ...NOTHING_BARS, 'tpp.decreedAmount': 6000000 } },
};

const activity = (day, at) => ({ id: `a${at}`, label: 'Proyek jalan', work: 'main', minutes: 1275, points: 100, done: day, submitted: day, approved: day });

/** Absent on 10 March, and late on the 11th as the file has it. */
const withAbsence = (days) => days.map((day) => (day.date === '2025-03-10' ? { ...day, status: 'absent' } : day));

/** The appraisal of the person as one region would have it. */
export function inRegion(region, leader) {
  const asked = ASKED[region];
  const items = Object.entries(MARKS).flatMap(([source, raters]) =>
    raters.flatMap((marks, rater) =>
      marks.map((mark, at) => ({
        source,
        rater: `${source}-${rater + 1}`,
        criterion: asked.criteria[at],
        score: asked.top === 100 ? mark * 20 : mark,
        scale: { min: asked.top === 100 ? 0 : 1, max: asked.top },
        on: MARKED_ON[source],
      })),
    ),
  );
  const days = withAbsence(leader.attendance.days);
  return {
    ...leader,
    employee: { ...leader.employee, jobValue: 300 },
    assessed: asked.assessed,
    ratings: { items },
    documents: [
      ...leader.documents,
      { kind: 'skp', covers: '2025', handedIn: '2025-01-20', approved: '2025-01-28' },
      { kind: 'rekapKehadiran', covers: '2025-03', handedIn: '2025-03-31' },
      { kind: 'penilaianDiri', covers: '2025-03', handedIn: '2025-03-20' },
    ],
    activities: ['2025-03-07', '2025-03-14', '2025-03-21', '2025-03-26'].map(activity),
    organisation: { ...leader.organisation, iku: 90 },
    attendance: { days: region === 'salatiga' ? days : days.filter((day) => day.date >= '2025-03-01') },
    ...(asked.carry && { carry: { through: '2025-02-28', values: { 'absence.yearDays': 0, 'late.yearMinutes': 0, ...asked.carry } } }),
    facts: asked.facts,
  };
}
