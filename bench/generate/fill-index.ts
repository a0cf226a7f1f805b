import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { importFiles } from '#auditor/sync/import-files.ts';
import { openIndexer } from '#auditor/sync/open-indexer.ts';
import { toAgentHistory } from './agent-history.ts';
import { writeHistoryFile } from './write-history-file.ts';

type IndexSize = { readonly runs: number; readonly events: number };

/** Fills an index with runs `w0`, `w1`, … of so many events each. Throws: when a file is refused. */
export function fillIndex(folder: string, { runs, events }: IndexSize, say: (line: string) => void): void {
  mkdirSync(folder, { recursive: true });
  const indexer = openIndexer(folder);
  const file = join(folder, 'history.json');
  for (let run = 0; run < runs; run += 1) {
    writeHistoryFile(file, toAgentHistory({ workflowId: `w${run}`, runId: `r${run}`, events }));
    const [imported] = importFiles({ indexer, dataFolder: folder, namespace: 'default' }, [file]);
    if (imported?.kind !== 'imported') throw imported?.error;
    say(`${run + 1} of ${runs} runs indexed`);
  }
  indexer.close();
  rmSync(file);
}
