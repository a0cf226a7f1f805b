import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import type { ReplayResult } from '../model/replay-result.ts';
import { replayHistories } from '../replay/replay-histories.ts';
import { findReplayTick } from './find-replay-tick.ts';
import { formatReplayLine, formatReplaySummary, toReplayReport } from './format-replay.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { listHistoryFiles, readReplayInput } from './replay-corpus.ts';

const optionsSchema = z.looseObject({ bundle: z.string(), processes: z.number().optional() });

const EXAMPLES = `
Examples:
  $ tickscope replay recorded/*.json --bundle workflow-bundle.js
  $ tickscope replay recorded --bundle workflow-bundle.js --json > report.json

Exit code: 0 when every history matches, 1 when one does not, 2 for wrong usage or no history.`;

/** `tickscope replay`: the determinism check. */
export function addReplay(program: Command): void {
  program
    .command('replay')
    .description('replay recorded histories against a workflow bundle: match, diverged or not-replayable')
    .argument('<paths...>', 'history files, or folders of them')
    .requiredOption(
      '--bundle <file>',
      'workflow bundle made by bundleWorkflowCode; the agent’s lie in data/bundles',
    )
    .option('--processes <n>', 'replays at the same time (default: one per core, at most 4)', toCount)
    .addHelpText('after', EXAMPLES)
    .action((paths: readonly string[], _options: unknown, command: Command) => {
      const { bundle, processes } = optionsSchema.parse(command.opts());
      return replay(paths, { bundle, processes, json: readGlobalOptions(command).json });
    });
}

type ReplayFlags = z.infer<typeof optionsSchema> & { readonly json: boolean };

async function replay(paths: readonly string[], { bundle, processes, json }: ReplayFlags): Promise<void> {
  const files = listHistoryFiles(paths);
  const show = json ? showProgress(files.length) : showLine;
  const results: ReplayResult[] = [];
  await replayHistories(readAll(files), {
    bundlePath: bundle,
    ...(processes !== undefined && { processCount: processes }),
    onResult: (result) => {
      const whole = withTick(result);
      results[files.indexOf(result.name)] = whole;
      show(whole);
    },
  });
  console.log(json ? toJsonText(toReplayReport(results), 2) : formatReplaySummary(results));
  if (results.some(({ verdict }) => verdict !== 'match')) process.exitCode = 1;
}

/** One file at a time, when a process asks for it: a corpus need not fit into memory. */
function* readAll(files: readonly string[]) {
  for (const file of files) yield readReplayInput(file);
}

function withTick(result: ReplayResult): ReplayResult {
  if (result.divergence?.eventId === undefined) return result;
  const tick = findReplayTick(result.name, result.divergence.eventId);
  return tick === undefined ? result : { ...result, divergence: { ...result.divergence, tick } };
}

const showLine = (result: ReplayResult): void => console.log(formatReplayLine(result));

function showProgress(count: number): (result: ReplayResult) => void {
  let done = 0;
  return (result) => {
    done += 1;
    console.error(`${done}/${count} ${formatReplayLine(result)}`);
  };
}

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count;
  throw new InvalidArgumentError('a number from 1 to 64 is needed.');
}
