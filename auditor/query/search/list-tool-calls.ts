import { sql } from 'kysely';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import { BATCH, type Batch, type Candidate, toEventIds } from './candidate.ts';
import { toFieldCondition } from './field-condition.ts';
import { isBefore, type SearchScope, toPassing, when } from './search-scope.ts';

const PLACE = ['call.started_at_micros', 'call.run_pk', 'call.model_event_id', 'call.position'] as const;

type Row = {
  readonly started_at_micros: number;
  readonly run_pk: number;
  readonly model_event_id: number;
  readonly position: number;
  readonly tick: number;
  readonly status: string;
  readonly shown_result: number | null;
  readonly shown_activity: number | null;
  readonly shown_arguments: number | null;
};

/** Tool calls, the newest first. Those in which a condition on a field cannot hold are left out; the others are still to be looked into. */
export function listToolCalls(index: Index, scope: SearchScope, after: readonly number[] | undefined): Batch {
  const rows = index.all<Row>(selectToolCalls(scope, after));
  return { candidates: rows.map(toCandidate), isLast: rows.length < BATCH };
}

function selectToolCalls(scope: SearchScope, after: readonly number[] | undefined) {
  const { filters, fields } = scope.query;
  const shown = (column: string) => toPassing(sql.ref('call.run_pk'), sql.ref(column), scope);
  const query = storeQuery
    .selectFrom('tool_call as call')
    .select([...PLACE, 'call.tick', 'call.status'])
    .select([
      shown('call.result_event_id').as('shown_result'),
      shown('call.activity_event_id').as('shown_activity'),
      shown('call.arguments_event_id').as('shown_arguments'),
    ])
    .where(scope.runs.isAmong(sql.ref('call.run_pk')))
    .where(when(filters.tool, (tool) => sql`call.name = ${tool}`))
    .where(when(filters.status, (status) => sql`call.status = ${status}`))
    .where(when(filters.ticks, ({ from, to }) => sql`call.tick BETWEEN ${from} AND ${to}`))
    .where(when(filters.groupKind, (kind) => hasGroup(kind)))
    .where(isOfModelCall(filters))
    .where(isBefore(PLACE, after))
    .limit(BATCH);
  const withFields = fields.reduce((some, field) => some.where(toFieldCondition(field)), query);
  return PLACE.reduce((ordered, column) => ordered.orderBy(column, 'desc'), withFields);
}

const hasGroup = (kind: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM event_group AS g WHERE g.run_pk = call.run_pk AND g.first_event_id = call.activity_event_id AND g.kind = ${kind})`;

/** Asked by whom: a model, a framework. */
function isOfModelCall({ model, framework }: SearchScope['query']['filters']) {
  if (model === undefined && framework === undefined) return sql<boolean>`1`;
  return sql<boolean>`EXISTS (SELECT 1 FROM model_call AS m WHERE m.run_pk = call.run_pk AND m.event_id = call.model_event_id
    AND ${when(model, (name) => sql`${name} IN (m.request_model, m.response_model)`)}
    AND ${when(framework, (name) => sql`m.framework = ${name}`)})`;
}

function toCandidate(row: Row): Candidate {
  return {
    ...{ runPk: row.run_pk, tick: row.tick, status: row.status, kind: 'tool-call' },
    eventIds: toEventIds([row.shown_result, row.shown_activity, row.shown_arguments]),
    tool: { modelEventId: row.model_event_id, position: row.position },
    place: [row.started_at_micros, row.run_pk, row.model_event_id, row.position],
  };
}
