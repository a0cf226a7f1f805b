import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request to a party, read completely. */
export interface Call {
  readonly method: string;
  /** Decoded segments of the path. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** Body text; empty without a body. */
  readonly text: string;
}

/** A prompt of a tick is 3 kB; a megabyte is far above anything that a party is asked. */
const MAX_BODY_BYTES = 1_000_000;

/** A request that cannot be read. `status` is what it is answered with. */
export class UnreadableCall extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Throws: UnreadableCall. URIError for a path that is not UTF-8, which the outer server has refused before. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const { path, query } = splitTarget(request.url ?? '/');
  return {
    method: request.method ?? 'GET',
    segments: path.split('/').filter(Boolean).map(decodeURIComponent),
    query,
    headers: request.headers,
    text: await readText(request),
  };
}

/** Splits a request target by hand: `new URL` would resolve dots in it and throw for `//`. */
function splitTarget(target: string): { path: string; query: URLSearchParams } {
  const [path = '', ...rest] = target.split('?');
  return { path, query: new URLSearchParams(rest.join('?')) };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY_BYTES)
      throw new UnreadableCall(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The body as JSON. Absent when: it is not JSON; the schema check that follows says so. */
export function parseBody(call: Call): unknown {
  try {
    return JSON.parse(call.text);
  } catch {
    return undefined;
  }
}
