import protobuf from 'protobufjs';
import { isJsonList, numberMember, textMember } from '../base/json-members.ts';
import { TickscopeError } from '../base/tickscope-error.ts';
import type { Json, JsonObject } from '../model/history-event.ts';
import { fromEventJson, type LostValue, toPathText } from './from-event-json.ts';
import { HISTORY_EVENT } from './temporal-descriptors.ts';

/** What the walk of a binary event keeps of fields without a descriptor. */
const UNKNOWN = '$unknown';

/**
 * A stored event as a record of a binary `temporal.api.history.v1.History`. Fields that were kept with their bytes are written back.
 *
 * Throws: TickscopeError `history-invalid` for a field or an enum that is known by name alone: binary has numbers only.
 */
export function toWireEvent(canonical: string): Uint8Array {
  const json: JsonObject = JSON.parse(canonical);
  const { message, lost } = fromEventJson(json);
  for (const value of lost) restore(message, value, textMember(json, 'eventId') ?? '?');
  // Field 1 of History, with a length.
  return protobuf.Writer.create().uint32(10).bytes(HISTORY_EVENT.encode(message).finish()).finish();
}

function restore(message: object, { path, value }: LostValue, eventId: string): void {
  if (path.at(-1) !== UNKNOWN || !isJsonList(value)) {
    const what = `Event ${eventId}: ${toPathText(path)} is known by name alone, and binary has numbers only.`;
    throw new TickscopeError('history-invalid', `${what} Use --format json.`);
  }
  let at: unknown = message;
  for (const key of path.slice(0, -1)) {
    at = typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  }
  if (typeof at === 'object' && at !== null) Reflect.set(at, '$unknowns', value.map(toField));
}

function toField(field: Json): Uint8Array {
  const tag = ((numberMember(field, 'no') ?? 0) << 3) | (numberMember(field, 'wire') ?? 0);
  const data = Buffer.from(textMember(field, 'data') ?? '', 'base64');
  return Buffer.concat([
    protobuf.Writer.create()
      .uint32(tag >>> 0)
      .finish(),
    data,
  ]);
}
