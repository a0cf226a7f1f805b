import type { TickscopeError } from '../base/tickscope-error.ts';
import type { QueryPulled } from '../sync/pull-query.ts';
import type { PulledRun } from '../sync/pull-run.ts';
import { toJsonText } from './json-text.ts';
import { createProgress } from './progress.ts';
import { toOneLine } from './text-style.ts';

/** What a pull tells: a line per run and a moving count on stderr, with `json` an array of the runs on stdout. */
type PullReport = {
  readonly onRun: (pulled: PulledRun) => void;
  readonly onTrouble: (error: TickscopeError) => void;
  readonly onNamespace: (namespace: string, pulled: QueryPulled) => void;
  readonly stopped: () => void;
  /** Ends the array. */
  readonly end: () => void;
};

/** Sets the exit code to 1 when a run failed or has no ticks. */
export function createPullReport(json: boolean): PullReport {
  const progress = createProgress({ stream: process.stderr, label: 'pulled', enabled: !json });
  let runCount = 0;
  const say = (line: string): void => {
    progress.clear();
    console.error(toOneLine(line));
  };
  return {
    onRun: (pulled) => {
      say(toLine(pulled));
      if (pulled.derivationError !== undefined) process.exitCode = 1;
      // Each at once: a query may select more runs than memory holds.
      if (json) process.stdout.write(`${runCount === 0 ? '[\n' : ',\n'}${toJson(pulled)}`);
      runCount += 1;
      progress.update({ done: runCount, detail: pulled.run.workflowId });
    },
    onTrouble: (error) => {
      say(error.message);
      process.exitCode = 1;
    },
    onNamespace: (namespace, { pulledCount, knownCount, failedCount }) => {
      say(
        `${namespace}: ${pulledCount} runs pulled, ${knownCount} known to their end, ${failedCount} failed`,
      );
    },
    stopped: () => say(`Stopped. ${runCount} runs are stored; run again to go on.`),
    end: () => {
      progress.clear();
      if (json) process.stdout.write(runCount === 0 ? '[]\n' : '\n]\n');
    },
  };
}

const toJson = ({ run, addedCount }: PulledRun): string => toJsonText({ ...run, addedCount }, 2);

function toLine({ run, addedCount, derivationError }: PulledRun): string {
  const line = `${run.workflowId} run ${run.runId}: ${run.status}, ${run.eventCount} events, ${addedCount} new`;
  if (derivationError === undefined) return line;
  const why = derivationError instanceof Error ? derivationError.message : String(derivationError);
  return `${line}; no ticks could be derived: ${why}`;
}
