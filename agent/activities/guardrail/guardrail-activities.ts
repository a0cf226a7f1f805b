import type { GuardrailInput, GuardrailVerdict } from '../../contract/guardrail.ts';
import { checkTradeIntent } from '../../policy/check-trade-intent.ts';

export type GuardrailActivities = ReturnType<typeof createGuardrailActivities>;

/** The policy as a recorded step: what the rules looked at and what each of them said is in the history. */
export function createGuardrailActivities() {
  return {
    checkTradeIntent: async (input: GuardrailInput): Promise<GuardrailVerdict> => checkTradeIntent(input),
  };
}
