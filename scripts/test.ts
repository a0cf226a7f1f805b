/** `npm test [-- <stage>…]`: sets up, runs every stage although one fails, prints a table and, last, `N passed, M failed`. */
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHECKS } from './checks.ts';
import { readVitestReport } from './read-vitest-report.ts';
import { runStageProcess } from './run-stage-process.ts';
import { ROOT, setUpChromium, setUpPages, setUpTemporalCli, setUpWorkflowBundle } from './set-up.ts';
import { type StageResult, toFailedStage, toSummary } from './stage.ts';

const CHECK_LIMIT_MS = 5 * 60_000;
const VITEST_LIMIT_MS = 20 * 60_000;

/** No such file: a profile of this user would point tests at a server of theirs. */
const NO_PROFILES = join(ROOT, 'no-temporal-profiles.toml');

type Need = () => Promise<void>;

interface Stage {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly run: (env: NodeJS.ProcessEnv) => Promise<StageResult>;
}

/** Tests start servers of their own: what points at others' must not reach them. */
function toTestEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = /^TICKSCOPE_(TEMPORAL_CLI|CHROMIUM)$/;
  const foreign = /^(TEMPORAL_|OPENAI_|TICKSCOPE_|PORT$)/;
  const entries = Object.entries(env).filter(([name]) => kept.test(name) || !foreign.test(name));
  return { ...Object.fromEntries(entries), NODE_ENV: 'test', TEMPORAL_CONFIG_FILE: NO_PROFILES };
}

async function runCheck(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<StageResult> {
  const startedAt = performance.now();
  const code = await runStageProcess({ root: ROOT, args, env, limitMs: CHECK_LIMIT_MS });
  const durationMs = performance.now() - startedAt;
  if (code !== 0)
    return toFailedStage(name, code === null ? 'took too long' : `exit code ${code}`, durationMs);
  return { name, passedCount: 1, failedCount: 0, skippedCount: 0, durationMs };
}

async function runVitest(name: string, env: NodeJS.ProcessEnv): Promise<StageResult> {
  const folder = await mkdtemp(join(tmpdir(), 'tickscope-test-'));
  const file = join(folder, 'report.json');
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', name];
  args.push('--reporter=default', '--reporter=json', `--outputFile.json=${file}`);
  const startedAt = performance.now();
  const exitCode = await runStageProcess({ root: ROOT, args, env, limitMs: VITEST_LIMIT_MS });
  const durationMs = performance.now() - startedAt;
  const report = existsSync(file) ? { report: await readFile(file, 'utf8') } : {};
  await rm(folder, { recursive: true });
  return readVitestReport({ name, exitCode, durationMs, ...report });
}

const toVitestStage = (name: string, needs: readonly Need[]): Stage => ({
  name,
  needs,
  run: (env) => runVitest(name, env),
});

const STAGES: readonly Stage[] = [
  ...CHECKS.map(({ name, args }) => ({
    name,
    needs: [],
    run: (env: NodeJS.ProcessEnv) => runCheck(name, args, env),
  })),
  toVitestStage('unit', []),
  toVitestStage('int', [setUpTemporalCli, setUpWorkflowBundle]),
  toVitestStage('replay', [setUpTemporalCli, setUpWorkflowBundle]),
  toVitestStage('browser', [setUpTemporalCli, setUpWorkflowBundle, setUpPages, setUpChromium]),
];

/** Runs each need once, before any stage. Returns those that failed, with the message. */
async function setUp(stages: readonly Stage[]): Promise<ReadonlyMap<Need, string>> {
  const failures = new Map<Need, string>();
  for (const need of new Set(stages.flatMap(({ needs }) => needs))) {
    try {
      await need();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      console.error(message);
      failures.set(need, message.split('\n')[0] ?? message);
    }
  }
  return failures;
}

function chooseStages(names: readonly string[]): readonly Stage[] {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length > 0)
    throw new Error(
      `No stage ${unknown.join(', ')}. There are: ${STAGES.map(({ name }) => name).join(', ')}.`,
    );
  return names.length === 0 ? STAGES : STAGES.filter(({ name }) => names.includes(name));
}

async function main(): Promise<number> {
  const stages = chooseStages(process.argv.slice(2));
  const failures = await setUp(stages);
  const env = toTestEnvironment(process.env);
  const results: StageResult[] = [];
  for (const { name, needs, run } of stages) {
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const missing = needs.map((need) => failures.get(need)).find((reason) => reason !== undefined);
    results.push(missing === undefined ? await run(env) : toFailedStage(name, missing, 0));
  }
  console.log(`\n${toSummary(results)}`);
  return results.some(({ failedCount }) => failedCount > 0) ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
if (process.connected) process.disconnect();
