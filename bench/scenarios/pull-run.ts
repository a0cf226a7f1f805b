/** Pulling a run as `tickscope pull` does it. */
import { connect } from '#auditor/history/connect.ts';
import { openIndexer } from '#auditor/sync/open-indexer.ts';
import { pullRun } from '#auditor/sync/pull-run.ts';
import { report } from '../report.ts';

const [address = '', workflowId = '', runId = '', folder = ''] = process.argv.slice(2);
const server = await connect({ dataFolder: '', env: { TEMPORAL_ADDRESS: address } });
const startedAt = performance.now();
const indexer = openIndexer(folder);
const key = { namespace: server.namespace, workflowId, runId };
const { addedCount } = await pullRun({ server, indexer }, key);
indexer.close();
const ms = performance.now() - startedAt;
await server.close();
report({ ms, events: addedCount });
