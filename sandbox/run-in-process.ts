import { spawn } from 'node:child_process';
import { collectOutput } from './collect-output.ts';
import { describeBacktestProgram, type SandboxProgram } from './describe-program.ts';
import {
  type BacktestRunner,
  DEFAULT_LIMITS,
  type Job,
  replySchema,
  type SandboxLimits,
  type SandboxResult,
  type SandboxScorecard,
} from './protocol.ts';

const ISOLATION = 'process-permission-model';

/** Nothing of the parent's environment; the one value only says what the types ask for. */
const NO_ENVIRONMENT = { NODE_ENV: 'production' } as const;

export interface ProcessRunnerOptions {
  readonly program?: SandboxProgram;
  readonly limits?: SandboxLimits;
}

/**
 * Runs each job in a Node process of its own under the permission model.
 *
 * Refused by Node: reading other files than the program's, writing, child processes, worker threads, native addons, WASI, the inspector.
 * Refused by limits: time (killed), output (killed), heap. The process gets no environment variables, so no keys.
 * Not refused: network by other means than Node's modules (see program/deny-network.ts), CPU within the time limit, and
 * anything that breaks out of V8. It is a fence around our own program, not a wall around a stranger's.
 */
export function createProcessRunner({
  program = describeBacktestProgram(),
  limits = DEFAULT_LIMITS,
}: ProcessRunnerOptions = {}): BacktestRunner {
  return { isolation: ISOLATION, run: (job) => runJob(job, program, limits) };
}

async function runJob(job: Job, program: SandboxProgram, limits: SandboxLimits): Promise<SandboxResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, toArguments(program, limits), { stdio: 'pipe', env: NO_ENVIRONMENT });
  // A program that ends without reading breaks the pipe; its exit says more than that.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(job));
  const collected = await collectOutput(child, limits);
  if (collected.kind === 'error') return collected;
  const durationMs = Math.round(performance.now() - startedAt);
  return toResult(collected.output, { isolation: ISOLATION, codeDigest: program.digest, durationMs });
}

const toArguments = (program: SandboxProgram, limits: SandboxLimits): string[] => [
  '--permission',
  ...program.readable.map((path) => `--allow-fs-read=${path}`),
  `--max-old-space-size=${limits.maxMemoryMb}`,
  '--disallow-code-generation-from-strings',
  ...(program.preload === undefined ? [] : ['--import', program.preload]),
  program.path,
];

type Circumstances = Pick<SandboxScorecard, 'isolation' | 'codeDigest' | 'durationMs'>;

function toResult(output: string, circumstances: Circumstances): SandboxResult {
  const reply = replySchema.safeParse(parseJson(output));
  if (!reply.success) {
    const message = `The backtest's reply is no scorecard: ${output.slice(0, 100)}`;
    return { kind: 'error', code: 'reply-malformed', message };
  }
  if (reply.data.kind === 'error') return { kind: 'error', code: 'program', message: reply.data.message };
  return { kind: 'scorecard', scorecard: { ...reply.data.figures, ...circumstances } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema check that follows says that this is no reply.
    return undefined;
  }
}
