import { approvalApproved, approvalRejected, approvalStaleHash, approvalTimedOut } from './approvals.ts';
import { blockedByNews } from './blocked-by-news.ts';
import { brokerFailsTwice } from './broker-fails-twice.ts';
import { continueAsNewChain } from './continue-as-new-chain.ts';
import { normal20Ticks } from './normal-20-ticks.ts';
import type { Program } from './recording.ts';
import { stillRunning } from './still-running.ts';
import { workerKilledMidTick } from './worker-killed-mid-tick.ts';

export const PROGRAMS: readonly Program[] = [
  normal20Ticks,
  workerKilledMidTick,
  approvalApproved,
  approvalRejected,
  approvalTimedOut,
  approvalStaleHash,
  blockedByNews,
  brokerFailsTwice,
  continueAsNewChain,
  stillRunning,
];
