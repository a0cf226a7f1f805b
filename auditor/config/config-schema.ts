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
    .describe('longest wait for one answer of the server or the module, in ms'),
});

const names = z.array(z.string());
const pointers = z.array(z.string().regex(/^\//, 'is no JSON pointer: it starts with /'));
const redact = z.strictObject({
  headers: names.exactOptional().describe('names of headers that are secret, beside those that always are'),
  fields: names.exactOptional().describe('names of fields that are secret wherever they stand'),
  pointers: pointers
    .exactOptional()
    .describe('places in events, as citations name them; `*` is any step: `/*/input/0/customer`'),
});

/** What `tickscope.json` may hold. Descriptions become the table of docs/configuration.md. */
export const configSchema = z.strictObject({
  $schema: z.string().exactOptional().describe('for editors; not read'),
  codec: codec.exactOptional().describe('who decodes payloads that are encrypted or compressed'),
  adapters: z
    .array(z.string())
    .exactOptional()
    .describe('your own readers of agent frameworks: rules in JSON, or code (see [adapters](adapters.md))'),
  redact: redact.exactOptional().describe('what is shown and searched as `[redacted]`'),
  prices: z.string().exactOptional().describe('JSON file of what models cost'),
});

/** A whole configuration; paths as written. */
export type ConfigText = z.infer<typeof configSchema>;
