import { findAll, parsePointer } from '../../adapters/pointer.ts';
import { toSubject } from '../../base/event-subject.ts';
import { toTypeWords } from '../../base/event-type-words.ts';
import type { Field } from '../../base/walk-fields.ts';
import type { DecodedEvent } from '../../model/history-event.ts';
import { storeQuery } from '../../store/store-query.ts';
import type { EventReader } from '../create-event-reader.ts';
import { findTickOfEvent } from '../find-tick-of-event.ts';
import type { Index } from '../open-index.ts';
import type { Candidate } from './candidate.ts';
import { type Excerpt, findExcerpt, toFieldExcerpt } from './find-excerpt.ts';
import { findField } from './find-field.ts';
import { findToolPlaces, type ToolPlaces } from './find-tool-places.ts';
import type { FieldCondition } from './search-query.ts';
import type { HitRun } from './search-runs.ts';
import type { SearchScope } from './search-scope.ts';

/** An event that says what was looked for. */
export type SearchHit = HitRun & {
  /** Absent when: not derived yet. */
  readonly tick?: number;
  readonly eventId: number;
  /** Without the prefix: `ACTIVITY_TASK_COMPLETED`. */
  readonly eventType: string;
  /** RFC 3339. */
  readonly eventTime: string;
  /** `tool-call`, `model-call`, or what the event is about: `activity`, `signal`, `timer`, … */
  readonly kind: string;
  /** Name of what the event is about: activity type, timer, child's workflow id, signal. Absent when: it stands alone and has none. */
  readonly name?: string;
  /** Tool that a model had asked for. Absent when: no tool calls were looked for. */
  readonly tool?: string;
  /** Of the call or group. Absent when: events alone were looked for. */
  readonly status?: string;
  readonly excerpt: Excerpt;
};

/** What hits are made with. */
export type HitMaker = SearchScope & { readonly index: Index; readonly read: EventReader };

/** A value that fulfils a condition, and the event in which it stands. */
type FoundField = { readonly event: DecodedEvent; readonly field: Field };

/** The hit that a candidate is. Absent when: none of its events passed, or a field is not as it was asked for. */
export function toHit(maker: HitMaker, candidate: Candidate): SearchHit | undefined {
  const { index, query, runs } = maker;
  const run = runs.find(candidate.runPk);
  const tool = findToolPlaces(index, candidate);
  const fields = findFields(maker, candidate.runPk, tool);
  if (run === undefined || fields === undefined) return undefined;
  const event = findShown(maker, candidate, fields);
  if (event === undefined) return undefined;
  const { eventId, eventType, eventTime } = event;
  const { kind, name } = findSubject(index, candidate.runPk, event);
  const tick = candidate.tick ?? findTickOfEvent(index, candidate.runPk, eventId);
  const shown = fields.find((found) => found.event.eventId === eventId);
  const terms = query.groups.flat();
  return {
    ...run,
    ...(tick === undefined ? {} : { tick }),
    ...{ eventId, eventType, eventTime, kind: candidate.kind ?? kind },
    ...(name === undefined ? {} : { name }),
    ...(tool === undefined ? {} : { tool: tool.name }),
    ...(candidate.status === undefined ? {} : { status: candidate.status }),
    excerpt:
      shown && terms.length === 0
        ? toFieldExcerpt(run.runId, event, shown.field)
        : findExcerpt(run.runId, event, terms),
  };
}

/** Whether each condition is fulfilled by the arguments or the result; where. Absent when: one is not. */
function findFields(
  maker: HitMaker,
  runPk: number,
  tool: ToolPlaces | undefined,
): readonly FoundField[] | undefined {
  const found = maker.query.fields.map((field) => findInValues(maker, runPk, tool, field));
  const all = found.flatMap((field) => field ?? []);
  return all.length === found.length ? all : undefined;
}

function findInValues(
  { read }: HitMaker,
  runPk: number,
  tool: ToolPlaces | undefined,
  condition: FieldCondition,
) {
  for (const { eventId, pointer } of tool?.values ?? []) {
    const event = read(runPk, eventId);
    const [, ...steps] = parsePointer(pointer);
    for (const { value } of event ? findAll(event.attributes, steps) : []) {
      const field = findField(value, condition);
      if (event && field) return { event, field: { ...field, path: [...steps, ...field.path] } };
    }
  }
  return undefined;
}

/** The event of the first field where that may be shown, else the first that may. */
function findShown({ read }: HitMaker, { runPk, eventIds }: Candidate, fields: readonly FoundField[]) {
  const withField = fields.find(({ event }) => eventIds.includes(event.eventId))?.event;
  const [first] = eventIds;
  return withField ?? (first === undefined ? undefined : read(runPk, first));
}

/** What the event belongs to: its group, and the call of a model where the group is one. */
function findSubject(index: Index, runPk: number, event: DecodedEvent): Pick<SearchHit, 'kind' | 'name'> {
  const { kind, headEventId } = toSubject(event);
  const row = index.first(
    storeQuery
      .selectFrom('event_group as own')
      .leftJoin('model_call as call', (join) =>
        join.onRef('call.run_pk', '=', 'own.run_pk').onRef('call.event_id', '=', 'own.first_event_id'),
      )
      .select(['own.name', 'call.event_id'])
      .where('own.run_pk', '=', runPk)
      .where('own.first_event_id', '=', headEventId),
  );
  const isNamed = row !== undefined && row.name !== toTypeWords(event.eventType);
  return {
    kind: row?.event_id == null ? kind : 'model-call',
    ...(isNamed ? { name: row.name } : {}),
  };
}
