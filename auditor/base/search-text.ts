import type { DecodedEvent, Json } from '../model/history-event.ts';
import { isJsonObject } from './payload.ts';

/** Bookkeeping of the server, the same in thousands of events: nobody looks for it. */
const SKIPPED_ATTRIBUTES =
  /^(?:.*EventId|.*Timeout|.*RunId|taskQueue|retryPolicy|header|identity|requestId|workerVersion|workerDeploymentVersion|deploymentVersion|deploymentName|versioningBehavior|sdkMetadata|meteringMetadata|useWorkflowBuildId|attempt|namespace|namespaceId|priority|binaryChecksum|historySizeBytes|workflowTaskStartedEventId|prevAutoResetPoints)$/;

/** A provider's whole raw answer: its text stands beside it once already. */
const SKIPPED_MEMBERS: ReadonlySet<string> = new Set(['providerData']);

/** Longer texts are findable by their beginning. */
const MOST_CHARACTERS = 1_000_000;

/**
 * The words of an event that can be looked for: names, decoded payloads, failures, summary.
 *
 * Shape: words separated by blanks; keys and values of JSON alike. Empty when: nothing but bookkeeping.
 */
export function toSearchText({ eventType, attributes, summary }: DecodedEvent): string {
  const words: string[] = summary === undefined ? [] : [summary];
  // A workflow task says nothing but who took it, unless it failed.
  const entries = eventType.startsWith('WORKFLOW_TASK_')
    ? Object.entries(attributes).filter(([key]) => key === 'failure' || key === 'cause')
    : Object.entries(attributes).filter(([key]) => !SKIPPED_ATTRIBUTES.test(key));
  let left = MOST_CHARACTERS;
  for (const [, value] of entries) left = collect(value, words, left);
  return words.join(' ');
}

/** Returns the room that is left. Payloads nest at most as deep as the decoder lets them. */
function collect(value: Json, words: string[], room: number): number {
  if (room <= 0 || value === null || typeof value === 'boolean') return room;
  if (typeof value !== 'object') {
    const text = String(value).slice(0, room);
    words.push(text);
    return room - text.length;
  }
  let left = room;
  if (!isJsonObject(value)) {
    for (const item of value) left = collect(item, words, left);
    return left;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key === '$opaque' || SKIPPED_MEMBERS.has(key)) continue;
    words.push(key);
    left = collect(child, words, left - key.length);
  }
  return left;
}
