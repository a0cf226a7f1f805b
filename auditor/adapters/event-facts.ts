import { cite, toJsonPointer } from '../base/cite.ts';
import { findAttempt } from '../base/event-subject.ts';
import { isJsonList, member } from '../base/json-members.ts';
import type { Fact } from '../model/decision.ts';
import type { DecodedEvent, Json } from '../model/history-event.ts';
import { toBoundedValue } from './bounded-value.ts';
import { findEventPayload, toPayloadExcerpt } from './event-payload.ts';
import { type NamedMember, toMemberFacts } from './member-facts.ts';

/** Members of the attributes that are worth a line of their own, each with the name that a reader knows it by. */
const MEMBERS: readonly NamedMember[] = [
  ['by', ['identity']],
  ['run of the child', ['workflowExecution', 'runId']],
  ['workflow', ['workflowExecution', 'workflowId']],
  ['workflow type', ['workflowType', 'name']],
  ['next run', ['newExecutionRunId']],
  ['continued from run', ['continuedExecutionRunId']],
  ['update id', ['acceptedRequest', 'meta', 'updateId']],
  ['timer', ['startToFireTimeout']],
  ['reason', ['reason']],
  ['memo', ['upsertedMemo', 'fields']],
  ['search attributes', ['searchAttributes', 'indexedFields']],
  ['parent close policy', ['parentClosePolicy']],
];

/** What one event adds to its node: what it carries, who caused it, what its author wrote beside it. */
export function toEventFacts(runId: string, event: DecodedEvent): readonly Fact[] {
  return [
    ...toTextFacts(runId, event),
    ...toPayloadFacts(runId, event),
    ...toMemberFacts(runId, event, MEMBERS),
    ...toAttemptFact(runId, event),
    ...toOriginFacts(runId, event),
  ];
}

/** What stands beside the attributes: what the author wrote, who caused the event, what it answers. */
export function toSideFacts(runId: string, event: DecodedEvent): readonly Fact[] {
  return [...toTextFacts(runId, event), ...toOriginFacts(runId, event)];
}

/** Who caused the event and what it answers, as newer servers and SDKs record it. */
function toOriginFacts(runId: string, event: DecodedEvent): readonly Fact[] {
  const { origin, eventId } = event;
  const at = (...path: readonly (string | number)[]) => ({ runId, eventId, pointer: toJsonPointer(path) });
  const principal = member(origin, 'principal');
  const markers = member(origin, 'eventGroupMarkers');
  return [
    ...(principal === undefined
      ? []
      : [{ name: 'principal', value: toBoundedValue(principal, eventId), citation: at('principal') }]),
    ...(isJsonList(markers) ? markers : []).flatMap((marker, index) => {
      const read = readMarker(marker);
      if (!read) return [];
      const value = toBoundedValue(read.value, eventId, 200);
      return [{ name: read.name, value, citation: at('eventGroupMarkers', index, ...read.path) }];
    }),
  ];
}

/** Source: temporal.api.history.v1, event group markers; experimental. */
function readMarker(
  marker: Json,
): { readonly name: string; readonly value: Json; readonly path: readonly string[] } | undefined {
  const [label, event, update] = [
    member(member(marker, 'label'), 'label') ?? member(member(marker, 'label'), 'id'),
    member(member(marker, 'inboundEvent'), 'inboundEventId'),
    member(member(marker, 'inboundUpdate'), 'inboundUpdateId'),
  ];
  if (label !== undefined) return { name: 'group', value: label, path: ['label'] };
  if (event !== undefined)
    return { name: 'answers event', value: event, path: ['inboundEvent', 'inboundEventId'] };
  if (update === undefined) return undefined;
  return { name: 'answers update', value: update, path: ['inboundUpdate', 'inboundUpdateId'] };
}

function toTextFacts(runId: string, { summary, details, eventId }: DecodedEvent): readonly Fact[] {
  const toFact = (name: 'summary' | 'details', text: string | undefined): readonly Fact[] =>
    text === undefined
      ? []
      : [
          {
            name,
            value: toBoundedValue(text, eventId),
            citation: { runId, eventId, pointer: `/userMetadata/${name}` },
          },
        ];
  return [...toFact('summary', summary), ...toFact('details', details)];
}

function toPayloadFacts(runId: string, event: DecodedEvent): readonly Fact[] {
  const payload = findEventPayload(event);
  if (!payload) return [];
  const value = toPayloadExcerpt(payload, event.eventId);
  return [{ name: payload.name, value, citation: cite(runId, event, payload.path) }];
}

function toAttemptFact(runId: string, event: DecodedEvent): readonly Fact[] {
  const attempt = event.eventType === 'MARKER_RECORDED' ? findAttempt(event) : undefined;
  return attempt === undefined
    ? []
    : [{ name: 'attempts', value: attempt, citation: cite(runId, event, ['details']) }];
}
