/** Indexing a run whose pages are in memory already: what pulling costs beside the paging. */
import { connect } from '#auditor/history/connect.ts';
import { toCanonicalEvent } from '#auditor/history/to-canonical-event.ts';
import { walkEventMessage } from '#auditor/history/walk-message.ts';
import { indexPage } from '#auditor/sync/index-run.ts';
import { openIndexer } from '#auditor/sync/open-indexer.ts';
import { report } from '../report.ts';

const [address = '', workflowId = '', runId = '', folder = ''] = process.argv.slice(2);
const server = await connect({ dataFolder: '', env: { TEMPORAL_ADDRESS: address } });
const pages: object[][] = [];
let nextPageToken: Uint8Array | undefined;
do {
  const page = await server.connection.workflowService.getWorkflowExecutionHistory({
    ...{ namespace: server.namespace, execution: { workflowId, runId } },
    ...(nextPageToken ? { nextPageToken } : {}),
  });
  pages.push(page.history?.events ?? []);
  nextPageToken = page.nextPageToken?.length > 0 ? page.nextPageToken : undefined;
} while (nextPageToken);
await server.close();

const key = { namespace: server.namespace, workflowId, runId };
const startedAt = performance.now();
const indexer = openIndexer(folder);
for (const page of pages) {
  const events = page.map((event) => toCanonicalEvent(walkEventMessage(event)));
  indexPage(indexer, { key, source: 'server', events });
}
indexer.close();
report({ ms: performance.now() - startedAt });
