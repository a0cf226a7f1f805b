import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { isPayload, type TemporalPayload } from '../../base/payload.ts';
import { TickscopeError } from '../../base/tickscope-error.ts';
import type { Json } from '../../model/history-event.ts';
import { type Codec, CodecError } from './codec.ts';
import { readLimited } from './read-limited.ts';

export type RemoteCodecOptions = {
  /** Without `/decode`; `{namespace}` stands for the namespace. */
  readonly endpoint: string;
  /** Sent with each call. */
  readonly headers: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  /** Waits before a call is tried again. Absent when: 200 ms and 1 s. */
  readonly retryAfterMs?: readonly number[];
};

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const SECRET_HEADERS = /^(?:proxy-)?authorization(?:-extras)?$|^cookie$|key|token|secret/i;
const replySchema = z.looseObject({ payloads: z.array(z.custom<Json>()) });

/**
 * A codec server as Temporal's UI and CLI call it: `POST {endpoint}/decode` with `{payloads}` and `X-Namespace`.
 *
 * Throws: TickscopeError `wrong-usage` for an endpoint that is no URL, or to which a secret would go in clear.
 * Source: https://docs.temporal.io/codec-server
 */
export function createRemoteCodec(options: RemoteCodecOptions): Codec {
  const shown = checkEndpoint(options);
  const name = `the codec server at ${shown}`;
  const waits = options.retryAfterMs ?? [200, 1_000];
  return {
    name,
    decode: async (payloads, namespace) => {
      const call = { ...options, name, namespace, body: JSON.stringify({ payloads }) };
      const decoded = toPayloads(await postPatiently(call, waits));
      if (decoded?.length === payloads.length) return decoded;
      throw new CodecError(
        'refused',
        `${name} answered with something else than ${payloads.length} payloads`,
      );
    },
  };
}

type Call = RemoteCodecOptions & { readonly name: string; readonly namespace: string; readonly body: string };

async function postPatiently(call: Call, waits: readonly number[]): Promise<string> {
  for (let tried = 0; ; tried++) {
    try {
      return await post(call);
    } catch (error) {
      const wait = waits[tried];
      if (wait === undefined || !(error instanceof CodecError && error.kind === 'down')) throw error;
      await pause(wait);
    }
  }
}

async function post({ endpoint, headers, timeoutMs, name, namespace, body }: Call): Promise<string> {
  const response = await send(name, toUrl(endpoint, namespace), {
    method: 'POST',
    headers: { ...Object.fromEntries(headers), 'content-type': 'application/json', 'x-namespace': namespace },
    body,
    // A redirect would take headers and payloads to whom nobody has named.
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.ok) return await readBody(name, response);
  await response.body?.cancel();
  const { status } = response;
  // Only these say that the payloads themselves are at fault.
  const kind = status === 400 || status === 413 || status === 422 ? 'refused' : 'down';
  throw new CodecError(kind, `${name} answered ${status}`);
}

async function send(name: string, url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    throw new CodecError('down', `${name} ${late ? 'did not answer in time' : 'cannot be reached'}`, {
      cause: error,
    });
  }
}

async function readBody(name: string, response: Response): Promise<string> {
  try {
    return await readLimited(response);
  } catch (error) {
    const why = error instanceof RangeError ? error.message : 'broke off its answer';
    throw new CodecError(error instanceof RangeError ? 'refused' : 'down', `${name} ${why}`, {
      cause: error,
    });
  }
}

function toPayloads(text: string): readonly TemporalPayload[] | undefined {
  try {
    const { payloads } = replySchema.parse(JSON.parse(text));
    return payloads.every(isPayload) ? payloads : undefined;
  } catch {
    return undefined;
  }
}

function toUrl(endpoint: string, namespace: string): string {
  return `${endpoint.replaceAll('{namespace}', encodeURIComponent(namespace)).replace(/\/+$/, '')}/decode`;
}

/** Returns what of the endpoint may be shown. */
function checkEndpoint({ endpoint, headers }: RemoteCodecOptions): string {
  const url = URL.parse(toUrl(endpoint, 'x'));
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TickscopeError('wrong-usage', 'The codec endpoint is no http or https URL.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new TickscopeError('wrong-usage', 'The codec endpoint holds a password: give it as a header.');
  }
  const secret = [...headers.keys()].find((header) => SECRET_HEADERS.test(header));
  if (secret !== undefined && url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    const message = `The header ${secret} is sent to a codec server over https only, or on this machine.`;
    throw new TickscopeError('wrong-usage', message);
  }
  return url.origin;
}
