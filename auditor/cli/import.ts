import { setImmediate } from 'node:timers/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { decodeStored } from '../sync/decode-stored.ts';
import { type ImportedFile, type ImportStep, importInSteps } from '../sync/import-files.ts';
import { listImportFiles } from '../sync/list-import-files.ts';
import { openConfiguredIndexer } from '../sync/open-configured-indexer.ts';
import { reindexRun } from '../sync/reindex.ts';
import { readGlobalOptions } from './global-options.ts';
import { toImportJson, toImportLine, toRejectedSummary, toSkippedLine } from './import-report.ts';
import { addIndexingOptions, readIndexingSource } from './indexing-options.ts';
import { toJsonText } from './json-text.ts';
import { createProgress, type Progress } from './progress.ts';
import { toOneLine } from './text-style.ts';

const optionsSchema = z.looseObject({ namespace: z.string(), workflowId: z.string().optional() });

const EXAMPLES = `
Examples:
  $ tickscope import trader-1.history.json
  $ tickscope import histories/ exports/*.proto.zst
  $ temporal workflow show -w trader-1 -o json | tickscope import - --workflow-id trader-1

Exit code: 0 when every file was imported, 1 when one was not, 2 for wrong usage.`;

/** `tickscope import`: stores history files. */
export function addImport(program: Command): void {
  addIndexingOptions(program.command('import'))
    .description('copy histories from files of any form into the index')
    .argument('<files...>', 'files, folders, patterns; - is standard input')
    .option('--namespace <name>', 'namespace in which they ran; files do not say', 'default')
    .option('--workflow-id <id>', 'workflow id of the one run whose file does not say')
    .addHelpText('after', EXAMPLES)
    .action(async (paths: readonly string[], _options: unknown, command: Command) => {
      await importAll(paths, command);
    });
}

async function importAll(paths: readonly string[], command: Command): Promise<void> {
  const { dataFolder, json } = readGlobalOptions(command);
  const { namespace, workflowId } = optionsSchema.parse(command.opts());
  const { files, skipped } = listImportFiles(paths);
  if (skipped.size > 0) console.error(toSkippedLine(skipped));
  const progress = createProgress({ stream: process.stderr, label: 'importing', enabled: !json });
  const indexer = await openConfiguredIndexer(readIndexingSource(command));
  try {
    const given = workflowId === undefined ? {} : { workflowId };
    const steps = importInSteps({ indexer, dataFolder, namespace, ...given }, files);
    const { imported, stoppedAt } = await followSteps(steps, files, progress);
    const runs = imported.flatMap((file) => (file.kind === 'imported' ? [file.run] : []));
    for (const run of await decodeStored(indexer, runs)) reindexRun(indexer, run);
    if (json) console.log(toJsonText(imported.map(toImportJson), 2));
    conclude(imported, files.length, stoppedAt);
  } finally {
    progress.clear();
    indexer.close();
  }
}

type Followed = { readonly imported: readonly ImportedFile[]; readonly stoppedAt?: ImportStep };

/** Prints each file when it is done. Ctrl-C ends it after the page at hand, which is stored then. */
async function followSteps(
  steps: Iterable<ImportStep>,
  files: readonly string[],
  progress: Progress,
): Promise<Followed> {
  const imported: ImportedFile[] = [];
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    for (const step of steps) {
      if (step.kind === 'page') showPage(progress, step, files);
      else {
        imported.push(step);
        progress.clear();
        console.error(toOneLine(toImportLine(step)));
      }
      // Lets a signal in: everything between is synchronous.
      await setImmediate();
      if (stop.signal.aborted) return { imported, stoppedAt: step };
    }
    return { imported };
  } finally {
    process.off('SIGINT', onSignal);
  }
}

function showPage(
  progress: Progress,
  { file, storedCount, eventCount }: Extract<ImportStep, { kind: 'page' }>,
  files: readonly string[],
): void {
  const detail = `${file}, event ${storedCount} of ${eventCount}`;
  progress.update({ done: files.indexOf(file) + 1, total: files.length, detail });
}

function conclude(
  imported: readonly ImportedFile[],
  fileCount: number,
  stoppedAt: ImportStep | undefined,
): void {
  const rejected = imported.filter(({ kind }) => kind === 'rejected').length;
  if (rejected > 0) console.error(toRejectedSummary(rejected, fileCount));
  if (stoppedAt !== undefined) {
    const done = new Set(imported.map(({ file }) => file)).size;
    const inside =
      stoppedAt.kind === 'page' && stoppedAt.storedCount < stoppedAt.eventCount
        ? `, and event ${stoppedAt.storedCount} of ${stoppedAt.eventCount} of ${stoppedAt.file}`
        : '';
    const next = 'What was stored stays; the same command goes on.';
    console.error(toOneLine(`Stopped after ${done} of ${fileCount} files${inside}. ${next}`));
  }
  if (rejected > 0 || stoppedAt !== undefined) process.exitCode = 1;
}
