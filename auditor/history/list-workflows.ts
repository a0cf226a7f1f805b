import { toTimeText } from '../base/units.ts';
import type { RunKey } from '../model/run.ts';
import type { HistoryServer } from './connect.ts';
import { callWithin } from './read-server-pages.ts';
import { toQueryError } from './server-error.ts';

/** A run as the server's visibility store lists it. */
export type ListedRun = {
  readonly key: RunKey;
  readonly isOpen: boolean;
  /** RFC 3339, server's clock. */
  readonly startedAt: string;
  /** Absent when: open. */
  readonly closedAt?: string;
};

const CALL_LIMIT_MS = 15_000;
const PAGE_SIZE = 500;

/** Visibility value of WORKFLOW_EXECUTION_STATUS_RUNNING. */
const RUNNING = 1;

/**
 * Lists the runs of the namespace that a visibility query selects, all of them for an empty query.
 *
 * Order: the server's. Its visibility store may lag behind the histories.
 * Throws: TickscopeError `server-unreachable`, `namespace-not-found`, or `wrong-usage` for a query that the server does not understand.
 */
export async function* listWorkflows(
  server: HistoryServer,
  query: string,
  signal?: AbortSignal,
): AsyncGenerator<ListedRun, undefined> {
  let nextPageToken: Uint8Array | null | undefined;
  do {
    const token = nextPageToken;
    const page = await listPage(server, query, token, signal);
    for (const info of page.executions ?? []) yield* toListedRun(server.namespace, info);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken && nextPageToken.length > 0);
}

async function listPage(
  server: HistoryServer,
  query: string,
  token: Uint8Array | null | undefined,
  signal: AbortSignal | undefined,
) {
  const call = () =>
    server.connection.workflowService.listWorkflowExecutions({
      namespace: server.namespace,
      query,
      pageSize: PAGE_SIZE,
      ...(token ? { nextPageToken: token } : {}),
    });
  try {
    return await callWithin(server, CALL_LIMIT_MS, call, signal);
  } catch (error) {
    throw toQueryError(error, server, query);
  }
}

type Info = {
  readonly execution?: { readonly workflowId?: string | null; readonly runId?: string | null } | null;
  readonly status?: number | null;
  readonly startTime?: Time;
  readonly closeTime?: Time;
};
type Time = { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined;

function* toListedRun(namespace: string, info: Info): Generator<ListedRun> {
  const { workflowId, runId } = info.execution ?? {};
  const startedAt = toText(info.startTime);
  if (!workflowId || !runId || startedAt === undefined) return;
  const isOpen = info.status === RUNNING;
  const closedAt = isOpen ? undefined : toText(info.closeTime);
  yield {
    key: { namespace, workflowId, runId },
    isOpen,
    startedAt,
    ...(closedAt === undefined ? {} : { closedAt }),
  };
}

function toText(time: Time): string | undefined {
  if (!time) return undefined;
  return toTimeText({ seconds: Number(time.seconds ?? 0), nanos: time.nanos ?? 0 });
}
