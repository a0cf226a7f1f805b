import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { connect } from '#auditor/history/connect.ts';
import { readServerPages } from '#auditor/history/read-server-pages.ts';
import type { CanonicalEvent } from '#auditor/history/to-canonical-event.ts';
import { toRun } from '#auditor/history/to-run.ts';

const FOLDER = new URL('../frameworks/', import.meta.url);
const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** A finished run on a server, and what is said about it. */
export type FinishedRun = {
  readonly name: string;
  readonly description: string;
  /** With exact versions: `@temporalio/ai-sdk 1.23.0`. */
  readonly packages: readonly string[];
  readonly program: string;
  readonly workflowId: string;
  readonly runId: string;
};

/**
 * Writes `<name>.history.json` as `tickscope export` does, and `<name>.meta.json`. Stack traces are left out: they hold paths and say
 * nothing of the framework.
 */
export async function writeFrameworkRecording(address: string, run: FinishedRun): Promise<number> {
  const server = await connect({ dataFolder: CHECKOUT, env: { TEMPORAL_ADDRESS: address } });
  const key = { namespace: 'default', workflowId: run.workflowId, runId: run.runId };
  const events: CanonicalEvent[] = [];
  for await (const page of readServerPages(server, { key, wait: 'no' })) events.push(...page.events);
  const { serverVersion } = await server.connection.workflowService.getSystemInfo({});
  await server.close();
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new Error(`${run.workflowId} has no events`);
  const { workflowType } = toRun(key, 'server', first.event, last.event);
  const meta = {
    ...{ name: run.name, description: run.description, packages: run.packages },
    ...{ workflowId: run.workflowId, runId: run.runId, workflowType, eventCount: events.length },
    ...{ recordedAt: new Date().toISOString(), temporalServerVersion: serverVersion, program: run.program },
  };
  const lines = events.map(({ canonical }) =>
    canonical.replaceAll(/"stackTrace":"(?:[^"\\]|\\.)*"/g, '"stackTrace":""'),
  );
  await writeFile(new URL(`${run.name}.history.json`, FOLDER), `{"events":[${lines.join(',\n')}]}\n`);
  await writeFile(new URL(`${run.name}.meta.json`, FOLDER), `${JSON.stringify(meta, null, 2)}\n`);
  return events.length;
}
