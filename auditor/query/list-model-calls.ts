import type { Selectable } from 'kysely';
import type { ModelCallTable } from '../store/schema.ts';
import { storeQuery } from '../store/store-query.ts';
import type { Page } from './cursor.ts';
import type { Index } from './open-index.ts';
import { type CallReader, type CallWindow, readCallPage } from './read-call-page.ts';

/** A model call as lists show it; its texts are in the tick. Names follow OpenTelemetry's gen_ai registry; what is absent is unknown. */
export type ModelCallItem = {
  readonly runId: string;
  readonly tick: number;
  /** Its first event. */
  readonly eventId: number;
  /** Absent when: open. */
  readonly closedEventId?: number;
  /** RFC 3339 with every digit the server gave. */
  readonly startedAt: string;
  /** Reader that understood it: `openai-agents`. */
  readonly framework: string;
  readonly provider?: string;
  readonly requestModel?: string;
  readonly responseModel?: string;
  readonly responseId?: string;
  readonly agentName?: string;
  readonly status: string;
  /** Absent when: it did not fail. */
  readonly errorType?: string;
  /** Empty when: not recorded. */
  readonly finishReasons: readonly string[];
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly cacheReadTokens?: number;
  readonly cacheWriteTokens?: number;
  readonly reasoningTokens?: number;
  /** Of the last attempt. Absent when: open. */
  readonly latencyMs?: number;
  readonly attempt?: number;
};

/**
 * The model calls of a chain.
 *
 * Order: by run, then by event id. Throws: TickscopeError `run-not-indexed`, `ambiguous-run`, `wrong-usage`.
 */
export function listModelCalls(index: Index, window: CallWindow): Page<ModelCallItem> {
  return readCallPage(index, 'model-calls', window, (run, after, limit) => {
    const rows = index.all(selectCalls(run.pk, after, window).limit(limit));
    return rows.map((row) => ({ eventId: row.event_id, position: 0, item: toItem(run.runId, row) }));
  });
}

function selectCalls(runPk: number, after: Parameters<CallReader<ModelCallItem>>[1], window: CallWindow) {
  const { tick, name, status } = window;
  let query = storeQuery
    .selectFrom('model_call as call')
    .innerJoin('event', (join) =>
      join.onRef('event.run_pk', '=', 'call.run_pk').onRef('event.event_id', '=', 'call.event_id'),
    )
    .selectAll('call')
    .select('event.event_time')
    .where('call.run_pk', '=', runPk)
    .where('call.event_id', '>', after.eventId)
    .orderBy('call.event_id');
  if (tick !== undefined) query = query.where('call.tick', '=', tick);
  if (status !== undefined) query = query.where('call.status', '=', status);
  if (name === undefined) return query;
  return query.where(({ or, eb }) =>
    or([eb('call.request_model', '=', name), eb('call.response_model', '=', name)]),
  );
}

function toItem(
  runId: string,
  row: Selectable<ModelCallTable> & { readonly event_time: string },
): ModelCallItem {
  return {
    ...{ runId, tick: row.tick, eventId: row.event_id, startedAt: row.event_time, framework: row.framework },
    status: row.status,
    finishReasons: row.finish_reasons?.split(',') ?? [],
    ...(row.closed_event_id === null ? {} : { closedEventId: row.closed_event_id }),
    ...(row.provider === null ? {} : { provider: row.provider }),
    ...(row.request_model === null ? {} : { requestModel: row.request_model }),
    ...(row.response_model === null ? {} : { responseModel: row.response_model }),
    ...(row.response_id === null ? {} : { responseId: row.response_id }),
    ...(row.agent_name === null ? {} : { agentName: row.agent_name }),
    ...(row.error_type === null ? {} : { errorType: row.error_type }),
    ...toTokens(row),
    ...(row.latency_ms === null ? {} : { latencyMs: row.latency_ms }),
    ...(row.attempt === null ? {} : { attempt: row.attempt }),
  };
}

const toTokens = (row: Selectable<ModelCallTable>) => ({
  ...(row.input_tokens === null ? {} : { inputTokens: row.input_tokens }),
  ...(row.output_tokens === null ? {} : { outputTokens: row.output_tokens }),
  ...(row.cache_read_tokens === null ? {} : { cacheReadTokens: row.cache_read_tokens }),
  ...(row.cache_write_tokens === null ? {} : { cacheWriteTokens: row.cache_write_tokens }),
  ...(row.reasoning_tokens === null ? {} : { reasoningTokens: row.reasoning_tokens }),
});
