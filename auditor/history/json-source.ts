import { isAscii } from 'node:buffer';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { checkKeys } from './check-keys.ts';
import { indexJson, type JsonDocument, type JsonItems } from './index-json.ts';

/** Where the events of one run stand in a JSON file, and what stands around them. */
export type JsonSource = {
  /** `list`, `events`, `history.events`, …: the keys that lead to the events. `lines`: an event is a document of its own. */
  readonly place: string;
  /** What stands beside the events; empty for `list` and `lines`. */
  readonly envelope: JsonObject;
  readonly eventCount: number;
  /** Parses one event. Throws: TickscopeError `history-invalid` when it is no JSON object. */
  readonly eventAt: (index: number) => JsonObject;
  /** What a server said instead of the rest of the events. Absent when: nothing. */
  readonly inBandError?: string;
};

/**
 * Finds the runs in a JSON file: one in most forms, one per document in a file of several.
 *
 * Throws: TickscopeError `not-a-history` when there is no list of events.
 */
export function findJsonSources(bytes: Buffer): readonly JsonSource[] {
  const documents = indexJson(bytes);
  const reader = createReader(bytes);
  const lines = findLines(reader, documents);
  if (lines !== undefined) return [lines];
  const sources = documents.flatMap((document) => toSources(reader, document));
  const errors = sources.flatMap(({ inBandError }) => inBandError ?? []);
  const found = sources.filter(({ eventCount }) => eventCount > 0);
  // An error after the closing bracket belongs to the run before it.
  return found.map((source, at) => {
    const [inBandError] = at === found.length - 1 ? errors : [];
    return inBandError === undefined ? source : { ...source, inBandError };
  });
}

type Items = Pick<JsonItems, 'offsets' | 'members'>;

/** A value in a file, and how many members the objects in it have. */
type Part = Pick<JsonDocument, 'start' | 'end' | 'members'>;

type Reader = ReturnType<typeof createReader>;

function createReader(bytes: Buffer) {
  // Latin-1 is read several times as fast, and of ASCII it is the same.
  const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  const read = (start: number, end: number): string => bytes.toString(encoding, start, end);
  const parse = (start: number, end: number): Json => JSON.parse(read(start, end));
  const tryParse = (part: { start: number; end: number } | undefined): Json | undefined => {
    try {
      return part === undefined ? undefined : parse(part.start, part.end);
    } catch {
      // Whoever needs it parses it again and says what is wrong.
      return undefined;
    }
  };
  return { read, parse, tryParse };
}

/** Absent when: the documents are no events. */
function findLines(reader: Reader, documents: readonly JsonDocument[]): JsonSource | undefined {
  const [first, second] = documents.slice(0, 2).map((document) => tryEnvelope(reader, document));
  // What `tickscope export` writes in front of a copy that may only be viewed.
  const isMark = isJsonObject(first) && Object.hasOwn(first, 'viewOnly') && isEvent(second);
  if (!isMark && !(isEvent(first) && documents.length > 1)) return undefined;
  const events = isMark ? documents.slice(1) : documents;
  return toSource(reader, { place: 'lines', envelope: isMark ? first : {}, ...toItems(events) });
}

function toItems(documents: readonly JsonDocument[]): Items {
  const offsets = documents.flatMap(({ start, end }) => [start, end]);
  return { offsets, members: documents.map(({ members }) => members) };
}

function toSources(reader: Reader, document: JsonDocument): readonly JsonSource[] {
  const envelope = toEnvelope(reader, document);
  const firstOf = ({ offsets: [start = 0, end = 0] }: JsonDocument['lists'][number]) =>
    end === 0 ? undefined : reader.tryParse({ start, end });
  const list =
    document.lists.find((candidate) => isEvent(firstOf(candidate))) ??
    document.lists.find(({ path, offsets }) => path.at(-1) === 'events' && offsets.length > 0);
  const object = isJsonObject(envelope) ? envelope : {};
  if (list !== undefined) {
    const place = list.path.length === 0 ? 'list' : list.path.join('.');
    return [toSource(reader, { place, envelope: object, offsets: list.offsets, members: list.members })];
  }
  if (isEvent(envelope)) {
    return [toSource(reader, { place: 'lines', envelope: {}, ...toItems([document]) })];
  }
  const inBandError = findError(object);
  if (inBandError !== undefined) return [{ ...NOTHING, inBandError }];
  throw noEvents(object, document);
}

