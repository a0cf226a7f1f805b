import { join } from 'node:path';
import { msToTs } from '@temporalio/common';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { connect, type HistoryServer } from '../history/connect.ts';
import { waitFor } from './_scripted/dev-server.ts';
import { openStage, type Stage } from './_scripted/open-stage.ts';
import { readRows } from './_scripted/read-rows.ts';
import { createScriptedWorkflows, type ScriptedWorkflows } from './_scripted/scripted-workflow.ts';
import { type FollowNamespaces, followNamespaces, toFollowingText } from './follow-namespaces.ts';

const OTHER = 'research';

let stage: Stage;
let other: HistoryServer;
let otherWorkflows: ScriptedWorkflows;
let ending: AbortController;
let data = '';
let said: string[] = [];
let count = 0;

beforeAll(async () => {
  stage = await openStage();
  await stage.server.connection.workflowService.registerNamespace({
    namespace: OTHER,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  const env = { TEMPORAL_ADDRESS: stage.temporal.address, TEMPORAL_NAMESPACE: OTHER };
  other = await waitFor('the namespace', () => connect({ dataFolder: '', env }).catch(() => undefined));
  otherWorkflows = createScriptedWorkflows(other);
});
afterAll(async () => {
  await otherWorkflows.stop();
  await other.close();
  await stage.close();
});
beforeEach(() => {
  count += 1;
  data = join(stage.folder, `data-${count}`);
  said = [];
  ending = new AbortController();
});
afterEach(() => ending.abort());

function startFollowing(options: Partial<FollowNamespaces>): Promise<void> {
  return followNamespaces({
    dataFolder: data,
    env: { TEMPORAL_ADDRESS: stage.temporal.address },
    signal: ending.signal,
    say: (line) => said.push(line),
    onReady: (following) => said.push(toFollowingText(following)),
    ...options,
  });
}

const isStored = (workflowId: string, status: string) => () =>
  readRows(data, workflowId).runs.some((run) => run.status === status) || undefined;

async function complete(workflows: ScriptedWorkflows, workflowId: string): Promise<void> {
  await workflows.start(workflowId);
  await workflows.signal(workflowId, 'end');
}

test('follows several namespaces at once, each with a line of its own', async () => {
  const following = startFollowing({ flags: { namespaces: ['default', OTHER] } });
  await complete(stage.workflows, 'here');
  await complete(otherWorkflows, 'there');
  await waitFor('the run here', isStored('here', 'completed'));
  await waitFor('the run there', isStored('there', 'completed'));
  ending.abort();
  await following;
  expect(said).toEqual([`Following namespaces default, ${OTHER} at ${stage.temporal.address}.`]);
  expect(readRows(data, 'there').runs[0]?.namespace).toBe(OTHER);
});

test('a query selects the runs; children and successors of a selected one are followed too', async () => {
  await stage.workflows.start('left-out');
  const following = startFollowing({ query: 'WorkflowId = "wanted" OR WorkflowId = "later"' });
  await stage.workflows.start('wanted');
  await stage.workflows.signal('wanted', 'child:heir-of-wanted');
  await waitFor('the child', isStored('heir-of-wanted', 'running'));
  // Found by a later list, whose query is this one within what is new.
  await complete(stage.workflows, 'later');
  await waitFor('the later run', isStored('later', 'completed'));
  await stage.workflows.signal('wanted', 'next');
  await waitFor('the next run', isStored('wanted', 'continued-as-new'));
  ending.abort();
  await following;
  expect(readRows(data, 'left-out').runs).toEqual([]);
});

test('a query that the server does not understand is told and ends the following of every namespace', async () => {
  const following = startFollowing({ query: 'no query', flags: { namespaces: ['default', OTHER] } });
  await expect(following).rejects.toMatchObject({
    code: 'wrong-usage',
    message: expect.stringMatching(/query/i),
  });
});

test('an open run whose history is gone is marked as lost, told once, and kept', async () => {
  const following = startFollowing({ query: 'WorkflowId = "gone"' });
  await stage.workflows.start('gone');
  await waitFor('the run', () => readRows(data, 'gone').events.length >= 4 || undefined);
  ending.abort();
  await following;
  const stored = readRows(data, 'gone').events.length;
  const { workflowService } = stage.server.connection;
  const workflowExecution = { workflowId: 'gone' };
  await workflowService.deleteWorkflowExecution({ namespace: 'default', workflowExecution });
  await waitFor('the deletion', async () => {
    const asked = workflowService.describeWorkflowExecution({
      namespace: 'default',
      execution: workflowExecution,
    });
    return asked.then(
      () => undefined,
      () => true,
    );
  });
  ending = new AbortController();
  said = [];
  const again = startFollowing({ query: 'WorkflowId = "gone"' });
  await waitFor('the loss to be told', () => said.length > 1 || undefined);
  ending.abort();
  await again;
  expect(said[1]).toContain(`The copy is marked as lost from event ${stored + 1} on.`);
  const rows = readRows(data, 'gone');
  expect(rows.events).toHaveLength(stored);
  expect(rows.runs).toMatchObject([{ status: 'running', lost_from_event_id: stored + 1 }]);
});
