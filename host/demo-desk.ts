import type { ApprovalAnswer, ApprovalRecord } from '#agent/contract/approval.ts';

/** The approver's name in the record: nobody can take its answers for a person's. */
const DEMO_DESK = 'demo-desk';

/** How long a person has before the desk answers. */
const PATIENCE_MS = 30_000;

const COMMENT = `answered by a script: nobody answered within ${PATIENCE_MS / 1000} s (demo run)`;

export interface DeskAnswer {
  readonly decision: 'approve' | 'reject';
  readonly answer: ApprovalAnswer;
}

/** Decides when the demo desk answers which approval. Time is an argument, milliseconds of any one clock. */
export interface DemoDesk {
  /** Absent when: nothing waits, or not long enough yet. */
  readonly look: (approval: ApprovalRecord | undefined, nowMs: number) => DeskAnswer | undefined;
  /** The answer of the last look was not delivered: the next look gives it again. */
  readonly takeBack: () => void;
}

/** Every third answer is a refusal, so that a demo shows both. */
const REFUSE_EVERY = 3;

/** A desk that answers each approval once, after its patience. */
export function createDemoDesk(): DemoDesk {
  let seen: { orderHash: string; sinceMs: number; answered: boolean } | undefined;
  let answerCount = 0;
  return {
    look: (approval, nowMs) => {
      if (approval?.status !== 'pending') return undefined;
      const { tradeId, orderHash } = approval.request;
      if (seen?.orderHash !== orderHash) seen = { orderHash, sinceMs: nowMs, answered: false };
      if (seen.answered || nowMs - seen.sinceMs < PATIENCE_MS) return undefined;
      seen.answered = true;
      answerCount += 1;
      return {
        decision: answerCount % REFUSE_EVERY === 0 ? 'reject' : 'approve',
        answer: { tradeId, orderHash, approver: DEMO_DESK, comment: COMMENT },
      };
    },
    takeBack: () => {
      if (!seen?.answered) return;
      seen.answered = false;
      answerCount -= 1;
    },
  };
}
