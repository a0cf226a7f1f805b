import type { Activity } from '../model/activity.ts';
import type { DecodedEvent } from '../model/history-event.ts';
import type { ModelCall, ModelResponse } from '../model/model-call.ts';
import { readOpenAiAgentsCall, readOpenAiAgentsResponse } from './openai-agents.ts';

/** One agent framework: how a call and how an answer alone are read. */
type ModelCallReader = {
  readonly readCall: (activity: Activity) => ModelCall | undefined;
  readonly readResponse: (activityType: string, closed: DecodedEvent) => ModelResponse | undefined;
};

/** The first framework that knows an activity reads it. */
const READERS: readonly ModelCallReader[] = [
  { readCall: readOpenAiAgentsCall, readResponse: readOpenAiAgentsResponse },
];

/** Absent when: the activity is no model call of a known framework. */
export function readModelCall(activity: Activity): ModelCall | undefined {
  for (const { readCall } of READERS) {
    const call = readCall(activity);
    if (call) return call;
  }
  return undefined;
}

/** The answer in an ACTIVITY_TASK_COMPLETED. Absent when: the activity is no model call of a known framework. */
export function readModelResponse(activityType: string, closed: DecodedEvent): ModelResponse | undefined {
  for (const { readResponse } of READERS) {
    const response = readResponse(activityType, closed);
    if (response) return response;
  }
  return undefined;
}
