/**
 * All commands, in the order in which `--help` lists them.
 * In: nothing. Out: {@link COMMANDS}.
 */
import type { CliCommand } from '../command.ts';
import { appraise } from './appraise.ts';
import { batch } from './batch.ts';
import { explain } from './explain.ts';
import { list } from './list.ts';
import { monitor } from './monitor.ts';
import { schema } from './schema.ts';
import { select } from './select.ts';
import { test } from './test.ts';
import { types } from './types.ts';
import { validate } from './validate.ts';
import { worker } from './worker.ts';

export const COMMANDS: readonly CliCommand[] = [list, validate, test, appraise, batch, worker, explain, monitor, select, schema, types];
