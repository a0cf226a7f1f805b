/** The peer of pulling: every page of a run's history, read and thrown away. */
import { connect } from '#auditor/history/connect.ts';
import { report } from '../report.ts';

const [address = '', workflowId = '', runId = ''] = process.argv.slice(2);
const server = await connect({ dataFolder: '', env: { TEMPORAL_ADDRESS: address } });
const startedAt = performance.now();
let events = 0;
let nextPageToken: Uint8Array | undefined;
do {
  const page = await server.connection.workflowService.getWorkflowExecutionHistory({
    ...{ namespace: server.namespace, execution: { workflowId, runId } },
    ...(nextPageToken ? { nextPageToken } : {}),
  });
  events += page.history?.events?.length ?? 0;
  nextPageToken = page.nextPageToken?.length > 0 ? page.nextPageToken : undefined;
} while (nextPageToken);
const ms = performance.now() - startedAt;
await server.close();
report({ ms, events });
