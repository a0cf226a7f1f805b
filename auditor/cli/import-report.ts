import { toFormatTitle } from '../base/format-title.ts';
import type { ImportedFile, ImportedRun } from '../sync/import-files.ts';
import type { ImportList } from '../sync/list-import-files.ts';
import { toShortName } from './text-style.ts';

/** What became of a file or of one of its runs, in one line. */
export function toImportLine(file: ImportedFile): string {
  if (file.kind === 'rejected') return toRejectedLine(file);
  const { run, addedCount, format, unknown, notes, derivationError } = file;
  const counts = `${toShortName(run.workflowId)} run ${toShortName(run.runId)}, ${run.eventCount} events, ${addedCount} new`;
  return [
    `${file.file}: ${counts}; ${[toFormatTitle(format), ...notes].join(', ')}`,
    ...toViewOnlyText(file),
    ...(unknown.length === 0 ? [] : [`kept as they are, unknown to this version: ${unknown.join(', ')}`]),
    ...(derivationError === undefined ? [] : [`no ticks could be derived: ${toMessage(derivationError)}`]),
  ].join('; ');
}

/** Of the stored copy, which other files may have made what it is. */
function toViewOnlyText({ run, viewOnly, noLongerViewOnly }: ImportedRun): readonly string[] {
  if (run.viewOnly !== undefined) return [`view only, no replay: ${run.viewOnly}`];
  if (viewOnly !== undefined)
    return [`the file is view only (${viewOnly}), the stored copy can still be replayed`];
  if (noLongerViewOnly === undefined) return [];
  return [`no longer view only: this copy can be replayed and has the same bytes for every stored event`];
}

function toRejectedLine({ error, keptAs, notKept }: Extract<ImportedFile, { kind: 'rejected' }>): string {
  const message = toMessage(error);
  if (keptAs === undefined && notKept === undefined) return message;
  // Messages that end in something to type end without a full stop.
  const sentence = message.endsWith('.') ? message : `${message}.`;
  return `${sentence} ${keptAs === undefined ? `It could not be kept: ${notKept}.` : `Kept as ${keptAs}.`}`;
}

/** The same for `--json`. */
export function toImportJson(file: ImportedFile) {
  if (file.kind === 'rejected') return { ...file, error: toMessage(file.error) };
  const { derivationError, ...rest } = file;
  return derivationError === undefined ? rest : { ...rest, derivationError: toMessage(derivationError) };
}

function toMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was left out of folders. */
export function toSkippedLine(skipped: ImportList['skipped']): string {
  return `Left out of the folders: ${[...skipped].map(([why, count]) => `${count} ${why}`).join(', ')}.`;
}

/** How many files there are that were not imported. */
export function toRejectedSummary(rejected: number, fileCount: number): string {
  return `${rejected} of ${fileCount} ${fileCount === 1 ? 'file' : 'files'} ${rejected === 1 ? 'was' : 'were'} not imported.`;
}
