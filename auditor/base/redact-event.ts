import type { Json, JsonObject } from '../model/history-event.ts';
import { decodeEvent } from './decode-event.ts';
import { isJsonList, member } from './json-members.ts';
import { writeExactJson } from './parse-exact-json.ts';
import { isJsonObject, isPayload, type TemporalPayload } from './payload.ts';
import { REDACTED, redactObject } from './redact.ts';
import type { Redactions } from './redactions.ts';

const JSON_PLAIN = toBase64('json/plain');

/**
 * An event's ProtoJSON with secrets replaced inside its payloads: still a history that every tool reads, but no longer the record.
 *
 * Shape: the very same object when it holds no secret; payloads without one keep their bytes. What a codec has encoded stays as it is,
 * unless its place alone makes it a secret.
 * Throws: never.
 */
export function redactEvent(event: JsonObject, rules: Redactions): JsonObject {
  const decoded = decodeEvent(event);
  const redacted = redactObject(decoded, rules);
  if (redacted === decoded) return event;
  const rewritten = rewrite(event, decoded, redacted);
  return isJsonObject(rewritten) ? rewritten : event;
}

/** Walks through the event, what it says and what of it may be said, side by side. */
function rewrite(raw: Json, decoded: Json | undefined, redacted: Json | undefined): Json {
  if (decoded === redacted) return raw;
  if (isPayload(raw)) return toPayload(raw, redacted);
  if (redacted === REDACTED) return hideAll(raw);
  const list = isJsonObject(raw) ? raw.payloads : undefined;
  if (isJsonList(list) && isJsonList(decoded)) return { payloads: rewriteList(list, decoded, redacted) };
  if (isJsonList(raw)) return rewriteList(raw, decoded, redacted);
  if (!isJsonObject(raw)) return redacted ?? raw;
  return Object.fromEntries(
    Object.entries(raw).map(([key, child]) => [
      key,
      rewrite(child, member(decoded, key), member(redacted, key)),
    ]),
  );
}

function rewriteList(
  raw: readonly Json[],
  decoded: Json | undefined,
  redacted: Json | undefined,
): readonly Json[] {
  const said = isJsonList(decoded) ? decoded : [];
  const kept = isJsonList(redacted) ? redacted : [];
  return raw.map((item, index) => rewrite(item, said[index], kept[index]));
}

/** A place that is secret as a whole: its payloads are, its shape is Temporal's. */
function hideAll(raw: Json): Json {
  if (isPayload(raw)) return toPayload(raw, REDACTED);
  if (isJsonList(raw)) return raw.map(hideAll);
  if (isJsonObject(raw)) {
    return Object.fromEntries(Object.entries(raw).map(([key, child]) => [key, hideAll(child)]));
  }
  return typeof raw === 'string' ? REDACTED : raw;
}

function toPayload(payload: TemporalPayload, value: Json | undefined): Json {
  const data = toBase64(writeExactJson(value ?? REDACTED));
  return value === REDACTED || value === undefined
    ? { metadata: { encoding: JSON_PLAIN }, data }
    : { metadata: payload.metadata, data };
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
