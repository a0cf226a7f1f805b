import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { isJsonList, member } from '#auditor/base/json-members.ts';
import { isJsonObject } from '#auditor/base/payload.ts';
import type { Json, JsonObject } from '#auditor/model/history-event.ts';

const ZSTD_MAGIC = Buffer.from('28b52ffd', 'hex');

/** Where forms keep their events: the first place with a list. */
const PATHS: readonly (readonly string[])[] = [[], ['events'], ['history', 'events'], ['history']];

/**
 * Events of an input of a JSON form by their id, as they stand in it.
 *
 * Absent when: it is several documents, or keeps its events elsewhere.
 */
export function listGivenEvents(bytes: Buffer, format: string): ReadonlyMap<string, JsonObject> | undefined {
  const values = listTexts(bytes, format).map((text): Json => JSON.parse(text));
  if (values.length === 0) return undefined;
  const list = format === 'json-lines' ? values : findList(values[0]);
  return list && new Map(list.filter(isJsonObject).map((event) => [toId(event), event]));
}

/** The JSON texts of an input: each line, or the whole; none of several documents, or of what is no JSON. */
export function listTexts(bytes: Buffer, format: string): readonly string[] {
  const text = unpack(bytes)
    .toString()
    .replace(/^\ufeff/, '');
  const texts = format === 'json-lines' ? text.split('\n').filter((line) => line.trim() !== '') : [text];
  return texts.every(isJson) ? texts : [];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unpack(bytes: Buffer): Buffer {
  if (bytes[0] === 0x1f) return unpack(gunzipSync(bytes));
  return bytes.subarray(0, 4).equals(ZSTD_MAGIC) ? unpack(zstdDecompressSync(bytes)) : bytes;
}

function findList(json: Json | undefined): readonly Json[] | undefined {
  for (const path of PATHS) {
    const list = path.reduce<Json | undefined>((value, key) => member(value, key), json);
    if (list !== undefined && isJsonList(list)) return list;
  }
  return undefined;
}

/** `"007"`, 7 and the two halves of 7 are the same id; a broken file may call it `EventId`. */
function toId(event: JsonObject): string {
  const id = Object.entries(event).find(([key]) => /^event_?id$/i.test(key))?.[1];
  const text = String(member(id, 'low') ?? id);
  return /^-?\d+$/.test(text) ? String(BigInt(text)) : text;
}
