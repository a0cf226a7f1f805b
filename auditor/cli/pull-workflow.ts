import type { Command } from 'commander';
import { connect } from '../history/connect.ts';
import { findRun } from '../history/find-run.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { pullChain } from '../sync/pull-chain.ts';
import { readConnectionFlags } from './connection-options.ts';
import { readGlobalOptions } from './global-options.ts';
import { readIndexingSource } from './indexing-options.ts';
import { createPullReport } from './pull-report.ts';
import { untilInterrupted } from './until-interrupted.ts';

type PullWorkflow = { readonly runId?: string; readonly chain: boolean; readonly children: boolean };

/** Pulls one workflow: its chain, and its children when asked. */
export async function pullWorkflow(
  workflowId: string,
  options: PullWorkflow,
  command: Command,
): Promise<void> {
  const { dataFolder, json } = readGlobalOptions(command);
  const report = createPullReport(json);
  const server = await connect({ dataFolder, env: process.env, flags: readConnectionFlags(command) });
  try {
    const indexer = await openConfiguredIndexer(readIndexingSource(command));
    try {
      await untilInterrupted(report.stopped, async (signal) => {
        const key = await findRun(server, workflowId, options.runId);
        await pullChain({ server, indexer, signal }, key, {
          extent: options.chain ? 'chain' : 'run',
          children: options.children ? 'with' : 'without',
          onRun: report.onRun,
        });
      });
      report.end();
    } finally {
      indexer.close();
    }
  } finally {
    await server.close();
  }
}
