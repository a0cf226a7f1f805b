import { ApplicationFailure } from '@temporalio/common';
import type { z } from 'zod';
import { readBounded } from './read-bounded.ts';

/** What a request to an outside party needs to know. */
export interface JsonRequest<T> {
  /** Party as it is named in errors: `market`, `news`, `broker`. */
  readonly party: string;
  readonly url: URL;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly schema: z.ZodType<T>;
}

/** Failure types that activities throw; the workflow tells a refusal from an outage by them. */
export const FAILURE_TYPES = {
  /** 4xx: asking again would not help. */
  refused: 'PartyRefused',
  /** 404 of a look-up. */
  notFound: 'PartyNotFound',
  /** 5xx, 408, 429, cut connection, time-out. */
  unavailable: 'PartyUnavailable',
  /** 2xx with a body that is no answer to the question. */
  malformed: 'PartyAnswerMalformed',
} as const;

export interface HttpClient {
  readonly requestJson: <T>(request: JsonRequest<T>) => Promise<T>;
}

export interface HttpLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** Five seconds: half of an activity's start-to-close limit. A year of daily bars is 20 kB. */
export const DEFAULT_HTTP_LIMITS: HttpLimits = { timeoutMs: 5_000, maxBytes: 1_000_000 };

/** Requests JSON from one party at a time; every failure is an ApplicationFailure that says whether to try again. */
export function createHttpClient(limits: HttpLimits = DEFAULT_HTTP_LIMITS): HttpClient {
  return { requestJson: (request) => requestJson(request, limits) };
}

async function requestJson<T>(request: JsonRequest<T>, limits: HttpLimits): Promise<T> {
  const { status, retryAfter, text } = await exchange(request, limits);
  if (status < 200 || status > 299) throw toStatusFailure(request, status, retryAfter, text);
  const parsed = request.schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw toFailure(FAILURE_TYPES.malformed, `${describe(request)}: ${firstIssue(parsed.error)}`);
}

async function exchange<T>(request: JsonRequest<T>, limits: HttpLimits) {
  try {
    const response = await fetch(request.url, {
      method: request.method ?? 'GET',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...request.headers },
      body: request.body === undefined ? null : JSON.stringify(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(limits.timeoutMs),
    });
    const text = await readBounded(response, limits.maxBytes);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), text };
  } catch (error) {
    throw toFailure(FAILURE_TYPES.unavailable, `${describe(request)}: ${toReason(error)}`, { cause: error });
  }
}

function toStatusFailure<T>(
  request: JsonRequest<T>,
  status: number,
  retryAfter: string | null,
  text: string,
) {
  const message = `${describe(request)}: HTTP ${status} ${text.slice(0, 200)}`.trim();
  const passing = status >= 500 || status === 408 || status === 429;
  if (passing) return toFailure(FAILURE_TYPES.unavailable, message, { retryAfter });
  const type = status === 404 ? FAILURE_TYPES.notFound : FAILURE_TYPES.refused;
  return ApplicationFailure.nonRetryable(message, type);
}

/** Longest pause that a party may ask for; more would let it stop the agent. */
const MAX_RETRY_AFTER_MS = 30_000;

function toFailure(
  type: string,
  message: string,
  more: { cause?: unknown; retryAfter?: string | null } = {},
) {
  const seconds = Number.parseFloat(more.retryAfter ?? '');
  return ApplicationFailure.create({
    message,
    type,
    ...(more.cause instanceof Error ? { cause: more.cause } : {}),
    ...(seconds > 0 ? { nextRetryDelay: Math.min(seconds * 1000, MAX_RETRY_AFTER_MS) } : {}),
  });
}

const describe = <T>(request: JsonRequest<T>): string =>
  `${request.party} ${request.method ?? 'GET'} ${request.url.pathname}`;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one of the ways to break the schema: the check that follows reports it.
    return undefined;
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'invalid answer' : `${issue.path.join('.') || 'answer'}: ${issue.message}`;
}

function toReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
