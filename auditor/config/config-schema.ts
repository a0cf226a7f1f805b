import { z } from 'zod';

const headers = z.record(z.string(), z.string());

const codec = z
  .strictObject({
    endpoint: z
      .string()
      .refine(isHttp, 'is no http or https URL')
      .exactOptional()
      .describe('codec server, without `/decode`; `{namespace}` is replaced'),
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
  })
  .refine(
    ({ endpoint, module }) => endpoint === undefined || module === undefined,
    'names an endpoint and a module: a codec is one of them',
  );

const names = z.array(z.string().refine((name) => /[^-_\s]/.test(name), 'is empty'));
const pointers = z.array(z.string().regex(/^\//, 'is no JSON pointer: it starts with /'));
const redact = z.strictObject({
  headers: names.exactOptional().describe('names of headers that are secret, beside those that always are'),
  fields: names.exactOptional().describe('names of fields that are secret wherever they stand'),
  pointers: pointers
    .exactOptional()
    .describe('places in events, as citations name them; `*` is any step: `/*/input/0/customer`'),
});

/** `{namespace}` may stand anywhere in it. */
function isHttp(endpoint: string): boolean {
  return /^https?:$/.test(URL.parse(endpoint.replaceAll('{namespace}', 'x'))?.protocol ?? '');
}

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
