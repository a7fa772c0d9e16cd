/**
 * Runs the command line: reads the arguments, finds the command, and turns whatever happens into an exit code.
 * In: arguments and a host. Out: the exit code; text goes to the host. Nothing here ends the process.
 */
import { Command, CommanderError } from 'commander';
import { type CliCommand, type ExitCode, GOOD, MISUSE } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { failureOf } from './failure.ts';
import type { Io } from './io.ts';
import { styleFor } from './style.ts';

const ABOUT = 'Scores, ratings and performance pay of civil servants (ASN), by rulesets that are data.';

const FOOT = `
Exit codes: 0 good; 1 findings; 2 misuse; 70 a fault of kinerja itself.
A ruleset is an id (nasional) or a folder; an id is looked for here, in ./rulesets, then among the shipped ones.

Examples:
  kinerja list
  kinerja validate rulesets
  kinerja appraise nasional clerk.yaml --lang en`;

/**
 * @example
 * process.exitCode = await run(process.argv.slice(2), io);
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = GOOD;
  const program = prepared(new Command('kinerja'), io)
    .description(ABOUT)
    .version(io.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', FOOT);
  for (const definition of COMMANDS) {
    const command = definition.declare(prepared(program.command(definition.name), io).summary(definition.summary).description(definition.summary));
    command.option('--no-color', 'no colour, also on a terminal').helpOption('-h, --help', 'print this help').addHelpText('after', footOf(definition));
    command.action(async () => {
      const options = command.opts<Record<string, unknown>>();
      code = await definition.run({ io, style: styleFor(io, options['color'] === false), args: command.processedArgs as readonly unknown[], options });
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? GOOD : MISUSE;
    const failure = failureOf(error);
    io.stderr(failure.text);
    return failure.code;
  }
}

function prepared(command: Command, io: Io): Command {
  return command
    .exitOverride()
    .configureHelp({ helpWidth: 100 })
    .showHelpAfterError(`  See: ${command.name() === 'kinerja' ? 'kinerja' : `kinerja ${command.name()}`} --help`)
    .configureOutput({
      writeOut: io.stdout,
      writeErr: io.stderr,
      outputError: (text, write) => write(text.replace(/^error: /, 'kinerja: ')),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
}

function footOf({ about, examples }: CliCommand): string {
  const width = Math.max(...examples.map(([call]) => call.length));
  return `\n${about}\n\nExamples:\n${examples.map(([call, meaning]) => `  ${call.padEnd(width)}  ${meaning}`).join('\n')}`;
}
