import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findTemporalCli, waitFor } from '../sync/_scripted/dev-server.ts';
import { openStage, type Stage } from '../sync/_scripted/open-stage.ts';
import { toPayload } from './_scripted/sample-history.ts';
import { findRun } from './find-run.ts';
import { parseHistories } from './read-history-file.ts';
import { readServerPages } from './read-server-pages.ts';
import { HISTORY } from './temporal-descriptors.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function readServer(workflowId: string): Promise<readonly string[] | undefined> {
  const key = await findRun(stage.server, workflowId);
  const events = [];
  for await (const page of readServerPages(stage.server, { key, wait: 'no' })) events.push(...page.events);
  const isClosed = events.at(-1)?.event.eventType === 'WORKFLOW_EXECUTION_COMPLETED';
  return isClosed ? events.map(({ canonical }) => canonical) : undefined;
}

async function signalWithPayload(workflowId: string, value: string | { ticker: string }): Promise<void> {
  const { metadata, data } = toPayload(value);
  const { encoding } = Object(metadata);
  const payload = {
    metadata: { encoding: Buffer.from(String(encoding), 'base64') },
    data: Buffer.from(String(data), 'base64'),
  };
  await stage.server.connection.workflowService.signalWorkflowExecution({
    ...{ namespace: stage.server.namespace, workflowExecution: { workflowId } },
    ...{ signalName: 'note', input: { payloads: [payload] } },
  });
}

const show = async (form: string) => {
  const args = ['workflow', 'show', '-w', 'same', '-o', form, '--address', stage.temporal.address];
  return Buffer.from((await promisify(execFile)(findTemporalCli(), args)).stdout);
};

const fetchHttp = async (query: string) => {
  const url = `http://${stage.temporal.httpAddress}/api/v1/namespaces/default/workflows/same/history?${query}`;
  return Buffer.from(await (await fetch(url)).arrayBuffer());
};

async function fetchHistory() {
  const { history } = await stage.server.connection.workflowService.getWorkflowExecutionHistory({
    ...{ namespace: stage.server.namespace, execution: { workflowId: 'same' } },
  });
  if (!history) throw new Error('no history');
  return history;
}

const textsOf = (bytes: Buffer) => {
  const [history] = parseHistories(bytes, 'any');
  const texts = [...(history?.events() ?? [])].map(({ canonical }) => canonical);
  return { format: history?.format, viewOnly: history?.viewOnly !== undefined, texts };
};

test('one run, from the server and by every tool that there is: the same bytes', async () => {
  await stage.workflows.start('same');
  // "done" is a text that is base64, too.
  for (const value of ['done', { ticker: 'NVDA' }]) await signalWithPayload('same', value);
  for (const name of ['note', 'child:same-child', 'end']) await stage.workflows.signal('same', name);
  const texts = await waitFor('the end', () => readServer('same'));
  const history = await fetchHistory();
  const replayable = (format: string) => ({ format, viewOnly: false, texts });
  expect(textsOf(await show('json'))).toEqual(replayable('canonical-json'));
  expect(textsOf(await show('jsonl'))).toEqual(replayable('canonical-json'));
  expect(textsOf(await fetchHttp('noPayloadShorthand'))).toEqual(replayable('http-api'));
  expect(textsOf(Buffer.from(HISTORY.encode(history).finish()))).toEqual(replayable('binary'));
  expect(textsOf(Buffer.from(JSON.stringify(history)))).toEqual(replayable('sdk-dump'));
  expect(textsOf(Buffer.from(historyToJSON(history)))).toEqual(replayable('canonical-json'));
  expect(textsOf(await fetchHttp(''))).toEqual({ ...replayable('http-api-shorthand'), viewOnly: true });
});
