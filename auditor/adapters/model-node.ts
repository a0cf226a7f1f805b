import { toProviderRun } from '../base/list-provider-tools.ts';
import type { Decision, Fact } from '../model/decision.ts';
import type { ModelCall } from '../model/model-call.ts';
import { toActivityNode } from './activity-node.ts';
import { toCount } from './count-words.ts';
import { toExcerpt } from './excerpt.ts';
import type { MatchedToolCall } from './match-tool-calls.ts';
import { citePlace, toBoundedValue, toModelFacts } from './model-facts.ts';

/** What an adapter knows beside the call. */
type ModelView = {
  /** Absent when: what the model answered. */
  readonly outcome?: string | undefined;
  /** Nodes of what ran within a tool. Absent when: nothing is shown there. */
  readonly listWithin?: (tool: MatchedToolCall) => readonly Decision[];
};

/** A node for one model call, with a child for each tool that it asked for. */
export function toModelNode(
  runId: string,
  call: ModelCall,
  tools: readonly MatchedToolCall[],
  { outcome, listWithin = () => [] }: ModelView = {},
): Decision {
  return toActivityNode(runId, call.activity, {
    kind: 'model-call',
    title: call.requestModel ?? 'model call',
    outcome: outcome ?? toModelOutcome(call),
    tone: 'neutral',
    facts: toModelFacts(runId, call),
    children: tools.map((tool, index) => {
      const eventId = call.activity.closed?.eventId ?? call.activity.scheduled.eventId;
      const node = toToolNode(runId, tool, `${runId}:${eventId}:tool-call:${index}`, listWithin(tool));
      return withHandoff(runId, call, tool, node);
    }),
  });
}

/** What the model answered, in one phrase. */
export function toModelOutcome({ toolCalls, outputText }: ModelCall): string {
  if (toolCalls.length > 0) return `asked for ${toolCalls.map((call) => call.name).join(', ')}`;
  return outputText ? 'answered' : 'answered without text';
}

/** A node for a tool that a call of an earlier tick had asked for, as the first call of this one repeats it. */
export function toEarlierToolNode(runId: string, tool: MatchedToolCall, index: number): Decision {
  const { eventId } = tool.toolCall.place.event;
  const node = toToolNode(runId, tool, `${runId}:${eventId}:tool-call:earlier-${index}`, []);
  return { ...node, outcome: `${node.outcome}, asked for earlier` };
}

/** A handoff looks like a tool; what the model was offered tells them apart, and that it was answered that it took place. */
function withHandoff(runId: string, call: ModelCall, tool: MatchedToolCall, node: Decision): Decision {
  const offer = call.toolsOffered.find(({ kind, name }) => kind === 'handoff' && name === tool.toolCall.name);
  if (!offer || tool.activity) return node;
  const fact = { name: 'offered as', value: 'handoff', citation: citePlace(runId, offer.place) };
  return {
    ...node,
    ...(tool.told ? { outcome: 'handed over to another agent' } : {}),
    facts: [fact, ...node.facts],
  };
}

function toToolNode(
  runId: string,
  tool: MatchedToolCall,
  id: string,
  children: readonly Decision[],
): Decision {
  const { toolCall, activity, told } = tool;
  const facts: Fact[] = [
    {
      name: 'arguments',
      value: toBoundedValue({ value: toolCall.arguments, place: toolCall.place }),
      citation: citePlace(runId, toolCall.place),
    },
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
  return {
    id,
    kind: 'tool-call',
    title: toolCall.name,
    outcome: toToolOutcome(tool),
    tone: toTone(tool),
    facts,
    citations: [citePlace(runId, toolCall.place), ...(told ? [citePlace(runId, told.place)] : [])],
    children,
  };
}

function toTone({ toolCall, told, nested = [] }: MatchedToolCall): Decision['tone'] {
  if (toolCall.byProvider) return toProviderRun(toolCall, told) === 'failed' ? 'warn' : 'neutral';
  return nested.length > 0 || (told && !told.isError) ? 'neutral' : 'warn';
}

/** How a tool ran that left no event of its own. */
export function toToolOutcome({ toolCall, told, nested = [] }: MatchedToolCall): string {
  if (toolCall.byProvider) {
    const isFailed = toProviderRun(toolCall, told) === 'failed';
    return isFailed ? 'run by the provider itself, where it failed' : 'run by the provider itself';
  }
  if (nested.length > 0) return `an agent ran as it, with ${toCount(nested.length, 'model call')}`;
  if (told?.isError) return 'answered inside the workflow, as an error';
  return told ? 'answered inside the workflow' : 'no run of it is recorded in this tick';
}
