/**
 * How long the differential tests run, and from which seed.
 * In: KINERJA_SEED (a whole number), KINERJA_RUNS (how many times the usual amount). Out: {@link SEED}, {@link runs}.
 */
export const SEED = Number(process.env['KINERJA_SEED'] ?? 1);
const TIMES = Number(process.env['KINERJA_RUNS'] ?? 1);

/** So many times what a plain test run does. */
export const runs = (usual: number): number => Math.max(1, Math.round(usual * TIMES));
