import { z } from 'zod';

const headers = z.record(z.string(), z.string());

const codec = z.strictObject({
  endpoint: z.string().exactOptional().describe('codec server, without `/decode`; `{namespace}` is replaced'),
  headers: headers.exactOptional().describe('HTTP headers for the codec server'),
  module: z
    .string()
    .exactOptional()
    .describe('file whose default export is a `PayloadCodec`, instead of a server'),
  timeoutMs: z
    .int()
    .min(1)
    .max(600_000)
    .default(10_000)
    .describe('longest wait for one answer of the server'),
});

/** What `tickscope.json` may hold. Descriptions become the table of docs/configuration.md. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional().describe('for editors; not read'),
  codec: codec.exactOptional().describe('who decodes payloads that are encrypted or compressed'),
});

/** A whole configuration; paths as written. */
export type ConfigText = z.infer<typeof configSchema>;
