import {
  isJsonList,
  listMember,
  member,
  numberMember,
  objectMember,
  textMember,
} from '../../base/json-members.ts';
import type { Json } from '../../model/history-event.ts';
import type { ModelCall, ModelItem, ModelResponse, ModelUsage, Place } from '../../model/model-call.ts';
import { toHostedItems } from './openai-hosted-items.ts';
import { fromOutputItems, into, toUsage } from './reader-parts.ts';
import { toServerToolItem } from './server-tool-blocks.ts';

/** Roles of LangChain by those that the rest of the field has. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['human', 'user'],
  ['ai', 'assistant'],
  ['AIMessageChunk', 'assistant'],
]);

const AI_TYPES: ReadonlySet<string> = new Set(['ai', 'AIMessageChunk']);

type Message = { readonly fields: Json; readonly place: Place };

/** A message of LangChain: as `dumpd` writes it, its fields in `kwargs`, or its fields alone. */
const unwrap = (message: Json, place: Place): Message => {
  const fields = objectMember(message, 'kwargs');
  return fields === undefined ? { fields: message, place } : { fields, place: into(place, 'kwargs') };
};

/** What the messages of a list say, ask for and answer. */
export function toLangChainItems(messages: Json | undefined, place: Place): readonly ModelItem[] {
  if (!isJsonList(messages)) return [];
  return messages.flatMap((message, index) => toItems(unwrap(message, into(place, index))));
}

/** Whether it is what a model answered. */
export function isModelMessage(message: Json | undefined): boolean {
  const fields = objectMember(message, 'kwargs') ?? message;
  return AI_TYPES.has(textMember(fields, 'type') ?? '');
}

/** The answer that an AIMessage is: its items, its tokens, the model that wrote it. */
export function toLangChainResponse(message: Json, at: Place): ModelResponse & Pick<ModelCall, 'provider'> {
  const { fields, place } = unwrap(message, at);
  const about = member(fields, 'response_metadata');
  const responseModel = textMember(about, 'model_name') ?? textMember(about, 'model');
  const responseId = textMember(fields, 'id') || textMember(about, 'id');
  const provider = textMember(about, 'model_provider');
  const reason = textMember(about, 'finish_reason') ?? textMember(about, 'stop_reason');
  const usage = toModelUsage(member(fields, 'usage_metadata'));
  return {
    ...fromOutputItems(toItems({ fields, place })),
    finishReasons: reason ? [reason] : [],
    usage,
    ...(Object.keys(usage).length > 0 ? { usagePlace: into(place, 'usage_metadata') } : {}),
    ...(responseModel ? { responseModel } : {}),
    ...(responseId ? { responseId } : {}),
    ...(provider ? { provider } : {}),
  };
}

function toItems({ fields, place }: Message): readonly ModelItem[] {
  const type = textMember(fields, 'type') ?? textMember(fields, 'role') ?? 'unknown';
  const said = toText(member(fields, 'content'), into(place, 'content'));
  if (type === 'tool') {
    const callId = textMember(fields, 'tool_call_id') ?? '';
    const isError = textMember(fields, 'status') === 'error';
    return [{ kind: 'tool-result', callId, ...toName(fields), ...said, ...(isError ? { isError } : {}) }];
  }
  const ofProvider = toProviderItems(member(fields, 'content'), into(place, 'content'));
  const calls = listMember(fields, 'tool_calls').map((call, index): ModelItem => {
    const at = into(place, 'tool_calls', index);
    return {
      kind: 'tool-call',
      place: at,
      call: {
        id: textMember(call, 'id') ?? '',
        name: textMember(call, 'name') ?? 'unnamed',
        arguments: member(call, 'args') ?? {},
        place: into(at, 'args'),
      },
    };
  });
  // A model that asks for tools often says nothing beside.
  if (said.text === '' && calls.length + ofProvider.length > 0) return [...ofProvider, ...calls];
  return [...ofProvider, { kind: 'message', role: ROLES.get(type) ?? type, ...said }, ...calls];
}

/** Tools that the provider ran itself: Anthropic's blocks, OpenAI's items, or LangChain's blocks for both. */
function toProviderItems(content: Json | undefined, place: Place): readonly ModelItem[] {
  if (!isJsonList(content)) return [];
  return content.flatMap((block, index): readonly ModelItem[] => {
    const at = into(place, index);
    const item = toServerToolItem(block, at);
    return item ? [item] : (toHostedItems(block, at) ?? []);
  });
}

const toName = (fields: Json) => {
  const name = textMember(fields, 'name');
  return name ? { name } : {};
};

/** Content is a text, or blocks of which those with text count. */
function toText(content: Json | undefined, place: Place): { readonly text: string; readonly place: Place } {
  if (typeof content === 'string') return { text: content, place };
  if (!isJsonList(content)) return { text: '', place };
  const texts = content.flatMap((block) =>
    typeof block === 'string' ? block : (textMember(block, 'text') ?? []),
  );
  return { text: texts.join('\n'), place };
}

/** LangChain counts cached tokens among the input and reasoning among the output. */
function toModelUsage(usage: Json | undefined): ModelUsage {
  const inputs = member(usage, 'input_token_details');
  return toUsage({
    inputTokens: numberMember(usage, 'input_tokens'),
    outputTokens: numberMember(usage, 'output_tokens'),
    cacheReadTokens: numberMember(inputs, 'cache_read'),
    cacheWriteTokens: numberMember(inputs, 'cache_creation'),
    reasoningTokens: numberMember(member(usage, 'output_token_details'), 'reasoning'),
  });
}
