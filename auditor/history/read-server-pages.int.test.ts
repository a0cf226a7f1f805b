import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTemporalCli, waitFor } from '../sync/_scripted/dev-server.ts';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { findRun } from './find-run.ts';
import { readServerPages } from './read-server-pages.ts';
import type { CanonicalEvent } from './to-canonical-event.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function readNow(workflowId: string): Promise<readonly CanonicalEvent[]> {
  const events: CanonicalEvent[] = [];
  const key = await findRun(stage.server, workflowId);
  for await (const page of readServerPages(stage.server, { key, wait: 'no' })) events.push(...page.events);
  return events;
}

const isClosed = (events: readonly CanonicalEvent[]) =>
  events.at(-1)?.event.eventType === 'WORKFLOW_EXECUTION_COMPLETED';

test('the events are those that the Temporal CLI prints, value for value', async () => {
  await stage.workflows.start('printed');
  for (const name of ['note', 'child:printed-child', 'end']) await stage.workflows.signal('printed', name);
  const events = await waitFor('the end', async () => {
    const read = await readNow('printed');
    return isClosed(read) ? read : undefined;
  });
  const show = ['workflow', 'show', '-w', 'printed', '-o', 'json', '--address', stage.temporal.address];
  const { stdout } = await promisify(execFile)(findTemporalCli(), show);
  expect({ events: events.map(({ canonical }) => JSON.parse(canonical)) }).toEqual(JSON.parse(stdout));
});

test('waits for new events, page by page, and goes on from a kept token', async () => {
  const runId = await stage.workflows.start('waiting');
  const key = { namespace: stage.server.namespace, workflowId: 'waiting', runId };
  const first = readServerPages(stage.server, { key, wait: 'for-new-events' });
  const seen: number[] = [];
  let pageToken: Uint8Array | undefined;
  while (seen.length < 4) {
    const { value: page } = await first.next();
    seen.push(...(page?.events ?? []).map(({ event }) => event.eventId));
    pageToken = page?.nextPageToken;
  }
  await stage.workflows.signal('waiting', 'end');
  if (pageToken === undefined) throw new Error('no token');
  for await (const page of readServerPages(stage.server, { key, wait: 'for-new-events', pageToken })) {
    seen.push(...page.events.map(({ event }) => event.eventId));
  }
  expect(seen).toEqual(seen.map((_, index) => index + 1));
  expect(seen.length).toBe((await readNow('waiting')).length);
});

test('a token that the server does not know means the start', async () => {
  const key = await findRun(stage.server, 'waiting');
  const pageToken = new TextEncoder().encode('{"RunId":"another"}');
  const pages = readServerPages(stage.server, { key, wait: 'for-new-events', pageToken });
  const { value: page } = await pages.next();
  expect(page?.events[0]?.event.eventId).toBe(1);
});

test('a waiting call ends when it is aborted', async () => {
  const runId = await stage.workflows.start('aborted');
  const ending = new AbortController();
  const key = { namespace: stage.server.namespace, workflowId: 'aborted', runId };
  const pages = readServerPages(stage.server, { key, wait: 'for-new-events', signal: ending.signal });
  const reading = (async () => {
    for await (const page of pages) if (page.events.length === 0) throw new Error('nobody aborted it');
  })();
  await waitFor('the first workflow task', async () => (await readNow('aborted')).length >= 4 || undefined);
  ending.abort();
  await expect(reading).rejects.toMatchObject({ code: 'server-unreachable' });
  await stage.workflows.signal('aborted', 'end');
});

test('a run that never ran', async () => {
  const key = { namespace: 'default', workflowId: 'nobody', runId: '0198c2f0-0000-7000-8000-000000000000' };
  const pages = readServerPages(stage.server, { key, wait: 'no' });
  await expect(pages.next()).rejects.toMatchObject({ code: 'workflow-not-found' });
});
