/**
 * All scores of a compiled outcome by name, where each has a value.
 * In: where each stands among the outputs. Out: a function from outputs to a frozen record of {@link CompiledScore}s.
 */
import type { Score } from '../model/outcome.ts';
import type { ById } from '../model/ruleset-ids.ts';
import type { Exact } from '../values/exact.ts';
import { CompiledScore } from './compiled-score.ts';
import type { Lowered } from './lowered.ts';

export interface ScoreReading {
  readonly name: string;
  readonly unit: string;
  readonly output: number;
  /** Of a carried number. */
  readonly places: number;
}

export type ScoresOf = (out: readonly Lowered[]) => ById<string, Score>;

const scoreOf = ({ output, places, unit }: ScoreReading, out: readonly Lowered[]): CompiledScore =>
  new CompiledScore(out[output] as number | Exact, places, unit);

/** One name after the other. */
export function scoresInTurn(readings: readonly ScoreReading[]): ScoresOf {
  return (out) => {
    // Named one by one from nothing, not from a copy of all names: freezing a copy costs three times as much.
    const scores: Record<string, Score> = {};
    for (const reading of readings) scores[reading.name] = scoreOf(reading, out);
    return Object.freeze(scores);
  };
}

/** At one stroke: the text of a function of names, readings and how a score is made. It holds only places. */
function scoresText(readings: readonly ScoreReading[]): string {
  const names = readings.map((_, at) => `n${at}`).join(', ');
  const fields = readings.map((_, at) => `[n${at}]: make(r${at}, out)`).join(', ');
  return `([${names}], [${names.replaceAll('n', 'r')}], make) => (out) => Object.freeze({ ${fields} })`;
}

/** @param functionOf makes of a text what it is the text of. */
export const scoresAtOnce =
  (functionOf: (text: string) => unknown) =>
  (readings: readonly ScoreReading[]): ScoresOf => {
    const made = functionOf(scoresText(readings)) as (names: readonly string[], readings: readonly ScoreReading[], make: typeof scoreOf) => ScoresOf;
    return made(
      readings.map(({ name }) => name),
      readings,
      scoreOf,
    );
  };
