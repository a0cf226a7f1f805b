import type { Command } from 'commander';
import { connectAll } from '../history/connect.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { pullQuery } from '../sync/pull-query.ts';
import { readConnectionFlags } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { readIndexingSource } from './indexing-options.ts';
import { createPullReport } from './pull-report.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** Pulls every run that a visibility query selects, in each namespace that is named. */
export async function pullSelected(query: string, command: Command): Promise<void> {
  const { dataFolder, json } = readGlobalOptions(command);
  const report = createPullReport(json);
  const servers = await connectAll({ dataFolder, env: process.env, flags: readConnectionFlags(command) });
  try {
    const indexer = await openConfiguredIndexer(readIndexingSource(command));
    try {
      await untilInterrupted(report.stopped, async (signal) => {
        for (const server of servers) {
          const pulled = await pullQuery({ server, indexer, signal }, { query, ...report });
          report.onNamespace(server.namespace, pulled);
        }
      });
      report.end();
    } finally {
      indexer.close();
    }
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}
