import { isJsonObject } from '../../base/payload.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import type { JsonFormat, JsonShape } from './json-format.ts';

/** What the Web UI computes of an event, beside the event itself. */
const VIEW_KEYS: ReadonlySet<string> = new Set([
  'id',
  'name',
  'timestamp',
  'attributes',
  'category',
  'classification',
  'billableActions',
]);

/** Keys of an answer with a history; anything else beside the events is a page's. */
const ANSWER_KEYS: ReadonlySet<string> = new Set([
  'events',
  'history',
  'nextPageToken',
  'archived',
  'rawHistory',
]);

/** A dump of a page of the Web UI (`?json`): the run beside its events, these as the page shows them. */
export const uiPage: JsonFormat = {
  name: 'ui-page',
  title: 'dump of a Web UI page',
  recognise: ({ firstEvent, envelope, features }) =>
    isView(firstEvent) || hasRun(envelope) || features.has('bare names'),
  viewOnly: 'it shows events as a page does, not as the server stored them',
  prepare: toEvent,
};

function isView(event: JsonObject): boolean {
  return Object.hasOwn(event, 'billableActions') || Object.hasOwn(event, 'classification');
}

function hasRun(envelope: JsonShape['envelope']): boolean {
  return Object.entries(envelope).some(([key, value]) => !ANSWER_KEYS.has(key) && isJsonObject(value));
}

function toEvent(view: JsonObject): JsonObject {
  const entries = Object.entries(view).filter(([key]) => !VIEW_KEYS.has(key));
  const hasAttributes = entries.some(([key]) => key.endsWith('EventAttributes'));
  const { attributes } = view;
  if (!hasAttributes && isJsonObject(attributes) && typeof attributes.type === 'string') {
    const { type, ...rest } = attributes;
    entries.push([type, rest]);
  }
  const types: [string, Json][] = entries.map(([key, value]) => [
    key,
    key === 'eventType' ? toTypeName(value) : value,
  ]);
  return Object.fromEntries(types);
}

/** Pages show `WorkflowExecutionStarted`; the walk knows that name, too. */
const toTypeName = (value: Json): Json => (typeof value === 'string' ? value.replaceAll(' ', '') : value);
