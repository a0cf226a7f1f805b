import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isJsonList, listMember, member, textMember } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { findForeignForm } from './find-foreign-form.ts';
import { fromEventJson, toPathText } from './from-event-json.ts';
import { keepLostValues } from './keep-lost-values.ts';
import { type CanonicalEvent, toCanonicalEvent } from './to-canonical-event.ts';
import { toEventJson } from './to-event-json.ts';

/** Events of a history file, and the paths of what this version does not know; these stay in the event by name. */
export type HistoryFile = { readonly events: readonly CanonicalEvent[]; readonly unknown: readonly string[] };

/**
 * Reads a history in Temporal's canonical JSON: `{"events":[…]}` as `tickscope export`, `temporal workflow show -o json` and the Web
 * UI's encoded download write it.
 *
 * Order: by event id, whatever the order in the file.
 * Throws: TickscopeError `not-a-history` for any other content, `history-invalid` for a history that is damaged.
 */
export function readHistoryFile(path: string): HistoryFile {
  const name = basename(path);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new TickscopeError('not-a-history', `${name} cannot be read: ${why}.`, { cause: error });
  }
  return parseHistory(text, name);
}

/** The same from text. Throws: as `readHistoryFile`; `name` stands in the messages. */
export function parseHistory(text: string, name: string): HistoryFile {
  const events = findEvents(parseJson(text, name), name);
  const unknown = new Set<string>();
  const read = events.map((event, index) => {
    try {
      return readEvent(event, unknown);
    } catch (error) {
      throw inFile(error, name, textMember(event, 'eventId') ?? `number ${index + 1} of the file`);
    }
  });
  const sorted = read.toSorted((a, b) => a.event.eventId - b.event.eventId);
  checkIds(sorted, name);
  return { events: sorted, unknown: [...unknown] };
}

function readEvent(json: JsonObject, unknown: Set<string>): CanonicalEvent {
  const { message, lost } = fromEventJson(json);
  for (const { path } of lost) unknown.add(toPathText(path));
  // By way of protobuf, so that every SDK's manner of writing gives the same bytes.
  return toCanonicalEvent(keepLostValues(toEventJson(message), lost));
}

function parseJson(text: string, name: string): Json {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TickscopeError('not-a-history', `${name} is not JSON.`, { cause: error });
  }
}

function findEvents(json: Json, name: string): readonly JsonObject[] {
  const foreign = findForeignForm(json);
  if (foreign !== undefined) throw new TickscopeError('not-a-history', `${name} ${foreign}`);
  const events = listMember(json, 'events').filter((event) => isJsonObject(event));
  const listed = member(json, 'events');
  if (events.length > 0 && isJsonList(listed) && events.length === listed.length) return events;
  throw new TickscopeError('not-a-history', `${name} has no list of events: {"events":[…]} is expected.`);
}

function checkIds(events: readonly CanonicalEvent[], name: string): void {
  for (const [index, { event }] of events.entries()) {
    if (event.eventId === index + 1) continue;
    const problem =
      event.eventId <= index ? `event ${event.eventId} is there twice` : `event ${index + 1} is missing`;
    throw new TickscopeError('history-invalid', `${name}: ${problem}; a run's events are numbered from 1.`);
  }
}

function inFile(error: unknown, name: string, eventId: string): unknown {
  if (!(error instanceof TickscopeError)) return error;
  return new TickscopeError(error.code, `${name}: event ${eventId}: ${error.message}`, { cause: error });
}
