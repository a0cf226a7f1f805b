import { isJsonList, textMember } from '../../base/json-members.ts';
import { isJsonObject } from '../../base/payload.ts';
import type { Json, JsonObject } from '../../model/history-event.ts';
import { fromEventJson, fromHistoryJson } from '../from-event-json.ts';
import { HISTORY, HISTORY_EVENT } from '../temporal-descriptors.ts';

/** A value with every object in it replaced, from the inside out. */
export function mapObjects(value: Json, change: (object: JsonObject) => Json): Json {
  if (isJsonList(value)) return value.map((item) => mapObjects(item, change));
  if (!isJsonObject(value)) return value;
  return change(
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapObjects(item, change)])),
  );
}

const mapKeys = (value: Json, change: (key: string) => string): Json =>
  mapObjects(value, (object) =>
    Object.fromEntries(Object.entries(object).map(([key, item]) => [change(key), item])),
  );

export const toSnakeCase = (value: Json): Json =>
  mapKeys(value, (key) =>
    // Go's names of wrappers stay.
    /^[A-Z]/.test(key) ? key : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString();

/** As the Web UI's readable download: encodings in clear, data as values. */
export const toReadable = (value: Json): Json =>
  mapObjects(value, (object) => {
    const encoding = textMember(object.metadata, 'encoding');
    if (encoding === undefined) return object;
    const data: Json = JSON.parse(decode(textMember(object, 'data') ?? ''));
    return { metadata: { encoding: decode(encoding) }, data };
  });

/** As the HTTP API without further words: payload lists as lists of values. */
export const toShorthand = (value: Json): Json =>
  mapObjects(value, (object) => {
    const { payloads } = object;
    if (payloads === undefined || !isJsonList(payloads)) return object;
    return payloads.map((payload): Json => JSON.parse(decode(textMember(payload, 'data') ?? '')));
  });

/** As old SDKs wrote enums: without the enum's own name in front, in PascalCase. */
export function toOldNames(value: Json): Json {
  const prefix = /^(?:EVENT_TYPE|TASK_QUEUE_KIND|RETRY_STATE|TIMEOUT_TYPE)_/;
  const pascal = (text: string) =>
    text
      .replace(prefix, '')
      .toLowerCase()
      .replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return mapObjects(value, (object) =>
    Object.fromEntries(
      Object.entries(object).map(([key, item]) => [
        key,
        typeof item === 'string' && prefix.test(item) ? pascal(item) : item,
      ]),
    ),
  );
}

/** With enums as numbers and ids as numbers where a number holds them. */
export function toNumbers(events: readonly JsonObject[]): Json {
  return events.map((event) => {
    const plain = HISTORY_EVENT.toObject(fromEventJson(event).message, { longs: Number, bytes: String });
    const numbered: Json = JSON.parse(JSON.stringify(plain));
    return isJsonObject(numbered) ? { ...numbered, eventTime: event.eventTime ?? null } : numbered;
  });
}

/** As Go's own JSON of the server's structs, which the Web UI links as raw history. */
export function toUiRaw(events: readonly JsonObject[]): Json {
  const numbered = toNumbers(events);
  if (!isJsonList(numbered)) return numbered;
  return numbered.map((event) => {
    const entries = isJsonObject(event) ? Object.entries(event) : [];
    const isAttributes = ([key]: [string, Json]) => key.endsWith('EventAttributes');
    const wrapped = entries
      .filter(isAttributes)
      .map(([key, value]): [string, Json] => [
        key.charAt(0).toUpperCase() + key.slice(1),
        toSnakeCase(wrapFailure(value)),
      ]);
    const rest = Object.fromEntries(entries.filter((entry) => !isAttributes(entry)));
    const snake = toSnakeCase(rest);
    return { ...(isJsonObject(snake) ? snake : {}), Attributes: Object.fromEntries(wrapped) };
  });
}

const wrapFailure = (value: Json): Json =>
  mapObjects(value, (object) => {
    const { timeoutFailureInfo, ...rest } = object;
    if (timeoutFailureInfo === undefined) return object;
    return { ...rest, FailureInfo: { TimeoutFailureInfo: timeoutFailureInfo } };
  });

/** As the Web UI shows events on a page. */
export const toPageEvents = (events: readonly JsonObject[]): Json =>
  events.map((event) => {
    const key = Object.keys(event).find((name) => name.endsWith('EventAttributes')) ?? '';
    const { [key]: attributes, ...rest } = event;
    const shown = isJsonObject(attributes ?? null) ? { type: key, ...Object(attributes) } : null;
    const view = { id: event.eventId ?? null, name: 'x', classification: 'Started', category: 'workflow' };
    return { ...rest, ...view, billableActions: 0, timestamp: 'today', attributes: shown };
  });

/** As `JSON.stringify(await handle.fetchHistory())`: times and durations as objects. */
export const toSdkDump = (events: readonly JsonObject[]): Json =>
  JSON.parse(JSON.stringify(fromHistoryJson(events).message));

/** With 64-bit integers as `{low, high}` and bytes as buffers. */
export const toRawDump = (events: readonly JsonObject[]): Json =>
  JSON.parse(
    JSON.stringify(HISTORY.toObject(fromHistoryJson(events).message, { bytes: Buffer })),
    (_, value: unknown) => value,
  );

export const toBinary = (events: readonly JsonObject[]): Buffer =>
  Buffer.from(HISTORY.encode(fromHistoryJson(events).message).finish());

/** As Temporal Cloud exports runs: each a record in a record. */
export const toCloudExport = (runs: readonly (readonly JsonObject[])[]): Buffer =>
  Buffer.concat(runs.map((events) => toRecord(toRecord(toBinary(events)))));

function toRecord(bytes: Buffer): Buffer {
  const header = [0x0a];
  let length = bytes.length;
  for (; length >= 0x80; length = Math.floor(length / 0x80)) header.push((length % 0x80) + 0x80);
  return Buffer.concat([Buffer.from([...header, length]), bytes]);
}
