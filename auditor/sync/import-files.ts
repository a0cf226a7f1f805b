import { basename, join } from 'node:path';
import { type ErrorCode, isIndexUnusable, TickscopeError } from '../base/tickscope-error.ts';
import type { ParsedHistory } from '../history/parsed-history.ts';
import { readBytes } from '../history/read-content.ts';
import { parseHistories, readHistories } from '../history/read-history-file.ts';
import type { CanonicalEvent } from '../history/to-canonical-event.ts';
import type { Run, RunKey } from '../model/run.ts';
import { findOtherWorkflow } from '../store/find-run.ts';
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

/** A run of a file, as it is stored now. */
export type ImportedRun = {
  readonly kind: 'imported';
  readonly file: string;
  /** Name of the form that the file had. */
  readonly format: string;
  readonly run: Run;
  readonly addedCount: number;
  /** Why the file may be read but not replayed; the stored copy says it for itself, in `run`. Absent when: it may be replayed. */
  readonly viewOnly?: string;
  /** Why the stored copy could not be replayed until this file. Absent when: nothing of that has changed. */
  readonly noLongerViewOnly?: string;
  /** Paths of fields that this version does not know; they stay in the events by name. */
  readonly unknown: readonly string[];
  readonly notes: readonly string[];
  /** Absent when: ticks were derived. */
  readonly derivationError?: unknown;
};

/** What became of a file: each of its runs, or why there is none. */
export type ImportedFile =
  | ImportedRun
  | {
      readonly kind: 'rejected';
      readonly file: string;
      readonly error: unknown;
      /** Copy of the file, beside its message. Absent when: it could not be read or kept, or nothing is wrong with it. */
      readonly keptAs?: string;
      /** Why no copy could be made of it. Absent when: there is one, or none is made. */
      readonly notKept?: string;
    };

/** Between two steps everything so far is stored, and an import may be stopped. */
export type ImportStep =
  | {
      readonly kind: 'page';
      readonly file: string;
      readonly storedCount: number;
      readonly eventCount: number;
    }
  | ImportedFile;

/** A transaction per so many events keeps other writers waiting for milliseconds only. */
const PAGE_LENGTH = 4_000;

/**
 * Imports history files, each for itself: one that is broken is kept in `rejected/` of the data folder and ends nothing.
 *
 * Throws: TickscopeError `index-unusable` when the index takes no more, as no other file could be imported either.
 */
export function importFiles(options: Import, files: readonly string[]): readonly ImportedFile[] {
  return [...importInSteps(options, files)].filter((step) => step.kind !== 'page');
}

/** The same, step by step. Order: pages of a run, then the run. Throws: as `importFiles`. */
export function* importInSteps(options: Import, files: readonly string[]): Generator<ImportStep, undefined> {
  const batch: Batch = { ...options, given: new Map() };
  for (const file of files) {
    const bytes: Buffer[] = [];
    try {
      for (const history of read(file, bytes)) yield* importHistory(batch, file, history);
    } catch (error) {
      if (isIndexUnusable(error)) throw error;
      yield { kind: 'rejected', file, error, ...keep(options, { file, error, bytes }) };
    }
  }
}

/** An import, and the runs that were given the workflow id of the options: run id → file. */
type Batch = Import & { readonly given: Map<string, string> };

/** Errors of Tickscope that are about the content of a file. */
const ABOUT_CONTENT: readonly ErrorCode[] = ['not-a-history', 'history-invalid', 'event-conflict'];

type Refused = { readonly file: string; readonly error: unknown; readonly bytes: readonly Buffer[] };
type Kept = { readonly keptAs?: string; readonly notKept?: string };

