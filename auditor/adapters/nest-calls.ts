import { isJsonObject } from '../base/payload.ts';
import type { Json } from '../model/history-event.ts';
import type { ModelCall, ToolCall } from '../model/model-call.ts';
import type { FollowingCall } from './follow-calls.ts';

/**
 * Agents that ran as a tool of another one: their calls lie between the asking call and the one that was told the result, and the
 * first of them is asked the very text that the tool was called with.
 */
export class Nesting {
  private readonly calls: readonly ModelCall[];
  private readonly following: ReadonlyMap<ModelCall, FollowingCall>;
  /** First calls of a conversation, by what they are asked. */
  private readonly byQuestion = new Map<string, ModelCall[]>();

  constructor(calls: readonly ModelCall[], following: ReadonlyMap<ModelCall, FollowingCall>) {
    this.calls = calls;
    this.following = following;
    for (const call of this.calls) {
      const question = toQuestion(call);
      if (question === undefined) continue;
      const known = this.byQuestion.get(question);
      if (known) known.push(call);
      else this.byQuestion.set(question, [call]);
    }
  }

  /** Calls of the agent that ran as this tool, in order; they are given out once. Empty when: no call shows that it did. */
  take(asker: ModelCall, toolCall: ToolCall): readonly ModelCall[] {
    const from = asker.activity.closed?.eventId ?? Number.POSITIVE_INFINITY;
    const to = this.following.get(asker)?.call.activity.scheduled.eventId ?? Number.POSITIVE_INFINITY;
    for (const question of toQuestions(toolCall.arguments)) {
      const known = this.byQuestion.get(question) ?? [];
      const at = known.findIndex(
        ({ activity }) => activity.scheduled.eventId > from && activity.scheduled.eventId < to,
      );
      const [first] = at < 0 ? [] : known.splice(at, 1);
      if (first) return this.listConversation(first);
    }
    return [];
  }

  private listConversation(first: ModelCall): readonly ModelCall[] {
    const conversation: ModelCall[] = [];
    for (let call: ModelCall | undefined = first; call; call = this.following.get(call)?.call) {
      conversation.push(call);
    }
    return conversation;
  }
}

/** What the call's agent is asked, if it is asked for the first time: the last thing said, with no answer before it. */
function toQuestion({ inputItems }: ModelCall): string | undefined {
  const last = inputItems.at(-1);
  const isFirst = inputItems.every((item) => item.kind === 'message' && item.role !== 'assistant');
  return last?.kind === 'message' && isFirst && last.text !== '' ? last.text : undefined;
}

/** The arguments as an agent may be told them: one of the texts in them, or all of them as JSON. */
function toQuestions(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (!isJsonObject(value)) return [];
  const texts = Object.values(value).filter((one) => typeof one === 'string');
  return [...texts, JSON.stringify(value)];
}
