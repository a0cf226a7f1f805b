import { toDecodedEvent } from '../../base/decode-event.ts';
import { pairActivities } from '../../decision-tree/activities.ts';
import type { Activity } from '../../model/activity.ts';
import type { ModelCall } from '../../model/model-call.ts';
import { createFrameworks } from '../all-frameworks.ts';
import type { TradingHistory } from '../trading/_recorded/trading-history.ts';

/** A tool that a model asks for. */
export const ask = (callId: string, name: string, args: object = {}) => ({
  ...{ callId, name, arguments: JSON.stringify(args) },
});

/** What a later call is shown of it: the question repeated, and the answer. */
export const answer = (callId: string, name: string, text: string, args: object = {}) => [
  { type: 'function_call', callId, name, arguments: JSON.stringify(args) },
  { type: 'function_call_result', callId, name, output: { type: 'text', text } },
];

/** The model calls of a written history, and its activities. */
export function readCalls(history: TradingHistory): {
  readonly calls: readonly ModelCall[];
  readonly activities: readonly Activity[];
} {
  const activities = pairActivities(history.events.map(toDecodedEvent));
  return { activities, calls: activities.flatMap((activity) => createFrameworks().readCall(activity) ?? []) };
}
