import { SPOIL_HEADER } from '../faults/fault-gate.ts';
import { type Call, parseBody } from '../http/call.ts';
import type { Party } from '../http/create-parties-server.ts';
import { type Reply, toJsonReply, toModelErrorReply } from '../http/reply.ts';
import { decideTrade } from './decide-trade.ts';
import { describeHistory, HISTORY_TOOL, isTrendInDoubt, toHistoryArguments } from './price-history.ts';
import { readPrompt, UnreadablePrompt } from './read-prompt.ts';
import { type Output, toResponse } from './responses-reply.ts';
import {
  findToolOutput,
  offersTool,
  type ResponsesRequest,
  responsesRequestSchema,
  toUserText,
} from './responses-request.ts';

/** What a spoilt answer says: the beginning of an intent, as if the model had been cut off. */
const SPOILT_TEXT = '{"ticker":"';

/** The model: an answer to `POST v1/responses` that follows from the prompt's values. */
export function createModelParty(now: () => Date): Party {
  return (call) => {
    if (call.method !== 'POST' || call.segments.join('/') !== 'responses') return undefined;
    const parsed = responsesRequestSchema.safeParse(parseBody(call));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return toModelErrorReply(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'invalid'}`);
    }
    if (parsed.data.stream === true)
      return toModelErrorReply(400, 'stream: the stand-in answers in one piece.');
    return replyOutput(call, parsed.data, now);
  };
}

function replyOutput(call: Call, request: ResponsesRequest, now: () => Date): Reply {
  try {
    const spoilt = call.headers[SPOIL_HEADER] !== undefined;
    const output = spoilt ? ({ kind: 'text', text: SPOILT_TEXT } as const) : toOutput(request);
    const createdAt = Math.floor(now().getTime() / 1000);
    return toJsonReply(200, toResponse({ request, requestText: call.text, output, createdAt }));
  } catch (error) {
    if (error instanceof UnreadablePrompt) return toModelErrorReply(400, error.message);
    throw error;
  }
}

function toOutput(request: ResponsesRequest): Output {
  const values = readPrompt(toUserText(request));
  const tool = findToolOutput(request);
  if (tool === undefined && offersTool(request, HISTORY_TOOL) && isTrendInDoubt(values)) {
    return { kind: 'call', name: HISTORY_TOOL, arguments: toHistoryArguments(values) };
  }
  const intent = decideTrade(values);
  const rationale =
    tool === undefined ? intent.rationale : `${intent.rationale} ${describeHistory(tool.output)}`;
  return { kind: 'text', text: JSON.stringify({ ...intent, rationale }) };
}
