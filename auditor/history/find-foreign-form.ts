import { isJsonList, listMember, member } from '../base/json-members.ts';
import { isJsonObject } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';

const DOWNLOAD = 'Download it again, as encoded JSON or with: temporal workflow show -o json.';

/**
 * Names the known forms of a Temporal history whose bytes are not those of the server, so that they would be read wrongly.
 *
 * Shape: the rest of a sentence after the file's name.
 * Absent when: none of these; the content may still be no history at all.
 */
export function findForeignForm(json: Json): string | undefined {
  if (isJsonList(json))
    return `is a bare list of events, which no tool of Temporal writes for replay. ${DOWNLOAD}`;
  if (member(json, 'workflowExecutionInfo') !== undefined) {
    return 'describes a workflow and has no events. Use: temporal workflow show -o json.';
  }
  if (member(json, 'history') !== undefined) return `is an answer of the server's HTTP API. ${DOWNLOAD}`;
  const events = listMember(json, 'events');
  if (events.some((event) => member(event, 'event_id') !== undefined)) {
    return `has snake_case keys. ${DOWNLOAD}`;
  }
  if (events.some((event) => hasReadablePayload(event, 0))) {
    return `is the Web UI's readable form: its payloads are not as the server stored them. ${DOWNLOAD}`;
  }
  return undefined;
}

/** In base64, an encoding's name has no slash at these places: the name itself stands there, as it is meant for reading. */
function hasReadablePayload(value: Json, depth: number): boolean {
  if (depth > 100 || typeof value !== 'object' || value === null) return false;
  if (isJsonList(value)) return value.some((item) => hasReadablePayload(item, depth + 1));
  const encoding = member(member(value, 'metadata'), 'encoding');
  if (typeof encoding === 'string' && /^(?:json|binary)\//.test(encoding)) return true;
  return isJsonObject(value) && Object.values(value).some((child) => hasReadablePayload(child, depth + 1));
}
