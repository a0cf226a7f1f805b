import { type Selectable, type SqlBool, sql } from 'kysely';
import type { Citation } from '../model/citation.ts';
import type { ToolCallTable } from '../store/schema.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Page } from './cursor.ts';
import type { Index } from './open-index.ts';
import { type CallPlace, type CallWindow, readCallPage } from './read-call-page.ts';

/** A tool that a model asked for, as lists show it; arguments and result are named by their place. */
export type ToolCallItem = {
  readonly runId: string;
  readonly tick: number;
  /** First event of the model call. */
  readonly modelEventId: number;
  /** From 0, among the calls of one answer. */
  readonly position: number;
  /** RFC 3339: of the activity that ran it, else of the model call. */
  readonly startedAt: string;
  /** Absent when: the framework gives none. */
  readonly callId?: string;
  readonly name: string;
  /** `activity`, `local-activity`, `nexus-operation`, `agent` (an agent whose model calls lie within it), `workflow` (inside the workflow's code, as far as it ran: no event records it), `provider` (by the model's provider, within the call), `unknown` (no run is recorded). */
  readonly ranAs: string;
  /** `pending`, `completed`, `failed`, `timed-out`, `canceled`; `answered` (a model was told a result, whether the tool ran is not recorded), `unknown`. */
  readonly status: string;
  /** Where the model's arguments stand. */
  readonly arguments: Citation;
  /** First event of the activity that ran it. Absent when: none did. */
  readonly activityEventId?: number;
  /** Where its result stands. Absent when: none is recorded. */
  readonly result?: Citation;
  /** Model call of a later tick that says what became of it. Absent when: its own tick says it, whoever was told the result, or none does. */
  readonly answeredEventId?: number;
  readonly attempt?: number;
  readonly durationMs?: number;
};

/**
 * The tools that the models of a chain asked for.
 *
 * Order: by run, then by model call, then as the model asked. Throws: TickscopeError `run-not-indexed`, `ambiguous-run`, `wrong-usage`.
 */
export function listToolCalls(index: Index, window: CallWindow): Page<ToolCallItem> {
  return readCallPage(index, 'tool-calls', window, (run, after, limit) => {
    const rows = index.all(selectCalls(run.pk, after, window).limit(limit));
    return rows.map((row) => {
      const { model_event_id: eventId, position } = row;
      return { eventId, position, item: toItem(run.runId, row) };
    });
  });
}

function selectCalls(runPk: number, after: CallPlace, { tick, name, status }: CallWindow) {
  let query = storeQuery
    .selectFrom('tool_call as call')
    .innerJoin('event', (join) =>
      join
        .onRef('event.run_pk', '=', 'call.run_pk')
        .on(sql<SqlBool>`event.event_id = coalesce(call.activity_event_id, call.model_event_id)`),
    )
    .selectAll('call')
    .select('event.event_time')
    .where('call.run_pk', '=', runPk)
    .where(sql<SqlBool>`(call.model_event_id, call.position) > (${after.eventId}, ${after.position})`)
    .orderBy('call.model_event_id')
    .orderBy('call.position');
  if (tick !== undefined) query = query.where('call.tick', '=', tick);
  if (name !== undefined) query = query.where('call.name', '=', name);
  return status === undefined ? query : query.where('call.status', '=', status);
}

function toItem(
  runId: string,
  row: Selectable<ToolCallTable> & { readonly event_time: string },
): ToolCallItem {
  const { result_event_id: resultId, result_pointer: pointer } = row;
  return {
    ...{ runId, tick: row.tick, modelEventId: row.model_event_id, position: row.position },
    ...{ startedAt: row.event_time, name: row.name, ranAs: row.ran_as, status: row.status },
    arguments: { runId, eventId: row.arguments_event_id, pointer: row.arguments_pointer },
    ...(row.call_id === null ? {} : { callId: row.call_id }),
    ...(row.activity_event_id === null ? {} : { activityEventId: row.activity_event_id }),
    ...(resultId === null || pointer === null ? {} : { result: { runId, eventId: resultId, pointer } }),
    ...(row.answered_event_id === null ? {} : { answeredEventId: row.answered_event_id }),
    ...(row.attempt === null ? {} : { attempt: row.attempt }),
    ...(row.duration_ms === null ? {} : { durationMs: row.duration_ms }),
  };
}
