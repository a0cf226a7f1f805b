import type { ApprovalRequest } from '#agent/contract/approval.ts';
import { CANDIDATE_STRATEGIES } from '#agent/contract/default-input.ts';
import { toBacktestId } from '#agent/contract/names.ts';
import type { Program } from './recording.ts';
import { awaitNextQuestion, startAgent, toAnswer } from './run-agent.ts';

const WORKFLOW_ID = 'normal-nvda';

/** An ordinary day: eight candidates, twenty ticks, whatever the market brings; a person answers what is asked. */
export const normal20Ticks: Program = {
  name: 'normal-20-ticks',
  file: 'normal-20-ticks',
  run: async (stage) => {
    const worker = await stage.startWorker();
    const { runId } = await startAgent(stage, WORKFLOW_ID, {
      candidateStrategies: [...CANDIDATE_STRATEGIES],
      maxTicks: 20,
    });
    let answered: string | undefined;
    for (let count = 1; ; count += 1) {
      const question = await awaitNextQuestion(stage, WORKFLOW_ID, answered);
      if (question === undefined) break;
      await answer(stage.agents, question, count);
      answered = question.tradeId;
    }
    const backtestId = toBacktestId(WORKFLOW_ID, 'rsi-14-30-70');
    const child = await stage.workflows.getHandle(backtestId).describe();
    await worker.stop();
    return [
      {
        name: 'normal-20-ticks',
        description:
          'Twenty ticks: eight backtests, holds, purchases, a block, one order refused by a person, the others approved.',
        workflowId: WORKFLOW_ID,
        runId,
      },
      {
        name: 'backtest-child',
        description: 'One of the eight backtests, a child workflow with one activity.',
        workflowId: backtestId,
        runId: child.runId,
      },
    ];
  },
};

/** The second question is refused, so that the day shows both. */
function answer(
  agents: Parameters<Program['run']>[0]['agents'],
  question: ApprovalRequest,
  count: number,
): Promise<void> {
  return count === 2
    ? agents.rejectTrade(WORKFLOW_ID, toAnswer(question, 'risk-desk', 'too close to the earnings call'))
    : agents.approveTrade(WORKFLOW_ID, toAnswer(question, 'risk-desk', 'within mandate'));
}