/** Never throws: that a copy cannot be made must not keep the next file from being imported. */
function keep({ dataFolder }: Import, { file, error, bytes: [bytes] }: Refused): Kept {
  if (error instanceof TickscopeError && !ABOUT_CONTENT.includes(error.code)) return {};
  try {
    const rejected = { file, error, ...(bytes === undefined ? {} : { bytes }) };
    const keptAs = keepRejected(join(dataFolder, 'rejected'), rejected);
    return keptAs === undefined ? {} : { keptAs };
  } catch (reason) {
    return { notKept: reason instanceof Error ? reason.message : String(reason) };
  }
}

/** Standard input cannot be read a second time, should it have to be kept. */
function read(file: string, bytes: Buffer[]): readonly ParsedHistory[] {
  if (file !== '-') return readHistories(file);
  const input = readBytes(file);
  bytes.push(input);
  return parseHistories(input, 'standard input');
}

function* importHistory(options: Batch, file: string, history: ParsedHistory): Generator<ImportStep> {
  const key = toRunKey(options, file, history);
  if (history.ids.workflowId === undefined) refuseOtherName(options, file, key);
  const { format, viewOnly, unknown, notes, eventCount } = history;
  const copy = { format, ...(viewOnly === undefined ? {} : { viewOnly }) };
  let stored: Pick<ImportedRun, 'run' | 'derivationError'> | undefined;
  let lifted: Pick<ImportedRun, 'noLongerViewOnly'> = {};
  let addedCount = 0;
  let storedCount = 0;
  for (const events of toPages(history.events())) {
    const page = indexPage(options.indexer, { key, source: 'file', events, ...copy });
    const { run, added, conflicts, derivationError, noLongerViewOnly } = page;
    if (conflicts.length > 0) throw toConflictError(key, conflicts);
    if (noLongerViewOnly !== undefined) lifted = { noLongerViewOnly };
    addedCount += added.length;
    storedCount += events.length;
    if (run !== undefined) stored = { run, ...(derivationError === undefined ? {} : { derivationError }) };
    if (history.ids.workflowId === undefined) options.given.set(key.runId, file);
    yield { kind: 'page', file, storedCount, eventCount };
  }
  if (stored === undefined) throw new TickscopeError('not-a-history', `${basename(file)} has no events.`);
  yield { kind: 'imported', file, ...stored, ...copy, ...lifted, addedCount, unknown, notes };
}

/** A mistyped --workflow-id would make a second run of one. Throws: TickscopeError `wrong-usage`. */
function refuseOtherName({ indexer }: Batch, file: string, key: RunKey): void {
  const other = findOtherWorkflow(indexer.store.db, key);
  if (other === undefined) return;
  const what = `${basename(file)} is run ${key.runId}, which is stored as ${other}, not as ${key.workflowId}.`;
  throw new TickscopeError('wrong-usage', `${what} Give its name: --workflow-id ${other}`);
}

function* toPages(events: Iterable<CanonicalEvent>): Generator<readonly CanonicalEvent[]> {
  let page: CanonicalEvent[] = [];
  for (const event of events) {
    page.push(event);
    if (page.length < PAGE_LENGTH) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

function toRunKey({ namespace, workflowId, given }: Batch, file: string, { ids }: ParsedHistory): RunKey {
  const name = basename(file);
  const id = ids.workflowId ?? workflowId;
  if (id === undefined) {
    const what = `${name} does not say which workflow it is of. Give it: --workflow-id <id>`;
    throw new TickscopeError('history-invalid', what);
  }
  if (ids.runId === undefined) {
    throw new TickscopeError('history-invalid', `${name}: event 1 does not say of which run it is.`);
  }
  const [other] = given.values();
  if (ids.workflowId === undefined && other !== undefined && !given.has(ids.runId)) {
    // Two workflows would become one, and nothing would say so.
    const what = `${name} does not say which workflow it is of, and --workflow-id ${id} is taken by ${basename(other)}, which is another run.`;
    throw new TickscopeError('wrong-usage', `${what} Import each of them by a command of its own.`);
  }
  return { namespace, workflowId: id, runId: ids.runId };
}
