import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ApprovalContext } from '../contract/approval.ts';
import type { Order } from '../contract/trade.ts';
import { toCanonicalJson } from './canonical-json.ts';

/** Separates this hash from every other use of SHA-256; the number rises with the shape of what is hashed. */
const DOMAIN = 'tickscope.approval/1\0';

/** All that an approver says yes or no to. */
export interface ApprovalSubject {
  readonly workflowId: string;
  readonly tradeId: string;
  readonly order: Order;
  readonly context: ApprovalContext;
  readonly policyVersion: string;
  readonly expiresAt: string;
}

/**
 * Binds an approval to exactly one order, seen in exactly one context, until one moment.
 *
 * Shape: hex SHA-256 of the domain and the canonical JSON of the subject.
 */
export function toOrderHash(subject: ApprovalSubject): string {
  const { workflowId, tradeId, order, context, policyVersion, expiresAt } = subject;
  const json = toCanonicalJson({ workflowId, tradeId, order, context, policyVersion, expiresAt });
  return bytesToHex(sha256(utf8ToBytes(DOMAIN + json)));
}
