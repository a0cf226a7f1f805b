import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDevServer, type DevServer, findTemporalCli, waitFor } from '../sync/_scripted/dev-server.ts';
import { createScriptedWorkflows, type ScriptedWorkflows } from '../sync/_scripted/scripted-workflow.ts';
import { connect, type HistoryServer } from './connect.ts';
import { findRun } from './find-run.ts';
import { type ListedRun, listWorkflows } from './list-workflows.ts';
import { readServerPages } from './read-server-pages.ts';
import type { CanonicalEvent } from './to-canonical-event.ts';

let folder = '';
let temporal: DevServer;
let server: HistoryServer;
let workflows: ScriptedWorkflows;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tickscope-history-'));
  temporal = await createDevServer(folder);
  await temporal.start();
  server = await connect({ dataFolder: folder, env: { TEMPORAL_ADDRESS: temporal.address } });
  workflows = createScriptedWorkflows(server);
});
afterAll(async () => {
  await workflows.stop();
  await server.close();
  await temporal.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function readNow(workflowId: string): Promise<readonly CanonicalEvent[]> {
  const events: CanonicalEvent[] = [];
  const key = await findRun(server, workflowId);
  for await (const page of readServerPages(server, { key, wait: 'no' })) events.push(...page.events);
  return events;
}

const isClosed = (events: readonly CanonicalEvent[]) =>
  events.at(-1)?.event.eventType === 'WORKFLOW_EXECUTION_COMPLETED';

test('the events are those that the Temporal CLI prints, value for value', async () => {
  await workflows.start('printed');
  for (const name of ['note', 'child:printed-child', 'end']) await workflows.signal('printed', name);
  const events = await waitFor('the end', async () => {
    const read = await readNow('printed');
    return isClosed(read) ? read : undefined;
  });
  const show = ['workflow', 'show', '-w', 'printed', '-o', 'json', '--address', temporal.address];
  const { stdout } = await promisify(execFile)(findTemporalCli(), show);
  expect({ events: events.map(({ canonical }) => JSON.parse(canonical)) }).toEqual(JSON.parse(stdout));
});

test('waits for new events, page by page, and goes on from a kept token', async () => {
  const runId = await workflows.start('waiting');
  const key = { namespace: server.namespace, workflowId: 'waiting', runId };
  const first = readServerPages(server, { key, wait: 'for-new-events' });
  const seen: number[] = [];
  let pageToken: Uint8Array | undefined;
  while (seen.length < 4) {
    const { value: page } = await first.next();
    seen.push(...(page?.events ?? []).map(({ event }) => event.eventId));
    pageToken = page?.nextPageToken;
  }
  await workflows.signal('waiting', 'end');
  if (pageToken === undefined) throw new Error('no token');
  for await (const page of readServerPages(server, { key, wait: 'for-new-events', pageToken })) {
    seen.push(...page.events.map(({ event }) => event.eventId));
  }
  expect(seen).toEqual(seen.map((_, index) => index + 1));
  expect(seen.length).toBe((await readNow('waiting')).length);
});

test('a token that the server does not know means the start', async () => {
  const key = await findRun(server, 'waiting');
  const pageToken = new TextEncoder().encode('{"RunId":"another"}');
  const pages = readServerPages(server, { key, wait: 'for-new-events', pageToken });
  const { value: page } = await pages.next();
  expect(page?.events[0]?.event.eventId).toBe(1);
});

test('a waiting call ends when it is aborted', async () => {
  const runId = await workflows.start('aborted');
  const ending = new AbortController();
  const key = { namespace: server.namespace, workflowId: 'aborted', runId };
  const pages = readServerPages(server, { key, wait: 'for-new-events', signal: ending.signal });
  const reading = (async () => {
    for await (const page of pages) if (page.events.length === 0) throw new Error('nobody aborted it');
  })();
  await waitFor('the first workflow task', async () => (await readNow('aborted')).length >= 4 || undefined);
  ending.abort();
  await expect(reading).rejects.toMatchObject({ code: 'server-unreachable' });
  await workflows.signal('aborted', 'end');
});

test('a workflow that never ran', async () => {
  const message = expect.stringMatching(/^Workflow nobody is not known to Temporal at 127/);
  await expect(findRun(server, 'nobody')).rejects.toMatchObject({ code: 'workflow-not-found', message });
  const key = {
    namespace: server.namespace,
    workflowId: 'nobody',
    runId: '0198c2f0-0000-7000-8000-000000000000',
  };
  const pages = readServerPages(server, { key, wait: 'no' });
  await expect(pages.next()).rejects.toMatchObject({ code: 'workflow-not-found' });
});

test('lists runs by a visibility query', async () => {
  const list = async (query: string): Promise<readonly ListedRun[]> => {
    const runs: ListedRun[] = [];
    for await (const run of listWorkflows(server, query)) runs.push(run);
    return runs;
  };
  await workflows.start('listed');
  const open = await waitFor('the open run to be visible', async () => {
    const [run] = await list('ExecutionStatus = "Running" AND WorkflowId = "listed"');
    return run;
  });
  expect(open).toMatchObject({ isOpen: true, key: await findRun(server, 'listed') });
  const closed = await waitFor('the closed run to be visible', async () => {
    const [run] = await list('WorkflowId = "printed"');
    return run?.isOpen === false ? run : undefined;
  });
  expect(closed.closedAt).toMatch(/^\d{4}-.*Z$/);
  expect((await list('')).length).toBeGreaterThanOrEqual(4);
  await workflows.signal('listed', 'end');
  await expect(list('Colour = "red"')).rejects.toMatchObject({ code: 'wrong-usage' });
});

test('a namespace that does not exist, a server that is not there, settings that cannot be read', async () => {
  const env = { TEMPORAL_ADDRESS: temporal.address, TEMPORAL_NAMESPACE: 'absent' };
  await expect(connect({ dataFolder: folder, env })).rejects.toMatchObject({
    code: 'namespace-not-found',
    message: `Temporal at ${temporal.address} has no namespace absent. Set TEMPORAL_NAMESPACE to one that it has.`,
  });
  const nowhere = connect({ dataFolder: folder, env: { TEMPORAL_ADDRESS: '127.0.0.1:9' } });
  await expect(nowhere).rejects.toMatchObject({ code: 'server-unreachable' });
  const file = join(folder, 'temporal.toml');
  writeFileSync(file, 'not toml');
  const unreadable = connect({ dataFolder: folder, env: { TEMPORAL_CONFIG_FILE: file } });
  await expect(unreadable).rejects.toMatchObject({ code: 'wrong-usage' });
});

test('without TEMPORAL_ADDRESS the server of the running host is taken', async () => {
  writeFileSync(
    join(folder, 'host.json'),
    JSON.stringify({ temporalAddress: temporal.address, namespace: 'default' }),
  );
  const found = await connect({
    dataFolder: folder,
    env: { TEMPORAL_CONFIG_FILE: join(folder, 'absent.toml') },
  });
  expect(found).toMatchObject({ address: temporal.address, namespace: 'default' });
  await found.close();
});
