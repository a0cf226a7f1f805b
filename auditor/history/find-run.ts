import { TickscopeError } from '../base/tickscope-error.ts';
import type { RunKey } from '../model/run.ts';
import type { HistoryServer } from './connect.ts';
import { callWithin } from './read-server-pages.ts';
import { toServerError } from './server-error.ts';

const CALL_LIMIT_MS = 15_000;

/**
 * The run of a workflow id that is asked for: the given one, else the newest.
 *
 * Throws: TickscopeError `workflow-not-found` or `server-unreachable`.
 */
export async function findRun(server: HistoryServer, workflowId: string, runId?: string): Promise<RunKey> {
  const subject = runId === undefined ? `Workflow ${workflowId}` : `Run ${runId} of ${workflowId}`;
  const call = () =>
    server.connection.workflowService.describeWorkflowExecution({
      namespace: server.namespace,
      execution: { workflowId, ...(runId === undefined ? {} : { runId }) },
    });
  try {
    const description = await callWithin(server, CALL_LIMIT_MS, call);
    const found = description.workflowExecutionInfo?.execution?.runId;
    if (found) return { namespace: server.namespace, workflowId, runId: found };
  } catch (error) {
    throw toServerError(error, server, subject);
  }
  throw new TickscopeError(
    'workflow-not-found',
    `Temporal at ${server.address} describes no run of ${workflowId}.`,
  );
}
