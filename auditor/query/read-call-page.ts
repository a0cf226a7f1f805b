import { z } from 'zod';
import { storeQuery } from '../store/store-query.ts';
import { type Page, parseCursor, toCursor } from './cursor.ts';
import { type ChainName, findChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';

/** A page of the calls of a chain. All that is named must hold. */
export type CallWindow = ChainName & {
  readonly tick?: number | undefined;
  /** Of the tool, or of the model that was asked or answered. */
  readonly name?: string | undefined;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`, `unknown`. */
  readonly status?: string | undefined;
  /** At most 1,000. Absent when: 100. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
};

/** Position of a call in its run: the model call's event, and which of the tools that it asked for. */
export type CallPlace = { readonly eventId: number; readonly position: number };

/** Reads the next calls of one run. Order: by place. */
export type CallReader<Item> = (
  run: { readonly pk: number; readonly runId: string },
  after: CallPlace,
  limit: number,
) => readonly (CallPlace & { readonly item: Item })[];

const START: CallPlace = { eventId: 0, position: 0 };
const placeSchema = z.tuple([z.string(), z.int(), z.int()]);

/**
 * Goes through the runs of a chain, oldest first, until a page is full.
 *
 * Throws: TickscopeError `run-not-indexed`, `ambiguous-run`; `wrong-usage` for a cursor of another list.
 */
export function readCallPage<Item>(
  index: Index,
  list: 'model-calls' | 'tool-calls',
  { limit = 100, cursor, ...name }: CallWindow,
  read: CallReader<Item>,
): Page<Item> {
  const size = Math.min(Math.max(limit, 1), 1000);
  const [runId, eventId, position] = cursor === undefined ? [] : parseCursor(list, placeSchema, cursor);
  const runs = listRunKeys(index, name);
  const from = Math.max(
    0,
    runs.findIndex((run) => run.run_id === runId),
  );
  const items: Item[] = [];
  let last: readonly [string, number, number] | undefined;
  for (const [at, { id, run_id }] of runs.slice(from).entries()) {
    const after = at === 0 && eventId !== undefined ? { eventId, position: position ?? 0 } : START;
    for (const call of read({ pk: id, runId: run_id }, after, size + 1 - items.length)) {
      if (items.length === size && last) return { items, nextCursor: toCursor(list, last) };
      items.push(call.item);
      last = [run_id, call.eventId, call.position];
    }
  }
  return { items };
}

function listRunKeys(index: Index, name: ChainName) {
  const key = findChainKey(index, name);
  return index.all(
    storeQuery
      .selectFrom('run')
      .select(['id', 'run_id'])
      .where('namespace', '=', key.namespace)
      .where('workflow_id', '=', key.workflow_id)
      .where('first_run_id', '=', key.first_run_id)
      .orderBy('started_at_micros')
      .orderBy('id'),
  );
}
