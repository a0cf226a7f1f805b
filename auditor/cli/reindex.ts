import type { Command } from 'commander';
import { decodeStored } from '../sync/decode-stored.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { reindex } from '../sync/reindex.ts';
import { readGlobalOptions } from './global-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';
import { toJsonText } from './json-text.ts';
import { createProgress } from './progress.ts';
import { toOneLine } from './text-style.ts';

const EXAMPLES = `
Examples:
  $ tickscope reindex
  $ tickscope reindex --codec-endpoint https://codec.example/{namespace}   decode what was stored encoded

Exit code: 0 when done, 1 on an error or where no ticks could be derived, 2 for wrong usage.`;

/** `tickscope reindex`: derives again what is derived from the stored events. */
export function addReindex(program: Command): void {
  addIndexingOptions(program.command('reindex'))
    .description('derive all ticks again from the stored events')
    .addHelpText('after', EXAMPLES)
    .action(async (_options: unknown, command: Command) => {
      const { json } = readGlobalOptions(command);
      const indexer = await openConfiguredIndexer(readIndexingSource(command));
      try {
        await decodeStored(indexer);
        const progress = createProgress({ stream: process.stderr, label: 'deriving run', enabled: !json });
        const onRun = ({ runCount: done, total }: { readonly runCount: number; readonly total: number }) =>
          progress.update({ done, total });
        const { runCount, tickCount, failures } = reindex(indexer, { which: 'all', onRun });
        progress.clear();
        for (const { workflowId, runId, error } of failures) {
          const why = error instanceof Error ? error.message : String(error);
          console.error(toOneLine(`${workflowId} run ${runId}: ${why}`));
        }
        if (failures.length > 0) process.exitCode = 1;
        if (json) console.log(toJsonText({ runCount, tickCount, failureCount: failures.length }));
        else console.error(`${runCount} runs, ${tickCount} ticks.`);
      } finally {
        indexer.close();
      }
    });
}
