import { sql } from 'kysely';
import { storeQuery } from '../../store/store-query.ts';
import type { Index } from '../open-index.ts';
import { BATCH, type Batch, toEventIds } from './candidate.ts';
import { isBefore, type SearchScope, toPassing, when } from './search-scope.ts';

const PLACE = ['call.started_at_micros', 'call.run_pk', 'call.event_id'] as const;

/** Model calls, the newest first. */
export function listModelCalls(
  index: Index,
  scope: SearchScope,
  after: readonly number[] | undefined,
): Batch {
  const rows = index.all(selectModelCalls(index, scope, after));
  const candidates = rows.map((row) => ({
    ...{ runPk: row.run_pk, tick: row.tick, status: row.status, kind: 'model-call' },
    eventIds: toEventIds([row.shown_closed, row.shown_scheduled]),
    place: [row.started_at_micros, row.run_pk, row.event_id],
  }));
  return { candidates, isLast: rows.length < BATCH };
}

function selectModelCalls(index: Index, scope: SearchScope, after: readonly number[] | undefined) {
  const { filters } = scope.query;
  const shown = (column: string) => toPassing(sql.ref('call.run_pk'), sql.ref(column), scope);
  const query = storeQuery
    .selectFrom('model_call as call')
    .select(['call.run_pk', 'call.event_id', 'call.tick', 'call.status', 'call.started_at_micros'])
    .select([shown('call.closed_event_id').as('shown_closed'), shown('call.event_id').as('shown_scheduled')])
    .where(scope.runs.isAmong(sql.ref('call.run_pk')))
    .where(when(filters.model, (model) => isOfModel(index, model)))
    .where(when(filters.framework, (framework) => sql`call.framework = ${framework}`))
    .where(when(filters.status, (status) => sql`call.status = ${status}`))
    .where(when(filters.ticks, ({ from, to }) => sql`call.tick BETWEEN ${from} AND ${to}`))
    .where(when(filters.groupKind, (kind) => isGroup(kind)))
    .where(when(filters.tool, (tool) => askedFor(tool)))
    .where(isBefore(PLACE, after))
    .limit(BATCH);
  return PLACE.reduce((ordered, column) => ordered.orderBy(column, 'desc'), query);
}

/** Asked for or answered by it. Where one of the two is enough, its index gives the calls in their order. */
function isOfModel(index: Index, model: string) {
  const [isAsked, isAnswer] = (['request_model', 'response_model'] as const).map((column) => {
    const query = storeQuery.selectFrom('model_call').select('run_pk').where(column, '=', model).limit(1);
    return index.first(query) !== undefined;
  });
  if (isAsked && isAnswer) return sql<boolean>`${model} IN (call.request_model, call.response_model)`;
  return isAnswer
    ? sql<boolean>`call.response_model = ${model}`
    : sql<boolean>`call.request_model = ${model}`;
}

const isGroup = (kind: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM event_group AS g WHERE g.run_pk = call.run_pk AND g.first_event_id = call.event_id AND g.kind = ${kind})`;

const askedFor = (tool: string) =>
  sql<boolean>`EXISTS (SELECT 1 FROM tool_call AS t WHERE t.run_pk = call.run_pk AND t.model_event_id = call.event_id AND t.name = ${tool})`;
