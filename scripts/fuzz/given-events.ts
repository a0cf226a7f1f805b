import { isJsonList, member } from '#auditor/base/json-members.ts';
import { isJsonObject } from '#auditor/base/payload.ts';
import type { Json, JsonObject } from '#auditor/model/history-event.ts';

/** Where forms whose values are those of the canonical one keep their events. */
const PATHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['canonical-json', ['events']],
  ['event-list', []],
  ['http-api', ['history', 'events']],
]);

/**
 * Events of an input by their id, as they stand in it.
 *
 * Absent when: the form writes values in another way, or the input is compressed.
 */
export function listGivenEvents(bytes: Buffer, format: string): ReadonlyMap<string, JsonObject> | undefined {
  const path = PATHS.get(format);
  if (path === undefined && format !== 'json-lines') return undefined;
  try {
    const list = path === undefined ? readLines(bytes) : readList(bytes, path);
    return new Map(list.filter(isJsonObject).map((event) => [toId(event), event]));
  } catch {
    // Compressed, or several documents: not of those that are compared.
    return undefined;
  }
}

/** The JSON texts of an input whose form is one of those that are compared: each line, or the whole. */
export function listTexts(bytes: Buffer, format: string): readonly string[] {
  const text = bytes.toString().replace(/^\ufeff/, '');
  return format === 'json-lines' ? text.split('\n').filter((line) => line.trim() !== '') : [text];
}

function readList(bytes: Buffer, path: readonly string[]): readonly Json[] {
  const json: Json = JSON.parse(bytes.toString().replace(/^\ufeff/, ''));
  const list = path.reduce<Json | undefined>((value, key) => member(value, key), json);
  if (list === undefined || !isJsonList(list)) throw new Error('elsewhere');
  return list;
}

const readLines = (bytes: Buffer): readonly Json[] =>
  listTexts(bytes, 'json-lines').map((line): Json => JSON.parse(line));

/** `"007"` and 7 are the same id. */
function toId({ eventId }: JsonObject): string {
  const text = String(eventId);
  return /^-?\d+$/.test(text) ? String(BigInt(text)) : text;
}