const NOTHING: JsonSource = {
  place: 'none',
  envelope: {},
  eventCount: 0,
  eventAt: (index) => {
    throw new TickscopeError('history-invalid', `: there is no event number ${index + 1}.`);
  },
};

function noEvents(envelope: JsonObject, { lists }: JsonDocument): TickscopeError {
  if (Object.hasOwn(envelope, 'workflowExecutionInfo')) {
    const what = 'describes a workflow and has no events. Use: temporal workflow show -o json.';
    return new TickscopeError('not-a-history', what);
  }
  const isEmpty = lists.length > 0 && lists.every(({ offsets }) => offsets.length === 0);
  const what = isEmpty ? 'has an empty list of events' : 'has no list of events: {"events":[…]} is expected';
  return new TickscopeError('not-a-history', `${what}.`);
}

function toSource(
  reader: Reader,
  found: Items & { readonly place: string; readonly envelope: JsonObject },
): JsonSource {
  const { place, envelope, offsets, members } = found;
  const listed = offsets.length / 2;
  const at = (index: number): Part => ({
    start: offsets[index * 2] ?? 0,
    end: offsets[index * 2 + 1] ?? 0,
    members: members[index] ?? 0,
  });
  const last = reader.tryParse(at(listed - 1));
  const inBandError = isJsonObject(last) && !isEvent(last) ? findError(last) : undefined;
  return {
    place,
    envelope,
    eventCount: inBandError === undefined ? listed : listed - 1,
    eventAt: (index) => parseEvent(reader, at(index), index),
    ...(inBandError === undefined ? {} : { inBandError }),
  };
}

function parseEvent(reader: Reader, { start, end, members }: Part, index: number): JsonObject {
  const where = `: event number ${index + 1} of the file`;
  let event: Json;
  try {
    event = reader.parse(start, end);
  } catch (error) {
    throw new TickscopeError('history-invalid', `${where} is not JSON.`, { cause: error });
  }
  if (!isJsonObject(event)) throw new TickscopeError('history-invalid', `${where} is no object.`);
  checkKeys(event, members, () => reader.read(start, end), where);
  return event;
}

/** Without its lists: parsed whole, a history would be in memory once more. Absent when: the document is no JSON. */
function tryEnvelope(reader: Reader, document: JsonDocument): Json | undefined {
  try {
    return toEnvelope(reader, document);
  } catch {
    // Whoever needs it reads it again and says what is wrong.
    return undefined;
  }
}

/** The document with its lists empty. Throws: TickscopeError `not-a-history`, `history-invalid`. */
function toEnvelope(reader: Reader, { start, end, members, lists }: JsonDocument): Json {
  let text = '';
  let from = start;
  let own = members;
  for (const list of lists) {
    text += `${reader.read(from, list.start)}[]`;
    from = list.end;
    own -= list.members.reduce((sum, count) => sum + count, 0);
  }
  text += reader.read(from, end);
  let envelope: Json;
  try {
    envelope = JSON.parse(text);
  } catch (error) {
    throw new TickscopeError('not-a-history', 'is not JSON.', { cause: error });
  }
  checkKeys(envelope, own, () => text);
  return envelope;
}

function isEvent(value: Json | undefined): boolean {
  return isJsonObject(value) && ['eventId', 'event_id', 'EventId'].some((key) => Object.hasOwn(value, key));
}

function findError(value: JsonObject): string | undefined {
  const error = Object.hasOwn(value, 'error') ? value.error : undefined;
  if (error === undefined || error === null) return undefined;
  const message = isJsonObject(error) && Object.hasOwn(error, 'message') ? error.message : error;
  return (typeof message === 'string' ? message : JSON.stringify(message)).slice(0, 200);
}
