import type { Command } from 'commander';
import { z } from 'zod';
import { type CheckStep, checkIndex } from '../sync/check/check-index.ts';
import type { Finding } from '../sync/check/finding.ts';
import { readGlobalOptions } from './global-options.ts';
import { toJsonText } from './json-text.ts';
import { addConfigOption, readCommandUnderstanding } from './open-command-index.ts';
import { createProgress } from './progress.ts';
import { toOneLine } from './text-style.ts';

const optionsSchema = z.looseObject({ fast: z.boolean().default(false) });

const EXAMPLES = `
Examples:
  $ tickscope check                    everything: events, digests, rows, a second derivation
  $ tickscope check trader-1           one workflow id
  $ tickscope check --fast             without the second derivation

Exit code: 0 when all is as it should be, 1 when something is not, 2 for wrong usage.`;

/** `tickscope check`: whether the index is what its events say, and the events what was stored. */
export function addCheck(program: Command): void {
  addConfigOption(program.command('check'))
    .description(
      'check the index: integrity, event ids, digests, and derived rows against a second derivation',
    )
    .argument('[workflow-id]', 'only its runs')
    .option('--fast', 'leave out the second derivation')
    .addHelpText('after', EXAMPLES)
    .action((workflowId: string | undefined, _options: unknown, command: Command) => {
      const { dataFolder, json } = readGlobalOptions(command);
      const { fast } = optionsSchema.parse(command.opts());
      const named = workflowId === undefined ? {} : { workflowId };
      const understanding = readCommandUnderstanding(command);
      const depth = fast ? 'facts' : 'all';
      const checked = followSteps(checkIndex({ dataFolder, depth, understanding, ...named }), json);
      if (json) console.log(toJsonText(checked, 2));
      else console.log(toSummary(checked));
      if (checked.findings.length > 0) process.exitCode = 1;
    });
}

type Checked = {
  readonly runCount: number;
  readonly eventCount: number;
  readonly findings: readonly Finding[];
};

function followSteps(steps: Iterable<CheckStep>, json: boolean): Checked {
  const progress = createProgress({ stream: process.stderr, label: 'checking run', enabled: !json });
  const findings: Finding[] = [];
  let [runCount, eventCount] = [0, 0];
  for (const step of steps) {
    findings.push(...step.findings);
    if (step.kind === 'run') {
      [runCount, eventCount] = [step.done, eventCount + step.eventCount];
      progress.update({ done: step.done, total: step.total, detail: step.key.workflowId });
    }
    if (step.findings.length > 0 && !json) progress.clear();
    if (!json) for (const finding of step.findings) console.log(toLine(finding));
  }
  progress.clear();
  return { runCount, eventCount, findings };
}

function toLine({ check, workflowId, runId, eventId, text }: Finding): string {
  const run = workflowId === undefined ? '' : `${workflowId} run ${runId}: `;
  const event = eventId === undefined ? '' : `event ${eventId}: `;
  return toOneLine(`${check.padEnd(14)} ${run}${event}${text}`);
}

function toSummary({ runCount, eventCount, findings }: Checked): string {
  const what = `${runCount} ${runCount === 1 ? 'run' : 'runs'}, ${eventCount} events`;
  if (findings.length === 0) return `${what}: all is as it should be.`;
  return `${what}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`;
}
