import { listMember, member, textMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type {
  FrameworkReader,
  ModelCall,
  ModelItem,
  ModelResponse,
  Place,
  ToolRun,
} from '../../model/model-call.ts';
import { fromOutputItems, inputPlace, into, NO_RESPONSE, resultPlace, toCallBase } from './reader-parts.ts';

/**
 * Model calls and tools of the Pi coding agent through `pi-temporal`, in stepped mode. The conversation lies in a session file: the history
 * has the prompt of a turn's first step, and names and ids of the tools asked for; neither arguments nor results, nor which model it was.
 *
 * Source: temporalio/pi-temporal 0.2.0, src/core/protocol.ts and activities.ts. Its `runStep` is a whole step in one activity: not read.
 */
export const piTemporal: FrameworkReader = { name: 'pi-temporal', readCall, readToolRun };

function readCall(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  if (activity.activityType !== 'runModelCall' || !isOfSession(input, 'promptId')) return undefined;
  const text = textMember(input, 'text');
  const place = inputPlace(activity, 'text');
  const result = resultPlace(activity);
  return {
    ...toCallBase('pi-temporal', activity),
    ...(text === undefined
      ? { inputItems: [] }
      : { inputItems: [{ kind: 'message', role: 'user', text, place }], inputPlace: place }),
    toolsOffered: [],
    ...(result ? toResponse(activity.result?.[0], result) : NO_RESPONSE),
  };
}

function toResponse(result: Json | undefined, place: Place): ModelResponse {
  const calls = listMember(result, 'calls').map((call, index): ModelItem => {
    const at = into(place, 'calls', index);
    return {
      ...{ kind: 'tool-call', place: at },
      call: { ...toCallName(call), arguments: null, place: at },
    };
  });
  // A retry after the turn was over gives its answer back.
  const answer = textMember(member(result, 'settled'), 'finalText');
  const at = into(place, 'settled', 'finalText');
  return {
    ...fromOutputItems(
      answer ? [...calls, { kind: 'message', role: 'assistant', text: answer, place: at }] : calls,
    ),
    finishReasons: [],
    usage: {},
  };
}

function readToolRun(activity: Activity): ToolRun | undefined {
  const input = activity.input[0];
  if (activity.activityType !== 'runToolCall' || !isOfSession(input, 'turn')) return undefined;
  const { id, name } = toCallName(member(input, 'call') ?? null);
  return { framework: 'pi-temporal', activity, toolName: name, ...(id ? { callId: id } : {}) };
}

const toCallName = (call: Json) => ({
  id: textMember(call, 'id') ?? '',
  name: textMember(call, 'name') ?? 'unnamed',
});

/** Others may have activities of these names. */
const isOfSession = (input: Json | undefined, turnKey: string): boolean =>
  ['sessionId', 'sessionFile', turnKey].every((key) => textMember(input, key) !== undefined);
