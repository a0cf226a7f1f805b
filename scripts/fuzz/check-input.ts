import { toCanonicalJson } from '#auditor/base/canonical-json.ts';
import { TickscopeError } from '#auditor/base/tickscope-error.ts';
import { keepLostValues } from '#auditor/history/_reference/keep-lost-values.ts';
import { toEventJson } from '#auditor/history/_reference/to-event-json-by-descriptor.ts';
import { fromEventJson } from '#auditor/history/from-event-json.ts';
import type { ParsedHistory } from '#auditor/history/parsed-history.ts';
import { parseHistories } from '#auditor/history/read-history-file.ts';
import { EVENT_TYPES } from '#auditor/history/temporal-descriptors.ts';
import type { JsonObject } from '#auditor/model/history-event.ts';
import { CANONICAL, COMPARED_FORMS } from './compared-forms.ts';
import { findContradiction } from './find-contradiction.ts';
import { FuzzFinding } from './fuzz-finding.ts';
import { listGivenEvents, listTexts } from './given-events.ts';
import { repeatsKey } from './repeats-key.ts';
import { findOtherValue } from './same-values.ts';
import { tellAll } from './tell-all.ts';

/** What became of an input: read, with the forms it had, or refused, with the code. */
export type Outcome = { readonly kind: 'accepted' | 'refused'; readonly as: string };

/**
 * Reads an input and derives what it means, and checks what was accepted.
 *
 * Throws: FuzzFinding for any error but a TickscopeError, and for a history that says other things than its input.
 */
export function checkInput(bytes: Buffer): Outcome {
  const histories = read(bytes);
  if (histories instanceof TickscopeError) return { kind: 'refused', as: histories.code };
  const formats = histories.map((history) => {
    const texts = [...history.events()].map(({ canonical }) => canonical);
    checkIds(history);
    checkOneRun(history);
    checkReadAgain(texts);
    checkKeys(bytes, history.format);
    checkValues(bytes, history.format, texts);
    tellAll(history);
    return history.format;
  });
  return { kind: 'accepted', as: formats[0] ?? 'none' };
}

function read(bytes: Buffer): readonly ParsedHistory[] | TickscopeError {
  try {
    return parseHistories(bytes, 'fuzz');
  } catch (error) {
    if (error instanceof TickscopeError) return error;
    throw new FuzzFinding(`crash while reading: ${toText(error)}`, { cause: error });
  }
}

function checkIds({ events, eventCount }: ParsedHistory): void {
  let id = 0;
  for (const { event } of events()) {
    id += 1;
    if (event.eventId !== id) throw new FuzzFinding(`event ${event.eventId} stands where ${id} is expected`);
  }
  if (id !== eventCount || id === 0) throw new FuzzFinding(`${id} events of ${eventCount}`);
}

/** Two runs that were put together are not taken for one, and each event says something. */
function checkOneRun({ events }: ParsedHistory): void {
  for (const { canonical, event } of events()) {
    if (EVENT_TYPES.has(event.eventType) && !canonical.includes('EventAttributes":{'))
      throw new FuzzFinding(`accepted, and event ${event.eventId} has no attributes`);
  }
  const all = [...events()].map(({ event }) => event);
  const contradiction = findContradiction(all, (type) => EVENT_TYPES.has(type));
  if (contradiction !== undefined) throw new FuzzFinding(`accepted, and ${contradiction}`);
}

/** What is exported is what was read. */
function checkReadAgain(texts: readonly string[]): void {
  const again = read(Buffer.from(`{"events":[${texts.join(',')}]}`));
  if (again instanceof TickscopeError)
    throw new FuzzFinding(`accepted, but its export is refused: ${again.message}`);
  const other = [...(again[0]?.events() ?? [])].findIndex(({ canonical }, at) => canonical !== texts[at]);
  if (other !== -1) throw new FuzzFinding(`event ${other + 1} is another one when its export is read`);
}

function checkKeys(bytes: Buffer, format: string): void {
  if (listTexts(bytes, format).some(repeatsKey)) throw new FuzzFinding('accepted, and it has a key twice');
}

function checkValues(bytes: Buffer, format: string, texts: readonly string[]): void {
  const toForm = COMPARED_FORMS.get(format);
  const given = listGivenEvents(bytes, format);
  if (toForm === undefined || given === undefined) return;
  for (const text of texts) {
    const json: JsonObject = JSON.parse(text);
    const event = given.get(String(json.eventId));
    if (event === undefined) throw new FuzzFinding(`event ${json.eventId} is not in the input`);
    const other = findOtherValue(toForm(event), toForm(json));
    if (other !== undefined) throw new FuzzFinding(`event ${json.eventId} says something else: ${other}`);
    if (CANONICAL.has(format)) checkWayOfProtobuf(event, text);
  }
}

function checkWayOfProtobuf(event: JsonObject, text: string): void {
  const slow = byWayOfProtobuf(event);
  if (slow === text) return;
  const what = `by way of protobuf is another one: ${toDifference(text, slow)}`;
  throw new FuzzFinding(`event ${event.eventId} ${what}`);
}

function byWayOfProtobuf(event: JsonObject): string {
  const { message, lost } = fromEventJson(event);
  return toCanonicalJson(keepLostValues(toEventJson(message), lost));
}

const toText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** Both texts from a little before the first letter in which they differ. */
function toDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return [a, b].map((text) => text.slice(Math.max(0, at - 60), at + 60)).join(' ≠ ');
}
