/**
 * The shape that every command has: what it is called with, and what it does.
 * In: nothing. Out: the {@link CliCommand} contract, and the exit codes.
 */
import type { Command } from 'commander';
import type { Io } from './io.ts';
import type { Style } from './style.ts';

/** Everything is as it should be. */
export const GOOD = 0;
/** The command ran, and has something to say: errors, failed cases, an outcome that is not complete. */
export const FINDINGS = 1;
/** The command was called wrongly: an unknown option, a ruleset or a file that is not there. */
export const MISUSE = 2;
/** The program itself is at fault. */
export const FAULT = 70;
export type ExitCode = typeof GOOD | typeof FINDINGS | typeof MISUSE | typeof FAULT;

export interface CommandCall {
  readonly io: Io;
  /** For stdout; without colour where nobody looks on. */
  readonly style: Style;
  /** The arguments in order; a variadic one is a list. */
  readonly args: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface CliCommand {
  readonly name: string;
  readonly summary: string;
  /** What stands under the options in `--help`: what the command does, and its exit codes. */
  readonly about: string;
  /** Calls, each with what it does. */
  readonly examples: readonly (readonly [call: string, meaning: string])[];
  /** Declares arguments and options. */
  readonly declare: (command: Command) => Command;
  readonly run: (call: CommandCall) => Promise<ExitCode> | ExitCode;
}
