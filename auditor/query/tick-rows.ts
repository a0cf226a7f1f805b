import type { TickStatus, TickSummary } from '../model/tick.ts';
import { storeQuery } from '../store/store-query.ts';
import type { ChainKey } from './find-chain-key.ts';

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
] as const;

/** Ticks of a chain, through all its runs. */
export const ticksOfChain = (key: ChainKey) =>
  storeQuery
    .selectFrom('tick')
    .innerJoin('run', 'run.id', 'tick.run_pk')
    .where('run.namespace', '=', key.namespace)
    .where('run.workflow_id', '=', key.workflow_id)
    .where('run.first_run_id', '=', key.first_run_id);

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
  };
}

const toStatus = (text: string): TickStatus => (text === 'open' || text === 'cut-off' ? text : 'closed');

function toTone(text: string): TickSummary['tone'] {
  return text === 'good' || text === 'warn' || text === 'bad' || text === 'pending' ? text : 'neutral';
}
