import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { executionReportSchema, orderSchema } from '../../agent/contract/trade.ts';

const entrySchema = z.object({ order: orderSchema, report: executionReportSchema });

/** One order as the broker booked it. */
export type BookedOrder = Pick<z.infer<typeof orderSchema>, 'clOrdId' | 'tradeId' | 'side'> & {
  readonly cumQty: number;
};

/**
 * The orders of an account, from the file to which the broker adds a line for each.
 *
 * The broker's HTTP list is kept by key and could not show one twice; the file can.
 * Order: as booked.
 */
export async function readBrokerFile(dataFolder: string, account: string): Promise<readonly BookedOrder[]> {
  const content = await readFile(join(dataFolder, 'mockoon', 'broker.jsonl'), 'utf8');
  return content
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entrySchema.parse(JSON.parse(line)))
    .filter(({ order }) => order.account === account)
    .map(({ order: { clOrdId, tradeId, side }, report: { cumQty } }) => ({ clOrdId, tradeId, side, cumQty }));
}
