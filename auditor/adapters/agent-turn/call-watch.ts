import type { DecodedEvent } from '../../model/history-event.ts';
import type { ModelCall } from '../../model/model-call.ts';

/** Follows a turn's calls of models. */
type CallWatch = {
  readonly observe: (call: ModelCall, event: DecodedEvent) => void;
  /** Something came from outside. */
  readonly wake: () => void;
  readonly hadCall: () => boolean;
  /** Whether the last answer asked for tools. */
  readonly asksForTools: () => boolean;
  /** Whether every call is over, the last one answered for good, and something came from outside since it was made. */
  readonly isAnsweredAndWoken: () => boolean;
};

export function createCallWatch(): CallWatch {
  const open = new Set<number>();
  let made = false;
  let woken = false;
  let answer: 'none' | 'final' | 'tools' = 'none';
  return {
    observe: (call, event) => {
      const { scheduled, outcome } = call.activity;
      if (scheduled === event) {
        made = true;
        woken = false;
        open.add(scheduled.eventId);
      }
      if (outcome === 'pending') return;
      open.delete(scheduled.eventId);
      answer = outcome === 'completed' ? toAnswer(call) : 'none';
    },
    wake: () => {
      woken = true;
    },
    hadCall: () => made,
    asksForTools: () => answer === 'tools',
    isAnsweredAndWoken: () => woken && answer === 'final' && open.size === 0,
  };
}

/** Pydantic AI gives a structured answer by a tool of this name, which nothing runs. Source: pydantic_ai `DEFAULT_OUTPUT_TOOL_NAME`. */
const ANSWERING_TOOL = /^final_result(_|$)/;

function toAnswer({ toolCalls }: ModelCall): 'final' | 'tools' {
  return toolCalls.every(({ name }) => ANSWERING_TOOL.test(name)) ? 'final' : 'tools';
}
