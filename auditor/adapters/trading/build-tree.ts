import type { Decision } from '../../model/decision.ts';
import { toInterruptionNode } from '../interruption-parts.ts';
import { toModelNode } from '../model-node.ts';
import { sortNodes } from '../sort-nodes.ts';
import { toAnswerNode, toApprovalNode } from './approval-node.ts';
import { toContextNode } from './context-node.ts';
import { toGuardrailNode } from './guardrail-node.ts';
import { toLookupNode, toOrderNode } from './order-node.ts';
import { toBacktestNode, toNoteNode, toSignalNode, toWaitNode } from './other-nodes.ts';
import type { TradingTick } from './read-tick.ts';
import { toIntentText } from './words.ts';

/** The decision tree of one trading tick, in the order of the events. */
export function buildTree(tick: TradingTick): readonly Decision[] {
  const { runId, span, signals, approval, backtests } = tick;
  const approvalNode = toApprovalNode(tick);
  const answers = new Set(approval.answers.map((answer) => answer.signal));
  const nodes = [
    toWaitNode(tick),
    toContextNode(tick),
    ...backtests.map((backtest) => toBacktestNode(runId, backtest)),
    ...toModelNodes(tick),
    toGuardrailNode(tick),
    approvalNode,
    ...(approvalNode ? [] : approval.answers.map((answer) => toAnswerNode(runId, answer))),
    toOrderNode(tick),
    toLookupNode(tick),
    ...signals.filter((signal) => !answers.has(signal)).map((signal) => toSignalNode(tick, signal)),
    toNoteNode(tick),
    ...span.interruptions.map((interruption) => toInterruptionNode(runId, interruption)),
  ];
  return sortNodes(nodes.filter((node) => node !== undefined));
}

/** The last call is the one that answered with the intent. */
function toModelNodes({ runId, modelCalls, toolCalls, intent }: TradingTick): readonly Decision[] {
  return modelCalls.map((call, index) => {
    const answered = index === modelCalls.length - 1 && call.outputText !== undefined && intent !== undefined;
    const outcome = answered ? toIntentText(intent.value, intent.citation.eventId) : undefined;
    return toModelNode(runId, call, toolCalls[index] ?? [], { outcome });
  });
}
