import type { HistoryServer } from '../history/connect.ts';
import { callWithin } from '../history/read-server-pages.ts';
import type { RunKey } from '../model/run.ts';
import { confirmRun } from './confirm-run.ts';
import type { Indexer } from './indexer.ts';

/** Asked of a followed run after each page of events: is it stored as far as the server has it? */
export type BusyRunConfirmer = { readonly afterPage: (eventCount: number) => Promise<void> };

export type ConfirmBusyRun = {
  readonly server: HistoryServer;
  readonly indexer: Indexer;
  readonly signal: AbortSignal;
};

/** An idle run is confirmed every 20 s, by a long poll that brings nothing; a busy one costs a call more as often as this. */
const CONFIRM_EVERY_MS = 10_000;
const CALL_LIMIT_MS = 10_000;

type Asked = { readonly atMicros: number; readonly length: number };

/**
 * Confirms a run that always has something newer: asks for the length of its history now and then, and confirms for that moment as soon
 * as so much is stored.
 */
export function createBusyRunConfirmer(
  { server, indexer, signal }: ConfirmBusyRun,
  key: RunKey,
): BusyRunConfirmer {
  let asked: Asked | undefined;
  let nextMs = 0;
  const ask = async (): Promise<Asked | undefined> => {
    nextMs = Date.now() + CONFIRM_EVERY_MS;
    const atMicros = Date.now() * 1000;
    const length = await readHistoryLength(server, key, signal);
    return length === undefined ? undefined : { atMicros, length };
  };
  const afterPage = async (eventCount: number): Promise<void> => {
    if (Date.now() >= nextMs) asked = await ask();
    if (asked === undefined || eventCount < asked.length) return;
    confirmRun(indexer, key, asked.atMicros);
    asked = undefined;
  };
  return { afterPage };
}

/** Absent when: the server does not say; that it is lost or forbids the question is told, or does not matter, where events are read. */
async function readHistoryLength(
  server: HistoryServer,
  { namespace, workflowId, runId }: RunKey,
  signal: AbortSignal,
): Promise<number | undefined> {
  const execution = { workflowId, runId };
  const call = () => server.connection.workflowService.describeWorkflowExecution({ namespace, execution });
  try {
    const { workflowExecutionInfo: info } = await callWithin(server, CALL_LIMIT_MS, call, signal);
    const length = Number(info?.historyLength);
    return Number.isSafeInteger(length) && length > 0 ? length : undefined;
  } catch {
    return undefined;
  }
}
