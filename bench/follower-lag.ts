import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { connect } from '#auditor/history/connect.ts';
import { openStore } from '#auditor/store/open-store.ts';
import { createDevServer } from '#auditor/sync/_scripted/dev-server.ts';
import {
  createScriptedWorkflows,
  type ScriptedWorkflows,
} from '#auditor/sync/_scripted/scripted-workflow.ts';
import type { Bench } from './bench.ts';
import { round, toMedian, toQuantile } from './statistics.ts';

const WORKFLOWS = 50;
const SIGNALS_PER_WORKFLOW = 20;
/** Two signals a second and workflow: with the workflow tasks that follow, some 400 events a second. */
const PAUSE_MS = 500;
const FOLLOWER = fileURLToPath(new URL('../auditor/sync/follow-main.ts', import.meta.url));

/** Time from an event on the server to its row in the index, with many workflows at work. */
export const followerLag: Bench = {
  name: 'follower-lag',
  question: `How long after its time is an event in the index, with ${WORKFLOWS} running workflows?`,
  run: async (folder, say) => {
    const data = join(folder, 'data');
    openStore(data).close();
    const temporal = await createDevServer(folder);
    await temporal.start();
    const server = await connect({ dataFolder: data, env: { TEMPORAL_ADDRESS: temporal.address } });
    const workflows = createScriptedWorkflows(server);
    const env = { ...process.env, TEMPORAL_ADDRESS: temporal.address, TICKSCOPE_DATA: data };
    const follower = spawn(process.execPath, [FOLLOWER], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    try {
      await once(follower, 'message');
      const lags = await watchWhile(join(data, 'tickscope.db'), () => work(workflows, say));
      say(`${lags.length} events seen`);
      return [
        { name: 'lag, p95', value: round(toQuantile(lags, 0.95), 0), unit: 'ms', atMost: 250 },
        { name: 'lag, median', value: round(toMedian(lags), 0), unit: 'ms' },
        { name: 'lag, longest', value: round(Math.max(...lags), 0), unit: 'ms' },
      ];
    } finally {
      follower.kill('SIGTERM');
      await once(follower, 'exit');
      await workflows.stop();
      await server.close();
      await temporal.stop();
    }
  },
};

async function work(workflows: ScriptedWorkflows, say: (line: string) => void): Promise<void> {
  const ids = Array.from({ length: WORKFLOWS }, (_, at) => `lag-${at}`);
  for (const id of ids) await workflows.start(id);
  say(`${WORKFLOWS} workflows run`);
  const drive = async (id: string, at: number): Promise<void> => {
    await wait((at / WORKFLOWS) * PAUSE_MS);
    for (let turn = 0; turn < SIGNALS_PER_WORKFLOW; turn += 1) {
      await workflows.signal(id, 'note');
      await wait(PAUSE_MS);
    }
  };
  await Promise.all(ids.map(drive));
}

/** Asks the index again and again, as a page does, and notes for each new event how old it is. Returns milliseconds. */
async function watchWhile(file: string, job: () => Promise<void>): Promise<readonly number[]> {
  const db = new Database(file, { readonly: true });
  const newest = db.prepare<[], { run_pk: number; event_count: number }>(
    'SELECT id AS run_pk, event_count FROM run',
  );
  const times = db.prepare<[number, number], { time_micros: number }>(
    'SELECT time_micros FROM event WHERE run_pk = ? AND event_id > ?',
  );
  const seen = new Map<number, number>();
  const lags: number[] = [];
  let isDone = false;
  const done = job().finally(() => {
    isDone = true;
  });
  let version: unknown;
  while (!isDone) {
    const current = db.pragma('data_version', { simple: true });
    if (current !== version) {
      version = current;
      for (const { run_pk: runPk, event_count: count } of newest.all()) {
        const before = seen.get(runPk) ?? 0;
        if (count === before) continue;
        for (const { time_micros: micros } of times.all(runPk, before)) lags.push(Date.now() - micros / 1000);
        seen.set(runPk, count);
      }
    }
    await wait(2);
  }
  await done;
  db.close();
  return lags;
}
