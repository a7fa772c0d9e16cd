/**
 * Colour for people, and none for pipes.
 * In: the host, and whether `--no-color` was given. Out: a {@link Style} whose functions leave a text as it is where colour is off.
 */
import { styleText } from 'node:util';
import type { Io } from './io.ts';

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

const same: Paint = (text) => text;

/** A style that changes nothing: for files and machines. */
export const PLAIN: Style = Object.freeze({ bold: same, dim: same, red: same, green: same, yellow: same, cyan: same });

const paint =
  (format: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'): Paint =>
  (text) =>
    text === '' ? text : styleText(format, text, { validateStream: false });

const COLOURED: Style = Object.freeze({
  bold: paint('bold'),
  dim: paint('dim'),
  red: paint('red'),
  green: paint('green'),
  yellow: paint('yellow'),
  cyan: paint('cyan'),
});

export const styleFor = (io: Pick<Io, 'isTTY' | 'env'>, refused: boolean): Style => (wantsColour(io, refused) ? COLOURED : PLAIN);

/** `--no-color` wins, then FORCE_COLOR (0 and false turn colour off), then NO_COLOR, then whether somebody looks on. */
function wantsColour({ isTTY, env }: Pick<Io, 'isTTY' | 'env'>, refused: boolean): boolean {
  if (refused) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTTY && env['TERM'] !== 'dumb';
}
