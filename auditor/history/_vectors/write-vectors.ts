/**
 * Writes `events.json` beside it: events, each as JSON, as protobuf and in its canonical text, which is made by way of the descriptors
 * one by one and not by the code that the vectors are to judge. Run it when a new protobuf version brings new event types:
 * `node auditor/history/_vectors/write-vectors.ts`; what changes of the old ones is a mistake.
 */
import { writeFileSync } from 'node:fs';
import type protobuf from 'protobufjs';
import { toCanonicalJson } from '../../base/canonical-json.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import { keepLostValues } from '../_reference/keep-lost-values.ts';
import { toEventJson } from '../_reference/to-event-json-by-descriptor.ts';
import { fromEventJson } from '../from-event-json.ts';
import { DURATION, HISTORY_EVENT, TIMESTAMP } from '../temporal-descriptors.ts';

/** An event; `wire` is absent where binary cannot hold what the JSON has. */
export type Vector = {
  readonly name: string;
  readonly json: JsonObject;
  readonly wire?: string;
  readonly canonical: string;
};

const BASE = { eventId: '7', eventTime: '2026-11-23T20:41:01Z', taskId: '1048583' };
const PAYLOAD = { metadata: { encoding: btoa('json/plain') }, data: btoa('{"side":"BUY"}') };

/** A value of every field, three messages deep; of a oneof the first. */
function sample(type: protobuf.Type, depth: number): JsonObject {
  const oneofs = new Set<string>();
  const entries = type.fieldsArray.flatMap((field): [string, Json][] => {
    const oneof = field.partOf?.name;
    if (oneof !== undefined && oneofs.has(oneof)) return [];
    const value = sampleField(field.resolve(), depth);
    if (value === undefined) return [];
    if (oneof !== undefined) oneofs.add(oneof);
    return [[field.name, value]];
  });
  // Not in canonical order.
  return Object.fromEntries(entries.reverse());
}

function sampleField(field: protobuf.Field, depth: number): Json | undefined {
  const value = sampleValue(field, depth);
  if (value === undefined) return undefined;
  if (field.repeated) return [value];
  return field.map ? { b: value, a: value } : value;
}

function sampleValue(field: protobuf.Field, depth: number): Json | undefined {
  const kind = field.resolvedType;
  if (kind === null) return sampleScalar(field);
  if (!('fields' in kind)) return Object.keys(kind.values)[1] ?? 0;
  if (kind.fullName === TIMESTAMP) return '2026-11-23T20:41:01.000050Z';
  if (kind.fullName === DURATION) return '0.300s';
  if (kind.name === 'Payload') return PAYLOAD;
  return depth === 0 ? undefined : sample(kind, depth - 1);
}

function sampleScalar({ type, name }: protobuf.Field): Json {
  if (type === 'string') return `${name} é"\u2028`;
  if (type === 'bytes') return '+/8=';
  if (type === 'bool') return true;
  if (type === 'int64') return '9007199254740993';
  return type === 'double' || type === 'float' ? 0.1 : 2;
}

const toVector = (name: string, json: JsonObject): Vector => {
  const { message, lost } = fromEventJson(json);
  const wire = Buffer.from(HISTORY_EVENT.encode(message).finish()).toString('base64');
  const canonical = toCanonicalJson(keepLostValues(toEventJson(message), lost));
  return { name, json, ...(lost.length === 0 ? { wire } : {}), canonical };
};

const attributes = HISTORY_EVENT.oneofs.attributes?.fieldsArray ?? [];
const eachType = attributes.map((field) => {
  const kind = field.resolve().resolvedType;
  const type = `EVENT_TYPE_${field.name
    .replace(/EventAttributes$/, '')
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .toUpperCase()}`;
  const filled = kind !== null && 'fields' in kind ? sample(kind, 2) : {};
  return toVector(type, { ...BASE, eventType: type, [field.name]: filled });
});

const timer = (timeout: Json) => ({ ...BASE, timerStartedEventAttributes: { startToFireTimeout: timeout } });
const memo = (text: string): JsonObject => ({
  ...BASE,
  workflowExecutionStartedEventAttributes: { memo: { fields: JSON.parse(text) } },
});

const edges: readonly (readonly [string, JsonObject])[] = [
  ['2^53 + 1', { ...BASE, taskId: '9007199254740993' }],
  ['the smallest int64', { ...BASE, taskId: '-9223372036854775808' }],
  ['0 ns', { ...BASE, eventTime: '2026-11-23T20:41:01.000000000Z' }],
  ['1 ns', { ...BASE, eventTime: '2026-11-23T20:41:01.000000001Z' }],
  ['50,000 ns', { ...BASE, eventTime: '2026-11-23T20:41:01.00005Z' }],
  ['a time with a zone', { ...BASE, eventTime: '2026-11-23T22:41:01.5+02:00' }],
  ['a leap day before 1970', { ...BASE, eventTime: '1968-02-29T23:59:59.999Z' }],
  ['a negative duration', timer('-1.5s')],
  ['a negative duration without whole seconds', timer('-0.000000001s')],
  ['a duration of zero', timer('0s')],
  ['float32 0.1', { ...BASE, activityTaskScheduledEventAttributes: { priority: { fairnessWeight: 0.1 } } }],
  [
    'double 0.1',
    { ...BASE, activityTaskScheduledEventAttributes: { retryPolicy: { backoffCoefficient: 0.1 } } },
  ],
  ['an unknown field', { ...BASE, comet: { tail: [1, { b: 1, a: -0 }] } }],
  ['an unknown enum', { ...BASE, eventType: 'EVENT_TYPE_COMET' }],
  ['an unknown number of an enum', { ...BASE, eventType: 9999 }],
  ['old names of enums', { ...BASE, eventType: 'TimerFired', timerFiredEventAttributes: {} }],
  ['an empty message', { ...BASE, workflowExecutionStartedEventAttributes: { header: {} } }],
  ['defaults that are the same as nothing', { ...BASE, workerMayIgnore: false, links: [], version: '0' }],
  ['a text that is a zero', { ...BASE, activityTaskScheduledEventAttributes: { activityId: '0' } }],
  [
    'a default of a oneof',
    { ...BASE, workflowExecutionStartedEventAttributes: { versioningOverride: { autoUpgrade: false } } },
  ],
  ['keys __proto__ and constructor', memo('{"__proto__":{"data":"AQ=="},"constructor":{}}')],
  ['keys that look like indexes', memo('{"b":{},"10":{},"9":{},"":{}}')],
  ['keys beyond the basic plane', memo('{"\\ue000":{},"\\ud83d\\ude00":{}}')],
  [
    'text that looks like an escape',
    { ...BASE, userMetadata: { summary: {} }, principal: { name: '\\ud800 \u0007' } },
  ],
];

const vectors = [...eachType, ...edges.map(([name, json]) => toVector(name, json))];
const lines = vectors.map((vector) => JSON.stringify(vector));
writeFileSync(new URL('./events.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
