import type { Command } from 'commander';
import { openStore } from '../store/open-store.ts';
import { createIndexer } from '../sync/indexer.ts';
import { reindex } from '../sync/reindex.ts';
import { readGlobalOptions } from './global-options.ts';
import { toTerminalText } from './terminal-text.ts';

/** `tickscope reindex`: derives again what is derived from the stored events. */
export function addReindex(program: Command): void {
  program
    .command('reindex')
    .description('derive all ticks again from the stored events')
    .action((_options: unknown, command: Command) => {
      const { dataFolder, json } = readGlobalOptions(command);
      const store = openStore(dataFolder);
      try {
        const { runCount, tickCount, failures } = reindex(createIndexer(store), { which: 'all' });
        for (const { workflowId, runId, error } of failures) {
          const why = error instanceof Error ? error.message : String(error);
          console.error(toTerminalText(`${workflowId} run ${runId}: ${why}`));
        }
        if (failures.length > 0) process.exitCode = 1;
        if (json) console.log(JSON.stringify({ runCount, tickCount, failureCount: failures.length }));
        else console.error(`${runCount} runs, ${tickCount} ticks.`);
      } finally {
        store.close();
      }
    });
}
