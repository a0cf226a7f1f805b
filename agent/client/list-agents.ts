import type { WorkflowClient } from '@temporalio/client';
import { AGENT_WORKFLOW } from '../contract/names.ts';

/** One run of an agent as the server lists it. */
export interface AgentListItem {
  readonly workflowId: string;
  readonly runId: string;
  /** `RUNNING`, `COMPLETED`, `CONTINUED_AS_NEW`, …: Temporal's names. */
  readonly status: string;
  /** RFC 3339, the server's clock. */
  readonly startedAt: string;
  /** Absent when: the run is open. */
  readonly closedAt?: string;
}

/** Asks the server's visibility store, which lags behind by about a second. */
export async function listAgents(
  workflows: WorkflowClient,
  limit: number,
): Promise<readonly AgentListItem[]> {
  const items: AgentListItem[] = [];
  for await (const found of workflows.list({ query: `WorkflowType = '${AGENT_WORKFLOW}'` })) {
    items.push({
      workflowId: found.workflowId,
      runId: found.runId,
      status: found.status.name,
      startedAt: found.startTime.toISOString(),
      ...(found.closeTime === undefined ? {} : { closedAt: found.closeTime.toISOString() }),
    });
    if (items.length >= limit) break;
  }
  return items;
}
