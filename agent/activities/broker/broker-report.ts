import { z } from 'zod';
import { executionReportSchema } from '../../contract/trade.ts';

/** What the broker party answers: the contract's report; fields beside it are left out. */
export const brokerReportSchema = z
  .object({
    ...executionReportSchema.shape,
    orderQty: z.int().positive(),
    lastQty: z.int().nonnegative(),
    lastPxCents: z.int().nonnegative(),
    transactTime: z.iso.datetime({ offset: true }),
    text: z.string().max(2000).optional(),
  })
  .refine((report) => report.lastQty <= report.orderQty, 'lastQty is above orderQty');
