import type { TickLevel, TickStatus, TickSummary } from '../model/tick.ts';
import { storeQuery } from '../store/store-query.ts';
import type { ChainKey } from './find-chain-key.ts';
import type { Index } from './open-index.ts';

/** Columns of a `TickSummary`: without tree and answer, which may be large. */
export const SUMMARY_COLUMNS = [
  'run.run_id',
  'tick.tick',
  'tick.label',
  'tick.status',
  'tick.outcome',
  'tick.tone',
  'tick.interrupted',
  'tick.first_event_id',
  'tick.last_event_id',
  'tick.started_at',
  'tick.duration_ms',
  'tick.level',
  'tick.model_calls',
  'tick.tool_calls',
  'tick.input_tokens',
  'tick.output_tokens',
  'worker.identity',
  'worker.build_id',
] as const;

/** Ticks of a chain, through all its runs. */
export const ticksOfChain = (key: ChainKey) =>
  storeQuery
    .selectFrom('tick')
    .innerJoin('run', 'run.id', 'tick.run_pk')
    .leftJoin('worker', 'worker.id', 'tick.worker_id')
    .where('run.namespace', '=', key.namespace)
    .where('run.workflow_id', '=', key.workflow_id)
    .where('run.first_run_id', '=', key.first_run_id);

type Side = { readonly before: number } | { readonly after: number } | 'newest';

/**
 * Number of a tick of the chain: the newest, or the nearest on one side of another.
 *
 * Costs a step into an index for each run; sorting the chain's ticks would cost all of them. Absent when: there is none.
 */
function findTickNumber(index: Index, key: ChainKey, side: Side): number | undefined {
  const rows = index.all(
    storeQuery
      .selectFrom('run')
      .select(({ selectFrom }) => {
        const own = selectFrom('tick').whereRef('tick.run_pk', '=', 'run.id');
        if (side !== 'newest' && 'after' in side) {
          const later = own.where('tick.tick', '>', side.after);
          return later.select(({ fn }) => fn.min<number | null>('tick.tick').as('n')).as('tick');
        }
        const earlier = side === 'newest' ? own : own.where('tick.tick', '<', side.before);
        return earlier.select(({ fn }) => fn.max<number | null>('tick.tick').as('n')).as('tick');
      })
      .where('namespace', '=', key.namespace)
      .where('workflow_id', '=', key.workflow_id)
      .where('first_run_id', '=', key.first_run_id),
  );
  const numbers = rows.flatMap(({ tick }) => tick ?? []);
  if (numbers.length === 0) return undefined;
  return side !== 'newest' && 'after' in side ? Math.min(...numbers) : Math.max(...numbers);
}

/** A tick of the chain without tree and answer; of two with one number, that of the newer run. Absent when: there is none. */
export function findTickSummary(index: Index, key: ChainKey, side: Side): TickSummary | undefined {
  const tick = findTickNumber(index, key, side);
  if (tick === undefined) return undefined;
  const row = index.first(tickRows(key, tick).select(SUMMARY_COLUMNS));
  return row && toTickSummary(row);
}

/** The row of one tick number; of several runs, the newest one's. */
export const tickRows = (key: ChainKey, tick: number) =>
  ticksOfChain(key)
    .where('tick.tick', '=', tick)
    .orderBy('run.started_at_micros', 'desc')
    .orderBy('run.id', 'desc')
    .limit(1);

export type SummaryRow = {
  readonly run_id: string;
  readonly tick: number;
  readonly label: string;
  readonly status: string;
  readonly outcome: string;
  readonly tone: string;
  readonly interrupted: number;
  readonly first_event_id: number;
  readonly last_event_id: number;
  readonly started_at: string;
  readonly duration_ms: number;
  readonly level: string;
  readonly model_calls: number;
  readonly tool_calls: number;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly identity: string | null;
  readonly build_id: string | null;
};

/** A row → the model's form. */
export function toTickSummary(row: SummaryRow): TickSummary {
  return {
    runId: row.run_id,
    tick: row.tick,
    label: row.label,
    status: toStatus(row.status),
    outcome: row.outcome,
    tone: toTone(row.tone),
    interrupted: row.interrupted === 1,
    firstEventId: row.first_event_id,
    lastEventId: row.last_event_id,
    startedAt: row.started_at,
    durationMs: row.duration_ms,
    level: toLevel(row.level),
    ...(row.identity ? { workerIdentity: row.identity } : {}),
    ...(row.build_id ? { buildId: row.build_id } : {}),
    modelCalls: row.model_calls,
    toolCalls: row.tool_calls,
    ...(row.input_tokens === null ? {} : { inputTokens: row.input_tokens }),
    ...(row.output_tokens === null ? {} : { outputTokens: row.output_tokens }),
  };
}

const toLevel = (text: string): TickLevel =>
  text === 'domain' || text === 'agent-turn' ? text : 'workflow-task';

const toStatus = (text: string): TickStatus => (text === 'open' || text === 'cut-off' ? text : 'closed');

function toTone(text: string): TickSummary['tone'] {
  return text === 'good' || text === 'warn' || text === 'bad' || text === 'pending' ? text : 'neutral';
}
