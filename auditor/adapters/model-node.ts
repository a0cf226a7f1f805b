import { cite } from '../base/cite.ts';
import type { Citation } from '../model/citation.ts';
import type { Decision, Fact } from '../model/decision.ts';
import type { ModelCall, Place, ToolCall } from '../model/model-call.ts';
import { toActivityNode } from './activity-node.ts';
import { toExcerpt } from './excerpt.ts';
import type { MatchedToolCall } from './match-tool-calls.ts';

/** A node for one model call, with a child for each tool that it asked for. */
export function toModelNode(
  runId: string,
  call: ModelCall,
  tools: readonly MatchedToolCall[],
  outcome?: string,
): Decision {
  return toActivityNode(runId, call.activity, {
    kind: 'model-call',
    title: call.requestModel ?? 'model call',
    outcome: outcome ?? toModelOutcome(call),
    tone: 'neutral',
    facts: toModelFacts(runId, call),
    children: tools.map((tool, index) => toToolNode(runId, call, tool, index)),
  });
}

export function citePlace(runId: string, { event, path }: Place): Citation {
  return cite(runId, event, path);
}

/** What the model answered, in one phrase. */
export function toModelOutcome({ toolCalls, outputText }: ModelCall): string {
  if (toolCalls.length > 0) return `asked for ${toolCalls.map((call) => call.name).join(', ')}`;
  return outputText ? 'answered' : 'answered without text';
}

function toModelFacts(runId: string, call: ModelCall): readonly Fact[] {
  const { activity, usage } = call;
  const at = (place: Place | undefined): Citation | undefined => place && citePlace(runId, place);
  const answer = activity.closed && cite(runId, activity.closed);
  const usageCitation = at(call.usagePlace) ?? answer;
  return [
    ...toFact('request model', call.requestModel, cite(runId, activity.scheduled)),
    ...toFact('response model', call.responseModel, answer),
    ...toFact('response id', call.responseId, answer),
    ...(call.systemInstructions
      ? toFact(
          'instructions',
          toExcerpt(call.systemInstructions.text, activity.scheduled.eventId),
          citePlace(runId, call.systemInstructions.place),
        )
      : []),
    ...toFact('messages shown', call.inputItems.length, at(call.inputPlace)),
    ...toFact(
      'tools offered',
      call.toolsOffered.map(({ name }) => name).join(', ') || undefined,
      at(call.toolsPlace),
    ),
    ...toFact('finish reasons', call.finishReasons.join(', ') || undefined, answer),
    ...toFact('input tokens', usage.inputTokens, usageCitation, 'tokens'),
    ...toFact('output tokens', usage.outputTokens, usageCitation, 'tokens'),
    ...toFact('cached tokens', usage.cacheReadTokens, usageCitation, 'tokens'),
    ...toFact('reasoning tokens', usage.reasoningTokens, usageCitation, 'tokens'),
    ...toFact(
      'latency of the last attempt',
      call.latencyMs,
      activity.closed && cite(runId, activity.closed),
      'ms',
    ),
    ...(call.outputText
      ? toFact(
          'answer',
          toExcerpt(call.outputText.text, call.outputText.place.event.eventId),
          citePlace(runId, call.outputText.place),
        )
      : []),
  ];
}

function toFact(
  name: string,
  value: string | number | undefined,
  citation: Citation | undefined,
  unit?: string,
): readonly Fact[] {
  if (value === undefined || !citation) return [];
  return [{ name, value, citation, ...(unit ? { unit } : {}) }];
}

function toToolNode(
  runId: string,
  call: ModelCall,
  { toolCall, activity, told }: MatchedToolCall,
  index: number,
): Decision {
  const facts: Fact[] = [
    { name: 'arguments', value: toBoundedArguments(toolCall), citation: citePlace(runId, toolCall.place) },
    ...(told
      ? [
          {
            name: 'told to the model',
            value: toExcerpt(told.text, told.place.event.eventId),
            citation: citePlace(runId, told.place),
          },
        ]
      : []),
  ];
  if (activity) return toActivityNode(runId, activity, { kind: 'tool-call', title: toolCall.name, facts });
  const eventId = call.activity.closed?.eventId ?? call.activity.scheduled.eventId;
  return {
    id: `${runId}:${eventId}:tool-call:${index}`,
    kind: 'tool-call',
    title: toolCall.name,
    outcome: told ? 'answered inside the workflow' : 'no run of it is recorded',
    tone: told ? 'neutral' : 'warn',
    facts,
    citations: [citePlace(runId, toolCall.place), ...(told ? [citePlace(runId, told.place)] : [])],
    children: [],
  };
}

function toBoundedArguments({ arguments: value, place }: ToolCall): Fact['value'] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 1000 ? toExcerpt(text, place.event.eventId, 1000) : value;
}
