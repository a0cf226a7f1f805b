import { toDecodedEvent } from '../../auditor/base/decode-event.ts';
import type { HistoryServer } from '../../auditor/history/connect.ts';
import { listWorkflows } from '../../auditor/history/list-workflows.ts';
import { readServerPages } from '../../auditor/history/read-server-pages.ts';
import type { DecodedEvent } from '../../auditor/model/history-event.ts';
import type { RunKey } from '../../auditor/model/run.ts';

async function readRun(server: HistoryServer, key: RunKey): Promise<readonly DecodedEvent[]> {
  const events: DecodedEvent[] = [];
  for await (const page of readServerPages(server, { key, wait: 'no' }))
    events.push(...page.events.map(({ event }) => toDecodedEvent(event)));
  return events;
}

/** The events of every run of a workflow id, from the server itself. Order: of the runs, none. */
export async function readChainEvents(
  server: HistoryServer,
  workflowId: string,
): Promise<readonly (readonly DecodedEvent[])[]> {
  const runs: (readonly DecodedEvent[])[] = [];
  for await (const { key } of listWorkflows(server, `WorkflowId = '${workflowId}'`))
    runs.push(await readRun(server, key));
  return runs;
}
