import type { Strategy } from '../contract/strategy.ts';
import type { AgentRun } from './agent-run.ts';
import { askModel, type ModelAnswer } from './ask-model.ts';
import type { Observation } from './observe.ts';
import { writePrompt } from './write-prompt.ts';

/** First attempt and two more. */
const MAX_ATTEMPTS = 3;

/** Asks the model what to do; an answer that makes no sense is asked again with the reason. */
export async function decide(
  { input, memory }: AgentRun,
  strategy: Strategy,
  observation: Observation,
): Promise<ModelAnswer> {
  const { tick } = observation.market;
  const { ticker, model } = input;
  let previousError: string | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const { account } = memory.state;
    const prompt = writePrompt({ observation, account, strategy, input, previousError });
    const answer = await askModel({ ticker, tick, model, prompt });
    if (answer.kind === 'intent' || attempt === MAX_ATTEMPTS) return answer;
    previousError = answer.error;
  }
}
