import type { Command } from 'commander';
import { z } from 'zod';
import { decodeStored } from '../sync/decode-stored.ts';
import { type ImportedFile, importFiles } from '../sync/import-files.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { reindexRun } from '../sync/reindex.ts';
import { readGlobalOptions } from './global-options.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';
import { toTerminalText } from './terminal-text.ts';

const optionsSchema = z.looseObject({ namespace: z.string(), workflowId: z.string().optional() });

/** `tickscope import`: stores history files. */
export function addImport(program: Command): void {
  addIndexingOptions(program.command('import'))
    .description('copy histories from JSON files into the index')
    .argument('<files...>')
    .option('--namespace <name>', 'namespace in which they ran; files do not say', 'default')
    .option('--workflow-id <id>', 'workflow id of files that do not say')
    .action(async (files: readonly string[], _options: unknown, command: Command) => {
      const { dataFolder, json } = readGlobalOptions(command);
      const { namespace, workflowId } = optionsSchema.parse(command.opts());
      const indexer = await openConfiguredIndexer(readIndexingSource(command));
      try {
        const given = workflowId === undefined ? {} : { workflowId };
        const imported = importFiles({ indexer, dataFolder, namespace, ...given }, files);
        const runs = imported.flatMap((file) => (file.kind === 'imported' ? [file.run] : []));
        for (const run of await decodeStored(indexer, runs)) reindexRun(indexer, run);
        report(imported, json);
      } finally {
        indexer.close();
      }
    });
}

function report(imported: readonly ImportedFile[], json: boolean): void {
  for (const file of imported) console.error(toTerminalText(toLine(file)));
  const rejected = imported.filter((file) => file.kind === 'rejected').length;
  if (json) console.log(JSON.stringify(imported.map(toJson), null, 2));
  if (rejected === 0) return;
  console.error(`${rejected} of ${imported.length} files were not imported.`);
  process.exitCode = 1;
}

function toLine(file: ImportedFile): string {
  if (file.kind === 'rejected') {
    return `${toMessage(file.error)}${file.keptAs === undefined ? '' : ` Kept as ${file.keptAs}.`}`;
  }
  const { run, addedCount, unknown, derivationError } = file;
  const line = `${file.file}: ${run.workflowId} run ${run.runId}, ${run.eventCount} events, ${addedCount} new`;
  const kept =
    unknown.length === 0 ? '' : `; kept as they are, unknown to this version: ${unknown.join(', ')}`;
  const failed =
    derivationError === undefined ? '' : `; no ticks could be derived: ${toMessage(derivationError)}`;
  return `${line}${kept}${failed}`;
}

function toJson(file: ImportedFile) {
  if (file.kind === 'rejected') return { ...file, error: toMessage(file.error) };
  const { derivationError, ...rest } = file;
  return derivationError === undefined ? rest : { ...rest, derivationError: toMessage(derivationError) };
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
