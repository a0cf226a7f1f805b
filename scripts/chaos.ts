/** `npm run chaos`: many ticks, the worker killed at random moments, and a count of lost and duplicated orders. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatReport, listFaults } from './chaos/chaos-report.ts';
import { runChaos } from './chaos/run-chaos.ts';
import { spawnHost } from './chaos/spawn-host.ts';
import { ROOT, setUpTemporalCli } from './set-up.ts';

const USAGE = `npm run chaos -- [options]
  --ticks <n>   how many ticks (default 500)
  --kills <n>   how many SIGKILLs of the worker (default 20)
  --seed <n>    the same moments again (default: a new one, printed)
  --json        print the result as JSON`;

/** 500 ticks without kills take about three minutes on 2 cores, a kill about 10 s; this is several times that. */
const LIMIT_PER_TICK_MS = 3_000;
const LIMIT_PER_KILL_MS = 60_000;
const LIMIT_BASE_MS = 120_000;

const say = (text: string): void => console.error(text);

function readCount(text: string, name: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0) return count;
  throw new Error(`--${name} needs a whole number.\n${USAGE}`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      ticks: { type: 'string', default: '500' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    ticks: Math.max(1, readCount(values.ticks, 'ticks')),
    kills: readCount(values.kills, 'kills'),
    seed: readCount(values.seed, 'seed'),
    json: values.json,
    help: values.help,
  };
}

/** Both ends of the run and its host happen here, so that nothing stays behind. Returns the exit code. */
async function main(): Promise<number> {
  const { ticks, kills, seed, json, help } = readOptions();
  if (help) {
    console.log(USAGE);
    return 0;
  }
  // Another server cannot be killed at will: the run has its own, whatever the environment names.
  delete process.env.TEMPORAL_ADDRESS;
  await setUpTemporalCli();
  const dataFolder = await mkdtemp(join(tmpdir(), 'tickscope-chaos-'));
  say(`seed ${seed}; data in ${dataFolder} until it is over`);
  const host = await spawnHost(ROOT, dataFolder);
  const stopAndExit = (): void => void host.stop().then(() => process.exit(130));
  process.once('SIGINT', stopAndExit).once('SIGTERM', stopAndExit).once('disconnect', stopAndExit);
  const limitMs = LIMIT_BASE_MS + ticks * LIMIT_PER_TICK_MS + kills * LIMIT_PER_KILL_MS;
  const report = await runChaos({ dataFolder, ticks, kills, seed, limitMs, say }).finally(() => host.stop());
  process.off('disconnect', stopAndExit);
  console.log(json ? JSON.stringify(report, null, 2) : formatReport(report));
  const faults = listFaults(report);
  for (const fault of faults) say(`✗ ${fault}`);
  if (faults.length > 0) say(`The data stays in ${dataFolder}. The same moments again: --seed ${seed}`);
  else await rm(dataFolder, { recursive: true });
  return faults.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
if (process.connected) process.disconnect();
