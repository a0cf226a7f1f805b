import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ApiAnswer, answerRequest, toProblemAnswer } from '../query/api/answer-request.ts';
import { API_BASE } from '../query/api/find-route.ts';
import { createProblem } from '../query/api/problem.ts';
import { ALLOWED_METHODS, refuseHost, refuseMethod } from '../query/api/refuse-call.ts';
import { CHANGE_INTERVAL_MS, CHANGE_STREAM_HEADERS, streamChanges } from '../query/change-stream.ts';
import type { Index } from '../query/open-index.ts';
import { createWatch, type Watch } from '../query/watch-index.ts';
import { toHomeText } from './home-text.ts';

type ApiServerOptions = {
  /** Called for each question; may throw as long as there is no index. */
  readonly openIndex: () => Index;
  /** Told of errors that Tickscope did not raise on purpose. */
  readonly onUnexpected: (error: unknown) => void;
};

/** Slow or idle callers must not hold what is scarce. */
const LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
} as const;
const MOST_CONNECTIONS = 200;

/** What a browser should do with an answer: nothing of it is for another site. */
const HEADERS = { 'cross-origin-resource-policy': 'same-origin', 'referrer-policy': 'no-referrer' } as const;

/** Serves the query API over HTTP, GET and HEAD alone, to whoever asks this machine by its own name. It only reads. */
export function createApiServer(options: ApiServerOptions): Server {
  const watch = createWatch({ read: () => options.openIndex().dataVersion(), everyMs: CHANGE_INTERVAL_MS });
  const server = createServer(LIMITS, (request, response) => {
    handle(request, response, options, watch).catch((error: unknown) => {
      // The caller has gone, or an answer broke off in the middle: half of one must not look whole.
      response.destroy();
      if (!isGone(error)) options.onUnexpected(error);
    });
  });
  server.maxConnections = MOST_CONNECTIONS;
  return server;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { openIndex, onUnexpected }: ApiServerOptions,
  watch: Watch,
): Promise<void> {
  const refusal = refuse(request);
  if (refusal) return send(response, refusal);
  // A path that is no URL, such as `//`, still has to be answered.
  const url = URL.parse(`http://127.0.0.1${request.url ?? '/'}`);
  if (url === null)
    return send(response, toProblemAnswer(createProblem('wrong-usage', 400, 'The address is not a URL.')));
  if (url.pathname === '/') return send(response, HOME);
  if (url.pathname === `${API_BASE}/changes`) return sendChanges(request, response, watch);
  return send(response, answerRequest(url, openIndex, onUnexpected));
}

const HOME: ApiAnswer = {
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: toHomeText(),
};

function refuse({ method, headers }: IncomingMessage): ApiAnswer | undefined {
  const wrongHost = refuseHost(headers.host);
  if (wrongHost) return toProblemAnswer(wrongHost);
  const wrongMethod = refuseMethod(method);
  return wrongMethod && toProblemAnswer(wrongMethod, { allow: ALLOWED_METHODS.join(', ') });
}

async function send(response: ServerResponse, { status, headers, body }: ApiAnswer): Promise<void> {
  response.writeHead(status, { ...HEADERS, ...headers });
  // Not even made: a history may be larger than memory.
  if (response.req.method === 'HEAD') response.end();
  else if (typeof body === 'string') response.end(body);
  else await pipeline(Readable.from(body), response);
}

async function sendChanges(request: IncomingMessage, response: ServerResponse, watch: Watch): Promise<void> {
  response.writeHead(200, { ...HEADERS, ...CHANGE_STREAM_HEADERS });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const end = streamChanges(watch, (text) => response.write(text));
  response.once('close', end);
}

function isGone(error: unknown): boolean {
  const codes = ['ERR_STREAM_PREMATURE_CLOSE', 'EPIPE', 'ECONNRESET'];
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
