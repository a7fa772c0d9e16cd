/**
 * What the command line needs of its host, so that it can be run inside a test as it runs in a terminal.
 * In: nothing. Out: the {@link Io} shape; `main.ts` fills it from the process.
 */

export interface Io {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stdout is a terminal. */
  readonly isTTY: boolean;
  /** Whether stderr is a terminal: only there progress is shown. */
  readonly isErrorTTY?: boolean | undefined;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readStdin: () => Promise<string>;
  /** Stdin as bytes as they come, for input of any size. */
  readonly stdinBytes?: (() => AsyncIterable<Uint8Array>) | undefined;
  /** Stdout for bytes: told when they are taken; a reader that has gone is an error here. */
  readonly stdoutBytes?: ((bytes: Uint8Array) => Promise<void>) | undefined;
  /** Tells when the program is asked to stop (SIGTERM, SIGINT); what it gives back ends that. Nobody stops a program inside a test. */
  readonly onStop?: ((stop: () => void) => () => void) | undefined;
  /** The day of the host's calendar, YYYY-MM-DD: the default of `list --date`. */
  readonly today: string;
  /** The version of the library. */
  readonly version: string;
}
