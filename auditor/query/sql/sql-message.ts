import { z } from 'zod';
import { ERROR_CODES } from '../../base/tickscope-error.ts';

/** What the child process answers: rows, why there are none, or an error of ours. */
export const sqlReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rows'),
    columns: z.array(z.string()),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
    isCut: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('invalid'), reason: z.string() }),
  z.strictObject({ kind: z.literal('error'), code: z.enum(ERROR_CODES), message: z.string() }),
]);

export type SqlReply = z.infer<typeof sqlReplySchema>;
