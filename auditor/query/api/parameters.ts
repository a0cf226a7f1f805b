import { z } from 'zod';
import { LONGEST_CURSOR } from '../cursor.ts';

/**
 * Parts of addresses, checked the same way for pages and handlers.
 *
 * Shape: texts in; numbers are plain decimals, so that one thing has one address. Described in OpenAPI by what comes out.
 */
const wholeNumber = (least: number, greatest: number) => {
  const message = `is no whole number from ${least} to ${greatest}`;
  return z
    .string()
    .regex(/^(0|[1-9]\d{0,8})$/, message)
    .transform(Number)
    .pipe(z.int().min(least, message).max(greatest, message));
};

const GREATEST = 999_999_999;

export const workflowIdParam = z.string().min(1).max(1000).describe('Workflow id, percent-encoded.');
export const runIdParam = z.string().min(1).max(200).describe('Run id.');
export const tickParam = wholeNumber(0, GREATEST).describe('Number of the tick.');
export const eventIdParam = wholeNumber(1, GREATEST).describe('Event id.');
export const pointerParam = z
  .string()
  .max(4000)
  .regex(/^(\/.*)?$/s, 'is no JSON pointer (RFC 6901): it is empty, or begins with /')
  .describe('JSON pointer (RFC 6901) into the decoded event.');
export const namespaceParam = z.string().min(1).max(1000).describe('Temporal namespace.');
export const nameParam = z.string().min(1).max(1000);

export const cursorParam = z
  .string()
  .min(1)
  .max(LONGEST_CURSOR)
  .describe('`nextCursor` of the page before. Absent: the first page.');

/** How many items a page has at most. */
export const limitParam = (greatest: number, otherwise: number) =>
  wholeNumber(1, greatest)
    .prefault(String(otherwise))
    .meta({ description: 'Most items of the page.', default: otherwise });
