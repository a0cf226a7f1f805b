import { estimateCost, type PriceTable } from '../base/estimate-cost.ts';
import type { Decision } from '../model/decision.ts';
import type { ModelCall } from '../model/model-call.ts';

/**
 * The same tree with what each model call has cost by the user's price table, marked as an estimate.
 *
 * Absent when: there is no table, it does not know the model, or the tokens are not recorded: such a call has no cost, not 0.
 */
export function addCosts(
  tree: readonly Decision[],
  calls: readonly ModelCall[],
  prices: PriceTable | undefined,
): readonly Decision[] {
  if (prices === undefined || calls.length === 0) return tree;
  const byEvent = new Map(calls.map((call) => [call.activity.scheduled.eventId, call]));
  const add = (node: Decision): Decision => {
    const children = node.children.map(add);
    const eventId = node.citations[0]?.eventId ?? 0;
    const call = node.kind === 'model-call' ? byEvent.get(eventId) : undefined;
    const cost = call && toCostFact(node, call, prices);
    return { ...node, children, facts: cost ? [...node.facts, cost] : node.facts };
  };
  return tree.map(add);
}

function toCostFact(
  { citations }: Decision,
  call: ModelCall,
  prices: PriceTable,
): Decision['facts'][number] | undefined {
  const cost = estimateCost(call.usage, call.responseModel ?? call.requestModel, prices);
  // The tokens stand in the answer, the last of the call's events.
  const citation = citations.at(-1);
  if (cost === undefined || citation === undefined) return undefined;
  const value = `about ${cost.amount} ${cost.currency} (estimate, prices of ${cost.asOf})`;
  return { name: 'cost', value, citation };
}
