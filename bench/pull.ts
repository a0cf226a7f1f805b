import { join } from 'node:path';
import { connect } from '#auditor/history/connect.ts';
import { createDevServer } from '#auditor/sync/_scripted/dev-server.ts';
import type { Bench } from './bench.ts';
import { recordLongRun } from './generate/record-long-run.ts';
import { runScenario } from './run-scenario.ts';
import { round, toMedian } from './statistics.ts';

const EVENTS = 50_000;
const ROUNDS = 5;

/** Pulling a long run from a server beside bare paging and beside indexing it from memory, in turn. */
export const pull: Bench = {
  name: 'pull',
  question: `Does pulling and indexing ${EVENTS} events take longer than the slower of the two alone?`,
  run: async (folder, say) => {
    const temporal = await createDevServer(folder);
    await temporal.start();
    try {
      const server = await connect({ dataFolder: folder, env: { TEMPORAL_ADDRESS: temporal.address } });
      const { workflowId, runId } = await recordLongRun(server, EVENTS);
      await server.close();
      say('the run is recorded');
      return await measure([temporal.address, workflowId, runId], folder, say);
    } finally {
      await temporal.stop();
    }
  },
};

async function measure(run: readonly string[], folder: string, say: (line: string) => void) {
  const times: { readonly bare: number; readonly memory: number; readonly ours: number }[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const bare = (await runScenario('page-bare', run)).ms ?? 0;
    const memory = (await runScenario('index-memory', [...run, join(folder, `memory-${turn}`)])).ms ?? 0;
    const ours = (await runScenario('pull-run', [...run, join(folder, `pull-${turn}`)])).ms ?? 0;
    times.push({ bare, memory, ours });
    say(`paging ${Math.round(bare)} ms, indexing ${Math.round(memory)} ms, pulling ${Math.round(ours)} ms`);
  }
  const ratio = toMedian(times.map(({ ours, bare, memory }) => ours / Math.max(bare, memory)));
  return [
    { name: 'time, pulling / longer of the two', value: round(ratio), unit: '×', atMost: 1.25 },
    {
      name: 'time, pulling and indexing',
      value: round(toMedian(times.map(({ ours }) => ours)), 0),
      unit: 'ms',
    },
    { name: 'time, bare paging', value: round(toMedian(times.map(({ bare }) => bare)), 0), unit: 'ms' },
    {
      name: 'time, indexing from memory',
      value: round(toMedian(times.map(({ memory }) => memory)), 0),
      unit: 'ms',
    },
  ] as const;
}
