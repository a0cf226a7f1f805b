import type { HistoryServer } from '#auditor/history/connect.ts';
import { callWithin } from '#auditor/history/read-server-pages.ts';
import type { RunKey } from '#auditor/model/run.ts';

const TASK_QUEUE = 'bench';
const POLL_LIMIT_MS = 30_000;
const MARKERS_PER_TASK = 20;
const EVENTS_PER_TASK = MARKERS_PER_TASK + 3;
/** Values of temporal.api.enums.v1.CommandType. */
const COMPLETE = 4;
const RECORD_MARKER = 9;

/** Payload of about 500 bytes, another one each time. */
function toPayload(at: number) {
  const value = {
    at,
    symbol: 'NVDA',
    priceCents: 12_000 + (at % 997),
    note: `observation ${at} `.repeat(24),
  };
  return { metadata: { encoding: Buffer.from('json/plain') }, data: Buffer.from(JSON.stringify(value)) };
}

/**
 * Makes a real run of about so many events on a server, deciding over Temporal's own protocol: markers need no activity to wait for.
 *
 * Shape: workflow tasks with twenty markers each, then the end.
 */
export async function recordLongRun(server: HistoryServer, events: number): Promise<RunKey> {
  const { namespace, connection } = server;
  const service = connection.workflowService;
  const taskQueue = { name: TASK_QUEUE };
  const workflowId = 'long';
  const { runId } = await service.startWorkflowExecution({
    ...{ namespace, workflowId, taskQueue, requestId: 'bench', identity: 'bench' },
    workflowType: { name: 'long' },
  });
  const first = await callWithin(server, POLL_LIMIT_MS, () =>
    service.pollWorkflowTaskQueue({ namespace, taskQueue, identity: 'bench' }),
  );
  let taskToken = first.taskToken;
  let at = 0;
  for (let written = 2; written < events; written += EVENTS_PER_TASK) {
    const commands = Array.from({ length: MARKERS_PER_TASK }, () => ({
      commandType: RECORD_MARKER,
      recordMarkerCommandAttributes: {
        markerName: 'observed',
        details: { data: { payloads: [toPayload(at++)] } },
      },
    }));
    const answer = await service.respondWorkflowTaskCompleted({
      ...{ namespace, taskToken, identity: 'bench', commands },
      ...{ returnNewWorkflowTask: true, forceCreateNewWorkflowTask: true },
    });
    const next = answer.workflowTask?.taskToken;
    if (!next) throw new Error('the server gave no further workflow task');
    taskToken = next;
  }
  const commands = [{ commandType: COMPLETE, completeWorkflowExecutionCommandAttributes: {} }];
  await service.respondWorkflowTaskCompleted({
    namespace,
    taskToken,
    identity: 'bench',
    commands,
  });
  return { namespace, workflowId, runId };
}
