import type { Command } from 'commander';
import { createProgram } from '../auditor/cli/create-program.ts';
import { addApprove } from './approve.ts';
import { addChaos, addRestart } from './chaos.ts';
import { defaultToAgentBundle } from './default-bundle.ts';
import { preferRunningHost } from './prefer-running-host.ts';
import { addStart } from './start.ts';
import { addStatus } from './status.ts';
import { addWorker } from './worker.ts';

const EXAMPLES = `
Examples:
  $ tickscope runs                                       what has been recorded
  $ tickscope why demo-nvda --tick 14                    why it traded, each statement with its events
  $ tickscope approve demo-nvda --comment "within mandate"
  $ tickscope chaos kill-worker                          then: tickscope why demo-nvda --tick 15
  $ tickscope replay recorded/*.json                     match, diverged or not-replayable`;

/** Every command of this clone: the auditor's, which read or replay, and those that start or act. */
export function createTickscope(): Command {
  const program = createProgram();
  program.commandsGroup('Act on the running app:');
  for (const add of [addStart, addStatus, addApprove, addChaos, addRestart, addWorker]) add(program);
  program.addHelpText('after', EXAMPLES);
  defaultToAgentBundle(program);
  preferRunningHost(program);
  return program;
}
