import { basename, join } from 'node:path';
import { TickscopeError } from '../base/tickscope-error.ts';
import { type HistoryFile, readHistoryFile } from '../history/read-history-file.ts';
import { toStatedIds } from '../history/to-run.ts';
import type { Run, RunKey } from '../model/run.ts';
import { indexPage } from './index-run.ts';
import type { Indexer } from './indexer.ts';
import { keepRejected } from './keep-rejected.ts';
import { toConflictError } from './pull-run.ts';

export type Import = {
  readonly indexer: Indexer;
  readonly dataFolder: string;
  /** Histories do not say in which namespace they ran. */
  readonly namespace: string;
  /** For histories that state none. Absent when: such files are refused. */
  readonly workflowId?: string;
};

/** What became of one file. */
export type ImportedFile =
  | {
      readonly kind: 'imported';
      readonly file: string;
      readonly run: Run;
      readonly addedCount: number;
      /** Paths of fields that this version does not know; they stay in the events by name. */
      readonly unknown: readonly string[];
      /** Absent when: ticks were derived. */
      readonly derivationError?: unknown;
    }
  | {
      readonly kind: 'rejected';
      readonly file: string;
      readonly error: unknown;
      /** Copy of the file, beside its message. Absent when: the file could not be read. */
      readonly keptAs?: string;
    };

/** A transaction per so many events keeps other writers waiting for milliseconds only. */
const PAGE_LENGTH = 1_000;

/** Imports history files, each for itself: one that is broken is kept in `rejected/` of the data folder and ends nothing. */
export function importFiles(options: Import, files: readonly string[]): readonly ImportedFile[] {
  return files.map((file) => {
    try {
      return importFile(options, file);
    } catch (error) {
      const keptAs = keepRejected(join(options.dataFolder, 'rejected'), file, error);
      return { kind: 'rejected', file, error, ...(keptAs === undefined ? {} : { keptAs }) };
    }
  });
}

function importFile(options: Import, file: string): ImportedFile {
  const history = readHistoryFile(file);
  const key = toRunKey(options, file, history);
  let imported: ImportedFile | undefined;
  let addedCount = 0;
  for (let from = 0; from < history.events.length; from += PAGE_LENGTH) {
    const events = history.events.slice(from, from + PAGE_LENGTH);
    const { run, added, conflicts, derivationError } = indexPage(options.indexer, {
      key,
      source: 'file',
      events,
    });
    if (conflicts.length > 0) throw toConflictError(key, conflicts);
    addedCount += added.length;
    if (run === undefined) continue;
    const { unknown } = history;
    imported = {
      kind: 'imported',
      file,
      run,
      addedCount,
      unknown,
      ...(derivationError === undefined ? {} : { derivationError }),
    };
  }
  if (imported !== undefined) return imported;
  throw new TickscopeError('not-a-history', `${basename(file)} has no events.`);
}

function toRunKey({ namespace, workflowId }: Import, file: string, history: HistoryFile): RunKey {
  const stated = toStatedIds(history.events.map(({ event }) => event));
  const id = stated.workflowId ?? workflowId;
  if (id === undefined) {
    const what = `${basename(file)} does not say which workflow it is of. Give it: --workflow-id <id>`;
    throw new TickscopeError('history-invalid', what);
  }
  if (stated.runId === undefined) {
    throw new TickscopeError(
      'history-invalid',
      `${basename(file)}: event 1 does not say of which run it is.`,
    );
  }
  return { namespace, workflowId: id, runId: stated.runId };
}
