import { z } from 'zod';
import { parseDurationMs } from '#auditor/base/units.ts';
import type { RunChain } from '#auditor/model/run.ts';
import type { TickSummary } from '#auditor/model/tick.ts';
import { getEvent } from '#auditor/query/get-event.ts';
import type { Index } from '#auditor/query/open-index.ts';

const startedSchema = z.looseObject({
  workflowExecutionStartedEventAttributes: z.looseObject({
    input: z.array(
      z.looseObject({ startingCashCents: z.int().optional(), startedBy: z.string().optional() }),
    ),
  }),
});

const timerSchema = z.looseObject({
  eventTime: z.string(),
  timerStartedEventAttributes: z.looseObject({ startToFireTimeout: z.string() }),
});

/** What the history says that the live page needs beside the agent's own state. */
type AgentFacts = {
  readonly startingCashCents?: number | undefined;
  readonly startedBy?: string | undefined;
  /** RFC 3339, the server's clock. Absent when: the newest tick does not begin with a timer. */
  readonly nextTickAt?: string | undefined;
};

export function readAgentFacts(index: Index, chain: RunChain, newest: TickSummary | undefined): AgentFacts {
  const started = startedSchema.safeParse(readDecoded(index, chain.workflowId, chain.firstRunId, 1)).data;
  const [input] = started?.workflowExecutionStartedEventAttributes.input ?? [];
  return {
    startingCashCents: input?.startingCashCents,
    startedBy: input?.startedBy,
    nextTickAt:
      newest?.status === 'open'
        ? toDueTime(readDecoded(index, chain.workflowId, newest.runId, newest.firstEventId))
        : undefined,
  };
}

function readDecoded(index: Index, workflowId: string, runId: string, eventId: number): unknown {
  try {
    return getEvent(index, { workflowId, runId, eventId }).decoded;
  } catch {
    // The first run of a chain may have left the server before it was read; then nothing is known.
    return undefined;
  }
}

/** When a timer fires. Absent when: the event is no timer. */
export function toDueTime(event: unknown): string | undefined {
  const timer = timerSchema.safeParse(event).data;
  if (!timer) return undefined;
  const startedMs = Date.parse(timer.eventTime);
  return new Date(
    startedMs + parseDurationMs(timer.timerStartedEventAttributes.startToFireTimeout),
  ).toISOString();
}
