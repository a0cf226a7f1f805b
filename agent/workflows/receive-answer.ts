import { upsertMemo } from '@temporalio/workflow';
import type { ApprovalAnswer, ApprovalRecord, RefusedAnswer } from '../contract/approval.ts';
import { MEMO } from '../contract/names.ts';
import { checkApprovalAnswer } from '../policy/check-approval-answer.ts';
import type { AgentMemory } from './agent-run.ts';

/** Refused answers kept in state and memo, whose size is limited; all of them stay in the history as signals. */
const MAX_REFUSED = 20;

/** Takes one answer of a person: accepted it ends the wait, refused it is shown beside the approval. */
export function receiveAnswer(memory: AgentMemory, signal: RefusedAnswer['signal'], raw: unknown): void {
  const record = memory.state.approval;
  // Date is the workflow's clock: the time of the workflow task that delivers the signal.
  const checked = checkApprovalAnswer({ signal, raw, atMs: Date.now() }, record);
  if (checked.kind === 'refused') refuseAnswer(memory, record, checked.refused);
  else if (record !== undefined) memory.state.approval = toAnswered(record, signal, checked.answer);
}

const toAnswered = (
  record: ApprovalRecord,
  signal: RefusedAnswer['signal'],
  answer: ApprovalAnswer,
): ApprovalRecord => ({ ...record, status: signal === 'approveTrade' ? 'approved' : 'rejected', answer });

function refuseAnswer(memory: AgentMemory, record: ApprovalRecord | undefined, refused: RefusedAnswer): void {
  if (record === undefined) {
    memory.state.refusedAnswers = [...memory.state.refusedAnswers, refused].slice(-MAX_REFUSED);
    upsertMemo({ [MEMO.refusedAnswer]: refused });
    return;
  }
  memory.state.approval = { ...record, refused: [...record.refused, refused].slice(-MAX_REFUSED) };
  upsertMemo({ [MEMO.approval]: memory.state.approval });
}
