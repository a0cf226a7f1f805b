import type { AgentInput } from '#agent/contract/agent-input.ts';
import type { ApprovalRequest } from '#agent/contract/approval.ts';
import type { Program, Recording } from './recording.ts';
import {
  awaitQuestion,
  awaitState,
  awaitTickEnd,
  startAgent,
  stopAgent,
  toAnswer,
  toLimits,
} from './run-agent.ts';
import type { Stage } from './stage.ts';

const PERSON = 'risk-desk';

/** One program per ending of an approval: asked at the first order, answered in its own way, one more tick, stopped. */
const tellApproval = (
  story: Pick<Recording, 'name' | 'description'> & { readonly chosen?: Partial<AgentInput> },
  answer: (stage: Stage, workflowId: string, question: ApprovalRequest) => Promise<void>,
): Program => ({
  name: story.name,
  file: 'approvals',
  run: async (stage) => {
    const { name, description, chosen } = story;
    const worker = await stage.startWorker();
    const { runId } = await startAgent(stage, name, { limits: toLimits(0), ...chosen });
    const question = await awaitQuestion(stage, name);
    await answer(stage, name, question);
    await awaitTickEnd(stage, name, question.tick);
    await stopAgent(stage, name);
    await worker.stop();
    return [{ name, description, workflowId: name, runId }];
  },
});

export const approvalApproved = tellApproval(
  { name: 'approval-approved', description: 'A person approves the order that was shown, and it is filled.' },
  ({ agents }, workflowId, question) =>
    agents.approveTrade(workflowId, toAnswer(question, PERSON, 'within mandate')),
);

export const approvalRejected = tellApproval(
  { name: 'approval-rejected', description: 'A person rejects the order; none is sent.' },
  ({ agents }, workflowId, question) =>
    agents.rejectTrade(workflowId, toAnswer(question, PERSON, 'too large before earnings')),
);

export const approvalTimedOut = tellApproval(
  {
    name: 'approval-timed-out',
    description: 'Nobody answers within three seconds, which counts as a rejection.',
    chosen: { approvalTimeoutSeconds: 3 },
  },
  async () => {},
);

export const approvalStaleHash = tellApproval(
  {
    name: 'approval-stale-hash',
    description: 'An answer with the hash of something else is refused; the right one then counts.',
  },
  async ({ agents, ...stage }, workflowId, question) => {
    const stale = { ...toAnswer(question, PERSON, 'as discussed'), orderHash: '0'.repeat(64) };
    await agents.approveTrade(workflowId, stale);
    await awaitState({ agents, ...stage }, workflowId, 'the stale answer is refused', ({ approval }) =>
      Boolean(approval?.refused.length),
    );
    await agents.approveTrade(workflowId, toAnswer(question, PERSON, 'checked again'));
  },
);
