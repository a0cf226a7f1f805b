import { z } from 'zod';

/** Parts of addresses, checked the same way for pages and handlers. Numbers are plain decimals, so that one thing has one address. */
export const workflowIdParam = z.string().min(1).max(1000);
export const runIdParam = z.string().min(1).max(200);
export const tickParam = z
  .string()
  .regex(/^(0|[1-9]\d{0,8})$/)
  .transform(Number);
export const eventIdParam = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
export const pointerParam = z
  .string()
  .max(4000)
  .regex(/^(\/.*)?$/s);
