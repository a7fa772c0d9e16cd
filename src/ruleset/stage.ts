/**
 * The stages of an appraisal, in their order: a node reads its own stage and earlier ones.
 * In: nothing. Out: {@link STAGES} and which law date a stage is read at.
 */
export const STAGES = ['assessment', 'score', 'rating', 'sanction', 'award', 'incentive', 'payroll'] as const;
export type Stage = (typeof STAGES)[number];

/** Law up to awards is read at the end of the assessed period, law of payment at the end of the paid one. */
export type Phase = 'assessed' | 'paid';

export const stageIndex = (stage: Stage): number => STAGES.indexOf(stage);
export const phaseOf = (stage: Stage): Phase => (stage === 'incentive' || stage === 'payroll' ? 'paid' : 'assessed');
