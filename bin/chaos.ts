import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { toIssueTexts } from '../auditor/base/issue-text.ts';
import { EXIT_CODE } from '../auditor/cli/exit-code.ts';
import { readGlobalOptions } from '../auditor/cli/global-options.ts';
import { createControlClient } from '../host/control-client.ts';
import { faultSchema, processNameSchema } from '../host/control-messages.ts';
import { withTickscopeErrors } from './to-tickscope-error.ts';

const { party, kind } = faultSchema.shape;

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new InvalidArgumentError('a whole number is needed.');
}

const toControl = (command: Command) => createControlClient(readGlobalOptions(command).dataFolder);

/** What is said of something that was sent to the host: the sentence, or that it was sent. */
function printSent(command: Command, sentence: string): void {
  console.log(readGlobalOptions(command).json ? JSON.stringify({ sent: true }) : sentence);
}

const KILL_EXAMPLES = `
Examples:
  $ tickscope chaos kill-worker        then: tickscope why demo-nvda

${EXIT_CODE}`;

const FAIL_EXAMPLES = `
Examples:
  $ tickscope chaos fail broker --kind drop          the order is placed, its answer is lost
  $ tickscope chaos fail market --count 3 --status 500

${EXIT_CODE}`;

const RESTART_EXAMPLES = `
Examples:
  $ tickscope restart worker

${EXIT_CODE}`;

function addKillWorker(chaos: Command): void {
  chaos
    .command('kill-worker')
    .description('SIGKILL the worker of the running app; it is started again after a second')
    .addHelpText('after', KILL_EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      await withTickscopeErrors(() => toControl(command).killWorker());
      printSent(command, 'The worker was killed (SIGKILL). The host starts it again after a second.');
    });
}

interface FailOptions {
  readonly kind: string;
  readonly count: number;
  readonly status?: number;
  readonly delayMs?: number;
}

function addFail(chaos: Command): void {
  chaos
    .command('fail')
    .description('let the next calls to a stand-in fail')
    .addArgument(new Argument('<party>', 'the stand-in').choices(party.options))
    .addOption(
      new Option('--kind <kind>', 'drop: executed, but the connection is cut before the reply')
        .choices(kind.options)
        .default('status'),
    )
    .option('--count <n>', 'how many calls', toNumber, 1)
    .option('--status <n>', 'HTTP status of kind status (default: 503)', toNumber)
    .option('--delay-ms <n>', 'delay of kind slow, in milliseconds', toNumber)
    .addHelpText('after', FAIL_EXAMPLES)
    .action(async (name: string, options: FailOptions, command: Command) => {
      const fault = faultSchema.safeParse({
        party: name,
        kind: options.kind,
        count: options.count,
        ...(options.kind === 'status' ? { status: options.status ?? 503 } : {}),
        ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
      });
      if (!fault.success) return command.error(`error: ${toIssueTexts(fault.error.issues)}`);
      await withTickscopeErrors(() => toControl(command).setFault(fault.data));
      const { count, party, kind } = fault.data;
      printSent(command, `The next ${count} calls to ${party} fail (${kind}).`);
    });
}

/** `tickscope chaos …`: faults on purpose, to see that nothing is lost. */
export function addChaos(program: Command): void {
  const chaos = program.command('chaos').description('faults on purpose: kill the worker, fail a stand-in');
  addKillWorker(chaos);
  addFail(chaos);
}

/** `tickscope restart <process>`. */
export function addRestart(program: Command): void {
  program
    .command('restart')
    .description('end a process of the running app in good order and start it again')
    .addArgument(new Argument('<process>', 'the process').choices(processNameSchema.options))
    .addHelpText('after', RESTART_EXAMPLES)
    .action(async (name: string, _options: unknown, command: Command) => {
      await withTickscopeErrors(() => toControl(command).restart(processNameSchema.parse(name)));
      printSent(command, `${name} was ended and is starting.`);
    });
}
