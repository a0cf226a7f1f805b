import { condition, upsertMemo } from '@temporalio/workflow';
import type { ApprovalRecord, ApprovalRequest } from '../contract/approval.ts';
import { MEMO, toApprovalTimerSummary } from '../contract/names.ts';
import { type AgentRun, isInterrupted } from './agent-run.ts';

/** Puts the question to a person and waits, at no cost, for the answer, the time-out, a halt or a stop. */
export async function awaitApproval(
  { input, memory }: AgentRun,
  request: ApprovalRequest,
): Promise<ApprovalRecord['status']> {
  const write = (record: ApprovalRecord): ApprovalRecord => {
    memory.state.approval = record;
    upsertMemo({ [MEMO.approval]: record });
    return record;
  };
  const asked = write({ request, status: 'pending', refused: [] });
  const read = (): ApprovalRecord => memory.state.approval ?? asked;
  memory.state.phase = 'awaiting-approval';
  await condition(
    () => read().status !== 'pending' || isInterrupted(memory),
    input.approvalTimeoutSeconds * 1000,
    { summary: toApprovalTimerSummary(request.tradeId) },
  );
  return write(toEnded(read(), isInterrupted(memory))).status;
}

function toEnded(record: ApprovalRecord, interrupted: boolean): ApprovalRecord {
  if (record.status !== 'pending') return record;
  return { ...record, status: interrupted ? 'withdrawn' : 'timed-out' };
}
