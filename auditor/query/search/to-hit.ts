import { findAll, parsePointer } from '../../adapters/pointer.ts';
import { toSubject } from '../../base/event-subject.ts';
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
  const tick = candidate.tick ?? findTickOfEvent(index, candidate.runPk, eventId);
  const shown = fields.find((found) => found.event.eventId === eventId);
  const terms = query.groups.flat();
  return {
    ...run,
    ...(tick === undefined ? {} : { tick }),
    ...{ eventId, eventType, eventTime, kind: candidate.kind ?? findKind(index, candidate.runPk, event) },
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

function findKind(index: Index, runPk: number, event: DecodedEvent): string {
  const { kind, headEventId } = toSubject(event);
  const call = storeQuery
    .selectFrom('model_call')
    .select('event_id')
    .where('run_pk', '=', runPk)
    .where('event_id', '=', headEventId);
  return index.first(call) === undefined ? kind : 'model-call';
}
