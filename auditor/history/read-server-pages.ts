import { setImmediate } from 'node:timers/promises';
import type { RunKey } from '../model/run.ts';
import type { HistoryServer } from './connect.ts';
import { isRefusedRequest, toServerError } from './server-error.ts';
import { type CanonicalEvent, toCanonicalEvent } from './to-canonical-event.ts';
import { walkEventMessage } from './walk-message.ts';

/** Some events of one run, and the token with which the page after it is asked for. Absent when: the run is closed and read, or `wait` is `no`. */
export type HistoryPage = { readonly events: readonly CanonicalEvent[]; readonly nextPageToken?: Uint8Array };

type ReadPages = {
  readonly key: RunKey;
  /** `for-new-events`: long poll until the run closes. `no`: what there is now. */
  readonly wait: 'for-new-events' | 'no';
  /** Where an earlier reading stopped. */
  readonly pageToken?: Uint8Array;
  readonly signal?: AbortSignal;
};

/** The server answers an idle long poll with an empty page after 20 s; a call that takes longer than this is lost. */
const CALL_LIMIT_MS = 70_000;

/**
 * Reads the history of one run, page by page; with `no`, one page ahead of who uses it.
 *
 * Order: by event id; a page may be empty, and may end between any two events.
 * Throws: TickscopeError `workflow-not-found`, `server-unreachable` (may pass: ask again from the last token) or `history-invalid`.
 */
export async function* readServerPages(
  server: HistoryServer,
  options: ReadPages,
): AsyncGenerator<HistoryPage, undefined> {
  let asked: Promise<HistoryPage> | undefined = readPageOrStartAgain(server, options, options.pageToken);
  while (asked !== undefined) {
    const page: HistoryPage = await asked;
    const token = page.nextPageToken;
    const ask = token === undefined ? undefined : () => readPageOrStartAgain(server, options, token);
    // What is there already is asked for while this page is used. A long poll is not: its time-out would count the time of its use.
    asked = options.wait === 'no' && ask !== undefined ? quietly(ask()) : undefined;
    // A request leaves when the event loop turns, and who uses the page may block it (bench/pull).
    if (asked !== undefined) await setImmediate();
    yield page;
    if (options.signal?.aborted) return;
    asked ??= ask?.();
  }
}

/** A failure of what nobody comes to ask for is nobody's business. */
function quietly<T>(asked: Promise<T>): Promise<T> {
  asked.catch(() => undefined);
  return asked;
}

async function readPageOrStartAgain(
  server: HistoryServer,
  options: ReadPages,
  token: Uint8Array | undefined,
) {
  try {
    return await readPage(server, options, token);
  } catch (error) {
    // A stored token may come from a server that has been replaced; the start of the history is always readable.
    if (token === undefined || token !== options.pageToken || !isRefusedRequest(error)) throw error;
    return await readPage(server, options, undefined);
  }
}

async function readPage(
  server: HistoryServer,
  options: ReadPages,
  token: Uint8Array | undefined,
): Promise<HistoryPage> {
  const { key, wait } = options;
  const call = () =>
    server.connection.workflowService.getWorkflowExecutionHistory({
      namespace: key.namespace,
      execution: { workflowId: key.workflowId, runId: key.runId },
      waitNewEvent: wait === 'for-new-events',
      ...(token === undefined ? {} : { nextPageToken: token }),
    });
  try {
    const response = await callWithin(server, CALL_LIMIT_MS, call, options.signal);
    const events = (response.history?.events ?? []).filter(isPersisted);
    const next = response.nextPageToken;
    return {
      events: events.map((event) => toCanonicalEvent(walkEventMessage(event))),
      ...(next && next.length > 0 ? { nextPageToken: next } : {}),
    };
  } catch (error) {
    throw toServerError(error, server, `Run ${key.runId} of ${key.workflowId}`);
  }
}

/** Runs a call with a deadline, cancelled when `signal` is aborted. */
export function callWithin<T>(
  server: HistoryServer,
  limitMs: number,
  call: () => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const limited = () => server.connection.withDeadline(Date.now() + limitMs, call);
  if (signal === undefined) return limited();
  // The connection never removes its listener: a signal per call keeps a long-lived one from collecting them.
  return server.connection.withAbortSignal(AbortSignal.any([signal]), limited);
}

/**
 * Newer servers show workflow task events before they are written; these may still vanish or change, and have no task id yet.
 *
 * Source: temporalio/temporal PR 9325.
 */
function isPersisted(event: { taskId?: unknown }): boolean {
  return event.taskId !== undefined && event.taskId !== null && String(event.taskId) !== '0';
}
