import { isJsonList, member, objectMember } from '../../base/json-members.ts';
import type { Activity } from '../../model/activity.ts';
import type { Json } from '../../model/history-event.ts';
import type { FrameworkReader, ModelCall } from '../../model/model-call.ts';
import { isModelMessage, toLangChainItems, toLangChainResponse } from './langchain-messages.ts';
import { inputPlace, into, NO_RESPONSE, resultPlace, toCallBase } from './reader-parts.ts';

/**
 * Nodes of LangGraph that asked a model, through `temporalio-langgraph` (Python): the activity is named after the node, and what the model
 * answered is the last message of the node's update.
 *
 * What was asked is the state that the node got; a node may have asked otherwise, or more than once: only what it returned is recorded.
 * Source: temporalio/langgraph/_activity.py 0.1.0.
 */
export const langGraph: FrameworkReader = { name: 'langgraph', readCall };

function readCall(activity: Activity): ModelCall | undefined {
  const input = activity.input[0];
  if (objectMember(input, 'langgraph_config') === undefined || member(input, 'args') === undefined)
    return undefined;
  const found = findAnswer(activity.result?.[0]);
  const result = resultPlace(activity);
  if (found === undefined || result === undefined) return undefined;
  const asked = findMessages(input, [
    ['args', 0, 'messages'],
    ['args', 0],
  ]);
  return {
    ...toCallBase('langgraph', activity),
    toolsOffered: [],
    inputItems:
      asked === undefined ? [] : toLangChainItems(asked.messages, inputPlace(activity, ...asked.path)),
    ...(asked === undefined ? {} : { inputPlace: inputPlace(activity, ...asked.path) }),
    ...NO_RESPONSE,
    ...toLangChainResponse(found.message, into(result, ...found.path)),
  };
}

type Path = readonly (string | number)[];

/** The last message of what a node gives back, when a model wrote it. */
function findAnswer(output: Json | undefined): { readonly message: Json; readonly path: Path } | undefined {
  const places: readonly Path[] = [
    ['result', 'messages'],
    ['result'],
    ['langgraph_command', 'update', 'messages'],
  ];
  const found = findMessages(output, places);
  if (found !== undefined) {
    const at = found.messages.length - 1;
    const message = found.messages[at];
    return message !== undefined && isModelMessage(message)
      ? { message, path: [...found.path, at] }
      : undefined;
  }
  // A task, or a node whose update is one message.
  return places.flatMap((path) => {
    const message = walk(output, path);
    return message !== undefined && isModelMessage(message) ? [{ message, path }] : [];
  })[0];
}

function findMessages(
  value: Json | undefined,
  paths: readonly Path[],
): { readonly messages: readonly Json[]; readonly path: Path } | undefined {
  for (const path of paths) {
    const messages = walk(value, path);
    if (isJsonList(messages)) return { messages, path };
  }
  return undefined;
}

function walk(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) => (typeof key === 'number' ? (isJsonList(at) ? at[key] : undefined) : member(at, key)),
    value,
  );
}
