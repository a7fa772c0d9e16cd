/**
 * The options of a queue, the same for `kinerja batch` and `kinerja worker`, and what they become.
 * In: the values of the options and the environment. Out: {@link QueueOptions}; times are given in seconds.
 */
import { type Command, InvalidArgumentError } from 'commander';
import type { QueueOptions } from '../node/queue/queued-batch-options.ts';
import type { Io } from './io.ts';

export interface QueueFlags {
  readonly queue?: string | undefined;
  readonly queueName?: string | undefined;
  readonly patience?: number | undefined;
}

export const PASSWORD_VARIABLE = 'KINERJA_QUEUE_PASSWORD';

export function declareQueue(command: Command, required: boolean): Command {
  const meaning = `Redis on which batch and workers meet: redis://host:6379; password in ${PASSWORD_VARIABLE}`;
  return (required ? command.requiredOption('-q, --queue <url>', meaning) : command.option('-q, --queue <url>', meaning))
    .option('--queue-name <name>', 'batches and workers of one name meet; default: kinerja')
    .option('--patience <seconds>', 'how long to wait for a Redis that is away, a batch also for workers; default: 600', numberFrom(1, 604_800));
}

export function queueOptions(io: Io, { queue, queueName, patience }: QueueFlags & { readonly queue: string }): QueueOptions {
  return {
    queue,
    ...(queueName !== undefined && { queueName }),
    ...(patience !== undefined && { patience: patience * 1_000 }),
    password: io.env[PASSWORD_VARIABLE],
  };
}

export function numberFrom(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < least || number > most) throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    return number;
  };
}
