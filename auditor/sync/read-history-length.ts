import type { HistoryServer } from '../history/connect.ts';
import { callWithin } from '../history/read-server-pages.ts';
import type { RunKey } from '../model/run.ts';

const CALL_LIMIT_MS = 10_000;

/**
 * How many events the server has of a run.
 *
 * Absent when: the server does not say; that it is lost or forbids the question is told, or does not matter, where events are read.
 */
export async function readHistoryLength(
  server: HistoryServer,
  { namespace, workflowId, runId }: RunKey,
  signal: AbortSignal,
): Promise<number | undefined> {
  const execution = { workflowId, runId };
  const call = () => server.connection.workflowService.describeWorkflowExecution({ namespace, execution });
  try {
    const { workflowExecutionInfo: info } = await callWithin(server, CALL_LIMIT_MS, call, signal);
    const length = Number(info?.historyLength);
    return Number.isSafeInteger(length) && length > 0 ? length : undefined;
  } catch {
    return undefined;
  }
}
