import { TickscopeError } from '../base/tickscope-error.ts';
import { toWireEvent } from '../history/to-wire-event.ts';
import type { Run } from '../model/run.ts';
import type { Index } from '../query/open-index.ts';
import { type Rewrite, readHistory, readHistoryEvents, readHistoryLines } from '../query/read-history.ts';

/** Forms in which a run can be written, each with the ending of its files. */
export const EXPORT_FORMATS = { json: '.json', jsonl: '.jsonl', binary: '.bin' } as const;

export type ExportFormat = keyof typeof EXPORT_FORMATS;

/**
 * A run in one of the forms, in chunks, a part of it in memory at a time.
 *
 * Throws: TickscopeError `wrong-usage` for a copy that may only be viewed in binary, which could not say so.
 */
export function readInFormat(
  index: Index,
  run: Run,
  { format, rewrite }: { readonly format: ExportFormat; readonly rewrite: Rewrite },
): Iterable<string | Uint8Array> {
  if (format === 'json') return readHistory(index, run, rewrite);
  if (format === 'jsonl') return readHistoryLines(index, run, rewrite);
  if (run.viewOnly === undefined) return readWireEvents(index, run, rewrite);
  const what = `Run ${run.runId} may only be viewed, which a binary history cannot say.`;
  throw new TickscopeError('wrong-usage', `${what} Use --format json.`);
}

function* readWireEvents(index: Index, run: Run, rewrite: Rewrite): Generator<Uint8Array> {
  for (const canonical of readHistoryEvents(index, run)) yield toWireEvent(rewrite(canonical));
}

/** Name of a run's file inside a folder. A run id out of a file may be any text: only harmless characters stay. */
export function toExportFileName(run: Run, position: number, ending: string): string {
  const id = run.runId.replace(/[^A-Za-z0-9-]/g, '_').slice(0, 80);
  return `${String(position + 1).padStart(3, '0')}-${id}${ending}`;
}
