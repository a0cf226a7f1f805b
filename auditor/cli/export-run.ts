import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Run } from '../model/run.ts';
import type { Index } from '../query/open-index.ts';
import type { Rewrite } from '../query/read-history.ts';
import { createRedacting } from './create-redacting.ts';
import { type ExportFormat, readInFormat } from './export-format.ts';
import { createProgress } from './progress.ts';
import { toOneLine } from './text-style.ts';

export type ExportOptions = {
  /** File. Absent when: standard output. */
  readonly output?: string | undefined;
  readonly format: ExportFormat;
  readonly gzip: boolean;
  readonly redact: boolean;
  readonly progress: 'shown' | 'hidden';
};

/** Writes one run, and says on standard error how much that was. Throws: TickscopeError `wrong-usage` for a file that cannot be written. */
export async function exportRun(index: Index, run: Run, options: ExportOptions): Promise<void> {
  const { output, gzip, redact } = options;
  const redacting = createRedacting(index.understanding.redactions);
  const rewrite = redact ? redacting.rewrite : (text: string) => text;
  const chunks = Readable.from(readWithProgress(index, run, rewrite, options));
  const through = gzip ? createGzip() : new PassThrough();
  if (output === undefined) await pipeline(chunks, through, process.stdout, { end: false });
  else await writeTo(output, chunks, through);
  const where = output === undefined ? '' : ` to ${output}`;
  const viewOnly = run.viewOnly === undefined ? '' : ` View only, no replay: ${run.viewOnly}.`;
  const line = `${run.workflowId} run ${run.runId}: ${run.eventCount} events written${where}.${viewOnly}`;
  console.error(toOneLine(line));
  if (!redact) return;
  const changed = `${redacting.changedCount()} of ${run.eventCount} events were redacted`;
  console.error(`${changed}: their digests differ from the record's, and a replay may diverge.`);
}

function* readWithProgress(
  index: Index,
  run: Run,
  rewrite: Rewrite,
  { output, format, progress: shown }: ExportOptions,
): Iterable<string | Uint8Array> {
  // Where the history goes to the same terminal it would be torn apart.
  const enabled = shown === 'shown' && (output !== undefined || !process.stdout.isTTY);
  const progress = createProgress({ stream: process.stderr, label: 'writing event', enabled });
  let done = 0;
  const counting: Rewrite = (text) => {
    done += 1;
    progress.update({ done, total: run.eventCount, detail: output ?? run.workflowId });
    return rewrite(text);
  };
  try {
    yield* readInFormat(index, run, { format, rewrite: counting });
  } finally {
    progress.clear();
  }
}

async function writeTo(
  output: string,
  chunks: Readable,
  through: PassThrough | ReturnType<typeof createGzip>,
) {
  try {
    await pipeline(chunks, through, createWriteStream(output));
  } catch (error) {
    throw error instanceof TickscopeError ? error : cannotWrite(output, error);
  }
}

/** Throws nothing: the error of a file or folder that cannot be written. */
export function cannotWrite(output: string, error: unknown): TickscopeError {
  const why = error instanceof Error ? error.message : String(error);
  const what = `${output} cannot be written: ${why}. Name another file with --output.`;
  return new TickscopeError('wrong-usage', what, { cause: error });
}
