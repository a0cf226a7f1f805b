import { Agent } from '@openai/agents-core';
import { ApplicationFailure } from '@temporalio/common';
import { TemporalOpenAIRunner } from '@temporalio/openai-agents/workflow';
import { ActivityFailure, isCancellation } from '@temporalio/workflow';
import { ACTIVITIES } from '../contract/names.ts';
import { type TradeIntent, tradeIntentSchema } from '../contract/trade.ts';
import { findIntentError } from '../policy/find-intent-error.ts';
import { HEARTBEAT_TIMEOUT } from './activity-proxies.ts';
import { toFailureText } from './failure-text.ts';
import { INSTRUCTIONS } from './instructions.ts';
import { createPriceHistoryTool } from './price-history-tool.ts';
import { TickFailure } from './tick-failure.ts';

export interface ModelQuestion {
  readonly ticker: string;
  readonly tick: number;
  readonly model: string;
  readonly prompt: string;
}

export type ModelAnswer =
  | { readonly kind: 'intent'; readonly intent: TradeIntent }
  | { readonly kind: 'invalid'; readonly error: string };

/** Turns of one agent run: two tool calls and the answer, and one to spare. */
const MAX_TURNS = 4;

/**
 * One run of the agent.
 *
 * Throws: TickFailure when the model or the tool's party cannot be reached; an answer that makes no sense is a value.
 */
export async function askModel(question: ModelQuestion): Promise<ModelAnswer> {
  try {
    const result = await createRunner(question.tick).run(createAgent(question), question.prompt, {
      maxTurns: MAX_TURNS,
      runConfig: { tracingDisabled: true },
    });
    return toAnswer(result.finalOutput, question.ticker);
  } catch (error) {
    return toInvalidAnswer(error);
  }
}

const createRunner = (tick: number): TemporalOpenAIRunner =>
  new TemporalOpenAIRunner({
    defaultModelParams: {
      // A model may think for long; the heartbeat tells that its worker lives.
      startToCloseTimeout: '60s',
      heartbeatTimeout: HEARTBEAT_TIMEOUT,
      retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10s', maximumAttempts: 6 },
      summary: `tick ${tick}`,
    },
  });

const createAgent = ({ ticker, tick, model }: ModelQuestion) =>
  new Agent({
    name: 'trader',
    instructions: INSTRUCTIONS,
    model,
    outputType: tradeIntentSchema,
    tools: [createPriceHistoryTool(ticker, tick)],
  });

function toAnswer(output: unknown, ticker: string): ModelAnswer {
  const parsed = tradeIntentSchema.safeParse(output);
  if (!parsed.success) return { kind: 'invalid', error: toFailureText(parsed.error) };
  const error = findIntentError(parsed.data, ticker);
  return error === undefined ? { kind: 'intent', intent: parsed.data } : { kind: 'invalid', error };
}

function toInvalidAnswer(error: unknown): ModelAnswer {
  if (isCancellation(error)) throw error;
  if (error instanceof ActivityFailure) {
    const ofTool = error.activityType === ACTIVITIES.getPriceHistory;
    throw new TickFailure(ofTool ? 'market-data' : 'model', toFailureText(error));
  }
  // The Agents SDK threw: output that breaks the schema, an unknown tool, too many turns, a refusal.
  if (error instanceof ApplicationFailure) return { kind: 'invalid', error: toFailureText(error) };
  throw error;
}
